import Foundation
import Statements
import Testing

/// A statement is written once, over as many lines as it needs, from lists of columns that are written once.
@Suite struct StatementTests {
    private static func product() throws -> [Repository.File] {
        try Repository.files(under: "Sources", "Clients", kind: "swift")
    }

    /// Returns the lines of a file's code that match, without comments and texts.
    private static func lines(of file: Repository.File, _ pattern: Regex<Substring>) -> [Int] {
        let code = codeAlone(file.text)
        return code.indices.filter { code[$0].firstMatch(of: pattern) != nil }.map { $0 + 1 }
    }

    @Test("no statement ends a line with a continuation mark, and none has a filter that may be off")
    func plain() throws {
        for file in try Self.product() where file.mentions("SELECT", "UPDATE", "INSERT", "DELETE", "WITH") {
            let marked = /"""\s+(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b[^"]*\\\n/
            let found = file.text.firstMatch(of: marked)
            #expect(found == nil, "\(file.path): SQL needs no marks at line ends: \(found?.0.prefix(60) ?? "")")
        }
        for statement in try Statement.all(in: "Sources", "Clients") {
            #expect(
                statement.text.firstMatch(of: /\?\d+ = (?:0|1|'') OR\b/) == nil,
                "\(statement.path):\(statement.line): a filter that was not asked for is another statement")
        }
    }

    @Test("no statement is written twice, and none is read by columns that another lists")
    func once() throws {
        // Storage tells its engine to begin and to release wherever it must.
        for module in ["Sources/Application", "Sources/Service", "Sources/Terminal"] {
            let statements = try Statement.all(in: module)
            for (text, places) in Dictionary(grouping: statements, by: \.text) where places.count > 1 {
                Issue.record("\(places.map { "\($0.path):\($0.line)" }): \(text)")
            }
            let lists = statements.compactMap { statement in
                statement.written.firstMatch(of: /^SELECT ([^\\]+?) FROM/).map { (String($0.1), statement) }
            }
            for (columns, places) in Dictionary(grouping: lists, by: \.0)
            where places.count > 1 && columns.split(separator: ",").count >= 5 {
                Issue.record("\(places.map { "\($0.1.path):\($0.1.line)" }): written twice: \(columns)")
            }
        }
    }

    @Test("every list of pages goes through the one function that knows how to end a list")
    func pages() throws {
        for file in try Self.product() {
            let lines = Self.lines(of: file, /\w+\.count == limit \?|\bnext: \w+\.count (?:==|>)/)
            #expect(lines.isEmpty, "\(file.path):\(lines): use listPage")
        }
    }

    @Test("a composed statement is a constant, composed once")
    func composedOnce() throws {
        for file in try Self.product() where file.mentions("SQL(") && !file.path.hasSuffix("Storage/SQL.swift") {
            let code = codeAlone(file.text)
            for index in code.indices where code[index].firstMatch(of: /\bSQL\(/) != nil {
                let isConstant = code[max(0, index - 1)...index].contains { $0.contains("static let") }
                #expect(isConstant, "\(file.path):\(index + 1): composed anew at every call")
            }
        }
    }

    @Test("parts of statements are put in by the name of their type and their own, through other parts too")
    func parts() {
        let source = Source(
            path: "A.swift",
            text: #"""
                extension A.Note {
                    static let columns = Columns<Note>("n.id, n.body") { row in Note(row.id(), row.text()) }
                    private static let from: SQL = """
                        FROM note n \(Place.join)
                        """
                    static let list = SQL(
                        """
                        SELECT \(columns) \(Self.from)
                        WHERE n.id > ?1
                        """)
                }
                enum Place {
                    static let join: SQL =
                        "JOIN place p ON p.id = n.place"
                    static let other = SQL("SELECT \(Note.columns), \(missing) FROM note n")
                }
                """#)
        let parts = Parts(of: [source])
        func composed(_ line: Int) -> String {
            let literal = source.literals.first { $0.line == line }
            let text = parts.putting(into: literal?.text ?? "", within: source.scope(at: line))
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(
            composed(7) == "SELECT n.id, n.body FROM note n JOIN place p ON p.id = n.place WHERE n.id > ?1")
        #expect(composed(15) == #"SELECT n.id, n.body, \(missing) FROM note n"#)
    }
}
