import Console
import Crypto
import Foundation
import Passes
import Service
import Storage
import Threads

/// Makes a backup beside a running server: a second process that reads the database as it is at one commit, while others go on.
///
/// The pages are read under a snapshot, in which the write-ahead log cannot begin anew. When it has grown too much, the
/// snapshot is given up, the log is moved, and reading goes on under the next one; pages that have changed since are written
/// again. The backup has one state when all pages have been looked at under one snapshot. To go on after a kill is the same.
struct BackupRun {
    struct Made {
        let path: String
        let size: Int
        let end: BackupEnd
    }

    /// Frames by which the log may grow under one snapshot (60 MB). With those it has before, the writer does not yet wait for
    /// readers (`GroupCommit`).
    static let growthLimit = 15_000
    /// Pages read between two looks at the log.
    private static let pagesAtOnce = 64
    /// Snapshots after which a database is written faster than it can be looked through.
    private static let snapshotLimit = 200
    /// Waiting for the log to be moved.
    private static let (pauseMicroseconds, pauses): (UInt32, Int) = (20_000, 500)

    private let folder: DataFolder
    private let database: Database
    private let growthLimit: Int
    private let progress: (_ pages: Int, _ of: Int) -> Void
    private var writer: BackupWriter
    /// The page that is looked at next.
    private var next = 1
    private var page = [UInt8](repeating: 0, count: Database.pageSize)

