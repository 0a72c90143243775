import Foundation
import Processes
import Testing

/// OPS-6: keys that are changed.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct RotationTests {
    private func run(_ words: String...) throws -> Programs.Outcome {
        try Programs.run("rollcalld", words, environment: [:])
    }

    @Test(
        "OPS-6 after its own log's key was changed a server records under the new one, and everything it has is proven under both"
    )
    func serverLog() throws {
        let site = try Site()
        let course = try Course(site)
        let trainee = try course.admin("invite", course.offering, "--number", "A001", "--json")
        let mine = try #require(try trainee.rows.first)
        let user = site.user("trainee", "rollcall")
        try user.connect()
        try user.login(
            try #require(mine["account"] as? String), first: try #require(mine["initial_password"] as? String))
        func checkIn(_ state: String) throws {
            let code = try #require(
                try course.admin("code", "show", course.offering, "--json").rows.first?["code"] as? String)
            #expect(try user("check-in", code, "--json").rows.first?["state"] as? String == state)
        }
        let door = try course.terminal("door")
        try checkIn("counted")
        try door("sync")
        let tls = site.tls
        #expect(try run("rotate", "server-log", "--data", site.data).err.contains("is in use by process"))
        #expect(try site.stop() == 0)
        let file = URL(fileURLWithPath: site.data + "/keys/server-log.key")
        let before = try Data(contentsOf: file)
        #expect(try run("rotate", "server-log", "--data", site.data).code == 0)
        #expect(try Data(contentsOf: file) != before)
        #expect(try run("check", "--data", site.data).code == 0)

        try site.start(tls: tls)
        try checkIn("repeat")
        try door("scan", "--offering", course.offering, input: "A002\n")
        try door("sync")
        let logs = try course.admin("server-logs", "--json").rows
        #expect(logs.count == 2 && logs.last?["current"] as? Bool == true, "\(logs)")
        #expect(logs.allSatisfy { $0["reported_sequence"] as? Int == 0 }, "\(logs)")
        // The old key beside the new database is found.
        #expect(try site.stop() == 0)
        let after = try Data(contentsOf: file)
        try before.write(to: file)
        #expect(try run("serve", "--data", site.data, "--plain", "127.0.0.1:0").err.contains("server-log.key"))
        try after.write(to: file)
        #expect(try run("check", "--data", site.data).code == 0)
    }

    @Test(
        "OPS-6 a new TLS key made by one command is shown from SIGHUP on, and clients that know the site's fingerprint go on"
    )
    func tls() throws {
        let site = try Site()
        let admin = try site.administrator()
        let before = try Data(contentsOf: URL(fileURLWithPath: site.data + "/keys/tls.crt"))
        #expect(try run("rotate", "tls", "--data", site.data, "--name", "localhost").code == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: site.data + "/keys/tls.crt")) != before)
        try site.signal(SIGHUP)
        try until("the settings") { try site.hasLogged("settings read again") }
        try admin("organisations", "add", "base", "湘雅基地")
        #expect(try site.stop() == 0)
    }
}
