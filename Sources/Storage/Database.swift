internal import CPages
internal import CSQLite

/// One connection to a SQLite file. For one thread at a time; not shared.
///
/// Writing connections use WAL, sync at every commit (`synchronous=FULL`: every answer is durable) and enforce foreign
/// keys. Checkpoints are made by `checkpoint`, never inside a commit, so that no answer waits for one.
///
/// Every page carries a checksum; reading a damaged page throws a `StorageError` of kind `damage`.
@usableFromInline @safe package final class Database {
    package enum Access: Sendable {
        case reading, writing
    }

    /// When commits are synced.
    package enum Durability: Sendable {
        /// Every commit.
        case everyCommit
        /// By the system, at any later time. For tests of what that loses.
        case whenever
    }

    package let path: String
    let connection: OpaquePointer
    private var cache = StatementCache()
    /// The counters by which row caches detect changes of a table.
    var changes = Changes()
    var ids = Ids()
    /// Pages in the write-ahead log after this connection's last commit.
    fileprivate(set) var logPages = 0
    /// Rows of a statement are being read.
    var isAnswering = false

    /// - Parameter vfs: the name of a registered SQLite VFS; nil for the system's.
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
        // 64 MB of page cache; temporary tables and sorters stay in memory.
        try run("PRAGMA cache_size = -65536")
        try run("PRAGMA temp_store = MEMORY")
        switch access {
        case .writing:
            try run("PRAGMA page_size = 4096")
            try reserveChecksums()
            try run("PRAGMA journal_mode = WAL")
            try run("PRAGMA foreign_keys = ON")
            // Deleted data is overwritten, so that a stolen file contains none of it.
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
        try run("BEGIN")
        defer { rollback() }
        let snapshot = Snapshot(self)
        defer { snapshot.isOver = true }
        return try body(snapshot)
    }

    /// Whether a checkpoint waits for readers of older snapshots.
    package enum Patience: Sendable {
        /// Leaves frames that a reader still needs.
        case passive
        /// Waits for such readers (up to the busy timeout), so that the log restarts.
        case waiting
    }

    /// Checkpoints the write-ahead log into the database file.
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

    // Transactions

    func begin() throws(StorageError) -> Transaction {
        try run("BEGIN IMMEDIATE")
        changes.seen(version: try dataVersion())
        return Transaction(self)
    }

    func commit() throws(StorageError) {
        try run("COMMIT")
        ids.committed()
    }

    /// Does nothing if SQLite has rolled back by itself after a failed write.
    func rollback() {
        ids.rolledBack()
        changes.undone()
        guard isInTransaction else { return }
        // The caller reports its own failure; a connection that cannot roll back refuses the next BEGIN.
        try? run("ROLLBACK")
    }

    var isInTransaction: Bool {
        unsafe sqlite3_get_autocommit(connection) == 0
    }

    /// Runs a statement without parameters and ignores its rows.
    func run(_ sql: SQL) throws(StorageError) {
        let statement = try statement(sql)
        defer { statement.reset() }
        while try statement.step() {}
    }

    func statement(_ sql: SQL) throws(StorageError) -> Statement {
        if let statement = cache[sql] { return statement }
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

    /// Returns a number that changes when another connection commits.
    private func dataVersion() throws(StorageError) -> Int64 {
        let statement = try statement("PRAGMA data_version")
        defer { statement.reset() }
        return try statement.step() ? unsafe sqlite3_column_int64(statement.handle, 0) : 0
    }

    /// Runs several statements in one text, for migrations.
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

/// Called by SQLite while it prepares a statement, with each of the statement's actions.
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
    /// Returns the same error for a statement that is not a literal.
    func about(_ statement: String) -> StorageError {
        StorageError(code: code, message: message, statement: statement)
    }
}
