import Console
import Foundation
import Network
import Service
import Storage
import Threads

/// The surroundings that `rollcalld check` looks at: settings, disk, clock, certificate, backups. None of it is damage, but each is
/// to be put right.
struct Surroundings {
    private let folder: DataFolder
    private let nowMs: Int64

    init(_ folder: DataFolder, nowMs: Int64 = WallClock.nowMs()) {
        (self.folder, self.nowMs) = (folder, nowMs)
    }

    /// - Parameter mark: the last mark of the database.
    func warnings(_ mark: CommitMark) throws -> [Phrase] {
        try settings() + disk() + clock(mark) + certificates() + backups()
    }

    private func settings() throws -> [Phrase] {
        _ = try ServerSettings.read(folder)
        return try SettingNames.unknown(in: folder).map { unknown in
            Phrase("\(folder.settings): \(unknown.text.en)", "\(folder.settings)：\(unknown.text.zh)")
        }
    }

    private func disk() throws -> [Phrase] {
        let disk = try Disk(of: folder)
        guard disk.isLow else { return [] }
        let (free, low) = (disk.freeBytes >> 20, disk.lowBytes >> 20)
        return [
            Phrase(
                "the disk is nearly full: \(free) MiB are free, \(low) MiB should be",
                "磁盘空间不足：剩余 \(free) MiB，应至少有 \(low) MiB")
        ]
    }

    private func clock(_ mark: CommitMark) throws -> [Phrase] {
        var warnings: [Phrase] = []
        if mark.atMs > nowMs + 1000 {
            warnings.append(
                Phrase(
                    "the clock is behind: it is \(Moment.text(nowMs)), and the database was written at \(Moment.text(mark.atMs))",
                    "系统时钟偏慢：现在为 \(Moment.text(nowMs))，而数据库最后写入于 \(Moment.text(mark.atMs))"))
        }
        if !WallClock.isSynchronised {
            warnings.append(
                Phrase(
                    "the clock is not synchronised, and check-ins are judged by it", "系统时钟未同步，而签到以其为准"))
        }
        return warnings
    }

    private func certificates() throws -> [Phrase] {
        let expiresMs = try folder.tlsIdentity().expiresMs
        guard expiresMs - nowMs < Condition.certificateMs else { return [] }
        let day = Moment.text(expiresMs)
        return [
            expiresMs < nowMs
                ? Phrase("the certificate has expired: \(day)", "证书已过期：\(day)")
                : Phrase("the certificate expires soon: \(day)", "证书即将到期：\(day)")
        ]
    }

    private func backups() throws -> [Phrase] {
        guard let last = try LastBackup(in: folder) else {
            return [
                Phrase(
                    "no backup was made yet: rollcalld backup create FILE --data DIR",
                    "尚未备份：rollcalld backup create 文件 --data 目录")
            ]
        }
        let days = (nowMs - last.madeMs) / 86_400_000
        guard days > 2 else { return [] }
        return [Phrase("the last backup is \(days) days old", "最近一次备份已是 \(days) 天前")]
    }
}
