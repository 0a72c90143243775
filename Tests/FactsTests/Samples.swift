import Seeded
import Causality

@testable import Facts

extension SeededRandom {
    /// Small numbers mostly, now and then one as large as allowed.
    mutating func number(below limit: UInt64 = .max) -> UInt64 {
        UInt64.random(in: 0..<min(limit, 1 << UInt64.random(in: 1...63, using: &self)), using: &self)
    }

    mutating func bytes(_ count: ClosedRange<Int>) -> [UInt8] { bytes(Int.random(in: count, using: &self)) }
}

/// The header, position and facts of a body.
struct Sample {
    var header: BatchHeader
    var firstSequence: UInt64 = 1
    var facts: [Fact]
    var opaque: [OpaqueColumn] = []

    func encoded() throws(BatchDefect) -> [UInt8] {
        try Batch.encode(header: header, firstSequence: firstSequence, facts: facts, opaqueColumns: opaque)
    }

    /// Random combinations of everything the format allows.
    static func random(_ random: inout SeededRandom, facts count: ClosedRange<Int>) -> Sample {
        let header = BatchHeader.random(&random)
        let count = Int.random(in: count, using: &random)
        let quiet = random.chance(50)
        var offset: Int64 = 0
        let facts = (0..<count).map { _ in
            let ticks = Int64(random.number(below: random.chance(95) ? 600 : 1 << 30))
            let back = header.isImported && random.chance(20)
            if !(quiet && random.chance(80)) { offset += (back ? -ticks : ticks) * Int64(header.tickMs) }
            return Fact.random(&random, offsetMs: offset, quiet: quiet)
        }
        var opaque: [OpaqueColumn] = []
        if random.chance(10) {
            let bytes = random.bytes(0...9)
            opaque.append(OpaqueColumn(id: 131 + random.number(below: 100), encoding: UInt8(bytes.count), bytes: bytes))
        }
        return Sample(
            header: header, firstSequence: 1 + random.number(below: 1 << 50), facts: facts, opaque: opaque)
    }

    /// A class arriving over half an hour and leaving at the end, by pass at a terminal.
    static func classOf(_ people: Int, scans: Int, seed: UInt64) -> Sample {
        var random = SeededRandom(seed: seed)
        let numbers = (0..<people).map { 310_000 + UInt64($0) * 7 + random.number(below: 7) }
        var offset: Int64 = 0
        let facts = (0..<scans).map { scan in
            if scan > 0 { offset += Int64.random(in: 0...4, using: &random) * 1000 }
            return Fact(
                kind: .checkIn, subject: .person(numbers.randomElement(using: &random) ?? 1), offsetMs: offset,
                offering: 52_011, method: .pass)
        }
        let header = BatchHeader(timebase: .boot(12, monotonicMs: 4_211_337), wallMs: 1_760_000_000_123)
        return Sample(header: header, firstSequence: 40_001, facts: facts)
    }
}

extension BatchHeader {
    static func random(_ random: inout SeededRandom) -> BatchHeader {
        let ticks: [UInt64] = [1000, 1000, 100, 1, 60_000]
        var header = BatchHeader(tickMs: ticks.randomElement(using: &random) ?? 1)
        switch random.number(below: 3) {
        case 0:
            header.timebase = .boot(random.number(below: 1 << 40), monotonicMs: random.number(below: 1 << 52))
        case 1:
            let zone = Int64.random(in: -1439...1439, using: &random)
            header.timebase = .imported(zoneMinutes: zone, localMs: Int64(random.number(below: 1 << 52)))
        default: break
        }
        if random.chance(50) { header.wallMs = Int64(random.number(below: 1 << 53)) * (random.chance(10) ? -1 : 1) }
        if random.chance(30) {
            header.receipt = Receipt(
                sequence: random.number(below: 1 << 53), timeMs: random.number(below: 1 << 53), token: random.next(),
                boot: random.number(below: 1 << 40), monotonicMs: random.number(below: 1 << 52))
        }
        return header
    }
}

extension Fact {
    static func random(_ random: inout SeededRandom, offsetMs: Int64, quiet: Bool) -> Fact {
        let person = Subject.person(1 + random.number(below: quiet ? 50 : 1 << 52))
        var fact = Fact(
            kind: .checkIn, subject: random.chance(95) ? person : .raw(random.bytes(1...40)), offsetMs: offsetMs,
            offering: quiet ? 77 : random.number(), method: FactMethod(number: random.number(below: 7)))
        if quiet && random.chance(90) { return fact }
        fact.kind = FactKind(number: random.number(below: random.chance(90) ? 6 : .max))
        fact.actor = random.number()
        fact.value = random.number()
        fact.assessment = random.number(below: 1000)
        fact.course = random.number(below: 4)
        fact.slot = random.number()
        if random.chance(40) {
            fact.references = (0...Int(random.number(below: 4))).map { _ in
                FactReference(
                    random.chance(50) ? .saw : .replaces, 1 + random.number(below: 1 << 52),
                    in: random.chance(50)
                        ? .own
                        : .other(
                            LogID(raw: .random(in: .min ... .max, using: &random)),
                            BatchTag(raw: .random(in: .min ... .max, using: &random))))
            }
        }
        if random.chance(10) { fact.extensions = random.bytes(1...20) }
        if random.chance(5) { fact.proof = ActorProof(algorithm: 1, signature: random.bytes(64...64)) }
        if random.chance(20) {
            fact.source = SourceMarks(
                status: random.number(below: 6), verifyMode: random.number(below: 20), workCode: random.number())
        }
        return fact
    }
}
