/// An error of a command, as a person and a script see it.
package struct CommandFailure: Error, Sendable, Equatable {
    package let exitCode: ExitCode
    /// A stable name for scripts, such as `already_exists`.
    package let name: String
    package let message: Phrase
    /// Advice on how to correct the error.
    package let hint: Phrase?
    /// The command of this program that helps, without the program's name.
    package let next: Phrase?
    /// The field of a request that a server refused; empty for none. The option that gives it is named with the message.
    let field: String

    package init(
        _ exitCode: ExitCode, name: String, _ message: Phrase, field: String = "", hint: Phrase? = nil,
        next: Phrase? = nil
    ) {
        self.field = field
        self.exitCode = exitCode
        self.name = name
        self.message = message
        self.hint = hint
        self.next = next
    }

    /// Returns the same failure with the option of a command that gives the refused field.
    func naming(optionOf command: Command?) -> CommandFailure {
        guard let option = command?.option(giving: field) else { return self }
        return CommandFailure(
            exitCode, name: name, Phrase("\(message.en) (\(option))", "\(message.zh)（\(option)）"), hint: hint,
            next: next)
    }

    /// Returns the same failure, advising a command only as the program has it: another program of ours may have meant its own.
    func advising(commandsOf root: Command) -> CommandFailure {
        guard let next else { return self }
        let (en, zh) = (root.call(next.en.split(separator: " ")), root.call(next.zh.split(separator: " ")))
        var advised: Phrase?
        if let en, let zh { advised = Phrase(en, zh) }
        return CommandFailure(exitCode, name: name, message, field: field, hint: hint, next: advised)
    }

    static func usage(_ message: Phrase, hint: Phrase? = nil) -> CommandFailure {
        CommandFailure(.usage, name: "usage", message, hint: hint)
    }
}
