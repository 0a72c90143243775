import Facts
import Journal
import Storage

/// Finds when facts were made (SYN-8), for many of them: reads each terminal's clock once.
struct FactTimes {
    private let journal: JournalStore
    private var clocks: [UInt64: TerminalClock] = [:]
    /// The versions of the clocks used.
    private var versions: [UInt64: UInt64] = [:]

    init(_ journal: JournalStore) {
        self.journal = journal
    }

    mutating func times(of batch: StoredBatch, _ snapshot: Snapshot) throws -> BatchTimes {
        let terminal = batch.terminal
        if terminal != 0, clocks[terminal] == nil {
            let found = try journal.clock(of: terminal, snapshot)
            clocks[terminal] = found.clock
            versions[terminal] = found.version
        }
        return BatchTimes(
            batch.facts, clock: clocks[terminal] ?? TerminalClock(), receivedMs: batch.receivedMs,
            isServer: terminal == 0, isReceiptGenuine: journal.isGenuine(batch.facts.header.receipt, of: batch.logID))
    }

    /// Returns whether the times found so far are still right.
    func isCurrent(_ snapshot: Snapshot) throws -> Bool {
        for (terminal, version) in versions where try journal.clockVersion(of: terminal, snapshot) != version {
            return false
        }
        return true
    }

    /// Frees the clocks; keeps the versions that tell whether the times are current.
    mutating func close() { clocks = [:] }
}
