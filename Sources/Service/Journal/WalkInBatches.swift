import Facts
import Storage

extension StoredBatch {
    /// The rows in which a terminal has recorded a walk-in.
    var walkIns: [Int] {
        facts.rows.filter { row in
            facts[row].kind == .checkIn && facts[row].person == 0 && !facts.extensionBytes(row).isEmpty
        }
    }
}

extension JournalStore {
    /// Notes a batch whose walk-ins are to be read.
    static func noteWalkIns(in batch: StoredBatch, _ transaction: Transaction) throws {
        guard batch.terminal != 0, !batch.walkIns.isEmpty else { return }
        try transaction.execute("INSERT INTO walk_in_batch (batch) VALUES (?1)", batch.row)
    }
}
