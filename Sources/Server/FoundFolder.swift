import Application
import Console
import Service
import Storage
import Threads

/// The state of a data folder at start, once the database is up to date.
struct FoundFolder {
    /// The mark stored beside the database.
    let mark: CommitMark
    /// The losses that the mark and the write-ahead log prove.
    let damage: [Damage]

    private static let clockToleranceMs: Int64 = 60_000

    /// Throws unless the database belongs to a server with these keys.
    init(_ folder: DataFolder, _ keys: ServerKeys, _ log: JSONLog) throws {
        // Before SQLite replays the log up to the damage.
        let brokenLog = try folder.keepBrokenLog()
        let database = try Database(path: folder.database)
        if let copy = try folder.keepBeforeUpgrade(database) {
            log.write(LogLine(.info, "database is upgraded; a copy of it as it was is kept", [("copy", copy)]))
        }
        try database.migrate("service", Schema.migrations)
        guard try Bootstrap.isDone(database) else {
            throw CommandFailure(
                .failure, name: "data",
                Phrase("the database was not made by rollcalld init DIR", "数据库不是由 rollcalld init 目录 创建"))
        }
        let wrong = try keys.check.wrong(database)
        guard wrong.isEmpty else { throw folder.wrong(wrong) }
        try keys.check.note(database)
        if try !database.coverPages() {
            log.write(
                LogLine(.warning, "no room to give the pages of the database their checksums; free twice its size"))
        }
        let marked = try database.read { try CommitMark($0) }
        let file = try MarkFile(folder).read(folder)
        if file == nil, marked != .none {
            log.write(
                LogLine(.warning, "no rollcall.mark: whether the database is whole to its end is not known"))
        }
        let now = WallClock.nowMs()
        // Said here, because what is written from now on has the time of the wrong clock.
        if marked.atMs > now + Self.clockToleranceMs {
            log.write(
                LogLine(
                    .warning, "the clock is behind the database",
                    [("now", Moment.text(now)), ("written", Moment.text(marked.atMs))]))
        }
        mark = file ?? .none
        damage = [brokenLog, mark.missing(from: marked)].compactMap(\.self)
    }
}
