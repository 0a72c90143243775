import Causality
import Journal
import Testing

@Suite struct DeltaPlanTests {
    /// Batches of 10 facts and 100 bytes; every third is signed.
    static let entries = (0..<9).map { index in
        DeltaPlan.Entry(
            sequences: UInt64(index) * 10 + 1...UInt64(index) * 10 + 10, size: 100, isSigned: index % 3 == 2)
    }

    @Test("SYN-3a only what the peer lacks is sent, up to a signed batch within the budget")
    func run() {
        #expect(DeltaPlan.run(of: Self.entries, behind: 0, budget: 10_000) == 0..<9)
        #expect(DeltaPlan.run(of: Self.entries, behind: 30, budget: 10_000) == 3..<9)
        #expect(DeltaPlan.run(of: Self.entries, behind: 30, budget: 599) == 3..<6)
        #expect(DeltaPlan.run(of: Self.entries, behind: 30, budget: 1) == 3..<6)
        #expect(DeltaPlan.run(of: Self.entries, behind: 90, budget: 10_000).isEmpty)
    }

    @Test("nothing is sent past a gap, behind a place where no batch ends, or without a signature at the end")
    func refused() {
        var gap = Self.entries
        gap.remove(at: 4)
        #expect(DeltaPlan.run(of: gap, behind: 0, budget: 10_000) == 0..<3)
        #expect(DeltaPlan.run(of: Array(Self.entries[4...]), behind: 0, budget: 10_000).isEmpty)
        #expect(DeltaPlan.run(of: Self.entries, behind: 35, budget: 10_000).isEmpty)
        #expect(DeltaPlan.run(of: Array(Self.entries[..<2]), behind: 0, budget: 10_000).isEmpty)
        #expect(DeltaPlan.run(of: Self.entries, behind: .max, budget: 10_000).isEmpty)
    }

    @Test("the logs a peer lacks are those with a higher head here")
    func lacking() {
        let logs = (1...4).map { LogID(raw: $0) }
        let lacking = DeltaPlan.lacking(
            peer: [logs[0]: 5, logs[1]: 7, logs[3]: 9], mine: [logs[0]: 8, logs[1]: 7, logs[2]: 1, logs[3]: 2])
        #expect(lacking.map(\.log) == [logs[0], logs[2]])
        #expect(lacking.map(\.behind) == [5, 0])
    }
}
