import Causality
import Testing

@testable import Facts

@Suite struct BatchBuilderTests {
    static let fact = Fact(kind: .checkIn, subject: .person(8), offering: 3, method: .number)

    /// Returns whether the builder accepts a fact of this moment.
    private func add(to builder: inout BatchBuilder, _ moment: BatchBuilder.Moment) -> Bool {
        builder.append(Self.fact, at: moment)
    }

    @Test("elapsed time is kept to the tick, rounded down")
    func ticks() throws {
        var builder = BatchBuilder(firstSequence: 5, tickMs: 100)
        for ms in [1050, 1099, 1150, 1390] as [UInt64] {
            #expect(add(to: &builder, .live(boot: 2, monotonicMs: ms, wallMs: nil)))
        }
        let batch = try Batch.decode(builder.body())
        #expect((0..<4).map { batch.monotonicMs($0)?.ms } == [1050, 1050, 1150, 1350])
        #expect(builder.nextSequence == 9)
    }

    @Test("a batch never spans a boot, a clock that ran back, or its capacity")
    func turnedAway() {
        var builder = BatchBuilder(firstSequence: 1, capacity: 3)
        #expect(add(to: &builder, .live(boot: 2, monotonicMs: 5000, wallMs: nil)))
        #expect(add(to: &builder, .live(boot: 2, monotonicMs: 9000, wallMs: nil)))
        #expect(!add(to: &builder, .live(boot: 3, monotonicMs: 9000, wallMs: nil)))
        #expect(!add(to: &builder, .live(boot: 2, monotonicMs: 7000, wallMs: nil)))
        #expect(!add(to: &builder, .live(boot: 2, monotonicMs: 4000, wallMs: nil)))
        #expect(!add(to: &builder, .imported(zoneMinutes: 480, localMs: 9000)))
        #expect(!add(to: &builder, .server(wallMs: 9000)))
        #expect(add(to: &builder, .live(boot: 2, monotonicMs: 9000, wallMs: nil)))
        #expect(!add(to: &builder, .live(boot: 2, monotonicMs: 9500, wallMs: nil)))
        #expect(builder.facts.count == 3)
    }

    @Test("imported facts keep the file's order, also where its clock ran back")
    func imported() throws {
        var builder = BatchBuilder(firstSequence: 1)
        let locals: [Int64] = [1_700_000_000_000, 1_700_000_003_000, 1_699_999_990_000]
        for local in locals { #expect(add(to: &builder, .imported(zoneMinutes: 480, localMs: local))) }
        let batch = try Batch.decode(builder.body())
        #expect((0..<3).map { batch.localMs($0) } == locals)
        #expect(!add(to: &builder, .imported(zoneMinutes: 540, localMs: 1_700_000_000_000)))
    }

    @Test("a server's facts keep their order when its clock is set back")
    func server() throws {
        var builder = BatchBuilder(firstSequence: 1, tickMs: 1)
        for wall in [1000, 1007, 1003] as [Int64] { #expect(add(to: &builder, .server(wallMs: wall))) }
        let batch = try Batch.decode(builder.body())
        #expect((0..<3).map { batch.wallMs($0) } == [1000, 1007, 1007])
    }

    @Test("extreme moments are turned away and never trap")
    func extremes() {
        var builder = BatchBuilder(firstSequence: 1)
        #expect(add(to: &builder, .imported(zoneMinutes: 0, localMs: 0)))
        #expect(!add(to: &builder, .imported(zoneMinutes: 0, localMs: .max)))
        #expect(!add(to: &builder, .imported(zoneMinutes: 0, localMs: .min)))
        var live = BatchBuilder(firstSequence: 1)
        #expect(add(to: &live, .live(boot: 0, monotonicMs: 0, wallMs: nil)))
        #expect(!add(to: &live, .live(boot: 0, monotonicMs: .max, wallMs: nil)))
    }

    @Test("what cannot be written is refused with its place")
    func defects() {
        func encode(_ facts: [Fact], _ header: BatchHeader = BatchHeader(), from first: UInt64 = 1) throws {
            _ = try Batch.encode(header: header, firstSequence: first, facts: facts)
        }
        var bad = Self.fact
        #expect(throws: BatchDefect.count) { try encode([]) }
        #expect(throws: BatchDefect.firstSequence) { try encode([bad], from: 0) }
        #expect(throws: BatchDefect.header) { try encode([bad], BatchHeader(tickMs: 0)) }
        bad.subject = .person(0)
        #expect(throws: BatchDefect.subject(row: 1)) { try encode([Self.fact, bad]) }
        bad.subject = .raw([UInt8](repeating: 1, count: 257))
        #expect(throws: BatchDefect.subject(row: 1)) { try encode([Self.fact, bad]) }
        bad = Self.fact
        bad.references = [FactReference(.saw, 0)]
        #expect(throws: BatchDefect.references(row: 0)) { try encode([bad]) }
        bad = Self.fact
        bad.offsetMs = -1000
        #expect(throws: BatchDefect.time(row: 0)) { try encode([bad]) }
        bad.offsetMs = 1500
        #expect(throws: BatchDefect.time(row: 0)) { try encode([bad]) }
    }
}
