import Foundation
import Processes
import Testing

@Suite(.serialized, .timeLimit(.minutes(15)))
struct StaffTests {
    @Test("ACC-12d rollcalld gives an account a first password while no server uses the folder, and to nobody else's")
    func operatorReset() throws {
        let site = try Site()
        let admin = try site.administrator()
        func reset(_ account: String) throws -> Programs.Outcome {
            try Programs.run(
                "rollcalld", ["reset-password", account, "--data", site.data], environment: ["LANG": "C.UTF-8"])
        }
        let busy = try reset("admin")
        #expect(busy.code == 1 && busy.err.contains("is in use by process \(site.process)"), "\(busy.err)")
        let port = site.tls
        #expect(try site.stop() == 0)
        let unknown = try reset("nobody-here")
        #expect(unknown.code == 1 && unknown.err.contains("nobody has the account"), "\(unknown.err)")
        let done = try reset("admin")
        #expect(done.code == 0 && done.err.contains("shown once"), "\(done.err)")
        try site.start(tls: port)
        try admin("whoami", exits: 4)
        try admin.login("admin", first: done.out.trimmingCharacters(in: .whitespacesAndNewlines))
        let audit = try admin("audit", "--method", "Accounts.ResetPassword", "--json").rows
        #expect(audit.map { $0["address"] as? String } == ["rollcalld"])
    }

    @Test("ACC-12e first passwords are issued again after the file of the first was lost, and the others are told")
    func inviteAgain() throws {
        let site = try Site()
        let course = try Course(site)
        try course.admin("invite", course.offering, "--out", site.folder.path + "/lost.csv")
        let again = try course.admin("invite", course.offering, "--again", "--json").rows
        #expect(again.count == 3)
        let number = try #require(again.first?["number"] as? String)
        let account = try #require(again.first?["account"] as? String)
        let password = try #require(again.first?["initial_password"] as? String)
        let trainee = site.user("trainee", "rollcall")
        try trainee.connect()
        try trainee.login(account, first: password)
        let refused = try course.admin("invite", course.offering, "--again", "--number", number, exits: 3)
        #expect(refused.err.contains("rollcall recover"), "\(refused.err)")
        #expect(try course.admin("invite", course.offering, "--again", "--json").rows.count == 2)
    }
}
