import Application
import Console
import Service
import Storage

/// The state in which a server finds its folder at the start, once the database is up to date.
struct FoundFolder {
    /// The mark beside the database.
    let mark: CommitMark
    /// What that, and the write-ahead log, prove to be missing.
    let damage: [Damage]

    /// Throws unless the database is a server's, with these keys.
    init(_ folder: DataFolder, _ keys: ServerKeys, _ log: JSONLog) throws {
        // Before SQLite reads the log as far as it goes.
        let brokenLog = try folder.keepBrokenLog()
        let database = try Database(path: folder.database)
        try database.migrate("service", Schema.migrations)
        guard try Founding.isDone(database) else {
            throw CommandFailure(
                .failure, name: "data",
                Phrase("the database was not made by rollcalld init", "数据库不是由 rollcalld init 创建"))
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
        mark = file ?? .none
        damage = [brokenLog, mark.missing(from: marked)].compactMap(\.self)
    }
}
