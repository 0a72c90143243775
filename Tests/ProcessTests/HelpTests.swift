import Foundation
import Processes
import Testing

/// Every command of every program, found through their help.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct HelpTests {
    private static let programs = ["rollcalld", "rollcall", "rollcall-admin", "rollcall-terminal", "rollcall-demo"]

    @Test("every command tells what it does in both languages, within eighty columns", arguments: programs)
    func help(program: String) throws {
        let (english, chinese) = (try HelpPage.all(program, "en"), try HelpPage.all(program, "zh"))
        #expect(english.map(\.path) == chinese.map(\.path))
        for page in chinese {
            let here = page.path.joined(separator: " ")
            let first = page.text.split(separator: "\n").first ?? ""
            #expect(first.unicodeScalars.contains { $0.value > 0x3000 }, "\(here) has no Chinese: \(first)")
        }
        for page in english + chinese {
            let here = page.path.joined(separator: " ")
            for line in page.text.split(separator: "\n") {
                let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
                #expect(columns <= 80, "\(here): \(columns) columns: \(line)")
            }
        }
        for page in english {
            let first = page.text.split(separator: "\n").first ?? ""
            #expect(
                !first.unicodeScalars.contains { $0.value > 0x3000 } && !first.hasSuffix("."),
                "\(page.path.joined(separator: " ")): \(first)")
        }
    }

    @Test("Docs/Commands.md lists every command of every program, with what it says of itself")
    func listed() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Docs/Commands.md")
        var text = """
            # Every command

            As the programs tell it; `--help` behind any of them tells its options. Written by `make generate`; a test fails
            when a program says otherwise. [CommandLine.md](CommandLine.md) shows them at work.

            | command | | |
            |---|---|---|

            """
        for program in Self.programs.dropLast() {
            let (english, chinese) = (try HelpPage.all(program, "en"), try HelpPage.all(program, "zh"))
            for (page, zh) in zip(english, chinese) where page.isLeaf {
                text += "| `\(page.path.joined(separator: " "))` | \(page.summary) | \(zh.summary) |\n"
            }
        }
        if ProcessInfo.processInfo.environment["ROLLCALL_WRITE_PAGES"] != nil {
            try text.write(to: page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        let changes = text.split(separator: "\n").difference(from: written.split(separator: "\n"))
        #expect(changes.isEmpty, "Docs/Commands.md is another: \(changes.prefix(10))")
    }

    @Test(
        "OPS-7 each program prints its manual page, which names every command and is sound to a reader of manual pages",
        arguments: programs, ["en", "zh"])
    func manual(program: String, language: String) throws {
        let page = try Programs.run(program, ["manual", "--lang", language], environment: [:]).out
        let file = FileManager.default.temporaryDirectory.appending(path: "\(program)-\(language)-\(UUID()).man")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(page.utf8).write(to: file)
        let lint = try Programs.run("/usr/bin/mandoc", ["-T", "lint", "-W", "warning", file.path], environment: [:])
        // The date is that of no file: it would change what is built of the same source.
        let faults = lint.out.split(separator: "\n").filter { !$0.contains("missing date") }
        #expect(faults.isEmpty, "\(faults.prefix(5))")
        let read = try Programs.run("/usr/bin/mandoc", ["-T", "utf8", "-O", "width=200", file.path], environment: [:])
            .out
            .replacing(/.\u{8}/, with: "")
        for command in try HelpPage.all(program, "en").dropFirst() where command.isLeaf {
            let words = command.path.joined(separator: " ")
            #expect(read.contains(words), "\(words)")
        }
    }

    @Test(
        "OPS-7 shells complete commands, options and their words, and else files", arguments: Shell.allCases,
        [
            ("rollcall-admin cert", "certificates"), ("rollcall-admin roster u", "upload"),
            ("rollcall-admin ledger reconcile --by we", "we-chat"), ("rollcall-terminal scan --unl", "--unlisted"),
            ("rollcalld backup v", "verify"), ("rollcall --la", "--lang"), ("rollcall-admin roster upload list", ""),
        ])
    func completion(shell: Shell, sample: (line: String, answer: String)) throws {
        let words = sample.line.split(separator: " ").map(String.init)
        let script = try Programs.run(words[0], ["completion", shell.rawValue], environment: [:]).out
        let told = try Programs.run("/usr/bin/\(shell)", [], environment: [:], input: shell.asking(script, words))
        #expect(told.out == sample.answer + "\n" && told.err.isEmpty, "\(told)")
    }

    enum Shell: String, CaseIterable {
        case bash, zsh, fish

        /// A script that prints what completes the last word but for files, in one line.
        func asking(_ script: String, _ words: [String]) -> String {
            let list = words.map { "'\($0)'" }.joined(separator: " ")
            let function = "_" + words[0].replacing("-", with: "_")
            return switch self {
            case .bash:
                """
                \(script)
                COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1)
                \(function)
                echo "${COMPREPLY[*]}"
                """
            case .zsh:
                """
                compdef() { : }
                _files() { : }
                _describe() { found+=(${${(M)${(P)2}:#${words[CURRENT]}*}%%:*}) }
                \(script)
                words=(\(list)); CURRENT=\(words.count); found=()
                \(function)
                print -r -- "${found[*]}"
                """
            case .fish:
                """
                \(script)
                cd /
                echo (complete -C '\(words.joined(separator: " "))' | string split -f1 \\t)
                """
            }
        }
    }
}
