internal import CPages
internal import CSQLite

// The file itself: its checksums, its log, its soundness.
extension Database {
    /// Bytes of a page.
    package static let pageSize = 4096

    /// A new database will have room for a checksum in each page; an older one once it is rewritten.
    func reserveChecksums() throws(StorageError) {
        var count = Int32(cpages_reserved)
        let code = unsafe sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &count)
        guard code == SQLITE_OK else { throw unsafe .last(of: connection, code, "reserve bytes") }
    }

    /// Whether pages carry checksums: not in a database made before there were any.
    package func isCovered() throws(StorageError) -> Bool {
        try run("PRAGMA schema_version")
        return unsafe state(of: connection).is_covered != 0
    }

    /// Gives a database made before there were checksums its own, by writing all of it anew beside itself. Needs twice its
    /// size of disk and all of its time; nobody else may have it open.
    /// - Returns: false when the disk has no room or somebody else has it open: then it stays as it was.
    package func coverPages() throws(StorageError) -> Bool {
        if try isCovered() { return true }
        do {
            // In a file: the whole database would not fit into memory.
            try run("PRAGMA temp_store = FILE")
            try run("VACUUM")
            try run("PRAGMA temp_store = MEMORY")
            try checkpoint(.waiting)
            return try isCovered()
        } catch  where error.kind == .full {
            try run("PRAGMA temp_store = MEMORY")
            return false
        }
    }

    /// Makes the write-ahead log so long that commits write over it: a commit that lengthens a file writes the file's inode
    /// too, and waits for that.
    /// - Returns: false when the disk has no room for that: then the log stays as short as it was.
    package func lengthenLog(toPages pages: Int) throws(StorageError) -> Bool {
        try run("BEGIN IMMEDIATE")
        defer { rollback() }
        // A frame is a page behind a header of 24 bytes.
        let code = unsafe csqlite_lengthen_log(connection, Int64(pages) * Int64(Self.pageSize + 24))
        if code == SQLITE_FULL { return false }
        guard code == SQLITE_OK else { throw unsafe .last(of: connection, code, "lengthen the log") }
        return true
    }

    /// Keeps no more than 2 MiB of pages in memory: for whoever reads everything once.
    package func keepLittle() throws(StorageError) { try run("PRAGMA cache_size = -2048") }

    /// Closing leaves the file and its log as they are, so that looking at them changes nothing.
    package func leaveLog() throws(StorageError) {
        let code = unsafe csqlite_leave_log(connection)
        guard code == SQLITE_OK else { throw unsafe .last(of: connection, code, "leave the log") }
    }

    /// The faults that SQLite finds in the file; empty when it is sound.
    package func integrityProblems() throws -> [String] {
        try read { snapshot in
            try snapshot.all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
                + snapshot.all("PRAGMA foreign_key_check") { "foreign key broken in \($0.text(0))" }
        }
    }
}

private func state(of connection: OpaquePointer?) -> cpages_state {
    var state = cpages_state()
    // Fails only where there is no such VFS, and then nothing is known.
    _ = unsafe sqlite3_file_control(connection, "main", Int32(cpages_state_code), &state)
    return state
}

/// The page that was refused, said for people; nil for another failure.
func damagedPage(_ connection: OpaquePointer?, _ code: Int32) -> String? {
    guard code == SQLITE_IOERR | 32 << 8 else { return nil }
    let state = unsafe state(of: connection)
    return "page \(state.damaged) is damaged" + (state.is_in_log != 0 ? ", in the write-ahead log" : "")
}
