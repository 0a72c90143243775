/// Reads one consistent state of the database. Passed to a closure and invalid after it.
///
/// Statements (``SQL``) are in the subset that SQLite and PostgreSQL share, with parameters `?1`, `?2` …; a parameter is
/// any `SQLBindable`: `try snapshot.first("SELECT name FROM person WHERE id = ?1", id) { $0.text(0) }`. A text parameter has no
/// zero byte. No statement is run inside the rows of another: what needs one is kept until they have been read.
/// Every call throws `StorageError`, and what its closure throws.
@usableFromInline package class Snapshot {
    @usableFromInline final let database: Database
    /// Set when the closure ends; later use through an escaped reference is an error.
    final var isOver = false
    final let mayWrite: Bool
    /// Whether a statement that can change the database has run since this was last cleared.
    final var hasWritten = false

    init(_ database: Database, mayWrite: Bool = false) {
        self.database = database
        self.mayWrite = mayWrite
    }

    /// Calls `body` with each row.
    @inlinable
    package final func query<each Value: SQLBindable>(
        _ sql: SQL, _ values: repeat each Value, body: (borrowing Row) throws -> Void
    ) throws {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        repeat try bind((each values).sqlValue, &index, statement)
        try checkBound(index, statement)
        while try step(statement) { try read(statement, body) }
    }

    /// Returns `body`'s result for each row.
    @inlinable
    package final func all<Element, each Value: SQLBindable>(
        _ sql: SQL, _ values: repeat each Value, body: (borrowing Row) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try query(sql, repeat each values) { elements.append(try body($0)) }
        return elements
    }

    /// Returns `body`'s result for the first row; nil without a row.
    @inlinable
    package final func first<Element, each Value: SQLBindable>(
        _ sql: SQL, _ values: repeat each Value, body: (borrowing Row) throws -> Element
    ) throws -> Element? {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        repeat try bind((each values).sqlValue, &index, statement)
        try checkBound(index, statement)
        return try step(statement) ? try read(statement, body) : nil
    }

    /// Returns whether there is a row.
    @inlinable
    package final func exists<each Value: SQLBindable>(
        _ sql: SQL, _ values: repeat each Value
    ) throws -> Bool {
        try first(sql, repeat each values) { _ in true } ?? false
    }

    /// Like `query`, with a number of parameters known only at run time.
    package final func query(
        _ sql: SQL, parameters: [SQLValue], body: (borrowing Row) throws -> Void
    ) throws {
        let statement = try start(sql)
        defer { finish(statement) }
        var index: Int32 = 0
        for value in parameters { try bind(value, &index, statement) }
        try checkBound(index, statement)
        while try step(statement) { try read(statement, body) }
    }

    @usableFromInline
    final func start(_ sql: SQL) throws(StorageError) -> Statement {
        guard !isOver else { throw .misuse("the transaction is over", statement: "\(sql)") }
        // An engine may have one answer under way at a time.
        guard !database.isAnswering else { throw .misuse("a statement inside another's rows", statement: "\(sql)") }
        let statement = try database.engine.statement(sql)
        guard statement.isReadOnly || mayWrite else { throw .misuse("a write in a snapshot", statement: "\(sql)") }
        database.isAnswering = true
        return statement
    }

    @usableFromInline
    final func bind(_ value: SQLValue, _ index: inout Int32, _ statement: Statement) throws(StorageError) {
        index += 1
        try statement.bind(value, at: index)
    }

    @usableFromInline
    final func checkBound(_ count: Int32, _ statement: Statement) throws(StorageError) {
        if count != statement.parameterCount {
            throw .misuse("\(count) parameters for \(statement.parameterCount)", statement: "\(statement.sql)")
        }
    }

    @usableFromInline
    final func step(_ statement: Statement) throws(StorageError) -> Bool {
        if !statement.isReadOnly { note(statement) }
        return try statement.step()
    }

    /// Records that a statement writes.
    final func note(_ statement: Statement) {
        hasWritten = true
        database.engine.willRun(statement)
    }

    @inlinable
    final func read<Element>(_ statement: Statement, _ body: (borrowing Row) throws -> Element) throws -> Element {
        // Named, because passing the temporary crashes the 6.3.1 optimiser.
        let row = Row(statement)
        let element = try body(row)
        try statement.checkRow()
        return element
    }

    @usableFromInline
    final func finish(_ statement: Statement) {
        statement.reset()
        database.isAnswering = false
    }
}
