import Seeded
import Testing

@testable import Facts

@Suite struct BatchSizeTests {
    /// The bytes of a batch besides its body: a signature and about 20 bytes of frame and message.
    static let around = 64 + 20

    @Test("a lone scan by pass is a body of at most 37 bytes, 31 without the wall clock")
    func loneScan() throws {
        var sample = Sample.classOf(1, scans: 1, seed: 1)
        #expect(try sample.encoded().count <= 37)
        sample.header.wallMs = nil
        #expect(try sample.encoded().count <= 31)
    }

    @Test("a thousand scans of a class of 300 cost less than 2 bytes each, all in", arguments: UInt64(1)...5)
    func largeClass(seed: UInt64) throws {
        let size = try Sample.classOf(300, scans: 1000, seed: seed).encoded().count + Self.around
        #expect(Double(size) / 1000 < 2.0, "seed \(seed)")
    }

    @Test("a thousand scans of an attendance file, short gaps and long nights, cost at most 2.6 bytes each, all in")
    func attendanceFile() throws {
        var random = SeededRandom(seed: 7)
        var builder = BatchBuilder(firstSequence: 1)
        var local: Int64 = 1_700_000_000_000
        for row in 0..<1000 {
            let busy = row % 60 != 59
            local += Int64.random(in: busy ? 3...90 : 3_000...30_000, using: &random) * 1000
            let fact = Fact(
                kind: .checkIn, subject: .person(101 + UInt64.random(in: 0..<128, using: &random) * 70),
                offering: 52_011, method: .attendanceFile, source: SourceMarks(verifyMode: random.chance(8) ? 0 : 1))
            let taken = builder.append(fact, at: .imported(zoneMinutes: 480, localMs: local))
            #expect(taken)
        }
        #expect(Double(try builder.body().count + Self.around) / 1000 < 2.6)
    }

    @Test("an outlier among small numbers costs bytes, not kilobytes")
    func outlier() throws {
        var sample = Sample.classOf(20, scans: 200, seed: 2)
        let before = try sample.encoded().count
        sample.facts[77].slot = .max
        #expect(try sample.encoded().count < before + 50)
    }
}
