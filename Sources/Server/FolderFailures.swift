import Console
import Foundation
import Storage

extension StorageError {
    /// The error of a command on a data directory, with advice for people.
    var commandFailure: CommandFailure {
        switch kind {
        case .full:
            CommandFailure(
                .failure, name: "disk_full", Phrase("the disk of the data directory is full", "数据目录所在磁盘已满"),
                hint: Phrase("free some room and run the same command again", "请腾出空间后重新运行同一命令"))
        case .damage:
            CommandFailure(
                .failure, name: "damaged", Phrase("the database is damaged: \(message)", "数据库已损坏：\(message)"),
                hint: Phrase("run: rollcalld check --data DIR", "请运行：rollcalld check --data 目录"))
        case .busy, .retry:
            CommandFailure(
                .retryable, name: "busy", Phrase("the database is in use", "数据库正被占用"),
                hint: Phrase("run the same command again", "请稍后重新运行同一命令"))
        case .failedIO:
            CommandFailure(
                .failure, name: "disk",
                Phrase(
                    "the database cannot be read or written (code \(code))", "无法读写数据库（代码 \(code)）"),
                hint: Phrase(
                    "look after the disk and the permissions of the folder, then run the same command again",
                    "请检查磁盘和目录权限后重新运行同一命令"))
        case .duplicate, .constraint, .text, .misuse, .other:
            CommandFailure(.failure, name: "internal", Phrase("\(self)"))
        }
    }
}

extension CocoaError {
    /// Nil where the system gave no reason.
    var commandFailure: CommandFailure? {
        let path = filePath ?? ""
        switch code {
        case .fileWriteOutOfSpace: return .diskFull(path)
        case .fileWriteNoPermission, .fileReadNoPermission: return .refusedFile(path, name: "data", code: EACCES)
        case .fileNoSuchFile, .fileReadNoSuchFile: return .refusedFile(path, name: "data", code: ENOENT)
        case .fileWriteFileExists: return .refusedFile(path, name: "data", code: EEXIST)
        case .fileWriteVolumeReadOnly: return .refusedFile(path, name: "data", code: EROFS)
        default:
            guard let cause = underlying as? POSIXError else { return nil }
            return .refusedFile(path, name: "data", code: cause.code.rawValue)
        }
    }
}
