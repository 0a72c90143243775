/// One connection to a database, with what a transaction needs besides the engine (``EngineConnection``): ids, and who may write.
/// It belongs to one thread at a time and is not shared.
@usableFromInline package final class Database {
    package enum Access: Sendable {
        case reading, writing
    }

    /// When a commit is on the disk.
    package enum Durability: Sendable {
        /// At every commit.
        case everyCommit
        /// When the system gets to it. For tests of what that loses.
        case whenever
    }

    package let path: String
    let engine: EngineConnection
    var ids = Ids()
    /// Rows of a statement are being read.
    var isAnswering = false

    /// - Parameter vfs: the name of a registered SQLite VFS; nil is the system's.
    package init(
        path: String, vfs: String? = nil, access: Access = .writing, durability: Durability = .everyCommit
    ) throws(StorageError) {
        self.path = path
        engine = try EngineConnection(path: path, vfs: vfs, access: access, durability: durability)
    }

    /// Whether a row is found by its key so fast that a network loop may wait for it.
    package var isInProcess: Bool { engine.isInProcess }

    /// Runs `body` in a transaction of its own and commits it; rolls back if it throws.
    @discardableResult
    package func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        let transaction = try begin()
        defer { transaction.isOver = true }
        do {
            let result = try body(transaction)
            try commit()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs `body` on one snapshot.
    package func read<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try engine.beginReading()
        defer { rollback() }
        let snapshot = Snapshot(self)
        defer { snapshot.isOver = true }
        return try body(snapshot)
    }

    // Transactions

    func begin() throws(StorageError) -> Transaction {
        try engine.begin()
        return Transaction(self)
    }

    func commit() throws(StorageError) {
        try engine.commit()
        ids.committed()
    }

    func rollback() {
        ids.rolledBack()
        engine.rollback()
    }

    /// Takes back what was written, and leased, since a savepoint.
    func takeBack(toLeases leases: Int) throws(StorageError) {
        try engine.takeBack()
        ids.rolledBack(toLeases: leases)
    }

    /// False when the transaction is gone, must be run again as a whole, or the disk cannot be trusted to undo one command.
    func canUndo(_ error: any Error) -> Bool {
        guard engine.isInTransaction else { return false }
        guard let error = error as? StorageError else { return true }
        switch error.kind {
        case .duplicate, .constraint, .busy, .text, .misuse, .other: return true
        case .retry, .full, .failedIO, .damage: return false
        }
    }
}
