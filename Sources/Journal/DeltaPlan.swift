package import Causality

/// Plans what one side still has to send. Pure: both sides plan from the heads they exchanged.
package enum DeltaPlan {
    /// The properties of a signed batch that a plan needs.
    package struct Entry: Sendable, Hashable {
        package var sequences: ClosedRange<UInt64>
        /// Its bytes on the wire.
        package var size: Int
        package var isSigned: Bool

        package init(sequences: ClosedRange<UInt64>, size: Int, isSigned: Bool) {
            self.sequences = sequences
            self.size = size
            self.isSigned = isSigned
        }
    }

    /// Returns the run to send next to a peer that has the log up to `durable`: contiguous from there, ending at a
    /// signed batch, within `budget` bytes but at least up to the first signed one. Entries ascend.
    /// - Returns: empty if nothing is missing, or if it cannot be sent from here.
    package static func run(of entries: [Entry], behind durable: UInt64, budget: Int) -> Range<Int> {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].sequences.lowerBound <= durable { low = middle + 1 } else { high = middle }
        }
        var end = low
        var size = 0
        guard durable < .max else { return low..<low }
        var expected = durable + 1
        for index in low..<entries.count {
            let entry = entries[index]
            size += entry.size
            guard entry.sequences.lowerBound == expected, size <= budget || end == low else { break }
            expected = entry.sequences.upperBound + 1
            if entry.isSigned { end = index + 1 }
        }
        return low..<end
    }

    /// Returns the logs of which the peer has less, ascending, and the peer's last sequence. Heads are last sequences,
    /// 0 for none.
    package static func lacking(peer: [LogID: UInt64], mine: [LogID: UInt64]) -> [(log: LogID, behind: UInt64)] {
        mine.keys.sorted().compactMap { log in
            let theirs = peer[log] ?? 0
            return (mine[log] ?? 0) > theirs ? (log, theirs) : nil
        }
    }
}
