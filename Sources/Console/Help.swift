/// Formats the text of `--help` from the declarations.
struct Help {
    let program: String
    let root: Command
    let common: [Declaration]
    let language: Language
    /// The columns of the terminal.
    let width: Int

    private static let longestName = 24

    /// Rows of a section, under a title of their own or none.
    private struct Part {
        var title: Phrase?
        let rows: [(name: String, text: String)]
    }

    /// - Parameter path: the command to describe; empty for the program.
    func text(_ path: [Command]) -> String {
        let command = path.last ?? root
        let arguments = command.declarations.filter { $0.shape == .argument }
        let options = command.declarations.filter { $0.shape != .argument }
        var sections: [(title: Phrase?, parts: [Part])] = [
            (nil, [Part(rows: arguments.map { (say($0.shown), about($0)) })]),
            (
                Phrase("commands:", "命令："),
                command.groups.map { group in
                    Part(title: group.title, rows: group.commands.map { ($0.name, say($0.help)) })
                }
            ),
            (Phrase("options:", "选项："), [Part(rows: options.map { (written($0), about($0)) })]),
            (
                Phrase("for every command:", "通用选项："),
                [Part(rows: (command.without(common) + [Self.help]).map { (written($0), about($0)) })]
            ),
        ]
        if path.isEmpty {
            let codes = ExitCode.allCases.map { (String($0.rawValue), say($0.meaning)) }
            sections.append((Phrase("exit codes:", "退出码："), [Part(rows: codes)]))
        }
        // A long name gets a line of its own, so that it does not push every text to the right.
        let names = sections.flatMap { $0.parts.flatMap(\.rows) }.map(\.name.columns)
        let indent = min(names.max() ?? 0, Self.longestName) + 4
        let usage = usage(path).wrapped(to: width - 4).enumerated().map { ($0 == 0 ? "" : "    ") + $1 }
        var lines = say(command.help).wrapped(to: width) + [""] + usage
        for section in sections where section.parts.contains(where: { !$0.rows.isEmpty }) {
            lines += [""] + (section.title.map { [say($0)] } ?? [])
            for part in section.parts {
                lines += part.title.map { [" " + say($0)] } ?? []
                for row in part.rows { lines += layOut(row.name, row.text, indent) }
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The usage line.
    /// - Parameter titled: whether it begins with what it is.
    func usage(_ path: [Command], titled: Bool = true) -> String {
        let command = path.last ?? root
        var words = [(titled ? say(Phrase("usage: ", "用法：")) : "") + program] + path.map(\.name)
        if !command.commands.isEmpty { words.append(say(Phrase("COMMAND", "命令"))) }
        if command.declarations.contains(where: { $0.shape != .argument && !$0.count.needsOne }) {
            words.append(say(Phrase("[options]", "[选项]")))
        }
        for declaration in command.declarations {
            switch (declaration.shape, declaration.count) {
            case (.option, .one), (.option, .some): words.append(written(declaration, short: false))
            case (.argument, .one): words.append(say(declaration.shown))
            case (.argument, .optional): words.append("[\(say(declaration.shown))]")
            case (.argument, .some): words.append("\(say(declaration.shown))…")
            case (.argument, .any): words.append("[\(say(declaration.shown))…]")
            case (.flag, _), (.option, .optional), (.option, .any): continue
            }
        }
        return words.joined(separator: " ")
    }

    static let help = Parameter.flag("help", short: "h", Phrase("print this text", "显示本帮助")).declaration

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    func written(_ declaration: Declaration, short: Bool = true) -> String {
        let name = (short ? declaration.short.map { "-\($0), " } ?? "" : "") + declaration.label
        switch declaration.shape {
        case .flag: return name
        case .argument: return say(declaration.shown)
        case .option(let placeholder): return "\(name) \(say(.placeholder(placeholder)))"
        }
    }

    func about(_ declaration: Declaration) -> String {
        var notes: [String] = []
        if !declaration.choices.isEmpty { notes.append(declaration.choices.map(say).joined(separator: " | ")) }
        // An empty text and 0 say that there is none.
        if let text = declaration.defaultText, !["", "0"].contains(text) {
            let word = declaration.choices.first { $0.en == text } ?? Phrase(text)
            notes.append(say(Phrase("default \(word.en)", "默认 \(word.zh)")))
        }
        if let variable = declaration.variable { notes.append("$\(variable)") }
        if case .option = declaration.shape, declaration.count == .any {
            notes.append(say(Phrase("may be repeated", "可重复")))
        }
        return say(declaration.help) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    private func layOut(_ name: String, _ text: String, _ indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let wrapped = text.wrapped(to: max(20, width - indent))
        let head = "  " + name
        guard head.columns + 2 <= indent else { return [head] + wrapped.map { margin + $0 } }
        let first = head + String(repeating: " ", count: indent - head.columns) + wrapped[0]
        return [first] + wrapped.dropFirst().map { margin + $0 }
    }
}
