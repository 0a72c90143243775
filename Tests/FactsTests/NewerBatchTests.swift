import Testing

@testable import Facts

/// Data of a device newer than this version: stored whole, passed on, applied after an upgrade.
@Suite struct NewerBatchTests {
    static let sample = Sample.classOf(4, scans: 6, seed: 11)

    @Test("an unknown column from 128 on is carried and its facts applied")
    func ignorableColumn() throws {
        var sample = Self.sample
        sample.opaque = [OpaqueColumn(id: 200, encoding: 9, bytes: [1, 2, 3])]
        let batch = try Batch.decode(sample.encoded())
        #expect(batch.deferral == nil)
        #expect(batch.opaqueColumns == sample.opaque)
        #expect(Array(batch.facts) == sample.facts)
    }

    @Test("an unknown column below 128 holds the whole batch back")
    func neededColumn() throws {
        var sample = Self.sample
        sample.opaque = [OpaqueColumn(id: 13, encoding: 0, bytes: [5])]
        let batch = try Batch.decode(sample.encoded())
        #expect(batch.deferral == .unknownColumn(13))
        #expect(batch.rows.isEmpty && batch.facts.isEmpty && batch.offeringsTouched.isEmpty)
        #expect(batch.count == 6 && batch.firstSequence == 40_001)
        #expect(batch.contains(sample.facts[0].subject))
    }

    @Test("a known column in an unknown encoding holds the batch back from 0 to 127, and is ignored above")
    func unknownEncoding() throws {
        let body = MalformedBatchTests.sound
        let needed = Array(body[..<13]) + [1, 6, 1, 0]
        #expect(try Batch.decode(needed).deferral == .unknownEncoding(column: 1))
        let ignorable = Array(body[..<8]) + [2, 0, 0, 1, 1, 0x81, 1, 6, 1, 0]
        #expect(try Batch.decode(ignorable).deferral == nil)
    }

    @Test("an unknown schema holds the batch back")
    func schema() throws {
        var sample = Self.sample
        sample.header.schema = 2
        #expect(try Batch.decode(sample.encoded()).deferral == .unknownSchema(2))
    }

    @Test("an unknown header field hides everything but the position in the log")
    func headerField() throws {
        let batch = try Batch.decode([1, 0x83, 2, 9, 3, 0xAA, 0xBB])
        #expect(batch.deferral == .unknownHeaderField)
        #expect(batch.firstSequence == 9 && batch.lastSequence == 11)
        #expect(batch.rows.isEmpty)
    }

    @Test("SYN-9 an unknown kind is a defect of its fact alone")
    func unknownKind() throws {
        var sample = Self.sample
        sample.facts[2].kind = .unknown(77)
        let batch = try Batch.decode(sample.encoded())
        #expect(batch.deferral == nil)
        #expect(batch.fact(2).defect(sequence: 40_003) == .unknownKind)
        #expect(batch.fact(1).defect(sequence: 40_002) == nil)
    }
}
