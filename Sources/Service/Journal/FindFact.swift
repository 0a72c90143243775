import Causality
import Facts
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
