import Foundation

/// The constructs that a statement must not contain, so that SQLite and PostgreSQL read it alike.
enum SQLSubset {
    /// A pattern, and its replacement.
    private static let forbidden: [(pattern: String, instead: String)] = [
        (#"\\\("#, "only lists of columns and other parts of statements are put in; values are parameters"),
        (#"\?(?!\d)|[:@$]\w"#, "parameters are written ?1, ?2 …"),
        (#"\b(INSERT|UPDATE)\s+OR\b|\bREPLACE\s+INTO\b"#, "use ON CONFLICT"),
        (#"(?i)\b(AUTOINCREMENT|rowid|_rowid_|oid|last_insert_rowid)\b"#, "ids come from newID()"),
        (#"\b(GLOB|REGEXP|MATCH|NOCASE|INDEXED|ISNULL|NOTNULL|STRICT)\b"#, "SQLite alone knows it"),
        (
            #"(?i)\b(ifnull|iif|instr|printf|hex|typeof|total|group_concat|randomblob|zeroblob|json\w*|quote|changes)\s*\("#,
            "SQLite alone knows it, or means something else by it"
        ),
        (
            #"(?i)\b(datetime|julianday|strftime|unixepoch|date|time|now|random|current_(time|date|timestamp))\s*\("#,
            "time and chance are parameters"
        ),
        (#"(?i)\bCURRENT_(TIME|DATE|TIMESTAMP)\b"#, "time is a parameter"),
        (#"\b(TRUE|FALSE)\b"#, "a BOOLEAN is compared with 1 or 0"),
        (#"=="#, "write ="),
        (#"\b[xX]''"#, "bytes are parameters"),
        (#"["`\[]"#, "names need no quotes"),
        (#"->"#, "SQLite and PostgreSQL differ on it"),
        (#"\bOFFSET\b|\bLIMIT\s+[^\s,]+\s*,"#, "lists are paged by key"),
        (#"\bIS\s+(NOT\s+)?(?!NULL\b|NOT\b|DISTINCT\b)[\w?]"#, "write IS NOT DISTINCT FROM"),
        (#"(?i)(?<!\))\s+(NOT\s+)?LIKE\b"#, "write lower(…) LIKE, for SQLite's LIKE ignores case"),
        (#"(?i)\b(max|min)\([^()]*,[^()]*\)"#, "the two-valued max and min are SQLite's: write CASE"),
        (#"(?i)\bmax\([\w.]+\)(, 0\))? \+ 1\b"#, "two writers get the same number: count in a row, or take newID()"),
    ]

    private static let onlyInStorage =
        #"^\s*(PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|VACUUM|ATTACH|ANALYZE|REINDEX)\b"#

    private static let foreignTypes =
        #"\b(INTEGER|INT|BIGINT|SMALLINT|SERIAL|REAL|DOUBLE|FLOAT|NUMERIC|DECIMAL|BLOB|BYTEA|VARCHAR|CHAR|BOOL|"#
        + #"DATE|DATETIME|TIMESTAMP|UUID|JSON)\b"#

    /// PostgreSQL's reserved words that SQLite accepts as names.
    private static let reserved =
        #"\b(all|analyse|any|array|asc|asymmetric|both|cast|column|current_user|desc|do|end|fetch|for|freeze|grant|"#
        + #"initially|lateral|leading|limit|offset|only|order|placing|session_user|some|symmetric|to|trailing|user|"#
        + #"variadic|verbose|when|window)\s+(INT64|TEXT|BYTES|BOOLEAN|TIME)\b|"#
        + #"\b(FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES)\s+(user|order|end|window|group|column|grant|analyse)\b"#

    /// Returns the faults of a statement; empty if both engines accept it.
    static func faults(_ statement: String, inStorage: Bool = false) -> [String] {
        let text = withoutQuotedText(statement)
        var faults = forbidden.filter { matches(text, $0.pattern) }.map(\.instead)
        if !inStorage && matches(text, onlyInStorage) { faults.append("only Storage speaks to the engine itself") }
        if matches(text, #"^\s*(CREATE|ALTER)\b"#) && matches(text, foreignTypes) {
            faults.append("column types are INT64, TEXT, BYTES, BOOLEAN and TIME")
        }
        if matches(text, reserved) { faults.append("the name is reserved in PostgreSQL") }
        if matches(text, #"^\s*(UPDATE|DELETE)\b"#) && matches(withoutParentheses(text), #"\bLIMIT\b"#) {
            faults.append("UPDATE and DELETE have no LIMIT: choose the keys in a subquery")
        }
        let used = Set(numbers(in: text))
        if let last = used.max(), used != Set(1...last) { faults.append("parameters count 1, 2, 3 without a gap") }
        return faults
    }

    private static func numbers(in text: String) -> [Int] {
        text.split(separator: "?").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
    }

    private static func withoutQuotedText(_ text: String) -> String {
        text.replacingOccurrences(of: #"'[^']*'"#, with: "''", options: .regularExpression)
            .replacingOccurrences(of: #"--[^\n]*"#, with: "", options: .regularExpression)
    }

    private static func withoutParentheses(_ text: String) -> String {
        var text = text
        while let range = text.range(of: #"\([^()]*\)"#, options: .regularExpression) { text.removeSubrange(range) }
        return text
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }
}
