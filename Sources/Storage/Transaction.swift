/// Reads and writes that land together or not at all. Handed to a handler and useless after it.
///
/// A handler may be run again with the same arguments (after another command of the same commit failed, or a
/// serialization failure), so it must change nothing outside the transaction.
@usableFromInline package final class Transaction: Snapshot {
    /// The group's buffers, in the order they were made.
    var buffers: [any CommitBuffer] = []

    init(_ database: Database) {
        super.init(database, mayWrite: true)
    }

    /// Runs a statement and returns the number of rows it inserted, updated or deleted.
    @inlinable @discardableResult
    package func execute<each Value: SQLBindable>(_ sql: SQL, _ values: repeat each Value) throws -> Int {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        repeat try bind((each values).sqlValue, &index, statement)
        try checkBound(index, statement)
        return try run(statement)
    }

    /// Like `execute`, with a number of parameters known only at run time.
    @discardableResult
    package func execute(_ sql: SQL, parameters: [SQLValue]) throws -> Int {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        for value in parameters { try bind(value, &index, statement) }
        try checkBound(index, statement)
        return try run(statement)
    }

    /// Returns the id of `INSERT … RETURNING id`.
    @inlinable
    package func insertReturningID<each Value: SQLBindable>(
        _ sql: SQL, _ values: repeat each Value
    ) throws -> UInt64 {
        guard let id = try first(sql, repeat each values, body: { $0.id(0) }) else {
            throw missingRow(sql)
        }
        return id
    }

    /// Runs `body`, before which the command has written only what `undo` takes back; `undo` is run when it throws. A
    /// command whose `body` has written nothing then fails without a trace, and its group need not be run again for it.
    /// Not when a statement has failed: an engine may take nothing more in that transaction.
    package func provisionally<Value>(_ body: () throws -> Value, undo: () throws -> Void) throws -> Value {
        hasWritten = false
        do {
            let value = try body()
            hasWritten = true
            return value
        } catch {
            if hasWritten || error is StorageError || !database.canUndo(error) {
                hasWritten = true
            } else {
                try undo()
                hasWritten = false
            }
            throw error
        }
    }

    @usableFromInline
    func run(_ statement: Statement) throws(StorageError) -> Int {
        if statement.isReadOnly { throw .misuse("execute of a query", statement: "\(statement.sql)") }
        note(statement)
        while try statement.step() {}
        return database.engine.changedRows
    }

    @usableFromInline
    func missingRow(_ sql: SQL) -> StorageError {
        .misuse("no row was returned", statement: "\(sql)")
    }
}
