import Storage
import Testing

@Suite struct DatabaseTests {
    let scratch: Scratch
    let database: Database

    init() throws {
        scratch = try Scratch()
        database = try Database(path: scratch.path("test.db"))
        try database.migrate(
            "test",
            [
                Migration(
                    1, "people",
                    """
                    CREATE TABLE person (
                        id INT64 PRIMARY KEY, name TEXT NOT NULL, photo BYTES, born TIME, active BOOLEAN NOT NULL);
                    CREATE TABLE badge (
                        person INT64 NOT NULL REFERENCES person (id), number INT64 NOT NULL,
                        PRIMARY KEY (person, number));
                    """)
            ])
    }

    func insert(_ id: UInt64, _ name: String, in transaction: Transaction) throws {
        try transaction.execute(
            "INSERT INTO person (id, name, photo, born, active) VALUES (?1, ?2, ?3, ?4, ?5)",
            id, name, [UInt8]?.none, 1_000 as Int64, true)
    }

    @Test("a value of every type comes back as it was given, empty ones too")
    func roundTrip() throws {
        let values: [(UInt64, String, [UInt8]?, Int64?, Bool)] = [
            (1, "王芳", [0, 255, 7], -5, true), (2, "", [], nil, false), ((1 << 53) - 1, "a\u{1}b", nil, .max, true),
        ]
        try database.write { transaction in
            for (id, name, photo, born, active) in values {
                let changed = try transaction.execute(
                    "INSERT INTO person (id, name, photo, born, active) VALUES (?1, ?2, ?3, ?4, ?5)",
                    id, name, photo, born, active)
                #expect(changed == 1)
            }
        }
        let read = try database.read { snapshot in
            try snapshot.all("SELECT id, name, photo, born, active FROM person ORDER BY id") { row in
                (row.id(0), row.text(1), row.bytesOrNil(2), row.integerOrNil(3), row.bool(4))
            }
        }
        #expect(read.count == values.count)
        for (read, value) in zip(read, values) { #expect(read == value) }
    }

    @Test("a transaction that throws leaves nothing")
    func rollsBack() throws {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try database.write { transaction in
                try insert(1, "one", in: transaction)
                throw Refusal()
            }
        }
        #expect(try database.read { try !$0.exists("SELECT 1 FROM person") })
    }

