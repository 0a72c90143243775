import Seeded
import Testing
import Wire

@testable import Facts

@Suite struct HostileBatchTests {
    @Test("a body cut short anywhere, or with a byte more, is refused")
    func truncation() throws {
        for seed in UInt64(1)...60 {
            var random = SeededRandom(seed: seed)
            let body = try Sample.random(&random, facts: 1...20).encoded()
            for length in body.indices {
                #expect(throws: DecodeError.self, "seed \(seed), \(length) bytes") {
                    try Batch.decode(Array(body[..<length]))
                }
            }
            #expect(throws: DecodeError.self, "seed \(seed)") { try Batch.decode(body + [0]) }
        }
    }

    @Test("a hundred thousand damaged bodies are refused or decode within bounds, and what decodes encodes again")
    func mutations() throws {
        var accepted = 0
        for seed in UInt64(1)...100 {
            var random = SeededRandom(seed: seed)
            let body = try Sample.random(&random, facts: 1...8).encoded()
            for round in 0..<1000 {
                let damaged = Self.damage(body, &random)
                guard let batch = try? Batch.decode(damaged) else { continue }
                accepted += 1
                let bound = 180 * damaged.count + 12_288
                #expect(batch.footprint <= bound, "seed \(seed), round \(round)")
                guard round % 20 == 0, batch.deferral == nil else { continue }
                #expect(try Self.survives(batch), "seed \(seed), round \(round)")
            }
        }
        #expect(accepted > 1000, "the damage is too coarse to reach the depths of the decoder")
    }

    @Test(
        "SYN-11 a tiny body that claims 65,536 facts costs memory in proportion to its bytes, and says no more than they pay"
    )
    func bomb() throws {
        var writer = ByteWriter()
        writer.writeBytes([1, 2])
        writer.writeVarint(65_536)
        writer.writeBytes([1, 5, 0, 0])
        let columns: [UInt64] = [0, 2, 3, 4, 5, 8, 9, 10, 11, 128, 129, 130]
        writer.writeVarint(UInt64(columns.count))
        for id in columns {
            writer.writeBytes(
                [UInt8(id & 0x7F) | (id > 127 ? 0x80 : 0)] + (id > 127 ? [1] : []) + [1, 6, 1, 1, 0, 0xFF, 0xFF, 3])
        }
        #expect(writer.bytes.count < 150)
        let batch = try Batch.decode(writer.bytes)
        #expect(batch.count == 65_536)
        // After a check-in come kinds that are none of ours, three units each, of another offering.
        #expect(batch.admitted == (writer.bytes.count + 64 - 13) / 3 + 1 && batch.facts.count == batch.admitted)
        #expect(batch.footprint <= 180 * writer.bytes.count + 12_288)
    }

    private static func damage(_ body: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var body = body
        for _ in 0...random.number(below: 3) where !body.isEmpty {
            let index = Int.random(in: body.indices, using: &random)
            switch random.number(below: 5) {
            case 0: body[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 1: body[index] = UInt8.random(in: 0...255, using: &random)
            case 2: body.remove(at: index)
            case 3: body.insert(UInt8.random(in: 0...255, using: &random), at: index)
            default: body.removeSubrange(index..<min(body.count, index + 3))
            }
        }
        return body
    }

    /// Facts that decode can be written again and read back the same, however oddly they were first written.
    private static func survives(_ batch: DecodedBatch) throws -> Bool {
        let opaque = batch.opaqueColumns.filter { !ColumnID.isKnown($0.id) }
        let body = try Batch.encode(
            header: batch.header, firstSequence: batch.firstSequence, facts: Array(batch.facts), opaqueColumns: opaque)
        return try Array(Batch.decode(body).facts) == Array(batch.facts)
    }
}

extension DecodedBatch {
    /// Bytes of the arrays a decoded batch holds.
    var footprint: Int {
        let numbers = [
            kinds, offerings, actors, courses, subjectIndexes, ticks, methods, values, assessments, slots,
            sourceStatuses,
            verifyModes, workCodes,
        ]
        return numbers.reduce(0) { $0 + $1.values.count * 8 } + subjects.persons.count * 8
            + subjects.raws.reduce(0) { $0 + 40 + $1.count } + extensions.values.reduce(0) { $0 + 48 + $1.count }
            + proofs.values.reduce(0) { $0 + 56 + $1.signature.count }
            + references.values.reduce(0) { $0 + 48 + $1.count * MemoryLayout<FactReference>.stride }
            + opaqueColumns.reduce(0) { $0 + 56 + $1.bytes.count }
    }
}
