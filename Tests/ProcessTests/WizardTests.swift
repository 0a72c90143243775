import Foundation
import Processes
import Testing

/// Programs that ask a person at a terminal.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct WizardTests {
    /// A program at a terminal of its own.
    private struct Sitting {
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
            process.waitUntilExit()
            return (try terminal.shown(), process.terminationStatus)
        }
    }

    private func site() throws -> Site {
        try Site { data in
            try Data(#"{"puzzle_difficulty":4}"#.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
    }

    @Test("ACC-1a, ACC-6c registration at a terminal asks again for what was refused alone, and keeps the rest")
    func registration() throws {
        let site = try site()
        let admin = try site.administrator()
        let li = site.user("li", "rollcall")
        try li.connect()
        let sitting = try Sitting(li, "register")
        try sitting.answer("[y/N]: ", "y")
        try sitting.answer("Name: ", "李强")
        try sitting.answer("ID number: ", "430102199003070018")
        #expect(try sitting.answer("ID number: ", "430102199003070012").contains(" ID number: "))
        try sitting.answer("Account: ", "x")
        let rules = try sitting.answer("New password: ", "12345678")
        #expect(rules.contains("At least 8 characters"))
        try sitting.answer("again: ", "12345678")
        try sitting.answer("Phone: ", "138")
        #expect(try sitting.answer("Phone: ", "13800000001").contains("phone: "))
        try sitting.answer("another): ", "")
        #expect(try sitting.answer("another): ", "000000").contains("no other code is sent yet"))
        #expect(try sitting.answer("Account: ", "liqiang").contains("account: "))
        #expect(try sitting.answer("New password: ", "Own-password-1").contains("password: "))
        try sitting.answer("again: ", "Own-password-1")
        let sent = try admin("sms", "outbox", "--json").rows.first?["text"] as? String
        let code = try #require(sent?.firstMatch(of: /\d{6}/)).output
        #expect(try sitting.answer("another): ", String(code)).contains("code: "))
        let end = try sitting.end()
        #expect(end.code == 0 && end.shown.contains("liqiang"), "\(end.shown)")
    }

    @Test("ACC-6c the first login at a terminal tells the rules of passwords, and asks again for one that is refused")
    func firstLogin() throws {
        let site = try site()
        let admin = site.user("admin", "rollcall-admin")
        try admin.connect()
        let sitting = try Sitting(admin, "login", "admin")
        try sitting.answer("Password: ", site.firstPassword)
        #expect(try sitting.answer("New password: ", "admin-9999").contains("At least 8 characters"))
        try sitting.answer("again: ", "admin-9999")
        #expect(try sitting.answer("New password: ", "Own-password-1").contains("contains the account name"))
        try sitting.answer("again: ", "Own-password-1")
        #expect(try sitting.end().code == 0)
    }
}
