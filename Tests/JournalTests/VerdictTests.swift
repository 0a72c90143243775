import Journal
import Testing
import Vocabulary

@Suite struct VerdictTests {
    static let cases = Vector.all("verdicts").flatMap { $0.values("case") }

    @Test("SYN-6 a server's verdict on a claimed head follows from what it knows", arguments: cases)
    func verdicts(line: String) throws {
        let fields = Dictionary(uniqueKeysWithValues: try Vector.fields(line))
        func number(_ key: String) throws -> UInt64 { try Vector.number(fields[key] ?? "") }
        func head(_ sequence: String, _ hash: String) throws -> LogHead {
            LogHead(sequence: try number(sequence), hash: try Vector.hash(fields[hash] ?? ""))
        }
        let known = LogKnowledge(
            durable: try head("durable", "durable-hash"),
            closedAt: fields["closed"] == nil ? nil : try head("closed", "closed-hash"),
            isRevoked: fields["revoked"] != nil)
        let verdict = try Verdict.of(head("claim", "claim-hash"), known: known) { sequence in
            try fields["at-\(sequence)"].map(Vector.hash)
        }
        let names: [Verdict: String] = [
            .ok: "ok", .behind: "behind", .amnesia: "amnesia", .fork: "fork", .closed: "closed", .revoked: "revoked",
        ]
        #expect(names[verdict] == fields["verdict"])
    }

    @Test("each of the six verdicts has a vector")
    func complete() {
        for verdict in ["ok", "behind", "amnesia", "fork", "closed", "revoked"] {
            #expect(Self.cases.contains { $0.hasSuffix("verdict=\(verdict)") }, "\(verdict)")
        }
        #expect(Verdict.allCases.count == 6)
    }
}
