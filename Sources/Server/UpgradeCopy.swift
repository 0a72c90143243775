import Console
import Foundation
import Service
import Storage

extension DataFolder {
    /// OPS-7: keeps the database as it is before this version changes its schema, so that the earlier version can be put back.
    /// - Parameter database: open for writing, by nobody else.
    /// - Returns: the path of the copy, `rollcall.db.before-NUMBER` by the next step of the schema; nil if nothing is changed.
    func keepBeforeUpgrade(_ database: Database) throws -> String? {
        let steps = try database.stepsRun("service")
        guard steps < Schema.migrations.count else { return nil }
        let copy = "\(self.database).before-\(steps + 1)"
        guard !FileManager.default.fileExists(atPath: copy) else { return copy }
        // Everything is in the one file then.
        try database.checkpoint(.waiting)
        let size = try FileManager.default.attributesOfItem(atPath: self.database)[.size] as? Int64 ?? 0
        guard try Disk(of: self).freeBytes > size + Self.spareBytes else {
            throw CommandFailure(
                .failure, name: "disk_full",
                Phrase(
                    "no room for a copy of the database before its upgrade: \(size >> 20) MiB",
                    "空间不足，无法在升级前复制数据库（\(size >> 20) MiB）"),
                hint: Phrase("free some and start again; nothing was changed", "请腾出空间后重新启动；尚未作任何更改"))
        }
        let draft = copy + ".new"
        if FileManager.default.fileExists(atPath: draft) { try FileManager.default.removeItem(atPath: draft) }
        try FileManager.default.copyItem(atPath: self.database, toPath: draft)
        try BackupFile(draft, for: .writing).sync()
        guard unsafe rename(draft, copy) == 0 else { throw failure(copy) }
        try BackupFile.syncFolder(of: copy)
        return copy
    }

    /// For what the upgrade itself writes.
    private static let spareBytes: Int64 = 64 << 20
}
