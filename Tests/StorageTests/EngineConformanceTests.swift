import Storage
import Testing

/// The engines there are. Another one is a case here and in `open`, and does all that is asked below before anything else is
/// asked of it.
enum TestedEngine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    func open(_ scratch: Scratch, _ access: Database.Access = .writing) throws -> Database {
        switch self {
        case .sqlite: try Database(path: scratch.path("conformance.db"), access: access)
        }
    }
}

/// Storage asks this of every engine.
@Suite struct EngineConformanceTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func made(_ engine: TestedEngine) throws -> Database {
        let database = try engine.open(scratch)
        try database.migrate(
            "conformance",
            [
                Migration(
                    1, "things",
                    """
                    CREATE TABLE thing (id INT64 PRIMARY KEY, name TEXT NOT NULL UNIQUE, seal BYTES, number INT64);
                    CREATE TABLE part (thing INT64 NOT NULL REFERENCES thing (id), place INT64 NOT NULL,
                        PRIMARY KEY (thing, place));
                    """)
            ])
        return database
    }

    private func add(_ id: UInt64, _ name: String, _ transaction: Transaction) throws {
        try transaction.execute("INSERT INTO thing (id, name) VALUES (?1, ?2)", id, name)
    }

    private func names(_ database: Database) throws -> [String] {
        try database.read { try $0.all("SELECT name FROM thing ORDER BY name") { $0.text(0) } }
    }

    private func kind(_ body: () throws -> Void) -> StorageError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? StorageError)?.kind
        }
    }

    @Test("values come back as they were given, the largest and the empty ones too", arguments: TestedEngine.allCases)
    func values(engine: TestedEngine) throws {
        let database = try made(engine)
        let given: [(name: String, seal: [UInt8]?, number: Int64?)] = [
            ("", [], .min), ("王芳 😀", [0, 255], .max), ("x", nil, nil),
            ("\u{1}\n", [UInt8](repeating: 7, count: 100_000), -1),
        ]
        try database.write { transaction in
            for (index, value) in given.enumerated() {
                let added = try transaction.execute(
                    "INSERT INTO thing (id, name, seal, number) VALUES (?1, ?2, ?3, ?4)", index, value.name, value.seal,
                    value.number)
                #expect(added == 1)
            }
        }
        let found = try database.read { snapshot in
            try snapshot.all("SELECT name, seal, number FROM thing ORDER BY id") {
                (name: $0.text(0), seal: $0.bytesOrNil(1), number: $0.integerOrNil(2))
            }
        }
        #expect(found.map(\.name) == given.map(\.name))
        #expect(found.map(\.seal) == given.map(\.seal))
        #expect(found.map(\.number) == given.map(\.number))
    }

    @Test("texts are compared and ordered by their bytes, and folded in ASCII alone", arguments: TestedEngine.allCases)
    func collation(engine: TestedEngine) throws {
        let database = try made(engine)
        let sorted = ["A", "Z", "a", "z", "Ä", "ä", "中", "😀"]
        try database.write { transaction in
            for (id, name) in sorted.reversed().enumerated() { try add(UInt64(id), name, transaction) }
        }
        #expect(try names(database) == sorted)
        let behind = try database.read { snapshot in
            try snapshot.all("SELECT name FROM thing WHERE (name, id) > (?1, ?2) ORDER BY name, id", "a", 9) {
                $0.text(0)
            }
        }
        #expect(behind == ["z", "Ä", "ä", "中", "😀"])
        let folded = try database.read { snapshot in
            try snapshot.all("SELECT name FROM thing WHERE lower(name) LIKE ?1 ORDER BY name", "a%") { $0.text(0) }
        }
        #expect(folded == ["A", "a"])
    }

    @Test("a failure is told by what can be done about it, and leaves nothing", arguments: TestedEngine.allCases)
    func failures(engine: TestedEngine) throws {
        let database = try made(engine)
        try database.write { try add(1, "one", $0) }
        let found: [StorageError.Kind?] = [
            kind { try database.write { try add(1, "other", $0) } },
            kind { try database.write { try add(2, "one", $0) } },
            kind {
                try database.write { transaction in
                    try add(3, "three", transaction)
                    try transaction.execute("INSERT INTO part (thing, place) VALUES (?1, ?2)", 9, 1)
                }
            },
            kind {
                _ = try database.write {
                    try $0.execute("INSERT INTO thing (id, name) VALUES (?1, ?2)", 4, String?.none)
                }
            },
            kind { try database.write { try add(5, "a\u{0}b", $0) } },
            kind { _ = try database.write { try $0.execute("DELETE FROM thing WHERE id = ?1") } },
            kind { try database.read { _ = try $0.first("SELECT number FROM thing WHERE id = 1") { $0.int(0) } } },
        ]
        #expect(found == [.duplicate, .duplicate, .constraint, .constraint, .text, .misuse, .misuse])
        let mistyped = kind {
            _ = try database.write { try $0.execute("INSERT INTO thing (id, name) VALUES (?1, ?2)", "six", "six") }
        }
        #expect(mistyped != nil)
        #expect(try names(database) == ["one"])
    }

    private func hasFailed(_ result: Result<Void, any Error>) -> Bool {
        switch result {
        case .success: false
        case .failure: true
        }
    }

    @Test(
        "a part that failed is taken back with what it wrote, and the transaction goes on",
        arguments: TestedEngine.allCases)
    func parts(engine: TestedEngine) throws {
        let database = try made(engine)
        try database.write { transaction in
            try add(1, "before", transaction)
            let outer = try transaction.part {
                try add(2, "outer", transaction)
                let inner = try transaction.part {
                    try add(3, "inner", transaction)
                    try add(3, "again", transaction)
                }
                #expect(hasFailed(inner))
                try add(4, "outer, later", transaction)
            }
            #expect(!hasFailed(outer))
            let last = try transaction.part {
                try add(5, "last", transaction)
                _ = try transaction.exists("SELECT 1 FROM thing WHERE name = ?1", "a\u{0}b")
            }
            #expect(hasFailed(last))
            try add(6, "z", transaction)
        }
        #expect(try names(database) == ["before", "outer", "outer, later", "z"])
    }

    @Test("a snapshot stays as it was, sees nothing that is not committed, and the next one sees all that is")
    func isolation() throws {
        for engine in TestedEngine.allCases {
            let database = try made(engine)
            let reader = try engine.open(scratch, .reading)
            try database.write { try add(1, "one", $0) }
            try reader.read { snapshot in
                func count() throws -> Int? { try snapshot.first("SELECT COUNT(*) FROM thing") { $0.int(0) } }
                #expect(try count() == 1)
                try database.write { transaction in
                    try add(2, "two", transaction)
                    #expect(try count() == 1)
                }
                #expect(try count() == 1)
            }
            #expect(try names(reader) == ["one", "two"])
            #expect(throws: Refusal.self) {
                try database.write { transaction in
                    try add(3, "three", transaction)
                    throw Refusal()
                }
            }
            #expect(try names(reader) == ["one", "two"])
        }
    }

    private struct Refusal: Error {}

    @Test("changed rows are counted, and given back when asked for", arguments: TestedEngine.allCases)
    func changedRows(engine: TestedEngine) throws {
        let database = try made(engine)
        try database.write { transaction in
            for id in 1...3 as ClosedRange<UInt64> { try add(id, "\(id)", transaction) }
            #expect(try transaction.execute("UPDATE thing SET number = ?1 WHERE id > ?2", 7, 1) == 2)
            #expect(try transaction.execute("DELETE FROM thing WHERE id = ?1", 9) == 0)
            let again = try transaction.execute(
                "INSERT INTO thing (id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING", 1, "other")
            #expect(again == 0)
            let number = try transaction.insertReturningID(
                """
                INSERT INTO thing (id, name, number) VALUES (?1, ?2, ?3)
                ON CONFLICT (id) DO UPDATE SET number = thing.number + ?3 RETURNING number
                """, 2, "2", 5)
            #expect(number == 12)
        }
    }

    @Test("no statement runs between the rows of another", arguments: TestedEngine.allCases)
    func oneAnswer(engine: TestedEngine) throws {
        let database = try made(engine)
        try database.write { try add(1, "one", $0) }
        let found = kind {
            try database.read { snapshot in
                try snapshot.query("SELECT id FROM thing ORDER BY id") { _ in
                    _ = try snapshot.exists("SELECT 1 FROM thing")
                }
            }
        }
        #expect(found == .misuse)
        #expect(try names(database) == ["one"])
    }

    @Test("what one connection commits a cache on another does not hide", arguments: TestedEngine.allCases)
    func caches(engine: TestedEngine) throws {
        let database = try made(engine)
        let other = try engine.open(scratch)
        try database.write { try add(1, "one", $0) }
        let cache = RowCache<String>(of: "thing", limit: 10)
        func name() throws -> String? {
            try database.write { transaction in
                try cache.find(transaction, 1) {
                    try transaction.first("SELECT name FROM thing WHERE id = ?1", 1) { $0.text(0) }
                }
            }
        }
        #expect(try name() == "one")
        try other.write { try $0.execute("UPDATE thing SET name = ?1 WHERE id = ?2", "other", 1) }
        #expect(try name() == "other")
    }

    @Test("a migration that fails leaves nothing of itself", arguments: TestedEngine.allCases)
    func migration(engine: TestedEngine) throws {
        let database = try made(engine)
        let broken = [
            Migration(
                1, "broken", "CREATE TABLE half (id INT64 PRIMARY KEY); CREATE TABLE half (id INT64 PRIMARY KEY);")
        ]
        #expect(throws: StorageError.self) { try database.migrate("broken", broken) }
        try database.migrate("broken", [Migration(1, "whole", "CREATE TABLE half (id INT64 PRIMARY KEY);")])
        let isMigrated = try database.isMigrated("broken", [Migration(1, "whole", "")])
        #expect(isMigrated)
    }
}
