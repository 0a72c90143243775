/// Parses the words of a command line by a program's declarations.
struct Parser {
    enum Match: Sendable {
        case run(Command.Action, Arguments)
        /// Help on the command at the end of this path; an empty path is the program.
        case help([Command])
        case version
    }

    let root: Command
    let common: [Declaration]
    let environment: Environment

    private(set) var path: [Command] = []
    /// Whether the words end before a command that does something.
    private(set) var lacksCommand = false
    private var given: [String: [String]] = [:]
    private var arguments: [String] = []

    init(root: Command, common: [Declaration], environment: @escaping Environment) {
        self.root = root
        self.common = common
        self.environment = environment
    }

    mutating func parse(_ words: [String]) throws(CommandFailure) -> Match {
        let before = words.prefix { $0 != "--" }
        if before.contains(where: { $0 == "--help" || $0 == "-h" }) { return .help(pathNamed(by: before)) }
        if words.first == "help" { return .help(pathNamed(by: words.dropFirst())) }
        if before.contains("--version") { return .version }

        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                arguments += rest
                break
            } else if word.hasPrefix("--") {
                try readLong(word, &rest)
            } else if isShortOption(word) {
                try readShort(word, &rest)
            } else if case .family = current.body {
                path.append(try command(word, among: current.commands))
            } else {
                arguments.append(word)
            }
        }
        guard case .action(let action) = current.body else {
            lacksCommand = true
            throw .usage(Phrase("a command is missing", "缺少命令"))
        }
        return .run(action, Arguments(try values(), own: Set(current.declarations.map(\.label))))
    }

    /// The command that the words lead to.
    var current: Command { path.last ?? root }

    private var declarations: [Declaration] { current.declarations + current.without(common) }

    private func pathNamed(by words: some Sequence<String>) -> [Command] {
        var path: [Command] = []
        for word in words {
            if let next = (path.last ?? root).commands.first(where: { $0.name == word }) { path.append(next) }
        }
        return path
    }

    private func command(_ name: String, among commands: [Command]) throws(CommandFailure) -> Command {
        if let command = commands.first(where: { $0.name == name }) { return command }
        let nearest = Suggestion.nearest(to: name, among: commands.map(\.name))
        throw .usage(
            Phrase("there is no command \"\(name.harmless)\"", "没有命令“\(name.harmless)”"),
            hint: nearest.map(Declaration.suggestion))
    }

    /// A negative number is an argument, not an option.
    private func isShortOption(_ word: String) -> Bool {
        word.hasPrefix("-") && word.count == 2 && word.last?.isNumber == false
    }

    private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws(CommandFailure) {
        let halves = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(halves[0])
        guard let declaration = declarations.first(where: { $0.shape != .argument && $0.name == name }) else {
            let known = declarations.filter { $0.shape != .argument }.map(\.name) + ["help", "version"]
            let nearest = Suggestion.nearest(to: name, among: known).map { "--" + $0 }
            throw unknown("--" + name, hint: nearest.map(Declaration.suggestion))
        }
        try record(declaration, halves.count == 2 ? String(halves[1]) : nil, &rest)
    }

    private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws(CommandFailure) {
        guard let declaration = declarations.first(where: { $0.short != nil && $0.short == word.last }) else {
            throw unknown(word, hint: nil)
        }
        try record(declaration, nil, &rest)
    }

    private func unknown(_ word: String, hint: Phrase?) -> CommandFailure {
        .usage(Phrase("there is no option \(word.harmless)", "没有选项 \(word.harmless)"), hint: hint)
    }

    private mutating func record(
        _ declaration: Declaration, _ attached: String?, _ rest: inout ArraySlice<String>
    ) throws(CommandFailure) {
        let label = declaration.label
        let text: String
        switch declaration.shape {
        case .option(let placeholder):
            guard let value = attached ?? rest.popFirst() else {
                let value = Phrase.placeholder(placeholder)
                throw .usage(Phrase("\(label) needs a value: \(value.en)", "\(label) 需要一个值：\(value.zh)"))
            }
            text = value
        case .flag, .argument:
            guard attached == nil else { throw .usage(Phrase("\(label) takes no value", "\(label) 不接受值")) }
            text = ""
        }
        guard declaration.count.allowsMany || given[label] == nil else {
            throw .usage(Phrase("\(label) is given twice", "\(label) 重复"))
        }
        given[label, default: []].append(text)
    }

    private mutating func values() throws(CommandFailure) -> [String: any Sendable] {
        var left = arguments[...]
        for declaration in current.declarations where declaration.shape == .argument {
            given[declaration.label] = Array(declaration.count.allowsMany ? left : left.prefix(1))
            left = declaration.count.allowsMany ? [] : left.dropFirst()
        }
        if let extra = left.first {
            throw .usage(Phrase("\"\(extra.harmless)\" is one argument too many", "多余的参数“\(extra.harmless)”"))
        }
        var values: [String: any Sendable] = [:]
        for declaration in declarations {
            var texts = given[declaration.label] ?? []
            if texts.isEmpty, let variable = declaration.variable, let text = environment(variable), !text.isEmpty {
                texts = [text]
            }
            guard !(texts.isEmpty && declaration.count.needsOne) else {
                let label = declaration.shown
                throw .usage(Phrase("\(label.en) is missing", "缺少 \(label.zh)"))
            }
            values[declaration.label] = try declaration.read(declaration, texts)
        }
        return values
    }
}
