import Application
import Causality
import Facts
import Messages
import Storage

extension JournalStore {
    /// Returns the batch and the row of a fact; nil for one that is not here, or is never read.
    /// - Parameter name: the id of its log, or 4 bytes or more with which the id of this log alone begins.
    func fact(
        _ name: [UInt8], _ sequence: UInt64, _ snapshot: Snapshot
    ) throws -> (batch: StoredBatch, row: Int)? {
        guard let log = try log(named: name, snapshot) else { return nil }
        let found = try snapshot.first(.batchAtSequence, log, sequence) { $0.id(0) }
        guard let found, let batch = try batch(found, snapshot), let row = batch.row(of: sequence) else { return nil }
        return (batch, row)
    }

    /// Returns the organisations that answer for a check-in: the place of the offering to which it was decided to belong and
    /// the owner of its project, else those of the offering for which it was recorded, or the base of its terminal where it
    /// names no offering of that.
    /// - Throws: `notAllowed` if none is known.
    func holders(
        decided: UInt64?, terminal: UInt64, recorded: UInt64, _ snapshot: Snapshot
    ) throws -> [UInt64] {
        let offering = try snapshot.first(
            "SELECT o.base, j.owner FROM offering o JOIN project j ON j.id = o.project WHERE o.id = ?1",
            decided ?? recorded
        ) { [$0.id(0), $0.id(1)] }
        let base = try snapshot.first(.baseOfTerminal, terminal) { $0.id(0) }
        if let offering, decided != nil || base == nil || base == offering[0] { return offering }
        guard let base, decided == nil else { throw Refusal(.notAllowed) }
        return [base]
    }

    private func log(named name: [UInt8], _ snapshot: Snapshot) throws -> UInt64? {
        guard (4...16).contains(name.count) else { return nil }
        let rest = 16 - name.count
        let found = try snapshot.all(
            "SELECT id FROM log WHERE log_id >= ?1 AND log_id <= ?2 ORDER BY log_id LIMIT 2",
            name + [UInt8](repeating: 0, count: rest), name + [UInt8](repeating: 255, count: rest)
        ) { $0.id(0) }
        return found.count == 1 ? found[0] : nil
    }
}

extension StoredBatch {
    /// Returns the row of a sequence; nil for one that the batch does not have, or that is never read.
    func row(of sequence: UInt64) -> Int? {
        guard sequence >= facts.firstSequence, sequence - facts.firstSequence < UInt64(facts.rows.count) else {
            return nil
        }
        return Int(sequence - facts.firstSequence)
    }
}
