import Application
import ClientKit
import Domain
import Foundation
import GatewaySimulator
import Gateways
import Loopback
import Messages
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
        try until("the listener") { try site.hasLogged("listening for HTTP") }
        let line = try site.logged().first { $0["event"] as? String == "listening for HTTP" }
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

    @Test(
        "ORD-2 of a payment, forged, altered, cut, stale and endless notices are refused, and so many bytes keep nobody out; the genuine one is applied once, however often it comes",
        arguments: [PaymentChannel.weChat, .alipay])
    func spoilt(channel: PaymentChannel) throws {
        let shop = try Shop()
        let (session, people) = (try shop.open(places: 1), try shop.people(1))
        let me = Client(try shop.site.plainSite(), locale: "en", session: people[0])
        defer { me.close() }
        let placed: OrderReply = try me.call(
            .ordersPlaceOrder, PlaceOrderRequest(offering: session, dataConfirmed: true))
        let number = try #require(try shop.showCode(of: placed.order?.id ?? 0, channel, me))
        // Nothing tells the server but what this test sends: its own questions are cut off.
        shop.simulator.hold()
        shop.simulator.fail(channel, .cut, times: 1000)
        try shop.simulator.pay(channel, number)
        shop.simulator.deliver("lost")
        var forgeries: [Forgery] = [.signature, .amount, .truncated]
        if channel == .weChat { forgeries += [.probe, .stale] }
        for forgery in forgeries {
            let status = try shop.simulator.notifyAgain(channel, number, forgery)
            #expect((400..<500).contains(status), "\(forgery)")
        }
        try until("a word in the log") { try shop.site.hasLogged("notice not taken") }
        #expect(try shop.order(of: me, .pending) != nil)
        #expect(try shop.balance(of: channel) == 0)

        let path = "POST /notices/\(channel.word)"
        let slow = try (0..<80).map { _ in
            let caller = try Caller(shop.noticePort, at: shop.noticeHost)
            caller.send("\(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx")
            return caller
        }
        #expect(
            try Caller.ask(shop.noticePort, at: shop.noticeHost, path, headers: ["Content-Length: 100000000"]).status
                == 413)
        let endless = try Caller(shop.noticePort, at: shop.noticeHost)
        endless.send("\(path) HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "4000\r\n" + String(repeating: "x", count: 16_384) + "\r\n"
        var count = 0
        while count < 6400, endless.send(chunk) { count += 1 }
        #expect(count < 6400, "100 MB are read")

        for _ in 0..<3 { #expect(try shop.simulator.notifyAgain(channel, number) == 200) }
        #expect(try shop.order(of: me, .paid) == placed.order?.id)
        #expect(try shop.balance(of: channel) == 80_000)
        #expect(try shop.broken() == [])
        #expect(try (400..<500).contains(shop.simulator.notifyAgain(channel, number, .amount)))
        #expect(slow.count == 80)
        #expect(try shop.site.stop() == 0)
    }
}
