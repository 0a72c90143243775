import Glibc

/// A program of commands.
package struct Program: Sendable {
    private let version: String
    private let root: Command
    private let common: [Declaration]
    private let start: Phrase?
    private let failure: @Sendable (any Error) -> CommandFailure?

    /// - Parameters:
    ///   - help: one sentence without a full stop.
    ///   - section: of the manual that its page belongs to: 1 for commands, 8 for servers.
    ///   - common: options of every command, besides `--json`, `--lang`, `--no-input` and `--no-color`.
    ///   - start: the commands that somebody begins with, told where the program is run without any.
    ///   - failure: tells the errors of the program's modules; nil for others.
    package init<each Result: Sendable>(
        _ name: String, version: String, section: Int = 1, _ help: Phrase,
        common parameters: repeat Parameter<each Result>, commands: [Command], start: Phrase? = nil,
        failure: @escaping @Sendable (any Error) -> CommandFailure? = { _ in nil }
    ) {
        self.init(
            name, version: version, section: section, help, common: repeat each parameters,
            groups: [Command.Group(nil, commands)], start: start, failure: failure)
    }

    /// A program of so many commands that its help shows them in groups.
    package init<each Result: Sendable>(
        _ name: String, version: String, section: Int = 1, _ help: Phrase,
        common parameters: repeat Parameter<each Result>, groups: [Command.Group], start: Phrase? = nil,
        failure: @escaping @Sendable (any Error) -> CommandFailure? = { _ in nil }
    ) {
        self.version = version
        self.start = start
        self.failure = failure
        var declarations: [Declaration] = []
        for parameter in repeat each parameters { declarations.append(parameter.declaration) }
        common = declarations + Standard.declarations
        root = Standard.root(name, help, groups, common, version: version, section: section)
    }

    /// Runs with this process's words, environment and streams, and exits with its code.
    package func main() -> Never {
        // A write to a closed pipe then fails with an error instead of a signal.
        _ = signal(SIGPIPE, SIG_IGN)
        let code = run(
            Array(CommandLine.arguments.dropFirst()), streams: .standard,
            environment: { name in unsafe getenv(name).map { unsafe String(cString: $0) } })
        exit(code.rawValue)
    }

    /// - Parameter words: the command line without the program's name.
    package func run(_ words: [String], streams: Streams, environment: @escaping Environment) -> ExitCode {
        var parser = Parser(root: root, common: common, environment: environment)
        let match: Parser.Match
        do throws(CommandFailure) {
            match = try parser.parse(words)
        } catch {
            let interaction = Standard.interaction(root.name, streams, environment, given: words)
            interaction.report(error)
            if !interaction.isJSON {
                let path = ([root] + parser.path).map(\.name).joined(separator: " ")
                interaction.say(Phrase("see: \(path) --help", "参见：\(path) --help"))
                if parser.lacksCommand { interaction.say(commands(after: parser)) }
            }
            return error.exitCode
        }
        switch match {
        case .run(let action, let arguments):
            let interaction = Standard.interaction(root.name, streams, environment, arguments)
            return run(interaction, parser.path.last) { try action(arguments, interaction) }
        case .help(let path):
            let interaction = Standard.interaction(root.name, streams, environment, given: words)
            let help = Help(
                program: root.name, root: root, common: common, language: interaction.language,
                width: min(interaction.width ?? 80, 100))
            return run(interaction) {
                try interaction.data(help.text(path))
                return .ok
            }
        case .version:
            let interaction = Standard.interaction(root.name, streams, environment, given: words)
            return run(interaction) {
                try interaction.data("\(root.name) \(version)")
                return .ok
            }
        }
    }

    /// Says which commands go on.
    private func commands(after parser: Parser) -> Phrase {
        if parser.path.isEmpty, let start { return Phrase("begin with: \(start.en)", "首先运行：\(start.zh)") }
        let names = parser.current.commands.map(\.name)
        return Phrase(
            "commands: \(names.joined(separator: ", "))", "可用命令：\(names.joined(separator: "、"))")
    }

    private func run(
        _ interaction: Interaction, _ command: Command? = nil, _ action: () throws -> ExitCode
    ) -> ExitCode {
        do {
            try interaction.openList()
            let code = try action()
            if code == .ok || code == .incomplete { try interaction.finishList() }
            try interaction.flush()
            return code
        } catch let failure as CommandFailure {
            return end(interaction, failure.naming(optionOf: command).advising(commandsOf: root))
        } catch is Outlet.Closed {
            return .ok
        } catch {
            return end(
                interaction,
                failure(error) ?? CommandFailure(.failure, name: "internal", Phrase(String(describing: error))))
        }
    }

    /// Flushes the data printed before the failure.
    private func end(_ interaction: Interaction, _ failure: CommandFailure) -> ExitCode {
        do {
            try interaction.flush()
        } catch {
            // The failure below is the one to report.
        }
        interaction.report(failure)
        return failure.exitCode
    }
}
