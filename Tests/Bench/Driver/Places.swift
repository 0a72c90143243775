import Foundation

/// The folders of programs and files. Data is below `.build`, on the repository's disk: in a memory file system a sync
/// would cost nothing.
struct Places {
    let programs: String
    let yardsticks: String
    let folder: String
    let attendanceFile: String?
    /// Less than 1 tries the works on classes with a part of their people.
    let scale: Double

    init(attendanceFile given: String?, scale: Double) throws {
        self.scale = scale
        let manager = FileManager.default
        let here = manager.currentDirectoryPath
        programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        yardsticks = here + "/.build/yardstick"
        folder = here + "/.build/bench"
        let usual = here + "/../shared/data/attlog-1.dat"
        attendanceFile = given ?? (manager.fileExists(atPath: usual) ? usual : nil)
        if manager.fileExists(atPath: folder) { try manager.removeItem(atPath: folder) }
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    var server: String { programs + "/rollcalld" }

    /// Returns how many of so many things are asked of a work.
    func scaled(_ count: Int) -> Int { max(1, Int(Double(count) * scale)) }

    func file(_ name: String) -> String { folder + "/" + name }

    /// - Returns: the path.
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: file(name), atomically: false, encoding: .utf8)
        return file(name)
    }

    func remove(_ name: String) throws {
        for file in [name, name + "-wal", name + "-shm"]
        where FileManager.default.fileExists(atPath: folder + "/" + file) {
            try FileManager.default.removeItem(atPath: folder + "/" + file)
        }
    }

    /// Copies a folder or a file.
    func copy(_ name: String, to copy: String) throws -> String {
        try remove(copy)
        try FileManager.default.copyItem(atPath: file(name), toPath: file(copy))
        return file(copy)
    }

    func size(of name: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: file(name))[.size] as? Int ?? 0
    }
}
