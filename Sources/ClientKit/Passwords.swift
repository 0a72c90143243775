package import Console
import Domain
import Glibc

/// Reads passwords from a file, the environment or a prompt; never from the command line, which every user of the
/// machine can read.
package enum Passwords {
    package static let file: Parameter<String?> = .option(
        "password-file", "FILE", Phrase("read the password from the file's first line", "从文件首行读取密码"))
    package static let newFile: Parameter<String?> = .option(
        "new-password-file", "FILE", Phrase("read the new password from the file's first line", "从文件首行读取新密码"))

    private static let variable = "ROLLCALL_PASSWORD"

    package static func current(_ arguments: Arguments, _ interaction: Interaction) throws -> String {
        if let path = arguments[file] { return try firstLine(path) }
        if let value = unsafe getenv(variable).map({ unsafe String(cString: $0) }), !value.isEmpty { return value }
        return try interaction.askSecret(Phrase("Password", "密码"), insteadOf: "--password-file / \(variable)")
    }

    package static func new(_ arguments: Arguments, _ interaction: Interaction) throws -> String {
        if let path = arguments[newFile] { return try firstLine(path) }
        if interaction.isAskedAtTerminal {
            let (short, long) = (Password.shortest, Password.longEnough)
            interaction.say(
                Phrase(
                    "At least \(short) characters with two kinds of small letters, capitals, digits and signs, or \(long) of any.",
                    "密码至少 \(short) 位，须含小写字母、大写字母、数字、符号中的两种；或不少于 \(long) 位。"))
        }
        return try ask(interaction)
    }

    /// Asks twice for a new password without echo. Repeats after a mismatch at a terminal, so that earlier answers are
    /// not lost.
    package static func ask(_ interaction: Interaction) throws -> String {
        while true {
            let first = try interaction.askSecret(
                Phrase("New password", "新密码"), insteadOf: "--new-password-file")
            let again = try interaction.askSecret(
                Phrase("New password again", "再次输入新密码"), insteadOf: "--new-password-file")
            if first == again { return first }
            let differ = Phrase("the two passwords differ", "两次输入的密码不一致")
            guard interaction.isAskedAtTerminal else { throw CommandFailure(.usage, name: "passwords_differ", differ) }
            interaction.warn(differ)
        }
    }

    private static func firstLine(_ path: String) throws(CommandFailure) -> String {
        let line = try PrivateFile.readExisting(path).prefix { $0 != 0x0A && $0 != 0x0D }
        return try PrivateFile.text(Array(line), of: path)
    }
}
