import Statements

/// Statements as a PostgreSQL has prepared them, and what is wrong with each.
struct PreparedStatements {
    /// By the place in the list that was given.
    private(set) var faults: [Int: [String]] = [:]

    /// Numbers, texts and bytes: what a parameter is declared as and a row is read as.
    private static let types: Set<String> = ["bigint", "text", "bytea"]

    init(_ statements: [String], on server: PostgreSQL, _ catalogue: Catalogue) throws {
        var script: [String] = []
        for (index, statement) in statements.enumerated() {
            let text = Self.withParameters(statement)
            script.append("PREPARE s\(index) AS \(text);")
            script.append("\\echo # \(index)")
            script.append("\(text) \\gdesc")
        }
        script.append("\\echo # parameters")
        script.append("SELECT name, array_to_string(parameter_types::text[], ',') FROM pg_prepared_statements;")
        let answer = try server.run(script.joined(separator: "\n") + "\n")
        for index in statements.indices {
            if let refusal = answer.errors[3 * index + 1] { faults[index, default: []].append("refused: \(refusal)") }
        }
        noteTypes(answer.lines, statements)
        for (index, statement) in statements.enumerated() {
            if let missing = Self.columnsLeftOut(statement, catalogue) {
                faults[index, default: []].append("an INSERT that leaves out \(missing)")
            }
            if Rows(of: statement, in: catalogue).areUnordered {
                faults[index, default: []].append("several rows in no order")
            }
        }
    }

    private mutating func noteTypes(_ lines: [Substring], _ statements: [String]) {
        var heading = Substring()
        for line in lines {
            if line.hasPrefix("# ") {
                heading = line.dropFirst(2)
                continue
            }
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            if let index = Int(heading) {
                // Whether there is a row at all: nobody reads the column.
                let isQuestion = statements[index].hasPrefix("SELECT 1 ")
                if !isQuestion && !Self.types.contains(String(parts[1])) {
                    faults[index, default: []].append("column \(parts[0]) is \(parts[1])")
                }
            } else if let index = Int(parts[0].dropFirst()) {
                for (number, type) in parts[1].split(separator: ",").enumerated()
                where !Self.types.contains(String(type)) {
                    faults[index, default: []].append("?\(number + 1) is \(type)")
                }
            }
        }
    }

    private static func columnsLeftOut(_ statement: String, _ catalogue: Catalogue) -> String? {
        guard let insert = statement.firstMatch(of: /^INSERT INTO (\w+) \(([^)]*)\)/) else { return nil }
        let named = Set(insert.2.split(separator: ",").map { String($0.trimmingPrefix(" ")) })
        let missing = (catalogue.required[String(insert.1)] ?? []).subtracting(named)
        return missing.isEmpty ? nil : missing.sorted().joined(separator: ", ")
    }

    /// `?1` as PostgreSQL writes it; what stands in quotes stays.
    private static func withParameters(_ statement: String) -> String {
        statement.split(separator: "'", omittingEmptySubsequences: false).enumerated().map { place, part in
            place % 2 == 0 ? String(part).replacing(/\?(\d+)/) { "$\($0.1)" } : String(part)
        }.joined(separator: "'")
    }
}
