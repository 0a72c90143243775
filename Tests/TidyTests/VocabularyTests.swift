import Foundation
import Testing

/// One vocabulary: a name means one type, and a number becomes a word in two places alone.
@Suite struct VocabularyTests {
    private static func product() throws -> [Repository.File] {
        try Repository.files(under: "Sources", "Clients", kind: "swift")
    }

    /// `Sources/Domain`, `Clients/Admin`.
    private static func module(of path: String) -> String {
        path.split(separator: "/").prefix(2).joined(separator: "/")
    }

    private static let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    private static let shown: Set<Substring> = ["package", "public", "internal", "final", "indirect"]

    /// Types at the beginning of a line, seen beyond their file.
    private static func types(of file: Repository.File) -> [String] {
        codeAlone(file.text).compactMap { line in
            guard let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "}") else {
                return nil
            }
            var words = line.split(separator: " ")[...]
            while let word = words.first, shown.contains(word) || word.hasPrefix("@") { words.removeFirst() }
            guard let kind = words.popFirst(), kinds.contains(kind) else { return nil }
            return words.first.map { String($0.prefix { $0.isLetter || $0.isNumber }) }
        }
    }

    @Test("no name of a type is declared in two product modules")
    func declaredOnce() throws {
        var modules: [String: Set<String>] = [:]
        for file in try Self.product() {
            for type in Self.types(of: file) { modules[type, default: []].insert(Self.module(of: file.path)) }
        }
        #expect(modules.count > 800)
        for (type, places) in modules.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
            Issue.record("\(type) is declared in \(places.sorted().joined(separator: " and "))")
        }
    }

    /// Files that read numbers which are no column and no field of a message, or that outlive their enumeration.
    private static let readers: Set<String> = [
        // The number of a method stands before its request.
        "Sources/Connection/InboundCall.swift",
        // An entry of the audit outlives the method it names.
        "Sources/Service/Accounts/ListAudit.swift",
    ]

    /// A number made a word, or a column guessed at. Flags, of which any set is a value, aside.
    private static var guess: Regex<Substring> {
        /\b(?!OfferingContent|FrameFlags)\w+(?:\.init)?\(rawValue: (?:U?Int\d*\(|row|stored|found|\$0\.(?:integer|int|id|uint)|\w+\.rawValue)/
    }

    @Test(
        "a number becomes a word through the row reader and the messages alone, and nothing stands in for one unknown")
    func words() throws {
        let vocabulary = try Repository.files(under: "Sources/Vocabulary/Generated", kind: "swift")
        let words = Set(vocabulary.flatMap(Self.types))
        #expect(words.count > 35 && words.contains("LeaveState"))
        for file in try Self.product() where !file.isGenerated && file.mentions("rawValue:") {
            for (number, line) in codeAlone(file.text).enumerated() where line.contains("rawValue:") {
                let isOfWord = line.matches(of: /(\w+)(?:\.init)?\(rawValue:/).contains {
                    words.contains(String($0.output.1))
                }
                let isGuess = line.firstMatch(of: Self.guess) != nil && !Self.readers.contains(file.path)
                #expect(
                    !isOfWord && !isGuess,
                    "\(file.path):\(number + 1): write `try row.enumeration(n)`, or pass the word of the message")
            }
        }
    }

    @Test("types and guesses are found in every form they have")
    func found() {
        let file = Repository.File(
            path: "Sources/A/A.swift",
            text: """
                package struct One {
                    struct Inner {}
                }
                @usableFromInline package final class Two {}
                private enum Three {}
                // enum Four
                enum Five: Int {}
                """)
        #expect(Self.types(of: file) == ["One", "Two", "Five"])
        for guess in [
            "State(rawValue: Int32(x.rawValue))", "State(rawValue: row.integer(3))", "State.init(rawValue: $0.int(1))",
            "State(rawValue: UInt8(clamping: number))", "State(rawValue: request.rawValue)",
        ] {
            #expect(guess.firstMatch(of: Self.guess) != nil, "\(guess)")
        }
        #expect("OfferingContent(rawValue: row.integer(9))".firstMatch(of: Self.guess) == nil)
    }
}
