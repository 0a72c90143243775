import Foundation

/// How many rows a statement can give, as far as its text and the unique keys tell.
struct Rows {
    /// Several can come, and nothing says in which order.
    let areUnordered: Bool

    init(of statement: String, in catalogue: Catalogue) {
        let plain = Self.withoutParentheses(statement)
        let isRead = plain.hasPrefix("SELECT ") || plain.hasPrefix("WITH ")
        guard isRead || plain.contains(" RETURNING ") else {
            areUnordered = false
            return
        }
        let isOrdered = plain.contains(" ORDER BY ")
        areUnordered =
            !isOrdered && !plain.hasPrefix("SELECT 1 ") && !plain.hasPrefix("INSERT ") && !Self.isTotal(plain)
            && !Self.isOne(plain, catalogue)
    }

    /// A count or the like of all rows is one row.
    private static func isTotal(_ plain: String) -> Bool {
        guard plain.hasPrefix("SELECT "), !plain.contains(" GROUP BY ") else { return false }
        let columns = plain.dropFirst("SELECT ".count).prefix(
            upTo: plain.range(of: " FROM ")?.lowerBound ?? plain.endIndex)
        return columns.split(separator: ",").allSatisfy { column in
            column.trimmingPrefix(" ").firstMatch(of: /^(?i:count|sum|max|min|coalesce|cast)\(\)/) != nil
        }
    }

    /// Whether each table is held to one row by a key whose columns all equal a parameter, a number or a column of a table that
    /// is held so.
    private static func isOne(_ plain: String, _ catalogue: Catalogue) -> Bool {
        if plain.contains(" OR ") || plain.contains(" UNION ") { return false }
        let names =
            /\b(?:FROM|JOIN|UPDATE) (\w+)(?: (?!(?:ON|WHERE|JOIN|LEFT|ORDER|GROUP|LIMIT|SET|RETURNING)\b)(\w+))?/
        var tables: [String: String] = [:]
        for found in plain.matches(of: names) { tables[String(found.2 ?? found.1)] = String(found.1) }
        if tables.isEmpty || plain.contains("FROM (") || plain.contains("JOIN (") { return false }

        func owner(_ term: Substring) -> (table: String, column: String)? {
            let parts = term.split(separator: ".").map(String.init)
            if parts.count == 2 { return (parts[0], parts[1]) }
            return tables.first { catalogue.columns[$0.value]?.contains(parts[0]) == true }.map { ($0.key, parts[0]) }
        }
        let conditions =
            plain.split(separator: " SET ", maxSplits: 1).count == 2
            ? plain.range(of: " WHERE ").map { plain[$0.upperBound...] } ?? "" : plain[...]
        let equal = conditions.matches(of: /([\w.]+) = (\?\d+|\d+|'[^']*'|[\w.]+)/).map { ($0.1, $0.2) }
        var held: Set<String> = []
        var fixed: [String: Set<String>] = [:]
        while true {
            func isFixed(_ term: Substring) -> Bool {
                if term.first == "?" || term.first == "'" || term.first?.isNumber == true { return true }
                guard let (table, column) = owner(term) else { return false }
                return held.contains(table) || fixed[table]?.contains(column) == true
            }
            for (left, right) in equal {
                for (one, other) in [(left, right), (right, left)] where isFixed(other) {
                    if let (table, column) = owner(one) { fixed[table, default: []].insert(column) }
                }
            }
            let more = tables.filter { alias, table in
                !held.contains(alias)
                    && (catalogue.keys[table] ?? []).contains { $0.isSubset(of: fixed[alias] ?? []) }
            }
            if more.isEmpty { return held.count == tables.count }
            held.formUnion(more.keys)
        }
    }

    private static func withoutParentheses(_ text: String) -> String {
        var result = ""
        var depth = 0
        for letter in text {
            if letter == ")" { depth -= 1 }
            if depth == 0 { result.append(letter) }
            if letter == "(" { depth += 1 }
        }
        return result
    }
}
