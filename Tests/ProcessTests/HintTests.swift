import Foundation
import Testing

/// Commands that errors and help advise can be typed as they stand.
@Suite(.serialized, .timeLimit(.minutes(10))) struct HintTests {
    private struct Known {
        /// Commands, by their words, with the words that they cannot do without.
        var needed: [[String]: [String]] = [:]
        var families: Set<[String]> = []

        init() throws {
            for program in ["rollcall", "rollcall-admin", "rollcall-terminal", "rollcalld"] {
                for page in try HelpPage.all(program, "en") {
                    let usage = page.text.split(separator: "\n\n").first { $0.hasPrefix("usage: ") } ?? ""
                    let words = usage.split(whereSeparator: \.isWhitespace).dropFirst(page.path.count + 1)
                    if words.first == "COMMAND" {
                        families.insert(page.path)
                    } else {
                        needed[page.path] = words.map(String.init).filter { $0.first?.isUppercase == true }
                    }
                }
            }
        }
    }

    @Test("a command that a text of ours advises is there, is no family, and is written with all that it needs")
    func commands() throws {
        let known = try Known()
        var count = 0
        for (place, text) in try Self.texts() {
            for hint in text.matches(of: /(rollcall(?:-admin|-terminal|d)?)((?: [^ "()“”，。；：;,）（`]+)+)/) {
                let words = hint.output.2.split(separator: " ").map(String.init)
                var path = [String(hint.output.1)]
                for word in words {
                    let next = path + [word]
                    guard known.needed[next] != nil || known.families.contains(next) else { break }
                    path = next
                }
                // “rollcall is …”: the program, not a command of it.
                guard path.count > 1 else { continue }
                count += 1
                #expect(!known.families.contains(path), "\(place): \(hint.output.0)")
                let needed = known.needed[path] ?? []
                // A kind is written as it is.
                let rest = words.dropFirst(path.count - 1).enumerated().prefix { index, word in
                    Self.isValue(word) || index == 0 && needed.first == "KIND"
                }
                #expect(rest.count >= needed.count, "\(place): \(hint.output.0) needs \(needed)")
            }
        }
        #expect(count > 60)
    }

    /// An option, a word in capitals, an interpolation, or a Chinese word for what is to be filled in.
    private static func isValue(_ word: String) -> Bool {
        guard let first = word.first else { return false }
        return word.hasPrefix("--") || word.hasPrefix("\\") || first.isUppercase || !first.isASCII
    }

    /// The lines of the sources with texts in them, interpolations as one word each.
    private static func texts() throws -> [(place: String, text: String)] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
        return try ["Sources", "Clients"].flatMap { folder in
            let all = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
            let files = (all?.allObjects ?? []).compactMap { $0 as? URL }.filter {
                $0.pathExtension == "swift" && !$0.path.contains("Demo") && !$0.path.contains("Gateway")
            }
            return try files.flatMap { file in
                try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
                    .enumerated().filter { $0.element.contains("rollcall") && !$0.element.contains("//") }.map {
                        (
                            "\(file.lastPathComponent):\($0.offset + 1)",
                            String($0.element).replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "\\X")
                        )
                    }
            }
        }
    }
}
