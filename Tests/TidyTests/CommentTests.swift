import Foundation
import Testing

@Suite struct CommentTests {
    private static let riddles = ["What", "Who", "Where", "Whose", "Whom"]

    /// Returns the numbers of lines on which a doc comment begins with one of the words.
    private static func riddles(in lines: [some StringProtocol]) -> [Int] {
        let comments = lines.map { line -> Substring? in
            let text = Substring(line).drop { $0 == " " }
            return text.hasPrefix("/// ") ? text.dropFirst(4) : text == "///" ? "" : nil
        }
        return comments.indices.filter { index in
            let isFirst = index == 0 || comments[index - 1] == nil
            let word = comments[index]?.prefix { $0.isLetter } ?? ""
            return isFirst && riddles.contains(String(word))
        }.map { $0 + 1 }
    }

    @Test("a doc comment begins with its subject or verb: not with What, Who, Where, Whose or Whom")
    func beginnings() throws {
        let files = try Repository.files(under: "Sources", "Clients", "Tests", kind: "swift")
        #expect(files.count > 400)
        for file in files where !file.isGenerated && file.mentions("/// Wh") {
            let lines = Self.riddles(in: file.lines)
            #expect(lines.isEmpty, "\(file.path):\(lines): say what it is or does, in the present tense")
        }
    }

    @Test("only the first line of a doc comment is looked at, and no longer word")
    func found() {
        let lines = [
            "/// What it is.", "let a = 1", "    /// Whether it is.", "    /// Where it is.", "let b = 2",
            "// Who it is.", "/// Whoever it is.", "/// The rest.", "", "/// Whose it is.",
        ]
        #expect(Self.riddles(in: lines) == [1, 10])
    }
}
