import Foundation
import Processes

/// A program at a terminal of its own, and the person who types there.
struct Dialogue {
    let terminal: PseudoTerminal
    let process: Process

    init(_ user: User, _ words: String...) throws {
        terminal = try PseudoTerminal()
        process = Programs.process(user.program, words, environment: ["ROLLCALL_HOME": user.homePath])
        let line = FileHandle(fileDescriptor: terminal.terminal)
        (process.standardInput, process.standardOutput, process.standardError) = (line, line, line)
        try process.run()
    }

    /// Waits for the question and answers it.
    /// - Returns: what was shown before.
    @discardableResult
    func answer(_ question: String, _ text: String) throws -> String {
        let shown = try terminal.read(until: question)
        terminal.type(text + "\n")
        return shown
    }

    func end() throws -> (shown: String, code: Int32) {
        guard process.waitUntilExit(atMost: 60) else {
            throw Programs.Failure("the program did not end: \(try terminal.shown())")
        }
        return (try terminal.shown(), process.terminationStatus)
    }
}
