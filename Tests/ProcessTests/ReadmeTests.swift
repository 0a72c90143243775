import Foundation
import Processes
import Testing

/// Runs the commands of the README as they are written there, each with the ids that those before it have printed.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct ReadmeTests {
    private static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "README.md")

    /// The commands of the section, without comments.
    private static func commands() throws -> [[String]] {
        let text = try String(contentsOf: readme, encoding: .utf8)
        let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Five minutes") } ?? ""
        return section.split(separator: "\n").filter { $0.hasPrefix("    rollcall-") }.map { line in
            let command = line.components(separatedBy: " #")[0].replacing("$(date +%F)", with: today)
            return command.split(separator: " ").map(String.init)
        }
    }

    @Test("the five minutes of the README work on any day, and end with credit awarded")
    func fiveMinutes() throws {
        let site = try Site()
        let admin = try site.administrator()
        let terminal = site.user("terminal", "rollcall-terminal")
        var known = ["FINGERPRINT": site.fingerprint]
        _ = try site.file("名单.csv", "编号,姓名,手机号\n1001,张三,13800000001\n")
        let log = try site.file("attlog.dat", "1001\t\(Self.today) 00:00:01\t1\t0\t1\t0\n")
        var last = ""
        let commands = try Self.commands()
        #expect(commands.count > 15)
        for command in commands where !command.contains("template") {
            let words = command.dropFirst().map { word in
                let word = word == "attlog.dat" ? log : word == "名单.csv" ? site.folder.path + "/名单.csv" : word
                return known.keys.sorted { $0.count > $1.count }.reduce(word) { text, name in
                    text.replacing(name, with: known[name] ?? "")
                }
            }
            let user = command[0] == "rollcall-admin" ? admin : terminal
            let isMachine = words.contains("add") || words.contains("create") || words.contains("code")
            let server = words.map { $0 == "127.0.0.1:7700" ? site.tls : $0 }
            let outcome = try user.run(server + (isMachine ? ["--json"] : []), input: "1001\n", exits: 0)
            last = outcome.out
            guard isMachine else { continue }
            switch words[0] {
            case "organisations": known["ORG"] = try outcome.id()
            case "programmes": known["PROGRAMME"] = try outcome.id()
            case "projects": known["PROJECT"] = try outcome.id()
            case "offerings": known["OFFERING"] = try outcome.id()
            case "accounts": known["PERSON"] = try outcome.id("person")
            case "terminals": known["CODE"] = try outcome.rows.first?["code"] as? String
            default: Issue.record("ids of \(words)")
            }
        }
        #expect(last.contains("1"), "\(last)")
        let eligible = try admin("credit", "list", known["OFFERING"] ?? "", "--json")
        #expect(try eligible.rows.count == 1, "\(eligible.out)")
    }

    /// The day in China, where the programme's zone is.
    private static var today: String {
        let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        return Date().formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }
}
