import Messages
import Wire

/// Queries an offering with 100,000 scans right after the last acknowledgement: checks the answers and measures the
/// time.
struct Queries {
    struct Figures {
        let p99PersonMs: Double
        let p99WindowMs: Double
        /// The first query: every batch of the offering is verified and decoded.
        let firstMs: Double
    }

    private static let count = 100
    private let ingest: Ingest

    init(_ ingest: Ingest) {
        self.ingest = ingest
    }

    func run(_ places: Places, _ server: OurServer) throws -> Figures {
        let offering = ingest.fixture.offerings[0]
        guard let (person, expected) = ingest.scansOfPerson.min(by: { $0.key < $1.key }) else {
            throw BenchError("nobody scanned")
        }
        let scans = ListScansRequest(offering: offering, limit: 500, person: person)
        let ofPerson = try ask(places, server, .attendanceListScans, scans) { (reply: ListScansReply) in
            guard reply.scans.count == min(expected, 500), reply.scans.allSatisfy({ $0.person == person }) else {
                throw BenchError("\(reply.scans.count) scans of one person are found where \(expected) were sent")
            }
        }
        let window = AnalyseRequest(offering: offering, limit: 500)
        let ofWindow = try ask(places, server, .attendanceAnalyse, window) { (reply: AnalyseReply) in
            guard Int(reply.present) == ingest.scansOfPerson.count,
                Int(reply.totals?.scans ?? 0) == Ingest.scansPerOffering
            else { throw BenchError("\(reply.present) are present where \(ingest.scansOfPerson.count) scanned") }
        }
        return Figures(
            p99PersonMs: ofPerson.p99Us / 1000, p99WindowMs: ofWindow.p99Us / 1000,
            firstMs: ofPerson.longestUs / 1000)
    }

    private func ask<Reply: Message>(
        _ places: Places, _ server: OurServer, _ method: Messages.Method, _ request: some Message,
        check: @escaping (Reply) throws -> Void
    ) throws -> Load.Figures {
        let login = Prepared.call(
            .accountsResumeSession, ResumeSessionRequest(session: ingest.fixture.administrator))
        let file = try Prepared(
            answers: .reply,
            scripts: [
                .init(
                    steps: [.init(bytes: login, waits: true)],
                    operations: [.init(bytes: Prepared.call(method, request))])
            ]
        ).write(to: places.file("queries"))
        return try Load(rounds: Self.count).run(places, file, on: server) { answer in
            try check(Reply(serialized: answer))
        }
    }
}
