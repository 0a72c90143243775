import Foundation
import Statements
import Testing

/// Reads the Chinese texts of the sources.
@Suite struct ChineseTests {
    /// A text with Chinese in it, as the source has it.
    private struct Text {
        let path: String
        let line: Int
        let text: String
    }

    private static func texts() throws -> [Text] {
        try Repository.files(under: "Sources", "Clients", kind: "swift").filter {
            !$0.path.hasPrefix("Sources/Generator")
        }
        .flatMap { file in
            stringLiterals(in: file.text).map { Text(path: file.path, line: $0.line, text: $0.text) }
        }.filter { $0.text.contains(where: isChinese) }
    }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    /// Words that are the same in every language: formats, units, keys, and what stands in a file or on a card as it is.
    private static let names: Set<String> = [
        "ASCII", "Asia", "CSV", "Ctrl-C", "DSA", "Excel", "GB18030", "GBK", "HTTP", "IANA", "ID", "JPEG", "JSON", "KiB",
        "MiB", "NO_COLOR", "OFD", "PDF", "PEM", "PKCS", "PNG", "POST", "PATH", "RSA", "Rollcall", "SIGHUP", "SIGTERM",
        "SVG",
        "Shanghai", "TLS",
        "UTF-16",
        "UTF-8", "Unix", "Urumqi", "XML", "ZIP", "http", "https", "xls", "xlsx", "RE1", "attlog.dat", "name",
        "example.org",
        "Docs", "Esc", "Operating.md", "payments", "kavf-t3w2-2p5y",
    ]

    /// Single letters are keys to press, and characters of codes and numbers.
    private static func isForeign(_ word: Substring) -> Bool { word.count > 1 && !names.contains(String(word)) }

    /// The parts that people type: the name of a file or setting, a command of ours, an option.
    private static var typed: [Regex<Substring>] {
        [
            /[a-z_\/]*[._\/][a-z_.\/?=&]+/, /rollcall[a-z-]*(?: [a-z][a-z0-9-]*)*/, /--[a-z-]+/,
            /\b(?:chmod|kill|systemctl) ?[a-z=]*/, /\bkeys\b/, /export [A-Z_]+\S*/,
        ]
    }

    private static func foreign(_ text: String) -> [String] {
        let rest = typed.reduce(withoutInterpolations(text)) { $0.replacing($1, with: " ") }
        let words = rest.matches(of: /[A-Za-z0-9_.+-]*[A-Za-z0-9]/)
        return words.map(\.output).filter { $0.first?.isLetter == true && isForeign($0) }.map(String.init)
    }

    /// A command without its program, as an error's advice has it: the console says the program.
    private static func isCommand(_ text: String) -> Bool {
        [
            "connect ", "enrol ", "login ", "organisations list ", "units find ", "papers list ",
            "checklists list ", "reports list ", "units join ", "verify ",
        ].contains { text.hasPrefix($0) }
    }

    private static func withoutInterpolations(_ text: String) -> String {
        var (whole, depth, rest) = ("", 0, text[...])
        while let character = rest.first {
            if depth == 0, rest.hasPrefix("\\(") {
                depth = 1
                rest = rest.dropFirst(2)
                continue
            }
            if depth == 0 { whole.append(character) }
            if depth > 0, character == "(" { depth += 1 }
            if depth > 0, character == ")" { depth -= 1 }
            rest = rest.dropFirst()
        }
        return whole
    }

    @Test("a Chinese text has no word of another language but names, units, and commands with their program")
    func words() throws {
        let texts = try Self.texts()
        #expect(texts.count > 1500)
        for text in texts where !Self.isCommand(text.text) {
            let foreign = Self.foreign(text.text)
            #expect(foreign.isEmpty, "\(text.path):\(text.line): \(foreign): \(text.text)")
        }
    }

    @Test("a phrase of two texts has its Chinese second")
    func phrases() throws {
        for file in try Repository.files(under: "Sources", "Clients", kind: "swift") where file.mentions("Phrase(") {
            let pairs = file.text.matches(of: /Phrase\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/)
            for pair in pairs {
                let (english, chinese) = (String(pair.output.1), String(pair.output.2))
                let hasWords = Self.withoutInterpolations(english).contains(where: \.isLetter)
                let isName = Self.foreign(chinese).isEmpty || Self.isCommand(chinese)
                #expect(
                    !hasWords || chinese.contains(where: Self.isChinese) || isName,
                    "\(file.path): “\(english)” in Chinese: “\(chinese)”")
            }
        }
    }

    /// Words of the wire that no person reads.
    private static let unread: Set<String> = ["ErrorCode", "EventKind", "FigureForm", "ItemKind", "Verdict"]

    @Test("every enumeration of the protocol that people read has its names in both languages")
    func enumerations() throws {
        let generated = try Repository.files(under: "Sources/Vocabulary/Generated", kind: "swift")
        let words = Set(
            generated.flatMap { $0.text.matches(of: /enum (\w+): Int32, Word/).map { String($0.output.1) } })
        let named = Set(
            generated.flatMap { $0.text.matches(of: /extension (\w+): Named/).map { String($0.output.1) } })
        #expect(words.count > 40)
        #expect(words.subtracting(named) == Self.unread)
    }

    /// Words for what the glossary calls otherwise.
    private static let otherTerms: KeyValuePairs = [
        "项目计划": "项目体系", "花名册": "名单", "考试基地": "考核基地", "人员类别": "人员类型", "裁定员": "裁定人", "考官员": "考官",
    ]

    @Test("one thing has one Chinese name, that of the glossary")
    func terms() throws {
        let glossary = try Repository.files(under: "Docs").first { $0.path == "Docs/Glossary.md" }?.text ?? ""
        let texts = try Self.texts()
        for (other, term) in Self.otherTerms {
            #expect(!glossary.contains("| \(other) |"), "the glossary says \(other)")
            for text in texts where text.text.contains(other) {
                Issue.record("\(text.path):\(text.line): “\(other)” is called \(term): \(text.text)")
            }
        }
    }

    @Test("words of another language are found, and names, options and commands are not")
    func found() {
        #expect(Self.foreign(#"请用 \(option) 提供 standard input"#) == ["standard", "input"])
        #expect(Self.foreign("请先取消（offerings cancel）") == ["offerings", "cancel"])
        #expect(Self.foreign("请用 rollcall-admin offerings cancel 取消，或加 --reason") == [])
        #expect(Self.foreign("请另存为“CSV UTF-8”，每行 8 MiB") == [])
    }

    @Test("every word in capitals that a usage line shows has a Chinese word")
    func placeholders() throws {
        let known = try String(
            contentsOf: Repository.root.appendingPathComponent("Sources/Console/Placeholders.swift"), encoding: .utf8)
        var count = 0
        for file in try Repository.files(under: "Clients", "Sources/ClientKit", "Sources/Server", kind: "swift")
        where !file.path.hasPrefix("Clients/Demo") {
            for literal in stringLiterals(in: file.text) {
                guard literal.text.wholeMatch(of: /[A-Z]{2,}(?:[:@-][A-Z]+)*/) != nil else { continue }
                for word in literal.text.split(whereSeparator: { !$0.isLetter })
                where !Self.names.contains(String(word)) && !["GET", "HOME", "PIN"].contains(word) {
                    count += 1
                    #expect(known.contains("\"\(word)\": "), "\(file.path):\(literal.line): \(word)")
                }
            }
        }
        #expect(count > 100)
    }
}
