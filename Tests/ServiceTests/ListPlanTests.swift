import CSQLite
import Statements
import Storage
import Testing

@testable import Service

/// Lists must not grow slower with what they are of (REC-6): their plans are looked at, not their time.
@Suite struct ListPlanTests {
    @Test("REC-6 every list of applications is a range of an index: no plan scans a table or sorts")
    func plans() throws {
        let intake = try Intake()
        let plans = try Plans(intake.server.database.path)
        for file in ["ApplicationQuery", "ExportAdmitted", "CountAdmitted", "Quotas"] {
            let statements = try Statement.all(in: "Sources/Service/Recruitment/\(file).swift").map(\.text)
            #expect(!statements.isEmpty, "\(file)")
            for statement in statements where statement.hasPrefix("SELECT") {
                // Groups are of one region's admitted.
                for step in try plans.steps(of: statement) where !statement.contains("GROUP BY") {
                    #expect(!step.hasPrefix("SCAN"), "\(step) in \(statement)")
                    #expect(!step.contains("TEMP B-TREE"), "\(step) in \(statement)")
                }
            }
        }
    }

    @Test("every page of a list is a range of an index, whatever it is filtered by")
    func pages() throws {
        let world = try World()
        let plans = try Plans(world.server.database.path)
        var steps: [String] = []
        let pages = try Statement.all(in: "Sources/Service").filter {
            $0.text.hasPrefix("SELECT") && $0.text.firstMatch(of: /ORDER BY .* LIMIT \?/) != nil
        }
        #expect(pages.count > 60)
        // A person has few sessions, which are sorted by their last use.
        for page in pages where !page.text.hasPrefix("SELECT id FROM session") {
            for step in try plans.steps(of: page.text) {
                steps.append(step)
                #expect(!step.hasPrefix("SCAN"), "\(page.path):\(page.line): \(step)")
                #expect(!step.contains("TEMP B-TREE"), "\(page.path):\(page.line): \(step)")
            }
        }
        for made in Schema.lists.sql.matches(of: /INDEX (\w+) ON/).map({ String($0.1) }) {
            #expect(steps.contains { $0.contains("INDEX \(made) ") }, "no list needs \(made)")
        }
    }
}

/// SQLite's query plan of a statement.
@safe private final class Plans {
    // Opened by the initialiser, closed by the deinitialiser, and used on the test's one thread between.
    private nonisolated(unsafe) var connection: OpaquePointer?

    init(_ path: String) throws {
        guard unsafe sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw Missing(what: path)
        }
    }

    deinit { unsafe sqlite3_close(connection) }

    func steps(of statement: String) throws -> [String] {
        var handle: OpaquePointer?
        let code = unsafe sqlite3_prepare_v2(connection, "EXPLAIN QUERY PLAN " + statement, -1, &handle, nil)
        defer { unsafe sqlite3_finalize(handle) }
        guard code == SQLITE_OK else { throw Missing(what: unsafe String(cString: sqlite3_errmsg(connection))) }
        var steps: [String] = []
        while unsafe sqlite3_step(handle) == SQLITE_ROW {
            if let text = unsafe sqlite3_column_text(handle, 3) { steps.append(unsafe String(cString: text)) }
        }
        return steps
    }
}
