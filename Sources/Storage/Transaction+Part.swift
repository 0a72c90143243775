extension Transaction {
    /// Runs a part of a command that may fail by itself, such as one row of many. On failure its writes are rolled
    /// back, and the command continues.
    /// - Throws: storage errors, with which the whole command fails.
    package func part<Value>(_ body: () throws -> Value) throws -> Result<Value, any Error> {
        try database.run("SAVEPOINT part")
        let buffered = buffered
        let leases = database.ids.leases
        do {
            let value = try body()
            try database.run("RELEASE part")
            return .success(value)
        } catch {
            guard database.canUndo(error) else { throw error }
            drop(downTo: buffered)
            try database.run("ROLLBACK TO part")
            try database.run("RELEASE part")
            database.ids.rolledBack(toLeases: leases)
            database.changes.undone()
            return .failure(error)
        }
    }
}

extension Database {
    /// Returns false if the transaction is gone or the disk cannot be trusted to undo one command.
    func canUndo(_ error: any Error) -> Bool {
        guard isInTransaction else { return false }
        guard let error = error as? StorageError else { return true }
        switch error.kind {
        case .duplicate, .constraint, .busy, .text, .misuse, .other: return true
        case .full, .failedIO, .damage: return false
        }
    }
}