    /// - Parameters:
    ///   - path: the backup's file, made when it is finished; until then it is `path.part`.
    ///   - progress: told of the pages that were looked at under the present snapshot, and of all pages.
    static func run(
        _ folder: DataFolder, to path: String, lock: BackupLock, growthLimit: Int = growthLimit,
        progress: @escaping (_ pages: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> Made {
        try folder.requireInitialised()
        let held = try FolderLock(folder, for: "backup", name: "backup.lock")
        defer { withExtendedLifetime(held) {} }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(
                .failure, name: "already_exists", Phrase("\(path) is there already", "\(path) 已存在"))
        }
        let part = URL(fileURLWithPath: path + ".part").standardizedFileURL.path
        let (file, unfinished, writer) = try begin(folder, part, lock)
        let database = try Database(path: folder.database, access: .reading)
        try database.keepLittle()
        // Closing it must not move the log of a server that has just stopped.
        try database.leaveLog()
        var run = BackupRun(
            folder: folder, database: database, growthLimit: growthLimit, progress: progress, writer: writer)
        let made = try run.make()
        try Self.prove(file, unfinished, made)
        guard unsafe rename(part, path) == 0 else { throw BackupFile.failure(path) }
        try BackupFile.syncFolder(of: path)
        try UnfinishedBackup.forget(in: folder)
        try LastBackup(madeMs: made.madeMs).keep(in: folder)
        return Made(path: path, size: run.writer.size, end: made)
    }

    /// Goes on with the unfinished backup of this file and key, or begins one.
    private static func begin(
        _ folder: DataFolder, _ part: String, _ lock: BackupLock
    ) throws -> (BackupFile, UnfinishedBackup, BackupWriter) {
        if let left = try UnfinishedBackup(in: folder), left.path == part, try left.isBegun(),
            try left.header.isFor(lock)
        {
            let file = try BackupFile(part, for: .writing)
            return (file, left, try BackupWriter(goingOnWith: file, key: left.key))
        }
        let key = SystemRandom.bytes(32)
        let new = UnfinishedBackup(header: try BackupHeader(key, to: lock), key: key, path: part)
        try new.keep(in: folder)
        let file = try BackupFile(part, for: .writing)
        return (file, new, try BackupWriter(file, new.header, key: key))
    }

    /// Reads the file back from the disk.
    private static func prove(_ file: BackupFile, _ unfinished: UnfinishedBackup, _ end: BackupEnd) throws {
        var reader = try BackupReader(file) { _ in unfinished.key }
        guard try reader.readAll({ _ in }) == end else {
            throw CommandFailure(
                .failure, name: "damaged", Phrase("\(file.path) is not what was written", "\(file.path) 与写入内容不符"))
        }
    }

    private init(
        folder: DataFolder, database: Database, growthLimit: Int,
        progress: @escaping (_ pages: Int, _ of: Int) -> Void, writer: BackupWriter
    ) {
        (self.folder, self.database, self.growthLimit) = (folder, database, growthLimit)
        (self.progress, self.writer) = (progress, writer)
    }

    private mutating func make() throws -> BackupEnd {
        var (site, keys) = try keyFiles()
        var state: State
        while true {
            state = try copyDatabase()
            // A key that was changed meanwhile belongs to a later state.
            let now = try keyFiles()
            if now.bytes == keys { break }
            (site, keys) = now
        }
        try addFiles()
        let end = BackupEnd(
            pages: state.pages, digest: writer.digest(of: state.pages), files: writer.fileCount,
            madeMs: state.madeMs, mark: state.mark, chain: writer.chain, signedBy: site)
        try writer.finish(end)
        return end
    }

    // The database

    private struct State {
        let pages: Int
        let madeMs: Int64
        let mark: UInt64
    }

    private mutating func copyDatabase() throws -> State {
        for _ in 0..<Self.snapshotLimit {
            // Before the snapshot: the file is never ahead of it.
            let stored = try MarkFile(folder).read(folder) ?? .none
            let madeMs = WallClock.nowMs()
            let database = database
            let state = try database.read { snapshot -> State? in
                let mark = try CommitMark(snapshot)
                if let missing = stored.missing(from: mark) { throw lost(missing) }
                let pages = try PageSnapshot(snapshot)
                guard try copy(pages) else { return nil }
                return State(pages: pages.count, madeMs: madeMs, mark: mark.number)
            }
            if let state { return state }
            try waitForLog()
        }
        throw CommandFailure(
            .retryable, name: "busy",
            Phrase(
                "the database is written faster than it can be read", "数据库写入过快，备份无法跟上"),
            hint: Phrase("run the same command again at a quieter hour: it goes on", "请在空闲时重新运行同一命令，将继续备份"))
    }

    /// - Returns: false if the log has grown too much before all pages had been looked at.
    private mutating func copy(_ pages: PageSnapshot) throws -> Bool {
        for looked in 0..<pages.count {
            if looked % Self.pagesAtOnce == 0 {
                progress(looked, pages.count)
                if try pages.growth() > growthLimit { return false }
            }
            if next > pages.count { next = 1 }
            if try pages.read(next, into: &page) { try writer.add(page: next, page) }
            next += 1
        }
        try writer.addGathered()
        return true
    }

    /// Waits, without a snapshot, until the server has moved its log into the database.
    private func waitForLog() throws {
        for _ in 0..<Self.pauses {
            if try database.isLogMoved() { return }
            usleep(Self.pauseMicroseconds)
        }
    }

    private func lost(_ damage: Damage) -> CommandFailure {
        CommandFailure(
            .failure, name: "damaged", Phrase("\(damage)", "数据库末尾缺失：\(damage)"),
            hint: Phrase("run: rollcalld check --data \(folder.path)", "请运行：rollcalld check --data \(folder.path)"))
    }

    // The other files

    /// The site key, and the contents of all key files that belong to the database.
    private func keyFiles() throws -> (site: SigningKey, bytes: [[UInt8]]) {
        let keys = try ServerKeys(folder)
        let wrong = try keys.check.wrong(database)
        guard wrong.isEmpty else { throw folder.wrong(wrong) }
        return (keys.site, try KeyCheck.Key.allCases.map { try folder.read(folder.key($0.rawValue)) })
    }

    private mutating func addFiles() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        for path in paths where !DataFolder.isOfMoment(String(path.prefix { $0 != "/" })) {
            var status = stat()
            let whole = folder.path + "/" + path
            // Backups may be in the folder too.
            guard unsafe stat(whole, &status) == 0, status.st_mode & S_IFMT == S_IFREG, try !isBackup(whole) else {
                continue
            }
            let file = try BackupFile(whole, for: .reading)
            var offset = 0
            repeat {
                let bytes = try file.read(BackupRecord.fileBytes, at: offset)
                if bytes.isEmpty, offset > 0 { break }
                try writer.add(
                    .init(path: path, mode: status.st_mode & 0o777, offset: UInt64(offset), bytes: bytes))
                offset += bytes.count
            } while offset % BackupRecord.fileBytes == 0 && offset > 0
        }
    }

    private func isBackup(_ path: String) throws -> Bool {
        try BackupFile(path, for: .reading).read(BackupHeader.magic.count, at: 0) == BackupHeader.magic
    }
}
