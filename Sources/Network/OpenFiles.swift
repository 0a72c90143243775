import CLinux
import Glibc

/// The descriptors of this process: a connection is one, and the files of the server need some at all times.
enum OpenFiles {
    /// Takes as many as the system allows.
    static func raiseLimit() {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Connections that leave descriptors to spare for files. What a server keeps open must be open when this is asked.
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

    /// For what is opened now and then: files the engine makes for a moment, requests to gateways, a copy.
    private static let spare = 64
    /// Connections a server is worth starting for.
    private static let fewest = 8
}
