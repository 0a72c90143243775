import Storage
import Testing

@Suite struct SQLTests {
    private struct Note: Equatable {
        let id: UInt64
        let body: String
        let pinned: Bool

        static let columns = Columns("n.id, n.body, n.pinned") { row in
            Note(id: row.id(), body: row.text(), pinned: row.bool())
        }

        static let from: SQL = "FROM note n"

        static let list = SQL(
            """
            SELECT \(columns) \(from)
            WHERE n.id > ?1 ORDER BY n.id
            """)

        static let counted = SQL("SELECT \(columns), length(n.body) \(from) WHERE n.id = ?1")
    }

    let scratch: Scratch
    let database: Database

    init() throws {
        scratch = try Scratch()
        database = try Database(path: scratch.path("test.db"))
        try database.migrate(
            "test",
            [
                Migration(
                    1, "notes", "CREATE TABLE note (id INT64 PRIMARY KEY, body TEXT NOT NULL, pinned BOOLEAN NOT NULL);"
                )
            ])
        try database.write { transaction in
            for id in 1...3 {
                try transaction.execute(
                    "INSERT INTO note (id, body, pinned) VALUES (?1, ?2, ?3)", id, "note \(id)", id == 2)
            }
        }
    }

    @Test("a list of columns written once selects a record and reads it, in whatever statement it stands")
    func columns() throws {
        try database.read { snapshot in
            let notes = try snapshot.all(Note.list, 1, body: Note.columns.read)
            #expect(notes == [Note(id: 2, body: "note 2", pinned: true), Note(id: 3, body: "note 3", pinned: false)])
            let counted = try snapshot.first(Note.counted, 1) { (try Note.columns.read($0), $0.int()) }
            #expect(counted?.0 == Note(id: 1, body: "note 1", pinned: false))
            #expect(counted?.1 == 6)
        }
    }

    @Test("a row of which a column stays unread, or is asked for one that it has not, is an error")
    func drift() throws {
        try database.read { snapshot in
            let short = #expect(throws: StorageError.self) {
                _ = try snapshot.first("SELECT id, body, pinned FROM note") { ($0.id(), $0.text()) }
            }
            #expect(short?.kind == .misuse)
            #expect(short?.message == "2 of 3 columns were read")
            #expect(throws: StorageError.self) {
                _ = try snapshot.all("SELECT id, body FROM note") { ($0.id(), $0.text(), $0.bool()) }
            }
            let first = try snapshot.all("SELECT id, body, pinned FROM note ORDER BY id") { row in
                defer { row.skipRest() }
                return row.id()
            }
            #expect(first == [1, 2, 3])
        }
    }

    @Test("a statement over several lines is told in one")
    func oneLine() throws {
        #expect("\(Note.list)" == "SELECT n.id, n.body, n.pinned FROM note n WHERE n.id > ?1 ORDER BY n.id")
    }
}
