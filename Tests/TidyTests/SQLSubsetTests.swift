import Statements
import Testing

@Suite struct SQLSubsetTests {
    @Test("every SQL statement in the sources is one that SQLite and PostgreSQL read alike")
    func sources() throws {
        let statements = try Statement.all(in: "Sources", "Clients")
        for statement in statements {
            for fault in SQLSubset.faults(
                statement.text, inStorage: statement.path.hasPrefix("Sources/Storage/SQLite/"))
            {
                Issue.record("\(statement.path):\(statement.line): \(fault)\n\(statement.text)")
            }
        }
        #expect(statements.count > 600)
    }

    @Test(
        "what only one engine understands is found",
        arguments: [
            "SELECT a FROM t WHERE b = ?", "SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = :name",
            "SELECT a FROM t WHERE b = ?1 AND c = ?3", "SELECT a FROM t WHERE b = \\(value)",
            "INSERT OR REPLACE INTO t (a) VALUES (?1)", "REPLACE INTO t (a) VALUES (?1)", "PRAGMA user_version",
            "CREATE TABLE t (id INTEGER PRIMARY KEY)", "CREATE TABLE t (id INT64 PRIMARY KEY AUTOINCREMENT)",
            "CREATE TABLE t (end TIME)", "CREATE TABLE order (id INT64 PRIMARY KEY)", "SELECT rowid FROM t",
            "SELECT a FROM t WHERE b == ?1", "SELECT a FROM t LIMIT 10 OFFSET 20", "SELECT a FROM t LIMIT 20, 10",
            "SELECT ifnull(a, 0) FROM t", "SELECT max(a, 0) FROM t", "SELECT datetime('now')", "SELECT a FROM [t]",
            "SELECT a FROM t WHERE name LIKE ?1", "SELECT a FROM t WHERE b IS ?1", "SELECT a FROM t WHERE b IS NOT c",
            "DELETE FROM t WHERE a < ?1 LIMIT 100", "UPDATE t SET b = TRUE", "SELECT x'00' FROM t", "COMMIT",
            "INSERT INTO t (a) VALUES (CURRENT_TIMESTAMP)", "SELECT COALESCE(MAX(a), 0) + 1 FROM t",
        ])
    func found(statement: String) {
        #expect(Statement.isStatement(statement + " "))
        #expect(!SQLSubset.faults(statement).isEmpty)
    }

    @Test(
        "what both understand passes",
        arguments: [
            "SELECT a, count(*), max(b) FROM t WHERE c = ?1 AND d > ?2 GROUP BY a ORDER BY a DESC LIMIT ?3",
            "INSERT INTO t (a, b) VALUES (?1, ?2) ON CONFLICT (a) DO UPDATE SET b = excluded.b RETURNING id",
            "DELETE FROM t WHERE id IN (SELECT id FROM t WHERE a < ?1 LIMIT 100)",
            "SELECT a FROM t WHERE b IS NOT DISTINCT FROM ?1 AND c IS NULL AND d IS NOT NULL",
            "SELECT a FROM t WHERE lower(name) LIKE ?1 OR b = 'what? :x [y] TRUE'",
            "CREATE TABLE t (id INT64 PRIMARY KEY, name TEXT NOT NULL, seal BYTES, at TIME, done BOOLEAN NOT NULL)",
            "WITH x AS (SELECT 1 AS n) SELECT CASE WHEN n > ?1 THEN n ELSE ?1 END FROM x",
        ])
    func passes(statement: String) {
        #expect(Statement.isStatement(statement))
        #expect(SQLSubset.faults(statement) == [])
    }

    @Test("literals are found with their lines, comments are not")
    func literals() {
        let source = #"""
            // "SELECT no"
            let a = "SELECT \"one\""; let b = "two"
            let c = """
                SELECT three \
                FROM t
                """
            let d = "four"
            """#
        let found = stringLiterals(in: source)
        #expect(found.map(\.line) == [2, 2, 3, 7])
        #expect(found.map(\.text).last == "four")
        #expect(found[2].text.split(whereSeparator: \.isWhitespace) == ["SELECT", "three", "FROM", "t"])
    }
}
