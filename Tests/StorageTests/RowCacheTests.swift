import Storage
import Testing

@Suite struct RowCacheTests {
    private let scratch: Scratch
    private let notebook: Notebook
    private let sizes = RowCache<Int64>(of: "note", limit: 3)

    init() throws {
        scratch = try Scratch()
        notebook = try Notebook(path: scratch.path("a.db"), durability: .whenever)
        try notebook.database.write { transaction in
            for id in 1...5 as ClosedRange<UInt64> {
                try transaction.execute("INSERT INTO note (id, body) VALUES (?1, ?2)", id, "a")
            }
        }
    }

    /// Returns the cached size, and whether the table was read.
    private func find(_ id: UInt64, _ transaction: Transaction) throws -> (size: Int64?, isAsked: Bool) {
        var isAsked = false
        let size = try sizes.find(transaction, id) {
            isAsked = true
            return try transaction.first("SELECT length(body) FROM note WHERE id = ?1", id) { $0.integer(0) }
        }
        let row = try transaction.first("SELECT length(body) FROM note WHERE id = ?1", id) { $0.integer(0) }
        #expect(size == row)
        return (size, isAsked)
    }

    private func isKept(_ id: UInt64) throws -> Bool {
        try notebook.database.write { try !find(id, $0).isAsked }
    }

    @Test("a row is asked for once, in whichever transaction, and what is not there every time")
    func once() throws {
        #expect(try !isKept(1))
        #expect(try isKept(1))
        #expect(try !isKept(9))
        #expect(try !isKept(9))
        try notebook.database.write { _ = try $0.execute("INSERT INTO note (id, body) VALUES (9, 'new')") }
        #expect(try isKept(1))
        #expect(try !isKept(9))
        #expect(try isKept(9))
    }

    @Test("where a new row of a table changes what was read, it is read again")
    func growing() throws {
        let counts = RowCache<Int64>(of: "entry", growing: ["note"], limit: 10)
        func count(_ transaction: Transaction) throws -> Int64? {
            try counts.find(transaction, 1) { try transaction.first("SELECT COUNT(*) FROM note") { $0.integer(0) } }
        }
        try notebook.database.write { transaction in
            #expect(try count(transaction) == 5)
            try transaction.execute("INSERT INTO note (id, body) VALUES (6, 'new')")
            #expect(try count(transaction) == 6)
            try transaction.execute("DELETE FROM note WHERE id = 6")
            #expect(try count(transaction) == 5)
        }
    }

    @Test("a row that is changed or deleted in the very transaction is read as it is then")
    func changed() throws {
        try notebook.database.write { transaction in
            for id in 1...3 as ClosedRange<UInt64> { _ = try find(id, transaction) }
            try transaction.execute("UPDATE note SET body = 'bb' WHERE id = ?1", 1 as UInt64)
            #expect(try find(1, transaction).size == 2)
            try transaction.execute("DELETE FROM note WHERE id = ?1", 2 as UInt64)
            #expect(try find(2, transaction).size == nil)
            try transaction.execute(
                "INSERT INTO note (id, body) VALUES (3, 'x') ON CONFLICT (id) DO UPDATE SET body = 'ccc'")
            #expect(try find(3, transaction).size == 3)
        }
    }

    @Test("what a rollback takes back is not remembered, nor what a savepoint's does")
    func rolledBack() throws {
        struct Enough: Error {}
        try? notebook.database.write { transaction in
            try transaction.execute("UPDATE note SET body = 'bb' WHERE id = ?1", 1 as UInt64)
            try transaction.execute("INSERT INTO note (id, body) VALUES (7, 'new')")
            _ = try (find(1, transaction), find(7, transaction))
            throw Enough()
        }
        #expect(try notebook.database.write { try find(1, $0).size } == 1)
        #expect(try notebook.database.write { try find(7, $0).size } == nil)

        let sizes = sizes
        let writes = { (id: UInt64, fails: Bool) in
            WriteCommand { transaction in
                try transaction.execute("UPDATE note SET body = 'bb' WHERE id = ?1", id)
                _ = try sizes.find(transaction, id) {
                    try transaction.first("SELECT length(body) FROM note WHERE id = ?1", id) { $0.integer(0) }
                }
                if fails { throw Enough() }
            } completion: { _ in
            }
        }
        GroupCommit(notebook.database).commit([writes(1, false), writes(2, true)])
        #expect(try notebook.database.write { try find(1, $0).size } == 2)
        #expect(try notebook.database.write { try find(2, $0).size } == 1)
    }

    @Test("another connection's change is seen, and a snapshot is not answered from what is kept")
    func others() throws {
        #expect(try !isKept(1))
        let other = try Database(path: notebook.database.path, durability: .whenever)
        try other.write { _ = try $0.execute("UPDATE note SET body = 'bb' WHERE id = ?1", 1 as UInt64) }
        #expect(try notebook.database.write { try find(1, $0).size } == 2)
        try other.write { transaction in
            #expect(try find(1, transaction).isAsked)
            try transaction.execute("UPDATE note SET body = 'ccc' WHERE id = ?1", 1 as UInt64)
        }
        let seen = try notebook.database.read { snapshot in
            try sizes.find(snapshot, 1) {
                try snapshot.first("SELECT length(body) FROM note WHERE id = ?1", 1 as UInt64) { $0.integer(0) }
            }
        }
        #expect(seen == 3)
    }

    @Test("no more rows are kept than said")
    func limit() throws {
        for id in 1...4 as ClosedRange<UInt64> { #expect(try !isKept(id)) }
        #expect(try !isKept(1))
        #expect(try isKept(4))
    }
}
