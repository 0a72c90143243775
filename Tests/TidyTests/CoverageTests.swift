import Foundation
import Testing

/// Compares the names of the tests with the clauses of Docs/Requirements.md; `make coverage` prints the result.
@Suite struct CoverageTests {
    /// Targets whose tests use a server, a terminal or a process. Only these prove a clause: a rule that holds in a
    /// unit test may be unused.
    private static let wholeTargets: Set<String> = [
        "ServiceTests", "SimulationTests", "ProcessTests", "ScenarioTests", "KillTests",
    ]

    private struct Clause: Hashable, Comparable {
        /// `ATT-10a`; a row without letters is its own clause.
        let id: String

        var row: String { id.last?.isLetter == true ? String(id.dropLast()) : id }

        /// `ATT-10a` behind `ATT-9`.
        static func < (a: Clause, b: Clause) -> Bool { a.order.lexicographicallyPrecedes(b.order) }

        private var order: [String] {
            let parts = id.split(separator: "-")
            let digits = parts[1].prefix(while: \.isNumber)
            return [String(parts[0]), String(repeating: "0", count: max(0, 3 - digits.count)) + parts[1]]
        }
    }

    private struct NamedTest {
        let sentence: String
        let target: String
        let ids: [String]
    }

    /// Returns the requirements' clauses, which are in bold.
    private static func clauses(in document: String) -> [Clause] {
        document.matches(of: #/^- \*\*([A-Z]{3}-[0-9]+[a-z]?)\*\* /#.anchorsMatchLineEndings()).map {
            Clause(id: String($0.output.1))
        }
    }

    private static func requirements() throws -> [Clause] {
        clauses(
            in: try String(contentsOf: Repository.root.appendingPathComponent("Docs/Requirements.md"), encoding: .utf8))
    }

    /// Returns the names of the tests in one source.
    private static func names(in source: String) -> [String] {
        source.matches(of: /@Test\(\s*"((?:[^"\\]|\\.)*)"/).map { String($0.output.1) }
    }

    private static func ids(in name: String) -> [String] {
        name.matches(of: /\b[A-Z]{3}-[0-9]+[a-z]?\b/).map { String($0.output) }
    }

    private static func tests() throws -> [NamedTest] {
        try Repository.files(under: "Tests", kind: "swift").flatMap { file -> [NamedTest] in
            let target = String(file.path.split(separator: "/")[1])
            // Names inside these tests are samples.
            guard target != "TidyTests" else { return [] }
            return names(in: file.text).map { NamedTest(sentence: $0, target: target, ids: ids(in: $0)) }
        }
    }

    @Test("every id in the name of a test is a clause or a row of Docs/Requirements.md")
    func known() throws {
        let clauses = try Self.requirements()
        #expect(clauses.count > 200)
        #expect(Set(clauses).count == clauses.count, "an id stands twice in Docs/Requirements.md")
        let known = Set(clauses.flatMap { [$0.id, $0.row] })
        let areas = Set(clauses.map { $0.id.prefix(4) })
        for test in try Self.tests() {
            for id in test.ids where areas.contains(id.prefix(4)) && !known.contains(id) {
                Issue.record("\(test.target): \"\(test.sentence)\" names \(id), which is no requirement")
            }
        }
    }

    @Test("the coverage of the requirements can be told; `make coverage` prints it")
    func report() throws {
        let clauses = try Self.requirements()
        let report = Self.report(clauses, try Self.tests())
        #expect(report.contains("of \(clauses.count) clauses"))
        guard let path = ProcessInfo.processInfo.environment["ROLLCALL_COVERAGE"] else { return }
        try report.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private static func report(_ clauses: [Clause], _ tests: [NamedTest]) -> String {
        var whole: [String: Int] = [:]
        var units: [String: Int] = [:]
        for test in tests {
            for id in test.ids {
                if wholeTargets.contains(test.target) { whole[id, default: 0] += 1 } else { units[id, default: 0] += 1 }
            }
        }
        let sorted = clauses.sorted()
        let proven = sorted.filter { whole[$0.id] != nil }
        let unitOnly = sorted.filter { whole[$0.id] == nil && units[$0.id] != nil }
        let named = sorted.filter { whole[$0.id] == nil && units[$0.id] == nil && whole[$0.row] != nil }
        let none = sorted.filter { whole[$0.id] == nil && units[$0.id] == nil && whole[$0.row] == nil }
        func list(_ clauses: [Clause]) -> String {
            clauses.isEmpty ? "none" : clauses.map(\.id).joined(separator: " ")
        }
        var text = "\(proven.count) of \(clauses.count) clauses are proven through a server, a terminal or a process:\n"
        for clause in proven { text += "  \(clause.id) ×\(whole[clause.id] ?? 0)\n" }
        text += "\(unitOnly.count) by unit tests alone: \(list(unitOnly))\n"
        text += "\(named.count) whose row alone is named by a test: \(list(named))\n"
        text += "\(none.count) by no test: \(list(none))\n"
        return text
    }

    @Test("names, ids and clauses are found where tests and requirements have them, and units prove nothing alone")
    func found() {
        let source = """
            @Test("ATT-1a, ATT-10 a code \\"quoted\\"")
            @Test(
                "SYN-3d every order", arguments: 1...3)
            @Test func plain() {}
            // "CRD-1 no test"
            """
        #expect(Self.names(in: source) == ["ATT-1a, ATT-10 a code \\\"quoted\\\"", "SYN-3d every order"])
        #expect(Self.names(in: source).flatMap(Self.ids) == ["ATT-1a", "ATT-10", "SYN-3d"])
        let document = "- **ATT-9** a\n- **ATT-10a** see **ATT-2**\n- ATT-3: b\n- **ATT-3a** c\n- **ATT-4a** d\n"
        let clauses = Self.clauses(in: document)
        #expect(clauses.map(\.id) == ["ATT-9", "ATT-10a", "ATT-3a", "ATT-4a"])
        #expect(clauses.sorted().map(\.id) == ["ATT-3a", "ATT-4a", "ATT-9", "ATT-10a"])
        let report = Self.report(
            clauses,
            [
                NamedTest(sentence: "", target: "ServiceTests", ids: ["ATT-9", "ATT-4"]),
                NamedTest(sentence: "", target: "DomainTests", ids: ["ATT-10a"]),
            ])
        #expect(report.contains("1 of 4 clauses") && report.contains("ATT-9 ×1"))
        #expect(report.contains("1 by unit tests alone: ATT-10a"))
        #expect(report.contains("1 whose row alone is named by a test: ATT-4a"))
        #expect(report.contains("1 by no test: ATT-3a"))
    }
}
