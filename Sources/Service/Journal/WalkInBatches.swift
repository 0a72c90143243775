import Domain
import Facts
import Passes
import Storage

extension StoredBatch {
    /// The rows in which a terminal has recorded a walk-in.
    var walkIns: [Int] {
        facts.rows.filter { row in
            facts[row].kind == .checkIn && facts[row].person == 0 && !facts.extensionBytes(row).isEmpty
                && WalkInNumber.isOne(number(row))
        }
    }

    /// The code of a fact as rosters have it.
    func number(_ row: Int) -> String {
        RosterNumber.normalized(String(decoding: facts.rawSubject(row), as: UTF8.self))
    }
}

extension JournalStore {
    /// Notes a batch whose walk-ins are to be read.
    static func noteWalkIns(in batch: StoredBatch, _ transaction: Transaction) throws {
        guard batch.terminal != 0, !batch.walkIns.isEmpty else { return }
        try transaction.execute("INSERT INTO walk_in_batch (batch) VALUES (?1)", batch.row)
    }
}
