import Foundation

/// One statement of the sources, with the parts it is composed of put in.
package struct Statement: Sendable {
    /// The file's, from the root of the repository.
    package let path: String
    package let line: Int
    /// In one line. `\(` stays where a part was not found: no engine takes that.
    package let text: String
    /// In one line, as it is written.
    package let written: String

    /// Whether a literal is a statement at all.
    package static func isStatement(_ text: String) -> Bool {
        text.range(
            of:
                #"^\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|"#
                + #"RELEASE|VACUUM|ATTACH|ANALYZE|REINDEX|EXPLAIN)\b[^.:]"#, options: .regularExpression) != nil
    }

    /// Every statement of the Swift sources under these folders or in these files, by paths from the root of the repository.
    package static func all(in places: String...) throws -> [Statement] {
        // A part may stand in another file than the statements it is in.
        let parts = Parts(of: try sources(in: ["Sources", "Clients"]))
        return try sources(in: places).flatMap { source in
            source.literals.filter { isStatement($0.text) }.map { literal in
                Statement(
                    path: source.path, line: literal.line,
                    text: oneLine(parts.putting(into: literal.text, within: source.scope(at: literal.line))),
                    written: oneLine(literal.text))
            }
        }
    }

    private static func sources(in places: [String]) throws -> [Source] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try places.flatMap { place -> [Source] in
            let url = root.appendingPathComponent(place)
            if place.hasSuffix(".swift") {
                return [Source(path: place, text: try String(contentsOf: url, encoding: .utf8))]
            }
            let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
            return try names.filter { $0.hasSuffix(".swift") && !$0.contains("Generated/") }.sorted().map { name in
                Source(
                    path: "\(place)/\(name)",
                    text: try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8))
            }
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// A file of Swift, with what is known of it line by line.
package struct Source {
    let path: String
    let lines: [Substring]
    package let literals: [(line: Int, text: String)]

    package init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        literals = stringLiterals(in: text)
    }

    /// The name of the type in whose braces a line stands, without its module; the indentation tells.
    package func scope(at line: Int) -> String {
        var indentation = lines[line - 1].prefix { $0 == " " }.count
        for text in lines[..<(line - 1)].reversed() where !text.isEmpty {
            let here = text.prefix { $0 == " " }.count
            guard here < indentation else { continue }
            let declaration = /\b(?:extension|struct|class|enum|actor|protocol) ([\w.]+)/
            if let found = text.firstMatch(of: declaration) { return String(found.1.split(separator: ".").last ?? "") }
            indentation = here
        }
        return ""
    }
}

/// The texts that statements are composed of: literals of `static let`s, by the type and the name.
package struct Parts {
    private var texts: [String: (text: String, scope: String)] = [:]

    package init(of sources: [Source]) {
        for source in sources {
            for literal in source.literals {
                guard let name = Self.name(of: literal.line, in: source) else { continue }
                let scope = source.scope(at: literal.line)
                texts["\(scope).\(name)"] = (literal.text, scope)
            }
        }
    }

    /// The name of the constant whose text begins on this line.
    private static func name(of line: Int, in source: Source) -> String? {
        for text in source.lines[max(0, line - 2)..<line].reversed() {
            if let found = text.firstMatch(
                of: /\bstatic let (\w+)(?:: [^=]*)? =(?: *$| *(?:SQL|Columns(?:<.*>)?)\(| *")/)
            {
                return String(found.1)
            }
        }
        return nil
    }

    /// A text with each `\(name)` or `\(Type.name)` replaced.
    package func putting(into text: String, within scope: String, depth: Int = 0) -> String {
        guard depth < 8 else { return text }
        var result = ""
        var rest = text[...]
        while let found = rest.firstMatch(of: /\\\((?:[\w.]*?(\w+)\.)?(\w+)\)/) {
            result += rest[..<found.range.lowerBound]
            let type = found.1.map(String.init).flatMap { $0 == "Self" ? nil : $0 } ?? scope
            if let part = texts["\(type).\(found.2)"] {
                result += putting(into: part.text, within: part.scope, depth: depth + 1)
            } else {
                result += rest[found.range]
            }
            rest = rest[found.range.upperBound...]
        }
        return result + rest
    }
}
