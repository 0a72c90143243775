import Console
import Foundation

/// Gives a data directory to one process at a time, by a lock on a file in it. The system releases it when the process
/// ends, so a killed process leaves no lock.
final class FolderLock {
    private let descriptor: Int32

    /// - Parameters:
    ///   - use: the command of the process, for the error of the next one.
    ///   - name: the file; another than `lock` is for what may go on beside the server.
    init(_ folder: DataFolder, for use: String, name: String = "lock") throws {
        let file = folder.path + "/" + name
        let opened = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw folder.failure(file) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            defer { close(opened) }
            throw errno == EWOULDBLOCK ? Self.inUse(folder, Self.holder(opened)) : folder.failure(file)
        }
        descriptor = opened
        let line = "\(getpid()) \(use)\n"
        // For people only: on a full disk the error does not name the process.
        ftruncate(descriptor, 0)
        _ = unsafe line.withCString { unsafe pwrite(descriptor, $0, line.utf8.count, 0) }
    }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> [Substring] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    }

    private static func inUse(_ folder: DataFolder, _ holder: [Substring]) -> CommandFailure {
        let (process, use) = (holder.first ?? "?", holder.dropFirst().first ?? "?")
        return CommandFailure(
            .failure, name: "in_use",
            Phrase(
                "\(folder.path) is in use by process \(process) (rollcalld \(use))",
                "\(folder.path) 正被进程 \(process)（rollcalld \(use)）使用"),
            hint: Phrase(
                "stop it first: kill \(process), or systemctl stop; or choose another directory",
                "请先停止该进程（kill \(process) 或 systemctl stop），或另选目录"))
    }
}
