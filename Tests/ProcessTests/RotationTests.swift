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

    @Test(
        "OPS-6 the HTTP listener shows another certificate from SIGHUP on and breaks off nothing; of a pair that does not match it says so and shows the one before"
    )
    func httpCertificate() throws {
        let site = try Site { data in
            try makePair("first", data)
            let settings =
                #"{"http":{"listen":"127.0.0.1:0","certificate_file":"first.crt","key_file":"first.key"}}"#
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
        try until("the listener") { try site.hasLogged("listening for HTTP") }
        let line = try site.logged().first { $0["event"] as? String == "listening for HTTP" }
        let port = try #require(line?["port"] as? String)
        #expect(try shown(port) == "subject=CN = first")
        let early = Programs.process(
            "/usr/bin/openssl", ["s_client", "-quiet", "-connect", "127.0.0.1:\(port)"], environment: [:])
        let (typed, answer) = (Pipe(), Pipe())
        (early.standardInput, early.standardOutput, early.standardError) = (typed, answer, FileHandle.nullDevice)
        try early.run()
        try typed.fileHandleForWriting.write(contentsOf: Data("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
        #expect(String(decoding: answer.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("HTTP/1.1 200"))
        let keys = URL(fileURLWithPath: site.data + "/keys")
        try makePair("second", keys.deletingLastPathComponent())
        for part in ["crt", "key"] {
            try Data(contentsOf: keys.appendingPathComponent("second.\(part)"))
                .write(to: keys.appendingPathComponent("first.\(part)"))
        }
        try site.signal(SIGHUP)
        try until("the other certificate") { try shown(port) == "subject=CN = second" }
        try typed.fileHandleForWriting.write(
            contentsOf: Data("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8))
        #expect(String(decoding: answer.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("HTTP/1.1 200"))
        try typed.fileHandleForWriting.close()
        early.waitUntilExit(atMost: 60)
        try makePair("third", keys.deletingLastPathComponent())
        try Data(contentsOf: keys.appendingPathComponent("third.key")).write(
            to: keys.appendingPathComponent("first.key"))
        try site.signal(SIGHUP)
        try until("the refusal") { try site.hasLogged("are no certificate with its key") }
        #expect(try shown(port) == "subject=CN = second")
        #expect(try site.stop() == 0)
    }

    private func makePair(_ name: String, _ data: URL) throws {
        let keys = data.appendingPathComponent("keys").path
        let made = try Programs.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                "-subj",
                "/CN=\(name)", "-keyout", "\(keys)/\(name).key", "-out", "\(keys)/\(name).crt",
            ], environment: [:])
        guard made.code == 0 else { throw Programs.Failure("no certificate: \(made.err)") }
    }

    /// The subject of the certificate that a port shows.
    private func shown(_ port: String) throws -> String {
        let session = try Programs.run(
            "/usr/bin/openssl", ["s_client", "-connect", "127.0.0.1:\(port)", "-showcerts"], environment: [:])
        return try Programs.run(
            "/usr/bin/openssl", ["x509", "-noout", "-subject"], environment: [:], input: session.out
        ).out.split(separator: "\n").joined()
    }
}
