internal import CPages
internal import CSQLite

/// One connection to the engine. With ``Statement`` it is all that the rest of Storage knows of an engine: what stands above them
/// names no function, code or pragma of SQLite, and nothing outside this folder does. It belongs to one thread at a time.
///
/// This one is SQLite's. Writing connections: WAL, a sync at every commit (`synchronous=FULL`: what is answered is on the
/// disk), foreign keys enforced. Every page carries a checksum; a damaged one fails what reads it with a `StorageError` of the
/// kind `damage`.
///
/// `Tests/StorageTests/EngineConformanceTests` says what any engine must do.
@usableFromInline @safe final class EngineConnection {
    let handle: OpaquePointer
    private var cache = StatementCache()
    /// The counter by which row caches tell that a table has changed. It needs an engine that tells of what other connections
    /// commit; without one, ``tellsChanges`` is false, and nothing is cached between transactions.
    var changes = Changes()
    let tellsChanges = true
    /// A row found by its key costs microseconds and no wait, so that a network loop may ask for it itself.
    let isInProcess = true
    /// Pages in the write-ahead log after this connection's last commit.
    fileprivate(set) var logPages = 0

    /// - Parameter vfs: the name of a registered SQLite VFS; nil is the system's.
    init(
        path: String, vfs: String?, access: Database.Access, durability: Database.Durability
    ) throws(StorageError) {
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
        unsafe self.handle = handle
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
        unsafe sqlite3_close_v2(handle)
    }

    // Transactions

    /// Begins to write: nobody else writes before the end.
    func begin() throws(StorageError) {
        try run("BEGIN IMMEDIATE")
        changes.seen(version: try dataVersion())
    }

    /// Begins to read one state.
    func beginReading() throws(StorageError) { try run("BEGIN") }

    func commit() throws(StorageError) { try run("COMMIT") }

    /// Does nothing if the engine has rolled back by itself after a failed write.
    func rollback() {
        changes.undone()
        guard isInTransaction else { return }
        // The caller reports its own failure; a connection that cannot roll back refuses the next BEGIN.
        try? run("ROLLBACK")
    }

    var isInTransaction: Bool {
        unsafe sqlite3_get_autocommit(handle) == 0
    }

    /// Savepoints nest: each ends with the next `release` or `takeBack`.
    func savepoint() throws(StorageError) { try run("SAVEPOINT part") }

    func release() throws(StorageError) { try run("RELEASE part") }

    /// Undoes what was written since the savepoint, also after a statement has failed, and ends it.
    func takeBack() throws(StorageError) {
        try run("ROLLBACK TO part")
        try run("RELEASE part")
        changes.undone()
    }

    // Statements

    /// The prepared statement of a text, made the first time.
    func statement(_ sql: SQL) throws(StorageError) -> Statement {
        if let statement = cache[sql] { return statement }
        (changes.tablesOfStatement, changes.growingOfStatement) = ([], [])
        let statement = try unsafe Statement(sql, on: handle)
        (statement.changes, statement.growing) = (changes.tablesOfStatement, changes.growingOfStatement)
        cache.insert(statement)
        return statement
    }

    /// A statement is about to write.
    func willRun(_ statement: Statement) {
        changes.note(changed: statement.changes, growing: statement.growing)
    }

    /// Rows that the last statement inserted, updated or deleted.
    var changedRows: Int {
        unsafe Int(sqlite3_changes64(handle))
    }

    /// Runs a statement without parameters and ignores its rows.
    func run(_ sql: SQL) throws(StorageError) {
        let statement = try statement(sql)
        defer { statement.reset() }
        while try statement.step() {}
    }

    /// Several statements in one text, for migrations.
    func run(script: String) throws(StorageError) {
        changes.undone()
        let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw unsafe StorageError.last(of: handle, code, "script").about(script) }
    }

    /// Returns a number that changes when another connection commits.
    private func dataVersion() throws(StorageError) -> Int64 {
        let statement = try statement("PRAGMA data_version")
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }
}

private func noteLogPages(
    _ context: UnsafeMutableRawPointer?, _: OpaquePointer?, _: UnsafePointer<CChar>?, _ pages: Int32
) -> Int32 {
    guard let context = unsafe context else { return SQLITE_OK }
    unsafe Unmanaged<EngineConnection>.fromOpaque(context).takeUnretainedValue().logPages = Int(pages)
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
    unsafe Unmanaged<EngineConnection>.fromOpaque(context).takeUnretainedValue().changes.noteInStatement(
        name, isNew: isNew)
    return SQLITE_OK
}