    @Test("a second row with the same key is told as a duplicate, a broken reference as a constraint")
    func errors() throws {
        try database.write { try insert(1, "one", in: $0) }
        let duplicate = #expect(throws: StorageError.self) { try database.write { try insert(1, "again", in: $0) } }
        #expect(duplicate?.kind == .duplicate)
        #expect(duplicate?.statement.hasPrefix("INSERT INTO person") == true)
        let orphan = #expect(throws: StorageError.self) {
            try database.write { try $0.execute("INSERT INTO badge (person, number) VALUES (?1, ?2)", 9, 1) }
        }
        #expect(orphan?.kind == .constraint)
    }

    @Test("a column read as what it is not is an error, never a zero")
    func mismatch() throws {
        try database.write { try insert(1, "one", in: $0) }
        for column in [Int32(1), 2] {
            let error = #expect(throws: StorageError.self) {
                try database.read { try $0.first("SELECT id, name, photo FROM person") { $0.integer(column) } }
            }
            #expect(error?.kind == .misuse)
        }
        #expect(try database.read { try $0.first("SELECT id FROM person") { $0.int32(0) } } == 1)
    }

    @Test("a value that an enumeration does not know is an error, and nothing stands in for it")
    func enumerations() throws {
        enum State: UInt8 { case draft = 1, open = 2 }
        try database.write {
            try insert(2, "two", in: $0)
            try insert(3, "three", in: $0)
            try insert(300, "more than a byte", in: $0)
        }
        func read(_ id: UInt64) throws -> State? {
            try database.read { try $0.first("SELECT id FROM person WHERE id = ?1", id) { try $0.enumeration(0) } }
        }
        #expect(try read(2) == .open)
        for id in [3, 300] as [UInt64] {
            let error = #expect(throws: StorageError.self) { try read(id) }
            #expect(error?.kind == .misuse && error?.message.contains("State") == true)
        }
        let photo = try database.read {
            try $0.first("SELECT photo FROM person WHERE id = ?1", 2) { try $0.enumerationOrNil(0, State.self) } ?? nil
        }
        #expect(photo == nil)
    }

    @Test("a column misread in a row whose reader has thrown is not held against the next row")
    func mismatchIsForgotten() throws {
        struct GivenUp: Error {}
        try database.write { try insert(1, "one", in: $0) }
        for isFirst in [true, false] {
            let read = {
                try database.read {
                    try $0.first("SELECT id, name FROM person") { row in
                        if isFirst {
                            _ = row.integer(1)
                            throw GivenUp()
                        }
                        return row.integer(0)
                    }
                }
            }
            if isFirst { #expect(throws: GivenUp.self) { try read() } } else { #expect(try read() == 1) }
        }
    }

    @Test("a type the column does not have is refused")
    func strictTypes() throws {
        #expect(throws: StorageError.self) {
            try database.write {
                try $0.execute("INSERT INTO person (id, name, active) VALUES (?1, ?2, ?3)", 1, [1] as [UInt8], true)
            }
        }
    }

    @Test("a snapshot refuses writes, wrong parameter counts and use after its end")
    func misuse() throws {
        var kept: Snapshot?
        try database.read { snapshot in
            kept = snapshot
            #expect(throws: StorageError.self) { try snapshot.first("DELETE FROM person RETURNING id") { $0.id(0) } }
            #expect(throws: StorageError.self) { try snapshot.exists("SELECT 1 FROM person WHERE id = ?1") }
            #expect(throws: StorageError.self) { try snapshot.exists("SELECT 1 FROM person WHERE id = ?1", 1, 2) }
        }
        #expect(throws: StorageError.self) { try kept?.exists("SELECT 1 FROM person") }
    }

    @Test("no statement runs inside the rows of another, and the next one runs again")
    func nested() throws {
        try database.write { transaction in
            for id in 1...3 as ClosedRange<UInt64> { try insert(id, "\(id)", in: transaction) }
        }
        try database.read { snapshot in
            let refusal = #expect(throws: StorageError.self) {
                try snapshot.query("SELECT id FROM person ORDER BY id") { _ in
                    _ = try snapshot.exists("SELECT 1 FROM person")
                }
            }
            #expect(refusal?.kind == StorageError.Kind.misuse)
            let ids = try snapshot.all("SELECT id FROM person ORDER BY id") { $0.id(0) }
            #expect(ids == [1, 2, 3])
        }
    }

    @Test("a text with a zero byte is refused, and nothing is written")
    func zeroByte() throws {
        let refusal = #expect(throws: StorageError.self) {
            try database.write { try insert(1, "a\u{0}b", in: $0) }
        }
        #expect(refusal?.kind == StorageError.Kind.text)
        let isThere = try database.read { try $0.exists("SELECT 1 FROM person") }
        #expect(!isThere)
    }

    @Test("an insert gives back its id")
    func returning() throws {
        let id = try database.write { transaction in
            try transaction.insertReturningID(
                "INSERT INTO person (id, name, active) VALUES (?1, ?2, ?3) RETURNING id", 7, "seven", true)
        }
        #expect(id == 7)
        #expect(try database.read { try $0.exists("SELECT 1 FROM person WHERE id = ?1", id) })
    }

    @Test("a reader sees the state before a commit until it looks again")
    func snapshots() throws {
        let reader = try Database(path: database.path, access: .reading)
        try reader.read { snapshot in
            #expect(try !snapshot.exists("SELECT 1 FROM person"))
            try database.write { try insert(1, "one", in: $0) }
            #expect(try !snapshot.exists("SELECT 1 FROM person"))
        }
        #expect(try reader.read { try $0.exists("SELECT 1 FROM person") })
    }
}
