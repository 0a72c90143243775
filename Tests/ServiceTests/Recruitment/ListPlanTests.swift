import CSQLite
import Statements
import Storage
import Testing

/// REC-6 promises lists that do not grow slower with a round: their plans are looked at, not their time.
@Suite struct ListPlanTests {
    @Test("REC-6 every list of applications is a range of an index: no plan scans a table or sorts")
    func plans() throws {
        let intake = try Intake()
        let plans = try Plans(intake.server.database.path)
        for file in ["ApplicationQuery", "ExportAdmitted", "CountAdmitted", "Quotas"] {
            let statements = try Statement.all(in: "Sources/Service/Recruitment/\(file).swift").map(\.text)
            #expect(!statements.isEmpty, "\(file)")
            for statement in statements where statement.hasPrefix("SELECT") {
                // A cohort has few rounds, and groups are of one region's admitted.
                let isSmall = statement.contains("FROM intake_round") || statement.contains("GROUP BY")
                for step in try plans.steps(of: statement) {
                    #expect(!step.hasPrefix("SCAN") || isSmall, "\(step) in \(statement)")
                    #expect(!step.contains("TEMP B-TREE") || isSmall, "\(step) in \(statement)")
                }
            }
        }
    }
}

/// What SQLite says of how it would run a statement.
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
