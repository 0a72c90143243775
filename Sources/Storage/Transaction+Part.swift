extension Transaction {
    /// A part of a command that may fail by itself, as one row of many: what it wrote is taken back, and the command goes
    /// on.
    /// - Throws: what the disk or the engine failed with; then the command has failed as a whole.
    package func part<Value>(_ body: () throws -> Value) throws -> Result<Value, any Error> {
        try database.engine.savepoint()
        let buffered = buffered
        let leases = database.ids.leases
        do {
            let value = try body()
            try database.engine.release()
            return .success(value)
        } catch {
            guard database.canUndo(error) else { throw error }
            drop(downTo: buffered)
            try database.takeBack(toLeases: leases)
            return .failure(error)
        }
    }
}
