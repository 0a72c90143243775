import Storage
import Testing

@Suite struct MigrationTests {
    let one = Migration(1, "one", "CREATE TABLE one (id INT64 PRIMARY KEY); -- a comment; with a semicolon")
    let two = Migration(2, "two", "CREATE TABLE two (a INT64, b TEXT DEFAULT ';''', PRIMARY KEY (a, b));")

    @Test("steps are run once each, in order, and a later list adds to an earlier one")
    func forward() throws {
        let scratch = try Scratch()
        for list in [[one], [one, two], [one, two]] {
            let database = try Database(path: scratch.path("a.db"))
            try database.migrate("test", list)
            try database.migrate("other", [])
        }
        let database = try Database(path: scratch.path("a.db"))
        let tables = try database.read { snapshot in
            try snapshot.all("SELECT name FROM schema_migration WHERE owner = ?1 ORDER BY number", "test") {
                $0.text(0)
            }
        }
        #expect(tables == ["one", "two"])
        try database.write { try $0.execute("INSERT INTO two (a) VALUES (?1)", 1) }
        #expect(try database.read { try $0.first("SELECT b FROM two") { $0.text(0) } } == ";'")
    }

    @Test("a changed step, a newer database and a gap in the list are refused")
    func refused() throws {
        let scratch = try Scratch()
        let database = try Database(path: scratch.path("a.db"))
        try database.migrate("test", [one, two])
        #expect(throws: MigrationError.newerDatabase(owner: "test", number: 2)) { try database.migrate("test", [one]) }
        let changed = Migration(2, "two", "CREATE TABLE three (id INT64 PRIMARY KEY);")
        #expect(throws: MigrationError.changed(owner: "test", number: 2)) {
            try database.migrate("test", [one, changed])
        }
        #expect(throws: MigrationError.notConsecutive(owner: "new", number: 2)) { try database.migrate("new", [two]) }
    }

    @Test("a step that fails in the middle leaves nothing of itself")
    func failing() throws {
        let scratch = try Scratch()
        let database = try Database(path: scratch.path("a.db"))
        let bad = Migration(1, "bad", "CREATE TABLE fine (id INT64 PRIMARY KEY); CREATE TABLE bad (id NONSENSE);")
        #expect(throws: StorageError.self) { try database.migrate("test", [bad]) }
        let good = Migration(1, "good", "CREATE TABLE fine (id INT64 PRIMARY KEY);")
        try database.migrate("test", [good])
    }
}
