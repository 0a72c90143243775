/// A program's page for `man`, in the macros of man(7), made of what the program declares.
struct ManualPage {
    let root: Command
    let common: [Declaration]
    let version: String
    /// Of the manual: 1 for commands, 8 for servers.
    let section: Int
    let language: Language

    var text: String {
        let help = Help(program: root.name, root: root, common: common, language: language, width: .max)
        var lines = [
            ".TH \(root.name.uppercased().roff) \(section) \"\" \"Rollcall \(version)\" \"Rollcall\"",
            // Chinese has no hyphenation; English reads better without.
            ".nh", ".ad l", heading(Phrase("Name", "名称")),
            "\(root.name.roff) \\- \(say(root.help).roff)", heading(Phrase("Synopsis", "语法")),
            ".B \(root.name.roff)", ".I \(say(Phrase("COMMAND", "命令")).roff)",
            heading(Phrase("Commands", "命令")),
        ]
        for command in root.commands {
            if command.commands.isEmpty {
                lines += page(of: [command], help)
            } else {
                lines += [".SS \(command.name.roff)", say(command.help).roff]
                lines += leaves(below: [command]).flatMap { page(of: $0, help) }
            }
        }
        lines += [heading(Phrase("Options of every command", "通用选项"))]
        lines += (common + [Help.help]).flatMap { item(help.written($0), help.about($0)) }
        lines += [heading(Phrase("Exit status", "退出码"))]
        lines += ExitCode.allCases.flatMap { item(String($0.rawValue), say($0.meaning)) }
        return lines.joined(separator: "\n")
    }

    /// The ways to the commands of a family that do something, in order.
    private func leaves(below path: [Command]) -> [[Command]] {
        let commands = path.last?.commands ?? []
        return commands.isEmpty ? [path] : commands.flatMap { leaves(below: path + [$0]) }
    }

    private func page(of path: [Command], _ help: Help) -> [String] {
        guard let command = path.last else { return [] }
        let usage = help.usage(path, titled: false)
        let rows = command.declarations.flatMap { item(help.written($0), help.about($0)) }
        return item(usage, say(command.help)) + (rows.isEmpty ? [] : [".RS"] + rows + [".RE"])
    }

    private func heading(_ title: Phrase) -> String { ".SH \(say(title).uppercased().roff)" }

    private func item(_ name: String, _ text: String) -> [String] { [".TP", ".B \(name.roff)", text.roff] }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
}

extension String {
    /// The text as roff takes it: no character of it is a command.
    fileprivate var roff: String {
        let escaped = replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
