import Foundation
import Testing

@Suite struct AnonymousTests {
    /// Returns the method names in the first column of a page's table, of the rows that `isChosen`.
    private static func methods(_ page: String, _ isChosen: (Substring) -> Bool = { _ in true }) throws -> Set<String> {
        let text = try String(contentsOf: Repository.root.appendingPathComponent(page), encoding: .utf8)
        return Set(
            text.split(separator: "\n").filter(isChosen).compactMap { row in
                row.prefixMatch(of: /\| (\w+\.\w+) \|/).map { String($0.output.1) }
            })
    }

    @Test("every method that anybody may call stands in the table of what the anonymous can find out")
    func everyMethod() throws {
        let called = try Self.methods("Docs/Permissions.md") { $0.contains("| anyone |") }
        #expect(called.count > 15)
        #expect(try Self.methods("Docs/Anonymous.md") == called)
    }
}
