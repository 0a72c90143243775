internal import CPages
internal import CSQLite

/// The pages of one committed state of a database, read past SQLite while others write. It lasts as long as the snapshot it
/// is made in; until then the write-ahead log grows with every commit.
package struct PageSnapshot {
    /// The number of pages, which are counted from 1.
    package let count: Int
    private let database: Database
    private let state: cpages_snapshot
    /// The last frame of each page that is in the log and not yet in the database file.
    private let frames: [UInt32: UInt32]

    package init(_ snapshot: Snapshot) throws {
        let database = snapshot.database
        // SQLite begins to read with the first question.
        _ = try database.isCovered()
        let state = try database.logState()
        var frames: [UInt32: UInt32] = [:]
        for frame in state.moved..<state.frames {
            var page: UInt32 = 0
            var state = state
            try database.check(unsafe cpages_frame(database.engine.handle, &state, frame + 1, &page), "a frame")
            frames[page] = frame + 1
        }
        // A log without a frame says nothing of the size.
        let pages = state.pages > 0 ? state.pages : try database.storedPages()
        (self.database, self.state, self.frames, count) = (database, state, frames, Int(pages))
    }

    /// Reads a page into `page`, which has `Database.pageSize` bytes. The bytes of its checksum are zeros.
    /// - Returns: false for the one page that SQLite never writes.
    /// - Throws: `damage` for a page that is not what was written.
    package func read(_ number: Int, into page: inout [UInt8]) throws(StorageError) -> Bool {
        precondition(page.count == Database.pageSize && (1...count).contains(number), "page \(number) of \(count)")
        // It holds SQLite's lock bytes.
        if number == 0x4000_0000 / Database.pageSize + 1 { return false }
        let code = unsafe page.withUnsafeMutableBufferPointer { buffer in
            unsafe cpages_read(
                database.engine.handle, UInt32(number), frames[UInt32(number)] ?? 0, buffer.baseAddress)
        }
        if code != SQLITE_OK, let damaged = unsafe damagedPage(database.engine.handle, code) {
            throw StorageError(.damage, damaged, statement: database.path)
        }
        try database.check(code, "page \(number)")
        return true
    }

    /// Frames that commits have added to the write-ahead log since this state.
    package func growth() throws(StorageError) -> Int {
        let now = try database.logState()
        // With nothing in the log to protect, a writer may begin it anew.
        return Int(now.frames) - (now.round == state.round && now.frames >= state.frames ? Int(state.frames) : 0)
    }
}

extension Database {
    /// Whether a checkpoint has moved the whole write-ahead log into the database file. Call after a first question.
    package func isLogMoved() throws(StorageError) -> Bool {
        let state = try logState()
        return state.moved == state.frames
    }

    /// The present number of pages in the database file.
    package func storedPages() throws(StorageError) -> UInt32 {
        var pages: UInt32 = 0
        try check(unsafe cpages_stored(engine.handle, &pages), "the size")
        return pages
    }

    /// The state of a page as stored in the database file. One that is being written may appear damaged: ask again.
    /// - Parameter number: from 1; of a page that a database read from here had.
    package func stored(_ number: UInt32) throws(StorageError) -> PageFile.State {
        var judgement: Int32 = 0
        let code = unsafe cpages_judge_stored(engine.handle, number, &judgement)
        // The file is shorter now.
        if code == SQLITE_IOERR | 2 << 8 { return .sound }
        try check(code, "page \(number)")
        return PageFile.State(judgement)
    }

    /// Fills a page's reserved bytes with its checksum, for a file that is written past SQLite.
    /// - Parameter page: of `pageSize` bytes.
    package static func cover(_ page: inout [UInt8], number: UInt32) {
        let size = Int32(page.count)
        unsafe page.withUnsafeMutableBufferPointer { unsafe cpages_cover($0.baseAddress, size, number) }
    }

    fileprivate func logState() throws(StorageError) -> cpages_snapshot {
        var state = cpages_snapshot()
        var code = SQLITE_BUSY
        // A commit writes the index of the log in less than a microsecond.
        for _ in 0..<1_000_000 where code == SQLITE_BUSY { code = unsafe cpages_snapshot(engine.handle, &state) }
        try check(code, "the state of the log")
        return state
    }

    fileprivate func check(_ code: Int32, _ what: String) throws(StorageError) {
        if code != SQLITE_OK { throw StorageError(code: code, about: "\(what) of \(path)") }
    }
}

/// The name of a round of the log.
private func == (
    left: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8),
    right: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8)
) -> Bool {
    left.0 == right.0 && left.1 == right.1 && left.2 == right.2 && left.3 == right.3 && left.4 == right.4
        && left.5 == right.5 && left.6 == right.6 && left.7 == right.7
}
