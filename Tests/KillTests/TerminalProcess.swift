import Foundation
import Storage

/// The terminal's program on the home folder of a run.
struct TerminalProcess {
    let folder: Folder

    static let program = Killer.products.appendingPathComponent("rollcall-terminal").path

    var database: String { folder.path("terminal/terminal.db") }

    func start(_ words: [String], environment: [String: String] = [:]) throws -> Child {
        try Child(
            Self.program, words + ["--home", folder.path("terminal"), "--json"], environment: environment,
            errors: folder.path("terminal.log"))
    }

    /// Runs a command without input.
    func run(_ words: [String], environment: [String: String] = [:]) throws -> (rows: [[String: Any]], end: Child.End) {
        let child = try start(words, environment: environment)
        child.closeInput()
        let rows = try child.lines().map(Self.row)
        return (rows, try child.wait())
    }

    /// Gives `lines` to a scanner, at most `window` of them unanswered.
    /// - Returns: how many it took, and the sequence of each that it answered.
    func scan(
        _ lines: [String], offering: UInt64, window: Int = 1, environment: [String: String] = [:]
    ) throws -> (said: Int, answers: [UInt64], end: Child.End) {
        let child = try start(["scan", "--offering", "\(offering)", "--unlisted"], environment: environment)
        var (said, answers) = (0, [UInt64]())
        while answers.count < lines.count {
            while said < lines.count, said - answers.count < window, child.say(lines[said]) { said += 1 }
            guard let line = try child.line() else { break }
            answers.append(try Self.number(Self.row(line), "sequence"))
        }
        child.closeInput()
        return (said, answers, try child.wait())
    }

    /// Returns the recorded facts in all states, by the program's own report.
    func status() throws -> (waiting: Int, acknowledged: Int) {
        let (rows, end) = try run(["status"])
        guard end == .exited(0), let row = rows.first else { throw Child.Trouble.silent("status: \(end)") }
        return (
            Int(try Self.number(row, "pending") + Self.number(row, "sealed")), Int(try Self.number(row, "acknowledged"))
        )
    }

    /// The server has another address at every start.
    func connect(_ endpoint: String) throws {
        let url = URL(fileURLWithPath: folder.path("terminal/server"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        try Data((["server \(endpoint)"] + lines.dropFirst()).joined(separator: "\n").appending("\n").utf8)
            .write(to: url)
    }

    func integrityProblems() throws -> [String] { try Database(path: database).integrityProblems() }

    static func row(_ line: String) throws -> [String: Any] {
        guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
            throw Child.Trouble.silent(line)
        }
        return row
    }

    static func number(_ row: [String: Any], _ name: String) throws -> UInt64 {
        guard let value = row[name] as? Int, value >= 0 else { throw Child.Trouble.silent("\(name) in \(row)") }
        return UInt64(value)
    }
}
