import Foundation
import Domain
import GatewaySimulator
import Gateways
import Processes
import Testing
import Threads

/// An order of a trainee at the command line, paid at a gateway.
@Suite(.timeLimit(.minutes(15))) struct PaidOrderTests {
    @Test(
        "ORD-2 BKG-2a the gateway's notice never comes: the server asks, the order is paid, and the session is booked")
    func withoutNotice() throws {
        let simulator = try Simulator(
            SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes), now: WallClock.nowMs,
            random: SystemRandom.bytes)
        try simulator.start()
        defer { simulator.stop() }
        let site = try Site { data in
            for (name, text) in try simulator.keys.merchantFiles() {
                try Data(text.utf8).write(to: data.appendingPathComponent("keys/\(name)"))
            }
            // Nobody listens for notices.
            let settings = """
                {"payments": {"notice_url": "http://127.0.0.1", "wechat": {
                 "merchant": "\(SimulatorKeys.weChatMerchant)", "app": "\(SimulatorKeys.weChatApp)",
                 "certificate_file": "merchant-certificate.pem", "key_file": "merchant.pem",
                 "api_key_file": "wechat-api-key",
                 "public_keys": {"\(SimulatorKeys.weChatKeyID)": "wechat-public.pem"},
                 "hosts": ["http://127.0.0.1:\(simulator.port)"]}}}
                """
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
        let course = try Course(site)
        let admin = course.admin
        let programme = try admin(
            "programmes", "create", "公众心肺复苏", "--preset", "tianjin-cpr", "--set", "identityEvidence=self-declared",
            "--set",
            "profileSections=none", "--json"
        ).id()
        try admin("fees", "set", programme, "300")
        let session = try course.session(in: programme, places: 1)

        let invitations = try admin("invite", course.offering, "--number", "A001", "--json")
        let mine = try #require(try invitations.rows.first)
        let trainee = site.user("trainee", "rollcall")
        try trainee.connect()
        try trainee.login(
            try #require(mine["account"] as? String), first: try #require(mine["initial_password"] as? String))
        try trainee("verify", "--name", "王芳", "--programme", programme, input: "11010519491231002X\n")
        #expect(try trainee("book", session, exits: 3).err.contains("rollcall order \(session)"))
        let order = try #require(try trainee("order", session, "--confirm", "--json").rows.first?["order"] as? Int)
        let shown = try trainee("pay", "\(order)", "--no-wait", "--json").rows.first
        let number = try #require((shown?["code"] as? String)?.split(separator: "=").last)
        try simulator.pay(.weChat, String(number))
        try until("the order to be paid") {
            try trainee("orders", "show", "\(order)", "--json").rows.first?["state"] as? String == "paid"
        }
        #expect(try trainee("bookings", "list", "--json").rows.first?["state"] as? String == "waiting")
        // Nothing is left of the session: an order buys a place in another, and says so.
        let listed = try trainee("courses", "--programme", programme, "--lang", "zh")
        #expect(listed.out.contains("已约满") && !listed.out.contains("可预约"), "\(listed)")
        let second = try #require(try admin("invite", course.offering, "--number", "A002", "--json").rows.first)
        let other = site.user("other", "rollcall")
        try other.connect()
        try other.login(
            try #require(second["account"] as? String), first: try #require(second["initial_password"] as? String))
        try other("verify", "--name", "李强", "--programme", programme, input: "110105194912310038\n")
        let ordered = try other("order", session, "--confirm")
        #expect(ordered.err.contains("this session is full"), "\(ordered)")
        #expect(try admin("ledger", "balance", "--json").rows.compactMap { $0["fen"] as? Int }.reduce(0, +) == 0)
        #expect(try site.stop() == 0)
    }
}
