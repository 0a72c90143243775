internal import CSQLite

/// SQLite's five lock levels on one file, among the connections of one process.
struct FileLocks {
    private var levels: [Int: Int32] = [:]

    mutating func lock(_ handle: Int, to level: Int32) -> Int32 {
        let others = levels.filter { $0.key != handle }.values
        let isFree =
            switch level {
            case SQLITE_LOCK_SHARED: !others.contains { $0 >= SQLITE_LOCK_PENDING }
            case SQLITE_LOCK_RESERVED: !others.contains { $0 >= SQLITE_LOCK_RESERVED }
            default: others.allSatisfy { $0 == SQLITE_LOCK_NONE }
            }
        guard isFree else { return SQLITE_BUSY }
        levels[handle] = max(level, levels[handle] ?? SQLITE_LOCK_NONE)
        return SQLITE_OK
    }

    mutating func unlock(_ handle: Int, to level: Int32) {
        levels[handle] = level == SQLITE_LOCK_NONE ? nil : level
    }

    var isReserved: Bool {
        levels.values.contains { $0 >= SQLITE_LOCK_RESERVED }
    }
}
