internal import CSQLite

/// Reads and writes that land together or not at all. Handed to a handler and useless after it.
///
/// A handler may be run again with the same arguments (after another command of the same commit failed, or a
/// serialization failure), so it changes nothing outside the transaction.
@usableFromInline package final class Transaction: Snapshot {
    /// In the order they were made.
    var gatherings: [any Gathering] = []

    init(_ database: Database) {
        super.init(database, mayWrite: true)
    }

    /// Runs a statement and gives the number of rows it inserted, updated or deleted.
    @inlinable @discardableResult
    package func execute<each Value: SQLBindable>(_ sql: StaticString, _ values: repeat each Value) throws -> Int {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        repeat try bind((each values).sqlValue, &index, statement)
        try checkBound(index, statement)
        return try run(statement)
    }

    /// As `execute`, for a number of parameters known only at run time.
    @discardableResult
    package func execute(_ sql: StaticString, parameters: [SQLValue]) throws -> Int {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        for value in parameters { try bind(value, &index, statement) }
        try checkBound(index, statement)
        return try run(statement)
    }

    /// The id that `INSERT … RETURNING id` gives back.
    @inlinable
    package func insertReturningID<each Value: SQLBindable>(
        _ sql: StaticString, _ values: repeat each Value
    ) throws -> UInt64 {
        guard let id = try first(sql, repeat each values, body: { $0.id(0) }) else {
            throw missingRow(sql)
        }
        return id
    }

    @usableFromInline
    func run(_ statement: Statement) throws(StorageError) -> Int {
        if statement.isReadOnly { throw .misuse("execute of a query", statement: "\(statement.sql)") }
        note(statement)
        while try statement.step() {}
        return unsafe Int(sqlite3_changes64(database.connection))
    }

    @usableFromInline
    func missingRow(_ sql: StaticString) -> StorageError {
        .misuse("no row was returned", statement: "\(sql)")
    }
}
