/// A command of a program, or a family of commands.
package struct Command: Sendable {
    package typealias Action = @Sendable (Arguments, Interaction) throws -> ExitCode

    enum Body: Sendable {
        case action(Action)
        case family([Group])
    }

    /// Commands of a family that belong together.
    package struct Group: Sendable {
        let title: Phrase?
        let commands: [Command]

        /// - Parameter title: as the help prints it above them; nil for none.
        package init(_ title: Phrase?, _ commands: [Command]) {
            self.title = title
            self.commands = commands
        }
    }

    let name: String
    let help: Phrase
    let declarations: [Declaration]
    let body: Body

    /// - Parameters:
    ///   - help: one sentence without a full stop.
    ///   - parameters: positional arguments in order; flags and options in the order of the help.
    ///   - action: throws `CommandFailure` for an error that a person or script should see.
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

    /// A family of commands, such as `rollcall-admin roster …`.
    package init(_ name: String, _ help: Phrase, commands: [Command]) {
        self.init(name, help, groups: [Group(nil, commands)])
    }

    /// A family of many commands. Traps if two have one name: the second could not be called.
    init(_ name: String, _ help: Phrase, groups: [Group]) {
        let names = groups.flatMap { $0.commands.map(\.name) }
        precondition(Set(names).count == names.count, "two commands of one name in \(name)")
        self.name = name
        self.help = help
        declarations = []
        body = .family(groups)
    }

    /// The options of every command without those that this one has declared itself.
    func without(_ common: [Declaration]) -> [Declaration] {
        common.filter { one in !declarations.contains { $0.label == one.label } }
    }

    /// Returns the option that gives a field of a request under another name: `--date` for `dates`; nil where there is none, and where
    /// the message says the same word.
    func option(giving field: String) -> String? {
        let words = field.prefix { $0 != " " && $0 != "." }.split(separator: "_").map(String.init)
        let units: Set<String> = ["ms", "tenths", "hundredths", "fen", "id"]
        let name = words.filter { !units.contains($0) }.joined(separator: "-")
        guard name.hasSuffix("s"), !declarations.contains(where: { $0.name == name }) else { return nil }
        return declarations.first { $0.shape != .argument && $0.name == name.dropLast() }.map(\.label)
    }

    var groups: [Group] {
        switch body {
        case .action: []
        case .family(let groups): groups
        }
    }

    var commands: [Command] { groups.flatMap(\.commands) }

    /// Returns the words if they call one of its commands: `rounds show 7`. Another program of ours may have split a command that
    /// is whole here: `rounds` is then what is left of `rounds list`. Nil if there is none.
    func call(_ words: some Collection<Substring>) -> String? {
        guard case .family = body else {
            let takes = words.first?.hasPrefix("-") == true || declarations.contains { $0.shape == .argument }
            return takes ? words.joined(separator: " ") : ""
        }
        guard let word = words.first else { return "" }
        guard let next = commands.first(where: { $0.name == word }), let rest = next.call(words.dropFirst())
        else { return nil }
        return rest.isEmpty ? next.name : "\(next.name) \(rest)"
    }
}
