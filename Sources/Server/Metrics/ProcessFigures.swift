import Foundation

/// The system's figures of this process.
struct ProcessFigures {
    let residentBytes: Int
    let openFiles: Int
    let mostOpenFiles: UInt64
    let processorMicroseconds: Int

    init() throws {
        let folder = DataFolder(path: "/proc/self")
        let pages = String(decoding: try folder.read("/proc/self/statm"), as: UTF8.self).split(separator: " ")
        residentBytes = (pages.count > 1 ? Int(pages[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        openFiles = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        var limit = rlimit()
        unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        mostOpenFiles = UInt64(limit.rlim_cur)
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        processorMicroseconds = times.reduce(0) { $0 + Int($1.tv_sec) * 1_000_000 + Int($1.tv_usec) }
    }
}
