import Seeded

internal import CSQLite

/// The state of one disk: its files and handles. Functions return SQLite result codes.
struct DiskState {
    struct Fault {
        let count: SimulatedDisk.Count
        let numbers: Range<Int>
        let failure: SimulatedDisk.Failure
    }

    /// One `xOpen`: a connection has one for the database and one for its log.
    struct Handle {
        let file: DiskFile
        let shared: SharedMemory
        let path: String?
        let generation: Int
        let isDeletedOnClose: Bool
    }

    private(set) var names: [String: DiskFile] = [:]
    /// The directory after a power cut.
    private var durableNames: [String: DiskFile] = [:]
    private var handles: [Int: Handle] = [:]
    private var nextHandle = 1
    private var generation = 0

    private(set) var changes = 0
    private(set) var reads = 0
    var cutAt: Int?
    var fault: Fault?
    var isDead = false

    mutating func add(_ path: String, _ bytes: [UInt8]) {
        let file = DiskFile(durable: bytes)
        names[path] = file
        durableNames[path] = file
    }

    mutating func restart(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // Sorted, because a dictionary's order differs between runs and a seed must reproduce.
        for path in Set(names.keys).union(durableNames.keys).sorted() where names[path] !== durableNames[path] {
            if Bool.random(using: &random) { durableNames[path] = names[path] }
        }
        names = durableNames
        for path in names.keys.sorted() { names[path]?.lose(using: &random) }
        generation += 1
        changes = 0
        reads = 0
        cutAt = nil
        fault = nil
        isDead = false
    }

    // Files by name

    mutating func open(_ path: String?, create: Bool, deleteOnClose: Bool) -> (code: Int32, handle: Int) {
        if isDead { return (Code.readFailed, 0) }
        let file: DiskFile
        if let path, let known = names[path] {
            file = known
        } else {
            guard create || path == nil else { return (SQLITE_CANTOPEN, 0) }
            file = DiskFile(durable: [])
            if let path { names[path] = file }
        }
        defer { nextHandle += 1 }
        handles[nextHandle] = Handle(
            file: file, shared: file.shared, path: path, generation: generation, isDeletedOnClose: deleteOnClose)
        return (SQLITE_OK, nextHandle)
    }

    mutating func close(_ number: Int) {
        guard let handle = handles.removeValue(forKey: number) else { return }
        handle.file.locks.unlock(number, to: SQLITE_LOCK_NONE)
        handle.shared.release(number)
        if handle.isDeletedOnClose, let path = handle.path, handle.generation == generation {
            names[path] = nil
        }
    }

    mutating func delete(_ path: String, syncingFolder: Bool) -> Int32 {
        let code = beginChange(Code.deleteFailed)
        guard code == SQLITE_OK else { return code }
        guard names.removeValue(forKey: path) != nil else { return Code.deleteFoundNothing }
        if syncingFolder && !isDead { durableNames = names }
        return isDead ? Code.deleteFailed : SQLITE_OK
    }

    func exists(_ path: String) -> (code: Int32, exists: Bool) {
        isDead ? (Code.accessFailed, false) : (SQLITE_OK, names[path] != nil)
    }

    // Open files

    mutating func read(_ number: Int, _ count: Int, at offset: Int) -> (code: Int32, bytes: [UInt8]) {
        guard let file = live(number) else { return (Code.readFailed, []) }
        reads += 1
        if let code = failure(.reads, reads, Code.readFailed) { return (code, []) }
        let bytes = file.read(count, at: offset)
        return (bytes.count == count ? SQLITE_OK : Code.shortRead, bytes)
    }

    mutating func write(_ number: Int, _ bytes: [UInt8], at offset: Int) -> Int32 {
        change(number, Code.writeFailed) { $0.write(bytes, at: offset) }
    }

    mutating func truncate(_ number: Int, to size: Int) -> Int32 {
        change(number, Code.truncateFailed) { $0.truncate(to: size) }
    }

    mutating func sync(_ number: Int) -> Int32 {
        guard let handle = handles[number], let file = live(number) else { return Code.syncFailed }
        let code = beginChange(Code.syncFailed)
        guard code == SQLITE_OK else { return code }
        // A cut during the sync: the seed decides what reached the disk.
        if isDead { return Code.syncFailed }
        file.sync()
        // The first sync of a new journal or log also syncs its folder.
        if let path = handle.path, names[path] === file, durableNames[path] !== file { durableNames = names }
        return SQLITE_OK
    }

    func live(_ number: Int) -> DiskFile? {
        guard !isDead, let handle = handles[number], handle.generation == generation else { return nil }
        return handle.file
    }

    /// Returns an open file, even after a cut, to release its locks.
    func handle(_ number: Int) -> Handle? {
        handles[number]
    }

    // Faults

    private mutating func change(_ number: Int, _ failed: Int32, _ body: (DiskFile) -> Void) -> Int32 {
        guard let file = live(number) else { return failed }
        let code = beginChange(failed)
        guard code == SQLITE_OK else { return code }
        body(file)
        return isDead ? failed : SQLITE_OK
    }

    /// Counts a change. If the power is cut during it, the disk is dead afterwards, but the change is recorded, so that
    /// parts of it may survive.
    private mutating func beginChange(_ failed: Int32) -> Int32 {
        if isDead { return failed }
        changes += 1
        if let code = failure(.changes, changes, failed) { return code }
        if changes == cutAt { isDead = true }
        return SQLITE_OK
    }

    private func failure(_ count: SimulatedDisk.Count, _ number: Int, _ failed: Int32) -> Int32? {
        guard let fault, fault.count == count, fault.numbers.contains(number) else { return nil }
        return switch fault.failure {
        case .ioError: failed
        case .full: SQLITE_FULL
        }
    }
}

/// SQLite's extended codes, macros that Swift does not import.
enum Code {
    static let readFailed = SQLITE_IOERR | 1 << 8
    static let shortRead = SQLITE_IOERR | 2 << 8
    static let writeFailed = SQLITE_IOERR | 3 << 8
    static let syncFailed = SQLITE_IOERR | 4 << 8
    static let truncateFailed = SQLITE_IOERR | 6 << 8
    static let deleteFailed = SQLITE_IOERR | 10 << 8
    static let accessFailed = SQLITE_IOERR | 13 << 8
    static let deleteFoundNothing = SQLITE_IOERR | 23 << 8
}
