import CLinux
import Glibc

/// The descriptors of this process: each connection takes one, and the server's files always need some.
enum OpenFiles {
    /// Raises the limit to the system's maximum.
    static func raiseLimit() {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Returns the most connections that leave enough descriptors for files. Call it once the server's files are open.
    static func connections(atMost wanted: Int) throws(NetworkError) -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            throw .system("getrlimit", errno: errno)
        }
        let open = Int(try NetworkError.check("counting open files", clinux_open_descriptors()))
        let left = Int(clamping: limit.rlim_cur) - open
        let room = left - min(spare, left / 4)
        guard room >= fewest else {
            throw .tooFewFiles(limit: Int(clamping: limit.rlim_cur), needed: open + fewest * 2)
        }
        return min(wanted, room)
    }

    /// Descriptors for short-lived files: temporary files of the database, requests to gateways, a backup.
    private static let spare = 64
    /// The fewest connections with which a server starts.
    private static let fewest = 8
}
