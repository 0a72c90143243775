import Processes
import Testing

/// Commands whose effect no other command takes back.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct FinalCommandTests {
    private static let commands: [[String]] = [
        ["rollcall-admin", "offerings", "cancel", "1", "--reason", "停电"],
        ["rollcall-admin", "offerings", "delete", "1"],
        ["rollcall-admin", "offerings", "documents", "remove", "1"],
        ["rollcall-admin", "organisations", "close", "1"],
        ["rollcall-admin", "cohorts", "remove", "1"],
        ["rollcall-admin", "rounds", "remove", "1"],
        ["rollcall-admin", "rounds", "close", "1"],
        ["rollcall-admin", "questions", "delete", "1"],
        ["rollcall-admin", "reports", "delete", "1"],
        ["rollcall-admin", "terminals", "revoke", "1", "--reason", "遗失"],
        ["rollcall-admin", "credit", "reverse", "1", "--reason", "误发"],
        ["rollcall-admin", "certificates", "revoke", "1", "--reason", "误发"],
        ["rollcall-admin", "jobs", "undo", "1", "--reason", "传错了文件"],
        ["rollcall-admin", "reports", "submit", "1"],
        ["rollcall-admin", "invoices", "void", "1"],
        ["rollcall-admin", "refunds", "order", "1", "--reason", "停课"],
        ["rollcall-admin", "refunds", "finish", "1", "--reference", "2026-17"],
        ["rollcall-admin", "outbox", "drop", "1", "--reason", "号码有误"],
        ["rollcall-admin", "ledger", "close", "2026-01-31"],
        ["rollcall", "bookings", "cancel", "1"],
        ["rollcall", "applications", "decline", "1"],
    ]

    @Test("a command that nothing takes back asks first: no answer is a wrong command line, and a no ends it")
    func asks() throws {
        let site = try Site()
        let users = ["rollcall-admin": try site.administrator(), "rollcall": site.user("trainee", "rollcall")]
        try users["rollcall"]?.connect()
        for words in Self.commands {
            let user = try #require(users[words[0]])
            let command = Array(words.dropFirst())
            #expect(try user.run(command + ["--no-input"], exits: 2).err.contains("give it with --yes"), "\(words)")
            #expect(try user.run(command, input: "n\n", exits: 1).err.contains("cancelled"), "\(words)")
            let chinese = try user.run(command + ["--lang", "zh"], input: "否\n", exits: 1)
            #expect(chinese.err.contains("已取消"), "\(words)")
        }
    }

    @Test("PRJ-8a an offering is cancelled by a yes alone")
    func cancelled() throws {
        let course = try Course(Site())
        func state() throws -> String? {
            try course.admin("offerings", "show", course.offering, "--json").rows.first?["state"] as? String
        }
        let words = ["offerings", "cancel", course.offering, "--reason", "停电"]
        try course.admin.run(words, input: "n\n", exits: 1)
        #expect(try state() == "approved")
        try course.admin.run(words, input: "y\n")
        #expect(try state() == "cancelled")
    }
}
