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

    package init(_ exitCode: ExitCode, name: String, _ message: Phrase, hint: Phrase? = nil, next: Phrase? = nil) {
        self.exitCode = exitCode
        self.name = name
        self.message = message
        self.hint = hint
        self.next = next
    }

    static func usage(_ message: Phrase, hint: Phrase? = nil) -> CommandFailure {
        CommandFailure(.usage, name: "usage", message, hint: hint)
    }
}
