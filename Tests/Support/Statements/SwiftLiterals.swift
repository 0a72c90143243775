/// The string literals of a Swift source, with the line each begins on; comments are skipped, interpolations kept as
/// written. Raw literals (`#"…"#`) are not looked for.
package func stringLiterals(in source: String) -> [(line: Int, text: String)] {
    var literals: [(line: Int, text: String)] = []
    var rest = Substring(source)
    var line = 1

    func skip(_ count: Int) {
        line += rest.prefix(count).count { $0.isNewline }
        rest = rest.dropFirst(count)
    }
    while !rest.isEmpty {
        if rest.hasPrefix("//") {
            rest = rest.drop { !$0.isNewline }
        } else if rest.hasPrefix("\"") {
            let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
            let start = line
            var text = ""
            skip(quote.count)
            while !rest.isEmpty && !rest.hasPrefix(quote) {
                if rest.hasPrefix("\\\n") {
                    skip(2)
                } else {
                    let count = rest.hasPrefix("\\") ? 2 : 1
                    text += rest.prefix(count)
                    skip(count)
                }
            }
            skip(quote.count)
            literals.append((start, text))
        } else {
            skip(1)
        }
    }
    return literals
}
