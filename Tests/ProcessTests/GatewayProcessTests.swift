import Foundation
import Loopback
import Processes
import Testing

/// A whole server with outside services for text messages and identities, over HTTP.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct GatewayProcessTests {
    private static func site(
        sms: HTTPListener, identity: HTTPListener, environment: [String: String] = [:]
    ) throws -> Site {
        try Site(environment: environment) { data in
            try Data("token\n".utf8).write(to: data.appendingPathComponent("keys/gateway.key"))
            let settings = """
                {"puzzle_difficulty": 4,
                 "sms": {"url": "http://127.0.0.1:\(sms.port)/send", "bearer_file": "gateway.key", "timeout_s": 2},
                 "identity": {"url": "http://127.0.0.1:\(identity.port)/", "bearer_file": "gateway.key", "timeout_s": 1}}
                """
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
    }

    private struct Sent: Decodable {
        let id: String
        let phone: String
        let text: String

        var code: String { String(text.split { !$0.isNumber }.first { $0.count == 6 } ?? "") }
    }

    private func sent(_ request: HTTPListener.Request?) throws -> Sent {
        try JSONDecoder().decode(Sent.self, from: Data(try #require(request).body))
    }

    @Test("ACC-4d a message outlives the server that could not send it, and the next sends it once")
    func restarted() throws {
        let sms = try HTTPListener { _, _ in HTTPListener.reply(503) }
        let site = try Self.site(sms: sms, identity: HTTPListener { _, _ in [] })
        let admin = try site.administrator()
        let zhao = site.user("zhao", "rollcall")
        try zhao.connect()
        try zhao("send-code", "register", "13908000001")
        let first = try sent(sms.requests(1).first)
        #expect(first.phone == "13908000001" && first.code.count == 6)
        #expect(try site.stop() == 0)
        let tries = sms.requests.count
        sms.answer { _, _ in HTTPListener.reply(200) }
        try site.start()
        let again = try sent(sms.requests(tries + 1).last)
        #expect(again.id == first.id && again.text == first.text)
        for user in [admin, zhao] { try user.connect() }
        // Another message is the next one sent.
        try zhao("send-code", "register", "13908000002")
        let heard = sms.requests(tries + 2)
        #expect(try sent(heard.last).phone == "13908000002")
        #expect(heard.count == tries + 2)
        #expect(try Set(heard.prefix(tries + 1).map { try sent($0).id }).count == 1)
        try admin.login("admin")
        let outbox = try admin("sms", "outbox", "--json").rows
        #expect(outbox.allSatisfy { $0["state"] as? String == "sent" && $0["text"] as? String == "" })
        let (out, code) = (try admin("sms", "outbox").out, first.code)
        #expect(!out.contains(code) && !out.contains("13908000001"))

        try zhao(
            "register", "--by-phone", "--agree", "--phone", "13908000001", "--code", first.code, "--new-password-file",
            site.file("own", Site.password + "\n"))
    }

    @Test("a server that is killed while a gateway has a message sends it again under its key as soon as it is back")
    func killed() throws {
        let sms = try HTTPListener { _, _ in [.hold] }
        let site = try Self.site(sms: sms, identity: HTTPListener { _, _ in [] })
        let admin = try site.administrator()
        let zhao = site.user("zhao", "rollcall")
        try zhao.connect()
        try zhao("send-code", "register", "13908000001")
        let first = try sent(sms.requests(1).first)
        try site.kill()
        sms.answer { _, _ in HTTPListener.reply(200) }
        try site.start()
        let again = sms.requests(2)
        #expect(try sent(again.last).id == first.id)
        #expect(again.map { $0.headers["idempotency-key"] } == [first.id, first.id])
        try admin.connect()
        try admin.login("admin")
        let shown = try #require(try admin("outbox", "show", first.id, "--json").rows.first)
        #expect(shown["recipient"] as? String == "139****0001" && shown["key"] as? String == first.id)
        var rows: [[String: Any]]
        repeat {
            rows = try admin("outbox", "list", "--kind", "text-message", "--json").rows
        } while rows.contains {
            $0["state"] as? String == "sending"
        }
        #expect(rows.map { $0["state"] as? String } == ["sent"])
        #expect(rows.map { $0["attempts"] as? Int } == [2])
        #expect(try admin("outbox", "list", "--lang", "zh").out.contains("短信"))
        #expect(try admin("outbox", "list", "--state", "dead").out.isEmpty)
        try admin("outbox", "retry", first.id, exits: 3)
    }

    @Test(
        "ACC-3b, ACC-4d a gateway that is neither https nor on this machine, or has no key, stops the server at its start",
        arguments: ["sms", "identity"])
    func plainAddress(name: String) throws {
        for gateway in [
            #"{"url": "http://192.0.2.1/", "bearer_file": "gateway.key"}"#, #"{"url": "https://192.0.2.1/"}"#,
            #"{"url": "ftp://127.0.0.1/", "bearer_file": "gateway.key"}"#,
        ] {
            #expect(throws: Programs.Failure.self, "\(gateway)") {
                _ = try Site { data in
                    try Data("token\n".utf8).write(to: data.appendingPathComponent("keys/gateway.key"))
                    try Data("{\"\(name)\": \(gateway)}".utf8).write(to: data.appendingPathComponent("settings.json"))
                }
            }
        }
    }

    @Test("ACC-4d a proxy named in the environment hears nothing of what is for a gateway")
    func proxy() throws {
        let thief = try HTTPListener { _, _ in HTTPListener.reply(200) }
        let sms = try HTTPListener { _, _ in HTTPListener.reply(200) }
        let proxy = "http://127.0.0.1:\(thief.port)"
        let site = try Self.site(
            sms: sms, identity: HTTPListener { _, _ in [] },
            environment: ["http_proxy": proxy, "all_proxy": proxy, "ALL_PROXY": proxy])
        let zhao = site.user("zhao", "rollcall")
        try zhao.connect()
        try zhao("send-code", "register", "13908000001")
        #expect(sms.requests(1).count == 1)
        #expect(thief.requests.isEmpty)
    }

    @Test("ACC-3b while a provider of identities does not answer, people register, and a reviewer decides who they are")
    func silentProvider() throws {
        let identity = try HTTPListener { _, turn in
            turn == 1 ? [.hold] : HTTPListener.reply(200, #"{"result":"match"}"#)
        }
        let sms = try HTTPListener { _, _ in HTTPListener.reply(200) }
        let site = try Self.site(sms: sms, identity: identity)
        let zhao = site.user("zhao", "rollcall")
        try zhao.connect()
        try zhao("send-code", "register", "13908000001")
        let code = try sent(sms.requests(1).first).code
        try zhao(
            "register", "--agree", "--name", "赵敏", "--account", "zhao.min", "--phone", "13908000001", "--code", code,
            "--new-password-file", site.file("own", Site.password + "\n"), input: "510104198905050078\n")
        try zhao.login("zhao.min")
        #expect(identity.requests.count == 1)
        let known = try #require(try zhao("identity", "--json").rows.first)
        #expect(known["level"] as? String == "unspecified" && known["claim"] as? String == "waiting")
    }
}

extension User {
    fileprivate func login(_ name: String) throws {
        try self("login", name, "--password-file", site.file("own-\(home)", Site.password + "\n"))
    }
}
