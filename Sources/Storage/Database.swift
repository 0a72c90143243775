internal import CPages
internal import CSQLite

/// One connection to a SQLite file. It belongs to one thread at a time and is not shared.
///
/// Writing connections: WAL, a sync at every commit (`synchronous=FULL`: what is answered is on the disk), foreign keys
/// enforced. Checkpoints are taken by `checkpoint`, never inside a commit, so that no answer waits for one.
///
/// Every page carries a checksum; a damaged one fails what reads it with a `StorageError` of the kind `damage`.
@usableFromInline @safe package final class Database {
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
    let connection: OpaquePointer
    private var cache = StatementCache()
    /// The counter by which row caches tell that a table has changed.
    var changes = Changes()
    var ids = Ids()
    /// Pages in the write-ahead log after the last commit of this connection.
    fileprivate(set) var logPages = 0

    /// - Parameter vfs: the name of a registered SQLite VFS; nil is the system's.
    package init(
        path: String, vfs: String? = nil, access: Access = .writing, durability: Durability = .everyCommit
    ) throws(StorageError) {
        self.path = path
        Self.configured
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let create = access == .writing ? SQLITE_OPEN_CREATE : 0
        guard let checked = unsafe cpages_vfs(vfs) else { throw .misuse("no VFS \(vfs ?? "")", statement: "open") }
        let code = unsafe sqlite3_open_v2(path, &handle, flags | create, checked)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            defer { unsafe sqlite3_close_v2(handle) }
            throw unsafe StorageError.last(of: handle, code, "open").about(path)
        }
        unsafe connection = handle
        unsafe sqlite3_busy_timeout(handle, 5000)
        // 64 MB of pages in memory; temporary tables and sorters stay there too.
        try run("PRAGMA cache_size = -65536")
        try run("PRAGMA temp_store = MEMORY")
        switch access {
        case .writing:
            try run("PRAGMA page_size = 4096")
            try reserveChecksums()
            try run("PRAGMA journal_mode = WAL")
            try run("PRAGMA foreign_keys = ON")
            // What is deleted is overwritten: a stolen file holds nothing of who is gone.
            try run("PRAGMA secure_delete = ON")
            switch durability {
            case .everyCommit: try run("PRAGMA synchronous = FULL")
            case .whenever: try run("PRAGMA synchronous = OFF")
            }
            let context = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe sqlite3_wal_hook(handle, noteLogPages, context)
            unsafe sqlite3_set_authorizer(handle, noteChangedTable, context)
        case .reading:
            try run("PRAGMA query_only = ON")
        }
    }

    private static let configured: Void = csqlite_forgo_statistics()

    deinit {
        cache.removeAll()
        unsafe sqlite3_close_v2(connection)
    }

    /// Runs `body` in a transaction of its own and commits it; rolls back when it throws.
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

    /// Runs `body` on one consistent state.
    package func read<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try run("BEGIN")
        defer { rollback() }
        let snapshot = Snapshot(self)
        defer { snapshot.isOver = true }
        return try body(snapshot)
    }

    /// Whether a checkpoint waits for readers of older states.
    package enum Patience: Sendable {
        /// Leaves what a reader still needs.
        case passive
        /// Waits for such readers (up to the busy timeout), so that the log starts afresh.
        case waiting
    }

    /// Moves the write-ahead log into the database file.
    package func checkpoint(_ patience: Patience = .passive) throws(StorageError) {
        let mode =
            switch patience {
            case .passive: SQLITE_CHECKPOINT_PASSIVE
            case .waiting: SQLITE_CHECKPOINT_RESTART
            }
        let code = unsafe sqlite3_wal_checkpoint_v2(connection, nil, mode, nil, nil)
        guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
            throw unsafe .last(of: connection, code, "checkpoint")
        }
    }

    // What transactions are made of

    func begin() throws(StorageError) -> Transaction {
        try run("BEGIN IMMEDIATE")
        changes.seen(version: try dataVersion())
        return Transaction(self)
    }

    func commit() throws(StorageError) {
        try run("COMMIT")
        ids.committed()
    }

    /// Nothing to do when SQLite has rolled back by itself after a failed write.
    func rollback() {
        ids.rolledBack()
        changes.undone()
        guard isInTransaction else { return }
        // Whoever rolls back reports a failure of its own; a connection that cannot do this refuses the next BEGIN.
        try? run("ROLLBACK")
    }

    var isInTransaction: Bool {
        unsafe sqlite3_get_autocommit(connection) == 0
    }

    /// A statement of the connection's own, without parameters; rows are ignored.
    func run(_ sql: SQL) throws(StorageError) {
        let statement = try statement(sql)
        statement.isRunning = true
        defer { statement.reset() }
        while try statement.step() {}
    }

    func statement(_ sql: SQL) throws(StorageError) -> Statement {
        if let statement = cache[sql] {
            if !statement.isRunning { return statement }
            return try prepared(sql)
        }
        let statement = try prepared(sql)
        cache.insert(statement)
        return statement
    }

    private func prepared(_ sql: SQL) throws(StorageError) -> Statement {
        (changes.tablesOfStatement, changes.growingOfStatement) = ([], [])
        let statement = try unsafe Statement(sql, on: connection)
        (statement.changes, statement.growing) = (changes.tablesOfStatement, changes.growingOfStatement)
        return statement
    }

    /// Changes when another connection has committed.
    private func dataVersion() throws(StorageError) -> Int64 {
        let statement = try statement("PRAGMA data_version")
        statement.isRunning = true
        defer { statement.reset() }
        return try statement.step() ? unsafe sqlite3_column_int64(statement.handle, 0) : 0
    }

    /// Several statements in one text, for migrations.
    func run(script: String) throws(StorageError) {
        changes.undone()
        let code = unsafe sqlite3_exec(connection, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw unsafe StorageError.last(of: connection, code, "script").about(script) }
    }
}

private func noteLogPages(
    _ context: UnsafeMutableRawPointer?, _: OpaquePointer?, _: UnsafePointer<CChar>?, _ pages: Int32
) -> Int32 {
    guard let context = unsafe context else { return SQLITE_OK }
    unsafe Unmanaged<Database>.fromOpaque(context).takeUnretainedValue().logPages = Int(pages)
    return SQLITE_OK
}

/// Told by SQLite while it prepares a statement, of everything the statement does.
private func noteChangedTable(
    _ context: UnsafeMutableRawPointer?, _ action: Int32, _ table: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
    _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
    let isNew = action == SQLITE_INSERT
    guard isNew || action == SQLITE_UPDATE || action == SQLITE_DELETE, let context = unsafe context,
        let table = unsafe table
    else { return SQLITE_OK }
    let name = unsafe String(cString: table)
    unsafe Unmanaged<Database>.fromOpaque(context).takeUnretainedValue().changes.noteInStatement(
        name, isNew: isNew)
    return SQLITE_OK
}

extension StorageError {
    /// The same error, told of a text that is no literal.
    func about(_ statement: String) -> StorageError {
        StorageError(code: code, message: message, statement: statement)
    }
}
