/// Schema statements are written once, in a small vocabulary of column types, and expanded for the engine:
///
/// | written   | SQLite    | PostgreSQL | holds |
/// |-----------|-----------|------------|-------|
/// | `INT64`   | `INTEGER` | `bigint`   | numbers, ids, money in fen, days |
/// | `TIME`    | `INTEGER` | `bigint`   | UTC milliseconds |
/// | `BOOLEAN` | `INTEGER` | `bigint`   | 0 or 1: a condition says `closed = 0`, never `NOT closed` |
/// | `TEXT`    | `TEXT`    | `text`     | UTF-8 without a zero byte; compared and ordered by its bytes |
/// | `BYTES`   | `BLOB`    | `bytea`    | bytes |
///
/// In SQLite a table is STRICT, so that the column types hold, and one whose key is written as a table constraint
/// (`PRIMARY KEY (log, sequence)`) is kept in the order of that key (WITHOUT ROWID). Give tables with rows of more than
/// a few hundred bytes an `id INT64 PRIMARY KEY` and a UNIQUE constraint instead.
package enum SchemaText {
    package enum Dialect: Sendable {
        case sqlite, postgreSQL

        fileprivate func type(_ word: String) -> String? {
            switch (self, word) {
            case (.sqlite, "INT64"), (.sqlite, "TIME"), (.sqlite, "BOOLEAN"): "INTEGER"
            case (.sqlite, "BYTES"): "BLOB"
            case (.postgreSQL, "INT64"), (.postgreSQL, "TIME"), (.postgreSQL, "BOOLEAN"): "bigint"
            case (.postgreSQL, "BYTES"): "bytea"
            case (.postgreSQL, "TEXT"): #"text COLLATE "C""#
            default: nil
            }
        }
    }

    package static func expanded(_ text: String, for dialect: Dialect) -> String {
        statements(in: text).map { expandedStatement($0, dialect) + ";\n" }.joined()
    }

    private static func expandedStatement(_ statement: [Piece], _ dialect: Dialect) -> String {
        let words = statement.compactMap { piece -> String? in
            guard case .word(let text) = piece else { return nil }
            return text
        }
        // Elsewhere a type stands in a cast, which has no collation.
        let definesColumns = words.first == "CREATE" || words.first == "ALTER"
        var result = ""
        for piece in statement {
            switch piece {
            case .word("TEXT") where !definesColumns: result += "TEXT"
            case .word(let text): result += dialect.type(text) ?? text
            case .other(let text): result += text
            }
        }
        guard dialect == .sqlite, words.starts(with: ["CREATE", "TABLE"]) else { return result }
        return result + (hasKeyConstraint(statement) ? " STRICT, WITHOUT ROWID" : " STRICT")
    }

    /// Returns whether a list of columns follows `PRIMARY KEY`.
    private static func hasKeyConstraint(_ statement: [Piece]) -> Bool {
        let pieces = statement.filter { $0 != .other(" ") && $0 != .other("\n") }
        return pieces.indices.dropLast(2).contains { index in
            pieces[index] == .word("PRIMARY") && pieces[index + 1] == .word("KEY") && pieces[index + 2] == .other("(")
        }
    }

    private enum Piece: Equatable {
        case word(String)
        case other(String)
    }

    /// Splits at `;` and drops comments; quoted text stays whole.
    private static func statements(in text: String) -> [[Piece]] {
        var statements: [[Piece]] = [[]]
        var rest = text[...]
        while let first = rest.first {
            if rest.hasPrefix("--") {
                rest = rest.drop { $0 != "\n" }
            } else if first.isLetter || first == "_" {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                statements[statements.count - 1].append(.word(String(word)))
                rest = rest[word.endIndex...]
            } else if first == "'" || first == "\"" {
                let end = rest.dropFirst().firstIndex(of: first) ?? rest.index(before: rest.endIndex)
                statements[statements.count - 1].append(.other(String(rest[...end])))
                rest = rest[rest.index(after: end)...]
            } else {
                rest = rest.dropFirst()
                if first == ";" {
                    statements.append([])
                } else {
                    statements[statements.count - 1].append(.other(String(first)))
                }
            }
        }
        return statements.filter { pieces in
            pieces.contains { if case .word = $0 { true } else { false } }
        }
    }
}
