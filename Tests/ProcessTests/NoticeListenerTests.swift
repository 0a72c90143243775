import Application
import Domain
import Foundation
import GatewaySimulator
import Gateways
import Loopback
import Processes
import Signatures
import Testing
import Threads

/// The HTTP listener of a whole server.
@Suite(.timeLimit(.minutes(15))) struct NoticeListenerTests {
    /// Makes a site that takes payments through Alipay, with a listener for its notices.
    private static func site(_ simulator: Simulator) throws -> (site: Site, port: UInt16) {
        let site = try Site { data in
            for (name, text) in try simulator.keys.merchantFiles() {
                try Data(text.utf8).write(to: data.appendingPathComponent("keys/\(name)"))
            }
            let settings = """
                {"http": {"listen": "127.0.0.1:0"}, "payments": {"notice_url": "http://127.0.0.1",
                 "alipay": {"app": "\(SimulatorKeys.alipayApp)", "seller": "\(SimulatorKeys.alipaySeller)",
                  "key_file": "merchant.pem", "public_key_files": ["alipay-public.pem"],
                  "url": "http://127.0.0.1:\(simulator.port)/gateway.do"}}}
                """
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
        try until("the listener") { try site.hasLogged("listening for notices") }
        let line = try site.logged().first { $0["event"] as? String == "listening for notices" }
        return (site, try #require((line?["port"] as? String).flatMap { UInt16($0) }))
    }

    private static func simulator() throws -> Simulator {
        let keys = try SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes)
        let simulator = try Simulator(keys, now: WallClock.nowMs, random: SystemRandom.bytes)
        try simulator.start()
        return simulator
    }

    @Test(
        "ORD-2 a notice that is forged, too long, of a gateway without settings or about nothing known is not taken, and logged"
    )
    func refused() throws {
        let simulator = try Self.simulator()
        let (site, port) = try Self.site(simulator)
        #expect(try Caller.ask(port, "GET /healthz") == (200, "ok\n"))
        #expect(try Caller.ask(port, "GET /").status == 404)
        #expect(try Caller.ask(port, "POST /notices/wechat", body: "{}").status == 404)
        #expect(try Caller.ask(port, "POST /notices/alipay", body: "a=b") == (400, "failure"))
        #expect(try Caller.ask(port, "POST /notices/alipay", headers: ["Content-Length: 100000000"]).status == 413)
        try until("a word in the log") { try site.hasLogged("a signature that is not valid") }

        // Another server of the same merchant asked for this payment.
        let other = Alipay(
            AlipaySettings(
                app: SimulatorKeys.alipayApp, seller: SimulatorKeys.alipaySeller, key: simulator.keys.merchant,
                platformKeys: [try simulator.keys.alipay.publicKey()],
                noticeURL: "http://127.0.0.1:\(port)/notices/alipay",
                address: try HTTPAddress("http://127.0.0.1:\(simulator.port)/gateway.do")),
            GatewaySurroundings(http: HTTPClient(), now: WallClock.nowMs, random: SystemRandom.bytes)
        ).gateway
        let now = WallClock.nowMs()
        let number = try #require(PaymentNumber("ORDER0000001", madeMs: now))
        _ = other.precreate(
            PaymentRequest(number: number, amountFen: 100, description: "培训费", expiresMs: now + 1_800_000))
        try simulator.pay(.alipay, number.text)
        #expect(try simulator.notifyAgain(.alipay, number.text) == 500)
        try until("a word in the log") { try site.hasLogged("about nothing that is known here") }
        #expect(try simulator.notifyAgain(.alipay, number.text, .signature) == 400)
        #expect(try site.stop() == 0)
        simulator.stop()
    }
}
