import ClientKit
import Console
import Crypto
import Glibc
import Storage
import Threads

/// `device.key`, the terminal's identity. A terminal with records never gets a new one.
enum DeviceKey {
    /// - Parameter isNew: nothing was recorded yet, so a missing key is created.
    static func read(_ folder: String, isNew: Bool) throws -> SigningKey {
        let file = folder + "/device.key"
        if isNew, try PrivateFile.read(file) == nil { try PrivateFile.create(SystemRandom.bytes(32), at: file) }
        guard let seed = try PrivateFile.read(file) else {
            throw failure(Phrase("\(file) is missing", "缺少 \(file)"))
        }
        guard seed.count == 32 else {
            throw failure(
                Phrase("\(file) has \(seed.count) bytes instead of 32", "\(file) 为 \(seed.count) 字节，应为 32 字节"))
        }
        var status = stat()
        if unsafe stat(file, &status) == 0, status.st_mode & 0o077 != 0 {
            throw CommandFailure(
                .failure, name: "not_private",
                Phrase("\(file) is open to others", "\(file) 对其他用户开放"),
                hint: Phrase("run: chmod go= \(file)", "请运行：chmod go= \(file)"))
        }
        return try SigningKey(seed: seed)
    }

    private static func failure(_ message: Phrase) -> CommandFailure {
        CommandFailure(
            .failure, name: "device_key", message,
            hint: Phrase(
                """
                Put back a copy of it. Without one this terminal cannot go on: keep its folder, where terminal.db still \
                holds what was not synced, and enrol with another --home.
                """,
                "请从备份恢复该文件。如无备份，本终端无法继续使用：请保留该目录（terminal.db 中仍有未同步的记录），并用另一个 --home 重新注册。"))
    }
}

extension StorageError {
    /// The error with advice for people.
    func commandFailure(_ file: String) -> CommandFailure {
        switch kind {
        case .damage:
            CommandFailure(
                .failure, name: "damaged", Phrase("\(file) is damaged: \(message)", "\(file) 已损坏：\(message)"),
                hint: Phrase(
                    """
                    Keep the folder as it is: much of it may be read yet. What was synced is safe at the server; enrol with \
                    another --home to go on.
                    """,
                    "请原样保留该目录，其中大部分数据可能仍可读取。已同步的记录在服务器上是安全的；请用另一个 --home 重新注册后继续使用。"))
        case .full:
            CommandFailure(
                .failure, name: "disk_full", Phrase("the disk is full: nothing was recorded", "磁盘已满：未记录任何内容"),
                hint: Phrase("free some space, then do it again", "请清理磁盘空间后重试"))
        case .busy, .retry:
            CommandFailure(
                .retryable, name: "busy", Phrase("\(file) is in use", "\(file) 正被占用"),
                hint: Phrase("do it again", "请重试"))
        case .failedIO:
            CommandFailure(
                .failure, name: "disk",
                Phrase("\(file) cannot be read or written (code \(code))", "无法读写 \(file)（代码 \(code)）"),
                hint: Phrase("look after the disk, then do it again", "请检查磁盘后重试"))
        case .duplicate, .constraint, .text, .misuse, .other:
            CommandFailure(.failure, name: "storage", Phrase("\(file): \(self)", "\(file)：\(self)"))
        }
    }
}
