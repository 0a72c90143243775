import ClientKit
import Crypto
import Domain
import Foundation
import GatewaySimulator
import Messages
import Processes
import Seeded
import StatementFiles
import Storage
import Testing
import Threads

/// Orders of real people, on a server process that is killed and two gateways that fail.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct MoneyHistoryTests {
    private static let histories = 20
    private static let steps = 36
    private static let people = 4
    private static let places = 3
    private static let channels: [PaymentChannel] = [.weChat, .alipay]

    @Test(
        """
        ORD-2 ORD-4 ORD-6a in 20 histories of a server that is killed and of gateways that fail, no fen is lost or doubled, \
        no place is sold twice, and in the end the books are the gateways'
        """)
    func histories() throws {
        let seed = UInt64.random(in: 0...UInt64(UInt32.max))
        print("histories of money by processes, seed \(seed)")
        var random = SeededRandom(seed: seed)
        let shop = try Shop()
        for history in 0..<Self.histories {
            let session = try shop.open(places: Self.places)
            let people = try shop.people(Self.people)
            for _ in 0..<Self.steps { try shop.step(people, session, &random) }
            try shop.askForMoneyBack(people)
            #expect(try shop.broken() == [], "history \(history), seed \(seed)")
        }
        try shop.payAndReturn(shop.people(1), shop.open(places: 1))
        try shop.settle()
        #expect(try shop.broken() == [], "seed \(seed)")
        for channel in Self.channels {
            #expect(try shop.balance(of: channel) == shop.left(at: channel), "\(channel), seed \(seed)")
        }
        // A run in which nothing happened proves nothing.
        for what in ["kill", "paid", "fault", "late"] {
            #expect(shop.happened[what, default: 0] > 0, "\(what), seed \(seed)")
        }
        let refunds = try shop.refunds()
        #expect(refunds > 0, "nobody was paid back, seed \(seed)")
        print(
            "refund \(refunds), \(shop.happened.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
        )
        #expect(try shop.site.stop() == 0)
    }
}

/// A site with places to sell, and the two gateways it takes money by.
final class Shop {
    let site: Site
    let simulator: Simulator
    /// The address and the port of its listener for notices.
    let noticeHost = OwnAddress.next()
    let noticePort: UInt16
    private let course: Course
    private let programme: String
    private(set) var happened: [String: Int] = [:]
    /// Codes that were shown, and may be paid by whoever has seen them.
    private var codes: [(channel: PaymentChannel, number: String)] = []

