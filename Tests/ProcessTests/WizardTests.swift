import Foundation
import Processes
import Testing

/// Programs that ask a person at a terminal.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct WizardTests {
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
        let wizard = try Dialogue(li, "register")
        try wizard.answer("[y/N]: ", "y")
        try wizard.answer("Name: ", "李强")
        try wizard.answer("ID number: ", "430102199003070018")
        #expect(try wizard.answer("ID number: ", "430102199003070012").contains(" ID number: "))
        try wizard.answer("Account: ", "x")
        let rules = try wizard.answer("New password: ", "12345678")
        #expect(rules.contains("At least 8 characters"))
        try wizard.answer("again: ", "12345678")
        try wizard.answer("Phone: ", "138")
        #expect(try wizard.answer("Phone: ", "13800000001").contains("phone: "))
        try wizard.answer("another): ", "")
        #expect(try wizard.answer("another): ", "000000").contains("no other code is sent yet"))
        #expect(try wizard.answer("Account: ", "liqiang").contains("account: "))
        #expect(try wizard.answer("New password: ", "Own-password-1").contains("password: "))
        try wizard.answer("again: ", "Own-password-1")
        let sent = try admin("sms", "outbox", "--json").rows.first?["text"] as? String
        let code = try #require(sent?.firstMatch(of: /\d{6}/)).output
        #expect(try wizard.answer("another): ", String(code)).contains("code: "))
        let end = try wizard.end()
        #expect(end.code == 0 && end.shown.contains("liqiang"), "\(end.shown)")
    }

    @Test("ACC-6c the first login at a terminal tells the rules of passwords, and asks again for one that is refused")
    func firstLogin() throws {
        let site = try site()
        let admin = site.user("admin", "rollcall-admin")
        try admin.connect()
        let wizard = try Dialogue(admin, "login", "admin")
        try wizard.answer("Password: ", site.firstPassword)
        #expect(try wizard.answer("New password: ", "admin-9999").contains("At least 8 characters"))
        try wizard.answer("again: ", "admin-9999")
        #expect(try wizard.answer("New password: ", "Own-password-1").contains("contains the account name"))
        try wizard.answer("again: ", "Own-password-1")
        #expect(try wizard.end().code == 0)
    }
}
