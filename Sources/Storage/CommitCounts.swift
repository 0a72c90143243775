internal import Threads

/// OPS-5: the groups of a writer, counted once a group.
package final class CommitCounts: Sendable {
    /// Microseconds.
    package static let bounds: [UInt64] = [250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 512_000]

    private let counters = ThreadCounters(count: Histogram.size(bounds) + 1)
    private let times = Histogram(bounds, from: 0)
    /// Pages in the write-ahead log after the last group.
    private let pages = Locked(0)

    package init() {}

    func note(commands: Int, tookNs: UInt64, logPages: Int) {
        times.note(tookNs / 1000, in: counters)
        counters.add(UInt64(commands), to: Histogram.size(Self.bounds))
        pages.withLock { $0 = logPages }
    }

    /// The groups so far.
    package var groups: Int { Int(times.read(counters.sums()).count) }

    /// How long groups took from their first command to the answers, microseconds; their commands; pages in the log.
    package func read() -> (times: (upTo: [UInt64], count: UInt64, sum: UInt64), commands: UInt64, logPages: Int) {
        let sums = counters.sums()
        return (times.read(sums), sums[Histogram.size(Self.bounds)], pages.withLock { $0 })
    }
}
