internal import CPages
internal import CSQLite

// The database file: its checksums, its log, its integrity.
extension Database {
    /// The size of a page in bytes.
    package static let pageSize = 4096

    /// Whether a checkpoint waits for readers of older snapshots.
    package enum Patience: Sendable {
        /// Leaves frames that a reader still needs.
        case passive
        /// Waits for such readers (up to the busy timeout), so that the log restarts.
        case waiting
    }

    /// Pages in the write-ahead log after this connection's last commit.
    package var logPages: Int { engine.logPages }

    /// Checkpoints the write-ahead log into the database file.
    package func checkpoint(_ patience: Patience = .passive) throws(StorageError) {
        let mode =
            switch patience {
            case .passive: SQLITE_CHECKPOINT_PASSIVE
            case .waiting: SQLITE_CHECKPOINT_RESTART
            }
        let code = unsafe sqlite3_wal_checkpoint_v2(engine.handle, nil, mode, nil, nil)
        guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
            throw unsafe .last(of: engine.handle, code, "checkpoint")
        }
    }

    /// Returns whether pages carry checksums; databases from before checksums do not.
    package func isCovered() throws(StorageError) -> Bool {
        try engine.run("PRAGMA schema_version")
        return unsafe state(of: engine.handle).is_covered != 0
    }

    /// Rewrites a database from before checksums, so that its pages carry them. Needs twice its size of disk, and
    /// exclusive access for the whole time.
    /// - Returns: false if the disk has no room or another connection is open; the database is then unchanged.
    package func coverPages() throws(StorageError) -> Bool {
        if try isCovered() { return true }
        do {
            // In a file, because the whole database would not fit into memory.
            try engine.run("PRAGMA temp_store = FILE")
            try engine.run("VACUUM")
            try engine.run("PRAGMA temp_store = MEMORY")
            try checkpoint(.waiting)
            return try isCovered()
        } catch  where error.kind == .full {
            try engine.run("PRAGMA temp_store = MEMORY")
            return false
        }
    }

    /// Extends the write-ahead log, so that commits overwrite it: a commit that extends a file also writes the file's
    /// inode, and waits for that.
    /// - Returns: false if the disk has no room; the log is then unchanged.
    package func lengthenLog(toPages pages: Int) throws(StorageError) -> Bool {
        try engine.run("BEGIN IMMEDIATE")
        defer { rollback() }
        // A frame is a page and a header of 24 bytes.
        let code = unsafe csqlite_lengthen_log(engine.handle, Int64(pages) * Int64(Self.pageSize + 24))
        if code == SQLITE_FULL { return false }
        guard code == SQLITE_OK else { throw unsafe .last(of: engine.handle, code, "lengthen the log") }
        return true
    }

    /// Limits the page cache to 2 MiB, for a scan of everything.
    package func keepLittle() throws(StorageError) { try engine.run("PRAGMA cache_size = -2048") }

    /// Closing leaves the file and its log unchanged, so that reading them has no effect.
    package func leaveLog() throws(StorageError) {
        let code = unsafe csqlite_leave_log(engine.handle)
        guard code == SQLITE_OK else { throw unsafe .last(of: engine.handle, code, "leave the log") }
    }

    /// Returns the faults that SQLite finds in the file; empty if there are none.
    package func integrityProblems() throws -> [String] {
        try read { snapshot in
            try snapshot.all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
                + snapshot.all("PRAGMA foreign_key_check") { "foreign key broken in \($0.text(0))" }
        }
    }
}

extension EngineConnection {
    /// Reserves room for a checksum in each page of a new database; in an older one once it is rewritten.
    func reserveChecksums() throws(StorageError) {
        var count = Int32(cpages_reserved)
        let code = unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &count)
        guard code == SQLITE_OK else { throw unsafe .last(of: handle, code, "reserve bytes") }
    }
}
