import Causality
import Facts
import Journal

/// Reads the contents of a vector's batch.
extension Vector {
    func header() throws -> BatchHeader {
        var header = BatchHeader()
        if has("boot") { header.timebase = .boot(try number("boot"), monotonicMs: try number("monotonic-ms")) }
        if has("zone-minutes") {
            header.timebase = .imported(zoneMinutes: try number("zone-minutes"), localMs: try number("local-ms"))
        }
        if has("wall-ms") { header.wallMs = try number("wall-ms") }
        if has("receipt-time-ms") {
            header.receipt = .init(
                sequence: try number("receipt-sequence"), timeMs: try number("receipt-time-ms"),
                token: try number("receipt-token"), boot: try number("receipt-boot"),
                monotonicMs: try number("receipt-monotonic-ms"))
        }
        if has("schema") { header.schema = try number("schema") }
        if has("tick-ms") { header.tickMs = try number("tick-ms") }
        return header
    }

    func firstSequence() throws -> UInt64 {
        has("first-sequence") ? try number("first-sequence") : 1
    }

    func facts() throws -> [Fact] { try values("fact").map(Self.fact) }

    func opaqueColumns() throws -> [OpaqueColumn] {
        try values("column").map { line in
            let fields = Dictionary(uniqueKeysWithValues: try Self.fields(line))
            return OpaqueColumn(
                id: try Self.number(fields["id"] ?? ""), encoding: try Self.number(fields["encoding"] ?? ""),
                bytes: try Self.bytes(fields["bytes"] ?? ""))
        }
    }

    private static func fact(_ line: String) throws -> Fact {
        var fact = Fact(kind: .unknown(0), subject: .person(0), method: .unknown(0))
        for (key, value) in try fields(line) {
            switch key {
            case "kind": fact.kind = FactKind(number: try number(value))
            case "subject": fact.subject = try subject(value)
            case "offset-ms": fact.offsetMs = try number(value)
            case "offering": fact.offering = try number(value)
            case "actor": fact.actor = try number(value)
            case "method": fact.method = FactMethod(number: try number(value))
            case "reference": fact.references.append(try reference(value))
            case "value": fact.value = try number(value)
            case "assessment": fact.assessment = try number(value)
            case "course": fact.course = try number(value)
            case "slot": fact.slot = try number(value)
            case "extension": fact.extensions = try bytes(value)
            case "proof":
                let proof = try bytes(value)
                fact.proof = ActorProof(algorithm: proof.first ?? 0, signature: Array(proof.dropFirst()))
            case "status": fact.source.status = try number(value)
            case "verify": fact.source.verifyMode = try number(value)
            case "work": fact.source.workCode = try number(value)
            default: throw Unreadable(reason: "fact \(key)")
            }
        }
        return fact
    }

    private static func subject(_ text: String) throws -> Subject {
        text.hasPrefix("raw:") ? .raw(try bytes(String(text.dropFirst(4)))) : .person(try number(text))
    }

    private static func reference(_ text: String) throws -> FactReference {
        let parts = text.split(separator: ":").map(String.init)
        guard let role = ["saw": ReferenceRole.saw, "replaces": .replaces][parts[0]] else {
            throw Unreadable(reason: text)
        }
        if parts.count == 2 { return FactReference(role, try number(parts[1])) }
        guard parts.count == 4, let log = LogID(try bytes(parts[1])), let tag = BatchTag(try bytes(parts[3])) else {
            throw Unreadable(reason: text)
        }
        return FactReference(role, try number(parts[2]), in: .other(log, tag))
    }

    static func number<Number: FixedWidthInteger>(_ text: String) throws -> Number {
        guard let number = Number(text) else { throw Unreadable(reason: text) }
        return number
    }
}
