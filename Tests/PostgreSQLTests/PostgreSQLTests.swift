import Statements
import Testing

/// Prepares what the product says to its database on PostgreSQL. Run by `make postgresql-check`.
@Suite(.enabled(if: PostgreSQL.isThere)) struct PostgreSQLTests {
    @Test("every migration runs, and every statement is prepared with the types it has in SQLite and rows in an order")
    func statements() throws {
        let server = try PostgreSQL("statements")
        let catalogue = try Catalogue(in: server)
        #expect(catalogue.columns.count > 80)
        let statements = try Statement.all(in: "Sources/Storage", "Sources/Application", "Sources/Service").filter {
            $0.text.firstMatch(of: /^(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/) != nil
        }
        #expect(statements.count > 500)
        let prepared = try PreparedStatements(statements.map(\.text), on: server, catalogue)
        for (index, faults) in prepared.faults.sorted(by: { $0.key < $1.key }) {
            let statement = statements[index]
            Issue.record("\(statement.path):\(statement.line): \(faults.joined(separator: "; "))\n\(statement.text)")
        }
        print("PostgreSQL prepared \(statements.count) statements; \(prepared.faults.count) are at fault")
    }

    @Test("what only SQLite takes is found")
    func faults() throws {
        let server = try PostgreSQL("faults")
        let catalogue = try Catalogue(in: server)
        let cases: [(statement: String, fault: String?)] = [
            ("SELECT name FROM organisation WHERE id = ?1 AND NOT closed", "refused"),
            ("SELECT nothing FROM person WHERE id = ?1", "refused"),
            ("SELECT id FROM programme WHERE (?1 = 0 OR id = ?1) ORDER BY id", "?1 is integer"),
            ("SELECT phone_hash IS NULL FROM person WHERE id = ?1", "is boolean"),
            ("SELECT SUM(head_sequence) FROM log WHERE terminal = ?1", "is numeric"),
            ("INSERT INTO alias_change (number) VALUES (?1)", "leaves out id"),
            ("SELECT id FROM session WHERE person = ?1", "no order"),
            ("SELECT s.id FROM session s JOIN person p ON p.id = s.person WHERE p.id = ?1", "no order"),
            ("SELECT id FROM person WHERE id = ?1 OR phone_hash = ?2", "no order"),
            ("SELECT person, COUNT(*) FROM roster WHERE offering = ?1 GROUP BY person", "no order"),
            ("DELETE FROM session WHERE person = ?1 RETURNING id", "no order"),
            ("SELECT p.name FROM session s JOIN person p ON p.id = s.person WHERE s.id = ?1", nil),
            ("SELECT COUNT(*), COALESCE(MAX(id), 0) FROM person", nil),
            ("SELECT 1 FROM session WHERE person = ?1", nil),
            ("UPDATE session SET expires_ms = ?2 WHERE id = ?1 RETURNING person", nil),
            ("SELECT 'what?1' FROM person WHERE id = ?1", nil),
        ]
        let prepared = try PreparedStatements(cases.map(\.statement), on: server, catalogue)
        for (index, wanted) in cases.enumerated() {
            let found = prepared.faults[index] ?? []
            if let fault = wanted.fault {
                #expect(found.contains { $0.contains(fault) }, "\(wanted.statement): \(found)")
            } else {
                #expect(found.isEmpty, "\(wanted.statement)")
            }
        }
    }
}
