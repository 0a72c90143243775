import Facts
import Journal
import Storage

/// When facts were made (SYN-8), for reading many of them: each terminal's clock is read once.
struct FactTimes {
    private let journal: JournalStore
    private var clocks: [UInt64: TerminalClock] = [:]
    /// Of the clocks of terminals asked for.
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

    /// Whether the times of everything asked for are still these, whatever has come since.
    func isCurrent(_ snapshot: Snapshot) throws -> Bool {
        for (terminal, version) in versions where try journal.clockVersion(of: terminal, snapshot) != version {
            return false
        }
        return true
    }

    /// Keeps what tells whether the times are current, and lets go of the clocks.
    mutating func close() { clocks = [:] }
}
