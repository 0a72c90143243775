/// A command of a program: what it takes and does, or a family of commands.
package struct Command: Sendable {
    package typealias Action = @Sendable (Arguments, Interaction) throws -> ExitCode

    enum Body: Sendable {
        case action(Action)
        case family([Command])
    }

    let name: String
    let help: Phrase
    let declarations: [Declaration]
    let body: Body

    /// - Parameters:
    ///   - help: one sentence without a full stop.
    ///   - parameters: the arguments in the order of their places; flags and options in the order of the help.
    ///   - action: throws `CommandFailure` for anything a person or script should know.
    package init<each Result: Sendable>(
        _ name: String, _ help: Phrase, _ parameters: repeat Parameter<each Result>, action: @escaping Action
    ) {
        self.name = name
        self.help = help
        var declarations: [Declaration] = []
        for parameter in repeat each parameters { declarations.append(parameter.declaration) }
        self.declarations = declarations
        body = .action(action)
    }

    /// Commands that belong together: `rollcall-admin roster upload`.
    package init(_ name: String, _ help: Phrase, commands: [Command]) {
        self.name = name
        self.help = help
        declarations = []
        body = .family(commands)
    }

    var commands: [Command] {
        switch body {
        case .action: []
        case .family(let commands): commands
        }
    }
}
