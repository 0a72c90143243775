/// The text of `--help`, made from what is declared.
struct Help {
    let program: String
    let root: Command
    let common: [Declaration]
    let language: Language
    /// Columns of the terminal.
    let width: Int

    /// - Parameter path: the command asked about; the program when empty.
    func text(_ path: [Command]) -> String {
        let command = path.last ?? root
        var lines = say(command.help).wrapped(to: width) + ["", usage(path)]
        let arguments = command.declarations.filter { $0.shape == .argument }
        let options = command.declarations.filter { $0.shape != .argument }
        lines += section(nil, arguments.map { ($0.name, about($0)) })
        lines += section(
            Phrase("commands:", "命令："), command.commands.map { ($0.name, say($0.help)) })
        lines += section(Phrase("options:", "选项："), options.map { (written($0), about($0)) })
        lines += section(Phrase("for every command:", "通用选项："), (common + [Self.help]).map { (written($0), about($0)) })
        if path.isEmpty {
            lines += section(
                Phrase("exit codes:", "退出码："), ExitCode.allCases.map { (String($0.rawValue), say($0.meaning)) })
        }
        return lines.joined(separator: "\n")
    }

    /// The line a usage error repeats.
    func usage(_ path: [Command]) -> String {
        let command = path.last ?? root
        var words = [say(Phrase("usage:", "用法：")), program] + path.map(\.name)
        if !command.commands.isEmpty { words.append(say(Phrase("COMMAND", "命令"))) }
        if command.declarations.contains(where: { $0.shape != .argument && !$0.count.needsOne }) {
            words.append(say(Phrase("[options]", "[选项]")))
        }
        for declaration in command.declarations {
            switch (declaration.shape, declaration.count) {
            case (.option, .one), (.option, .some): words.append(written(declaration, short: false))
            case (.argument, .one): words.append(declaration.name)
            case (.argument, .optional): words.append("[\(declaration.name)]")
            case (.argument, .some): words.append("\(declaration.name)…")
            case (.argument, .any): words.append("[\(declaration.name)…]")
            case (.flag, _), (.option, .optional), (.option, .any): continue
            }
        }
        return words.joined(separator: " ")
    }

    static let help = Parameter.flag("help", short: "h", Phrase("print this text", "显示本帮助")).declaration

    private func say(_ phrase: Phrase) -> String { phrase.text(language) }

    private func written(_ declaration: Declaration, short: Bool = true) -> String {
        let name = (short ? declaration.short.map { "-\($0), " } ?? "" : "") + declaration.label
        switch declaration.shape {
        case .flag, .argument: return name
        case .option(let placeholder): return "\(name) \(placeholder)"
        }
    }

    private func about(_ declaration: Declaration) -> String {
        var notes: [String] = []
        if !declaration.choices.isEmpty { notes.append(declaration.choices.joined(separator: " | ")) }
        if let text = declaration.defaultText { notes.append(say(Phrase("default \(text)", "默认 \(text)"))) }
        if let variable = declaration.variable { notes.append("$\(variable)") }
        if case .option = declaration.shape, declaration.count == .any {
            notes.append(say(Phrase("may be repeated", "可重复")))
        }
        return say(declaration.help) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    private func section(_ title: Phrase?, _ rows: [(String, String)]) -> [String] {
        guard !rows.isEmpty else { return [] }
        // A long name stands on a line of its own rather than pushing every text to the right.
        let indent = min(rows.map(\.0.columns).max() ?? 0, 24) + 4
        var lines = [""] + (title.map { [say($0)] } ?? [])
        for (name, text) in rows {
            let wrapped = text.wrapped(to: max(20, width - indent))
            let margin = String(repeating: " ", count: indent)
            let head = "  " + name
            if head.columns + 2 <= indent {
                lines.append(head + String(repeating: " ", count: indent - head.columns) + wrapped[0])
            } else {
                lines += [head, margin + wrapped[0]]
            }
            lines += wrapped.dropFirst().map { margin + $0 }
        }
        return lines
    }
}
