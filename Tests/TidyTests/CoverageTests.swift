import Foundation
import Testing

/// Docs/coverage.md: which test proves which requirement, by the ids in the tests' names.
@Suite struct CoverageTests {
    private struct Proof: Comparable {
        let id: String
        let sentence: String
        let target: String

        static func < (a: Proof, b: Proof) -> Bool { a.order.lexicographicallyPrecedes(b.order) }

        /// `ATT-10a` behind `ATT-9`.
        private var order: [String] {
            let parts = id.split(separator: "-")
            let digits = parts[1].prefix(while: \.isNumber)
            let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + parts[1]
            return [String(parts[0]), padded, target, sentence]
        }
    }

    /// The names of the tests of one source.
    private static func names(in source: String) -> [String] {
        source.matches(of: /@Test\(\s*"((?:[^"\\]|\\.)*)"/).map { String($0.output.1) }
    }

    private static func ids(in name: String) -> [String] {
        name.matches(of: /\b[A-Z]{3}-[0-9]+[a-z]?\b/).map { String($0.output) }
    }

    private static func proofs() throws -> [Proof] {
        try Repository.files(under: "Tests", kind: "swift").flatMap { file -> [Proof] in
            let target = String(file.path.split(separator: "/")[1])
            // Names inside these tests are samples.
            guard target != "TidyTests" else { return [] }
            return names(in: file.text).flatMap { name in
                let ids = ids(in: name)
                var sentence = Substring(name)
                while let prefix = sentence.prefixMatch(of: #/[A-Z]{3}-[0-9]+[a-z]?,? /#) {
                    sentence = sentence[prefix.range.upperBound...]
                }
                return ids.map { Proof(id: $0, sentence: String(sentence), target: target) }
            }
        }.sorted()
    }

    private static func document() throws -> String {
        var text = """
            # What the tests prove

            Requirements by their ids, and the tests that carry them in their names. Written by `make coverage`; a test
            fails when this table is not what the names say.

            | Requirement | Proven | By |
            |---|---|---|

            """
        for proof in try proofs() {
            let sentence = proof.sentence.replacing("|", with: "\\|").replacing("\\\"", with: "\"")
            text += "| \(proof.id) | \(sentence) | \(proof.target) |\n"
        }
        return text
    }

    @Test("the table of what is proven is what the tests' names say; `make coverage` writes it")
    func table() throws {
        let url = Repository.root.appendingPathComponent("Docs/coverage.md")
        let document = try Self.document()
        if ProcessInfo.processInfo.environment["ROLLCALL_WRITE_COVERAGE"] != nil {
            try document.write(to: url, atomically: true, encoding: .utf8)
        }
        let written =
            FileManager.default.fileExists(atPath: url.path) ? try String(contentsOf: url, encoding: .utf8) : ""
        guard written != document else { return }
        let (old, new) = (Set(written.split(separator: "\n")), Set(document.split(separator: "\n")))
        let changes = new.subtracting(old).sorted().map { "+ \($0)" } + old.subtracting(new).sorted().map { "- \($0)" }
        Issue.record("Docs/coverage.md is stale; run `make coverage`.\n\(changes.prefix(20).joined(separator: "\n"))")
    }

    @Test("names and ids are found where tests have them")
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
        #expect(
            [Proof(id: "ATT-10", sentence: "", target: ""), Proof(id: "ATT-9b", sentence: "", target: "")].sorted().map(
                \.id)
                == ["ATT-9b", "ATT-10"])
    }
}
