import Console
import Crypto
import Foundation
import Passes
import Service
import Storage
import Threads

/// Makes a server's folder from a backup. Everything is made in a draft inside it and moved into place when it is whole, the keys
/// last; the same command begins again, or goes on, after a kill at any point.
struct Restore {
    private let folder: DataFolder
    private let draft: DataFolder

    /// The draft is whole; what remains is to move its parts.
    private var whole: String { draft.path + "/whole" }

    /// - Parameter site: the site that the backup must be of; nil for any.
    static func run(
        _ path: String, into folder: DataFolder, with opener: BackupOpener, site: SiteFingerprint?
    ) throws -> Restored {
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try FolderLock(folder, for: "restore")
        defer { withExtendedLifetime(lock) {} }
        let restore = Restore(folder: folder, draft: DataFolder(path: folder.unfinishedRestore))
        if !FileManager.default.fileExists(atPath: restore.whole) {
            try restore.requireEmpty()
            try restore.make(path, opener, site)
        }
        try restore.adopt()
        return try Restored(folder)
    }

    private func requireEmpty() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        if let found = names.first(where: { !["lock", "restore.unfinished", "lost+found"].contains($0) }) {
            throw CommandFailure(
                .failure, name: "not_empty",
                Phrase("\(folder.path) is not empty: it has \(found)", "\(folder.path) 不是空目录，其中有 \(found)"),
                hint: Phrase("restore into a new directory", "请恢复到新目录"))
        }
    }

    private func make(_ path: String, _ opener: BackupOpener, _ site: SiteFingerprint?) throws {
        if FileManager.default.fileExists(atPath: draft.path) {
            try FileManager.default.removeItem(atPath: draft.path)
        }
        try draft.create()
        var reader = try BackupReader(path, with: opener)
        let database = try BackupFile(draft.database, for: .writing)
        let end = try reader.readAll { record in
            switch record {
            case .pages(let numbers, let bytes): try put(numbers, bytes, into: database)
            case .file(let piece): try put(piece)
            case .end: break
            }
        }
        try Self.require(site, end)
        try database.cut(to: end.pages * Database.pageSize)
        try database.sync()
        try takeUp(end)
        try BackupFile(whole, for: .writing).sync()
        try BackupFile.syncFolder(of: whole)
    }

    static func require(_ site: SiteFingerprint?, _ end: BackupEnd) throws {
        guard let site, try end.site != site else { return }
        throw CommandFailure(
            .failure, name: "wrong_site",
            Phrase("the backup is of the site \(try end.site.text)", "该备份属于站点 \(try end.site.text)"))
    }

    private func put(_ numbers: [UInt32], _ pages: [UInt8], into file: BackupFile) throws {
        for (index, number) in numbers.enumerated() where number > 0 {
            let start = index * Database.pageSize
            var page = Array(pages[start..<start + Database.pageSize])
            Database.cover(&page, number: number)
            try file.write(page, at: Int(number - 1) * Database.pageSize)
        }
    }

    private func put(_ piece: BackupRecord.FilePiece) throws {
        let parts = piece.path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }),
            !DataFolder.isOfMoment(String(parts[0])), piece.offset <= Int64.max
        else {
            throw CommandFailure(
                .failure, name: "damaged", Phrase("no file of a data folder: \(piece.path)", "不是数据目录中的文件：\(piece.path)")
            )
        }
        let path = draft.path + "/" + piece.path
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let file = try BackupFile(path, for: .writing)
        if piece.offset == 0 { try file.cut(to: 0) }
        try file.write(piece.bytes, at: Int(piece.offset))
        guard unsafe chmod(path, piece.mode & 0o777) == 0 else { throw BackupFile.failure(path) }
        try file.sync()
    }

    /// Makes the database one that was restored: in a new epoch, without sessions, and selling nothing before its books are
    /// compared.
    private func takeUp(_ end: BackupEnd) throws {
        let keys = try ServerKeys(draft)
        let database = try Database(path: draft.database)
        try database.migrate("service", Schema.migrations)
        let wrong = try keys.check.wrong(database)
        guard wrong.isEmpty, keys.site.publicKey == end.siteKey else { throw draft.wrong(wrong) }
        let service = keys.service()
        let now = WallClock.nowMs()
        let outcome = Locked<Result<Void, any Error>?>(nil)
        GroupCommit(database).commit([
            WriteCommand { transaction in
                try service.noteRestore(madeMs: end.madeMs, now: now, SystemRandom.bytes, transaction)
            } completion: { result in
                outcome.withLock { $0 = result }
            }
        ])
        try outcome.withLock { try $0?.get() }
        try database.checkpoint(.waiting)
        try MarkFile(draft).write(try database.read { try CommitMark($0) })
    }

    private func adopt() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: draft.path).sorted()
        // A folder without its keys is no server's yet.
        for name in names.filter({ !["keys", "whole"].contains($0) }) + names.filter({ $0 == "keys" }) {
            if name == "keys" { try BackupFile.syncFolder(of: folder.database) }
            guard unsafe rename(draft.path + "/" + name, folder.path + "/" + name) == 0 else {
                throw BackupFile.failure(folder.path + "/" + name)
            }
        }
        try BackupFile.syncFolder(of: folder.database)
        try FileManager.default.removeItem(atPath: draft.path)
    }
}

/// The state of a restored folder: what is to come back, and what is lost.
struct Restored {
    let service: RestoredState

    init(_ folder: DataFolder) throws {
        let database = try Database(path: folder.database, access: .reading)
        try database.leaveLog()
        guard let state = try database.read({ try RestoredState($0) }) else {
            throw CommandFailure(
                .failure, name: "not_restored",
                Phrase("\(folder.path) is no restored folder", "\(folder.path) 不是恢复得到的目录"))
        }
        service = state
    }
}
