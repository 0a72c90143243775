import Seeded
import Causality
import Testing

@Suite("Names and vectors")
struct VersionVectorTests {
    private func vector(_ random: inout SeededRandom) -> VersionVector {
        VersionVector(
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
                let lane = Lane(
                    log: LogID(raw: UInt128.random(in: 1...2, using: &random)),
                    actor: UInt64.random(in: 0...1, using: &random))
                return (lane, UInt64.random(in: 0...3, using: &random))
            })
    }

    /// The naive implementation: a map.
    private func map(_ vector: VersionVector) -> [Lane: UInt64] {
        Dictionary(uniqueKeysWithValues: vector.entries.map { ($0.lane, $0.sequence) })
    }

    @Test("join is the least upper bound, commutative, associative, idempotent, and canonical")
    func join() {
        for seed in 0..<3_000 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let (a, b, c) = (vector(&random), vector(&random), vector(&random))
            let joined = a.joined(b)
            #expect(map(joined) == map(a).merging(map(b), uniquingKeysWith: max), "seed \(seed)")
            #expect(joined == b.joined(a) && joined.hashValue == b.joined(a).hashValue, "seed \(seed)")
            #expect(joined.joined(c) == a.joined(b.joined(c)), "seed \(seed)")
            #expect(a.joined(a) == a, "seed \(seed)")
            #expect(joined.dominates(a) && joined.dominates(b), "seed \(seed)")
            #expect(!(c.dominates(a) && c.dominates(b)) || c.dominates(joined), "seed \(seed)")
            #expect(joined.entries.allSatisfy { $0.sequence > 0 && joined[$0.lane] == $0.sequence }, "seed \(seed)")
        }
    }

    @Test("SYN-4 comparison tells before, after, equal and concurrent as the maps do, and is transitive")
    func compare() {
        for seed in 0..<3_000 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let (a, b, c) = (vector(&random), vector(&random), vector(&random))
            let lanes = Set(a.entries.map(\.lane)).union(b.entries.map(\.lane))
            let below = lanes.allSatisfy { a[$0] <= b[$0] }
            let above = lanes.allSatisfy { a[$0] >= b[$0] }
            let expected: Relation = below ? above ? .equal : .before : above ? .after : .concurrent
            #expect(a.compare(b) == expected, "seed \(seed)")
            #expect((b.compare(a) == .before) == (expected == .after), "seed \(seed)")
            if a.compare(b) == .before, b.compare(c) == .before {
                #expect(a.compare(c) == .before, "seed \(seed)")
            }
        }
    }

    @Test("a log's name is its 16 bytes, ordered as bytes, and nothing else is one")
    func names() {
        let bytes: [UInt8] = [0x80, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xFF]
        #expect(LogID(bytes)?.bytes == bytes)
        #expect(LogID(bytes)?.description == "800102030405060708090a0b0c0d0eff")
        #expect(BatchTag(bytes)?.bytes == bytes)
        #expect(LogID(Array(bytes.dropLast())) == nil)
        #expect(BatchTag(bytes + [0]) == nil)
        #expect(LogID(raw: 5) < LogID(raw: 1 << 100))
        #expect(LogID(raw: 5).bytes == Array(repeating: 0, count: 15) + [5])
    }
}
