/// Why a command ended otherwise than well, as the person and a script are told.
package struct CommandFailure: Error, Sendable, Equatable {
    package let exitCode: ExitCode
    /// A stable name for scripts (`"already_exists"`).
    package let name: String
    package let message: Phrase
    /// What to do about it.
    package let hint: Phrase?

    package init(_ exitCode: ExitCode, name: String, _ message: Phrase, hint: Phrase? = nil) {
        self.exitCode = exitCode
        self.name = name
        self.message = message
        self.hint = hint
    }

    static func usage(_ message: Phrase, hint: Phrase? = nil) -> CommandFailure {
        CommandFailure(.usage, name: "usage", message, hint: hint)
    }
}
