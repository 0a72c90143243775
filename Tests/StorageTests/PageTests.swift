import CSQLite
import Foundation
import PowerCut
import Seeded
import Storage
import Testing

@Suite struct PageTests {
    private let scratch: Scratch
    private var path: String { scratch.path("a.db") }

    init() throws {
        scratch = try Scratch()
    }

    /// Inserts long and short rows, so that there are pages of every kind.
    private func fill(_ database: Database, notes: Range<UInt64> = 1..<400) throws {
        try database.migrate("notebook", Notebook.migrations)
        try database.write { transaction in
            for id in notes {
                let body = String(repeating: "note \(id) ", count: id % 10 == 0 ? 2000 : 3)
                try transaction.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", id, body)
            }
        }
    }

    private func readAll(_ database: Database) throws {
        _ = try database.read { try $0.all("SELECT body FROM note") { $0.text(0) } }
        _ = try database.integrityProblems()
    }

    private func flip(_ file: String, bit: Int, of byte: Int) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: scratch.path(file)))
        try handle.seek(toOffset: UInt64(byte))
        let old = try #require(try handle.read(upToCount: 1)?.first)
        try handle.seek(toOffset: UInt64(byte))
        try handle.write(contentsOf: [old ^ 1 << bit])
        try handle.close()
    }

    @Test("OPS-1c a bit flipped in any page of the file fails what reads it, and says which page")
    func flipped() throws {
        try fill(Database(path: path))
        let pages = try PageFile(path).count()
        #expect(pages > 50)
        var random = SeededRandom(seed: 5)
        for number in 1...pages {
            let byte = Int(number - 1) * Database.pageSize + Int.random(in: 0..<Database.pageSize, using: &random)
            let bit = Int.random(in: 0..<8, using: &random)
            try flip("a.db", bit: bit, of: byte)
            do {
                try readAll(Database(path: path, access: .reading))
                Issue.record("bit \(bit) of byte \(byte) was not noticed")
            } catch let error as StorageError {
                #expect(error.kind == .damage, "bit \(bit) of byte \(byte): \(error)")
                if number > 1 { #expect(error.message == "page \(number) is damaged") }
            }
            #expect(try PageFile(path).state(of: number) == .damaged)
            try flip("a.db", bit: bit, of: byte)
        }
        try readAll(Database(path: path))
    }

    @Test("OPS-1c a bit flipped in the write-ahead log fails what reads it, and does not get into the database")
    func flippedInLog() throws {
        let database = try Database(path: path)
        try fill(database, notes: 1..<20)
        try database.checkpoint()
        try fill(database, notes: 20..<200)
        let frames = try scratch.size("a.db-wal") / (Database.pageSize + 24)
        var noticed = 0
        for frame in stride(from: 0, to: frames, by: 3) {
            let byte = 32 + frame * (Database.pageSize + 24) + 24 + 1000
            try flip("a.db-wal", bit: 3, of: byte)
            do {
                // A connection of its own has an empty cache.
                try readAll(Database(path: path, access: .reading))
            } catch let error as StorageError {
                #expect(error.kind == .damage)
                #expect(error.message.hasSuffix("in the write-ahead log"), "\(error)")
                noticed += 1
                #expect(throws: StorageError.self) { try database.checkpoint() }
            }
            try flip("a.db-wal", bit: 3, of: byte)
        }
        // Of a page with several frames only the last is read.
        #expect(noticed > frames / 6)
        try database.checkpoint()
        try readAll(database)
        let file = try PageFile(path)
        for number in 1...(try file.count()) { #expect(try file.state(of: number) == .sound) }
    }

    @Test("OPS-1c a command that meets a damaged page fails alone, and the others of its group land")
    func alone() throws {
        let overflowing = try {
            let database = try Database(path: path)
            try fill(database)
            try database.write { try $0.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)") }
            return try database.read {
                try $0.all("SELECT pageno FROM dbstat WHERE pagetype = 'overflow'") { $0.int(0) }
            }
        }()
        #expect(overflowing.count > 20)
        for page in overflowing { try flip("a.db", bit: 1, of: (page - 1) * Database.pageSize + 2000) }
        let database = try Database(path: path)
        let reading = WriteCommand {
            try $0.all("SELECT body FROM note") { $0.text(0) }
        } completion: { (result: Result<[String], any Error>) in
            if case .failure(let error as StorageError) = result, error.kind == .damage { return }
            Issue.record("\(result)")
        }
        let landing = (1...2).map { id in
            WriteCommand {
                try $0.execute("INSERT INTO other (id) VALUES (?1)", id)
            } completion: { (result: Result<Int, any Error>) in
                if case .failure(let error) = result { Issue.record("\(error)") }
            }
        }
        GroupCommit(database).commit([landing[0], reading, landing[1]])
        #expect(try database.read { try $0.all("SELECT id FROM other") { $0.int(0) } } == [1, 2])
    }

    @Test("OPS-1c a page written in another's place, or lost to zeros, is damaged")
    func misplaced() throws {
        try fill(Database(path: path))
        let whole = try scratch.bytes("a.db")
        let size = Database.pageSize
        for (name, page) in [("other", whole[9 * size..<10 * size]), ("zeros", Data(count: size))] {
            var copy = whole
            copy.replaceSubrange(7 * size..<8 * size, with: page)
            try copy.write(to: URL(fileURLWithPath: scratch.path("b.db")))
            #expect(try PageFile(scratch.path("b.db")).state(of: 8) == .damaged, "\(name)")
            let copied = scratch.path("b.db")
            #expect(throws: StorageError.self, "\(name)") { try readAll(Database(path: copied)) }
        }
    }

    @Test("OPS-1c a database made before there were checksums is read as it is, and gets them when it is rewritten")
    func older() throws {
        try makeWithoutChecksums()
        do {
            let database = try Database(path: path)
            #expect(try !database.isCovered())
            try fill(database)
            #expect(try database.coverPages())
            try readAll(database)
        }
        let file = try PageFile(path)
        for number in 1...(try file.count()) { #expect(try file.state(of: number) == .sound) }
        let database = try Database(path: path)
        #expect(try database.isCovered())
        #expect(try database.read { try $0.all("SELECT count(*) FROM note") { $0.int(0) } } == [399])
    }

    @Test("what another program moves from the log into the database is read, and told as uncovered")
    func foreignCheckpoint() throws {
        do {
            let database = try Database(path: path)
            try database.leaveLog()
            try fill(database)
        }
        try run("PRAGMA wal_checkpoint(TRUNCATE)")
        try readAll(Database(path: path))
        let file = try PageFile(path)
        var uncovered = 0
        for number in 1...(try file.count()) where try file.state(of: number) == .uncovered { uncovered += 1 }
        #expect(uncovered > 50)
    }

    @Test("OPS-1c a disk without room for a long log leaves a short one, and commits go on")
    func shortLog() throws {
        let disk = SimulatedDisk()
        let notebook = try Notebook(path: "a.db", vfs: disk.vfs)
        let size = disk.image()["a.db-wal"]?.count
        disk.fail(.changes, disk.operations() + 4..<disk.operations() + 5, with: .full)
        #expect(try !notebook.database.lengthenLog(toPages: 100))
        #expect(disk.image()["a.db-wal"]?.count == size)
        try notebook.database.write { _ = try Notebook.note(1, .succeeds, in: $0) }
        #expect(try notebook.ids() == [1])
    }

    private func makeWithoutChecksums() throws {
        try run("PRAGMA journal_mode = WAL; CREATE TABLE old (id INTEGER PRIMARY KEY)")
    }

    /// Runs plain SQLite, like another program.
    private func run(_ script: String) throws {
        var handle: OpaquePointer?
        unsafe sqlite3_open(path, &handle)
        let code = unsafe sqlite3_exec(handle, script, nil, nil, nil)
        unsafe sqlite3_close(handle)
        try #require(code == SQLITE_OK)
    }
}