    init() throws {
        let simulator = try Simulator(
            SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes), now: WallClock.nowMs,
            random: SystemRandom.bytes)
        try simulator.start()
        self.simulator = simulator
        site = try Site { [noticeHost] data in
            for (name, text) in try simulator.keys.merchantFiles() {
                try Data(text.utf8).write(to: data.appendingPathComponent("keys/\(name)"))
            }
            try Self.write(simulator, notices: "\(noticeHost):0", to: data)
        }
        // The address that gateways are told stays the same for every life of the server.
        try until("the listener") { [site] in try site.hasLogged("listening for HTTP") }
        let line = try site.logged().first { $0["event"] as? String == "listening for HTTP" }
        let port = try #require((line?["port"] as? String).flatMap { UInt16($0) })
        noticePort = port
        course = try Course(site)
        programme = try course.admin(
            "programmes", "create", "水利培训", "--preset", "sichuan-water", "--set", "identityEvidence=self-declared",
            "--set", "profileSections=none", "--set", "noticeSeconds=0", "--json"
        ).id()
        try course.admin("fees", "set", programme, "800")
        guard try site.stop() == 0 else { throw Programs.Failure("the server did not stop well") }
        try Self.write(
            simulator, notices: "\(noticeHost):\(port)", to: URL(fileURLWithPath: site.data))
        try site.start(tls: site.tls)
    }

    deinit { simulator.stop() }

    private static func write(_ simulator: Simulator, notices: String, to data: URL) throws {
        let payments = try simulator.keys.settings(
            address: "http://127.0.0.1:\(simulator.port)", noticeURL: "http://\(notices)")
        let text = "{\"http\": {\"listen\": \"\(notices)\"}, \"payments\": \(payments)}"
        try Data(text.utf8).write(to: data.appendingPathComponent("settings.json"))
    }

    func open(places: Int) throws -> UInt64 {
        try UInt64(course.session(in: programme, places: places)) ?? 0
    }

    /// Makes people, behind the server's back, and returns their sessions.
    func people(_ count: Int) throws -> [[UInt8]] {
        let now = WallClock.nowMs()
        return try site.database().write { transaction in
            try (0..<count).map { _ in
                let (person, token) = (try transaction.newID(), SystemRandom.bytes(32))
                try transaction.execute(
                    "INSERT INTO person (id, name, phone_hash, unit, title, identity_level) VALUES (?1, ?2, ?3, '', '', 2)",
                    person, "学员\(person)", token)
                try transaction.execute(
                    "INSERT INTO account (person, name, password, must_change) VALUES (?1, ?2, ?3, 0)", person,
                    "p\(person)", [UInt8]())
                try transaction.execute(
                    """
                    INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address)
                    VALUES (?1, ?2, ?3, ?4, ?5, '')
                    """, transaction.newID(), Digest.hash(.sessionToken, token), person, now, now + 3_600_000)
                return token
            }
        }
    }

    // MARK: Steps

    /// Something that a person, a gateway or a power cut does. What is refused changes nothing.
    func step(_ people: [[UInt8]], _ session: UInt64, _ random: inout SeededRandom) throws {
        // Each life of the server has a port of its own.
        let me = Client(try site.plainSite(), locale: "en", session: people.randomElement(using: &random) ?? [])
        defer { me.close() }
        let channel: PaymentChannel = random.chance(50) ? .weChat : .alipay
        switch Int.random(in: 0..<100, using: &random) {
        case ..<18:
            _ = try attempt {
                let _: OrderReply = try me.call(
                    .ordersPlaceOrder, PlaceOrderRequest(offering: session, dataConfirmed: true))
            }
        case ..<42: try order(of: me, .pending).map { _ = try showCode(of: $0, channel, me) }
        case ..<68:
            guard let code = codes.randomElement(using: &random) else { return }
            if (try? simulator.pay(code.channel, code.number)) != nil { note("paid") }
        case ..<74:
            guard let code = codes.randomElement(using: &random) else { return }
            let forgery: Forgery? = random.chance(30) ? .signature : nil
            if (try? simulator.notifyAgain(code.channel, code.number, forgery)) != nil { note("told again") }
        case ..<77:
            guard let id = try order(of: me, .pending) else { return }
            let isDone = try attempt {
                let _: OrderReply = try me.call(.ordersWithdrawOrder, WithdrawOrderRequest(order: id))
            }
            if isDone { note("withdrawn") }
        case ..<87:
            let faults: [Fault] = [.serverError, .cut, .lost, .forged]
            simulator.fail(channel, faults.randomElement(using: &random) ?? .cut)
            note("fault")
        case ..<94: try late(&random)
        default:
            me.close()
            try site.kill()
            try site.start(tls: site.tls)
            note("kill")
        }
    }

    /// The first of them who has paid wants the money back, and gets it.
    func askForMoneyBack(_ people: [[UInt8]]) throws {
        simulator.deliver("")
        for session in people {
            let me = Client(try site.plainSite(), locale: "en", session: session)
            defer { me.close() }
            guard let id = try order(of: me, .paid) else { continue }
            var refund: UInt64 = 0
            let isAsked = try attempt {
                let reply: RefundReply = try me.call(
                    .ordersAskRefund, AskRefundRequest(order: id, kind: .full, reason: "不能参加"))
                refund = reply.refund?.id ?? 0
            }
            guard isAsked else { continue }
            try course.admin("review", "decide", "refund", "--ids", "\(refund)", "--approve")
            return
        }
    }

    /// Somebody to whom nothing goes wrong pays, and has the money back: so that it happens in every run.
    func payAndReturn(_ people: [[UInt8]], _ session: UInt64) throws {
        simulator.recover()
        simulator.deliver("")
        let me = Client(try site.plainSite(), locale: "en", session: people[0])
        defer { me.close() }
        let placed: OrderReply = try me.call(
            .ordersPlaceOrder, PlaceOrderRequest(offering: session, dataConfirmed: true))
        var number: String?
        try until("a code") {
            number = try number ?? showCode(of: placed.order?.id ?? 0, .weChat, me)
            return number != nil
        }
        try simulator.pay(.weChat, number ?? "")
        try until("the order to be paid") { try order(of: me, .paid) != nil }
        try askForMoneyBack(people)
    }

    /// How many refunds that somebody asked for were paid back.
    func refunds() throws -> Int {
        try site.database().read { snapshot in
            try snapshot.first(
                "SELECT COUNT(*) FROM refund WHERE kind = ?1 AND state = ?2", RefundKind.full.rawValue,
                RefundProgress.done.rawValue
            ) { $0.int(0) } ?? 0
        }
    }

    /// Notices are held back, or come twice and in another order.
    private func late(_ random: inout SeededRandom) throws {
        simulator.deliver(["reverse", "twice", "lost"].randomElement(using: &random) ?? "")
        if random.chance(60) { simulator.hold() }
        note("late")
    }

    /// Returns their newest order in a state.
    func order(of client: Client, _ state: OrderState) throws -> UInt64? {
        let mine: ListOrdersReply = try client.call(.ordersMyOrders, MyOrdersRequest())
        return mine.orders.first { $0.state == state }?.id
    }

    /// Asks for a code, and waits a moment for the gateway's answer, which may be lost.
    /// - Returns: the number of the payment; nil without a code.
    func showCode(of order: UInt64, _ channel: PaymentChannel, _ client: Client) throws -> String? {
        guard
            try attempt({
                let _: OrderReply = try client.call(
                    .ordersPayOrder, PayOrderRequest(order: order, channel: channel))
            })
        else { return nil }
        for _ in 0..<20 {
            let reply: OrderReply = try client.call(.ordersGetOrder, GetOrderRequest(order: order))
            guard let shown = reply.order, shown.state == .pending else { return nil }
            if !shown.code.isEmpty, shown.channel == channel {
                let number = shown.code.split { "=/".contains($0) }.last.map(String.init) ?? ""
                codes.append((channel, number))
                return number
            }
            _ = Monitor(()).wait(atMostMs: 20) { _ in nil as Void? }
        }
        return nil
    }

    /// Returns whether it was done; a refusal is none of the test's business.
    private func attempt(_ call: () throws -> Void) throws -> Bool {
        do {
            try call()
            return true
        } catch ClientError.refused {
            return false
        }
    }

    private func note(_ what: String) { happened[what, default: 0] += 1 }

    // MARK: The end

    /// Lets everything come to its end: notices arrive, banks pay back, and hours pass for what is asked again.
    func settle() throws {
        simulator.deliver("")
        simulator.recover()
        for _ in 0..<Self.mostRounds {
            try site.kill()
            let isOver = try letHoursPass()
            try site.start(tls: site.tls)
            if isOver { return }
            // A round of questions and answers.
            _ = Monitor(()).wait(atMostMs: 2500) { _ in nil as Void? }
        }
        let left = try site.database().read { snapshot in
            try snapshot.all(
                """
                SELECT 'payment', id, state FROM payment WHERE state IN (1, 2, 4)
                UNION ALL SELECT 'refund', id, state FROM refund WHERE state IN (3, 4) ORDER BY 2
                """
            ) { "\($0.text(0)) \($0.id(1)) in state \($0.int(2))" }
        }
        throw Programs.Failure("under way for ever: \(left.joined(separator: ", "))")
    }

    private static let mostRounds = 12

    /// Lets what waits be due, and orders be long over, behind the server's back.
    /// - Returns: whether nothing is under way.
    private func letHoursPass() throws -> Bool {
        try site.database().write { transaction in
            try transaction.execute("UPDATE course_order SET expires_ms = 1")
            try transaction.execute("UPDATE payment SET due_ms = 1 WHERE state IN (1, 2, 4)")
            try transaction.execute("UPDATE refund SET due_ms = 1 WHERE state IN (3, 4)")
            try transaction.execute("UPDATE outbox SET due_ms = 1 WHERE state = 1")
            let accepted = try transaction.all(
                """
                SELECT r.number, p.channel FROM refund r JOIN payment p ON p.id = r.payment WHERE r.state IN (3, 4)
                ORDER BY r.id
                """
            ) { ($0.text(0), try $0.enumeration(1, PaymentChannel.self)) }
            for (number, channel) in accepted { try? simulator.finishRefund(channel, number, "done") }
            return try !transaction.exists(
                """
                SELECT 1 FROM payment WHERE state IN (1, 2, 4) UNION ALL SELECT 1 FROM refund WHERE state IN (3, 4)
                UNION ALL SELECT 1 FROM course_order WHERE state = 1
                """)
        }
    }

    /// Returns the laws that are broken now, each with what breaks it.
    func broken() throws -> [String] {
        let laws: [(String, SQL)] = [
            (
                "unbalanced posting",
                "SELECT posting FROM ledger_entry GROUP BY posting HAVING SUM(fen) <> 0 ORDER BY posting"
            ),
            (
                "order paid twice or without a posting",
                """
                SELECT o.id FROM course_order o WHERE (o.paid_ms > 0) <>
                (SELECT COUNT(*) FROM ledger_posting p WHERE p.order_id = o.id AND p.kind = 1) ORDER BY o.id
                """
            ),
            (
                "places oversold, or not those of orders and bookings",
                """
                SELECT s.offering FROM course_session s WHERE s.taken > s.capacity OR s.taken <>
                (SELECT COUNT(*) FROM course_order o WHERE o.offering = s.offering AND o.has_place AND o.state = 1)
                + (SELECT COUNT(*) FROM booking b WHERE b.offering = s.offering AND b.state IN (1, 2, 7, 8))
                ORDER BY s.offering
                """
            ),
            (
                "more goes back than was paid",
                """
                SELECT o.id FROM course_order o WHERE o.training + o.lodging < (SELECT COALESCE(SUM(r.amount), 0)
                FROM refund r WHERE r.order_id = o.id AND r.kind <> 3 AND r.state <> 2) ORDER BY o.id
                """
            ),
        ]
        return try site.database().read { snapshot in
            try laws.flatMap { name, law in try snapshot.all(law) { "\(name): \($0.id(0))" } }
        }
    }

    func balance(of channel: PaymentChannel) throws -> Int64 {
        let account: LedgerAccount = channel == .weChat ? .weChat : .alipay
        return try site.database().read { snapshot in
            try snapshot.first("SELECT fen FROM ledger_balance WHERE account = ?1", account.rawValue) { $0.integer(0) }
                ?? 0
        }
    }

    /// Sums up the money that a gateway has for us by its own list.
    func left(at channel: PaymentChannel) throws -> Int64 {
        var file = StatementFile(channel, day: ZoneRule.china.day(of: Instant(WallClock.nowMs())))
        let entries = try file.read(simulator.statement(channel)) + file.finish()
        return entries.reduce(0) { $0 + ($1.kind == .payment ? $1.amount.count : -$1.amount.count) }
    }
}
