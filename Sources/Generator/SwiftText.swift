/// Builds Swift source. Breaks long comments; the formatter breaks other long lines.
struct SwiftText {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        text += line.isEmpty ? "\n" : String(repeating: "    ", count: depth) + line + "\n"
    }

    /// Writes a line, an indented body and a closing brace.
    mutating func block<E>(_ opening: String, _ body: (inout SwiftText) throws(E) -> Void) throws(E) {
        line(opening + " {")
        depth += 1
        try body(&self)
        depth -= 1
        line("}")
    }

    /// Writes a comment from a `.proto` with its line breaks, and breaks lines that are too long.
    mutating func comment(_ comment: String, marker: String = "///") {
        for paragraph in comment.split(separator: "\n") {
            var row = marker
            for word in paragraph.split(separator: " ") {
                if depth * 4 + row.count + 1 + word.count > 120 {
                    line(row)
                    row = marker
                }
                row += " " + word
            }
            line(row)
        }
    }

    static func literal(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
