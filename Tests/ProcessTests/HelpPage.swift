import Processes
import Synchronization

/// The output of a command's `--help`.
struct HelpPage {
    let path: [String]
    let text: String

    /// Returns the names below a heading.
    func names(under heading: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: heading[...]) else { return [] }
        return lines[(start + 1)...].prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    var isLeaf: Bool { names(under: "commands:").isEmpty }

    /// The first line, with what the command is for.
    var summary: Substring { text.prefix { $0 != "\n" } }

    /// Returns the pages of a program, those of commands after their family's. A run asks each program once.
    static func all(_ program: String, _ language: String) throws -> [HelpPage] {
        let pages = known.withLock { known in
            let key = "\(program) \(language)"
            let pages = known[key] ?? Pages()
            known[key] = pages
            return pages
        }
        return try pages.once.withLock { once in
            let pages = try once ?? asked([program], language)
            once = pages
            return pages
        }
    }

    private final class Pages: Sendable {
        let once = Mutex<[HelpPage]?>(nil)
    }

    private static let known = Mutex<[String: Pages]>([:])

    private static func asked(_ path: [String], _ language: String) throws -> [HelpPage] {
        let outcome = try Programs.run(
            path[0], Array(path.dropFirst()) + ["--help", "--lang", language], environment: [:])
        guard outcome.code == 0 else { throw Programs.Failure("\(path): \(outcome.err)") }
        let page = HelpPage(path: path, text: outcome.out)
        let commands = page.names(under: language == "zh" ? "命令：" : "commands:")
        return try [page] + commands.flatMap { try asked(path + [$0], language) }
    }
}
