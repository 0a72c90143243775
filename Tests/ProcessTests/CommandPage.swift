import Foundation

/// The indented commands of Docs/CommandLine.md, in their order.
struct CommandPage {
    struct Line {
        let number: Int
        let words: [String]
    }

    let lines: [Line]

    init() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Docs/CommandLine.md")
        var (lines, begun, start): ([Line], String, Int) = ([], "", 0)
        let text = try String(contentsOf: page, encoding: .utf8)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !begun.isEmpty || line.hasPrefix("    rollcall") else { continue }
            if begun.isEmpty { start = index + 1 }
            let command = line.split(separator: " #", maxSplits: 1)[0].trimmingCharacters(in: .whitespaces)
            guard !command.hasSuffix("\\") else {
                begun += command.dropLast()
                continue
            }
            lines.append(Line(number: start, words: Self.words(begun + command)))
            begun = ""
        }
        self.lines = lines
    }

    /// Splits a command like a shell: at spaces, with "…" around words that contain some.
    private static func words(_ line: String) -> [String] {
        line.matches(of: /"([^"]*)"|([^ "]+)/).map { String($0.output.1 ?? $0.output.2 ?? "") }
    }
}
