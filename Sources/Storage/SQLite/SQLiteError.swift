internal import CPages
internal import CSQLite

extension StorageError {
    /// The last failure of a connection.
    @unsafe static func last(of connection: OpaquePointer?, _ code: Int32, _ sql: SQL) -> StorageError {
        var message =
            unsafe damagedPage(connection, code) ?? sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
            ?? "no message"
        if code == SQLITE_NOMEM { message += " (limits of memory, address space)" }
        return StorageError(Kind(code: code), message, code: "\(code)", statement: "\(sql)")
    }

    /// A failure beside SQLite's statements.
    init(code: Int32, about place: String) {
        self.init(
            Kind(code: code), unsafe String(cString: sqlite3_errstr(code)), code: "\(code)", statement: place)
    }
}

extension StorageError.Kind {
    /// - Parameter code: extended.
    fileprivate init(code: Int32) {
        self =
            switch (code & 0xFF, code >> 8) {
            case (SQLITE_CONSTRAINT, 6), (SQLITE_CONSTRAINT, 8), (SQLITE_CONSTRAINT, 10): .duplicate
            case (SQLITE_CONSTRAINT, _): .constraint
            // BUSY_SNAPSHOT: another connection has written since this one read.
            case (SQLITE_BUSY, 2): .retry
            case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): .busy
            // IOERR_SHMSIZE: the index of the log could not grow, which on a file system in memory is how it tells that it is full.
            case (SQLITE_FULL, _), (SQLITE_IOERR, 19): .full
            case (SQLITE_IOERR, 32), (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _): .damage
            case (SQLITE_IOERR, _), (SQLITE_CANTOPEN, _): .failedIO
            case (SQLITE_MISUSE, _): .misuse
            default: .other
            }
    }
}

/// The state that the checksums' VFS keeps of the file.
func state(of connection: OpaquePointer?) -> cpages_state {
    var state = cpages_state()
    // Fails only without this VFS; then nothing is known.
    _ = unsafe sqlite3_file_control(connection, "main", Int32(cpages_state_code), &state)
    return state
}

/// Describes the page that failed its check; nil for another failure.
func damagedPage(_ connection: OpaquePointer?, _ code: Int32) -> String? {
    guard code == SQLITE_IOERR | 32 << 8 else { return nil }
    let state = unsafe state(of: connection)
    return "page \(state.damaged) is damaged" + (state.is_in_log != 0 ? ", in the write-ahead log" : "")
}
