import Application
import Domain
import Messages
import PowerCut
import Storage
import Testing
import Threads
import Wire

@testable import Service

/// ORD-2: a server restored from a copy that is older than payments.
@Suite struct RestoredMoneyTests {
    private let office: MoneyOffice
    private let session = MoneyOffice.classes.lowerBound

    init() throws { office = try MoneyOffice(seed: 1) }

    private func answer<Reply: Message>(
        _ person: UInt64, _ method: Method, _ request: some Message, _: Reply.Type = Reply.self
    ) throws -> Result<Reply, MoneyRefusal> {
        try #require(try office.call(person, method, request, key: office.freshKey()))
    }

    private func order(_ person: UInt64) throws -> Result<OrderReply, MoneyRefusal> {
        try answer(
            person, .ordersPlaceOrder, PlaceOrderRequest(offering: session, dataConfirmed: true, lodging: "无"))
    }

    /// Returns the number under which an order may be paid.
    private func open(_ order: UInt64, of person: UInt64) throws -> String {
        let _: OrderReply = try answer(person, .ordersPayOrder, PayOrderRequest(order: order, channel: .weChat)).get()
        let shown: OrderReply = try answer(person, .ordersGetOrder, GetOrderRequest(order: order)).get()
        return String(try #require(shown.order?.code.split(separator: "/").last))
    }

    private var stops: [SellingStop] {
        get throws {
            let reply: ListSellingStopsReply = try answer(
                MoneyOffice.admin, .ordersListSellingStops, ListSellingStopsRequest()
            ).get()
            return reply.stops
        }
    }

    @Test(
        "ORD-2 a gateway tells of a payment that a restored server has lost: it takes no orders until a person has compared the books, and names no payment as it did before"
    )
    func lostPayment() throws {
        let gateway = try #require(office.gateways[.weChat])
        let earlier = try order(2001).get().order?.id ?? 0
        let known = try open(earlier, of: 2001)
        let backup = office.server.disk.image()
        let lost = try open(order(2002).get().order?.id ?? 0, of: 2002)
        let paid = try #require(gateway.pay(lost))
        try office.restore(backup)
        #expect(try stops == [])
        #expect(office.tell(.paid(paid), of: .weChat) == false, "a gateway goes on telling")
        #expect(try stops.map(\.cause) == [.gateway])
        #expect(try stops.first?.reason == lost)
        let refused = try order(2003)
        guard case .failure(let refusal) = refused else { throw Missing(what: "a refusal: \(refused)") }
        #expect(refusal.failure.code == .wrongState && refusal.failure.field == "server")
        // What was open can be paid.
        let money = try #require(gateway.pay(known))
        #expect(office.tell(.paid(money), of: .weChat) == true)
        let shown: OrderReply = try answer(2001, .ordersGetOrder, GetOrderRequest(order: earlier)).get()
        #expect(shown.order?.state == .paid)

        let _: SellingReply = try answer(
            MoneyOffice.admin, .ordersResumeSelling, ResumeSellingRequest(reason: "已与对账单核对")
        ).get()
        #expect(office.tell(.paid(paid), of: .weChat) == false)
        #expect(try stops.map(\.untilReason) == ["已与对账单核对"], "what was compared stops nothing again")
        let next = try open(order(2003).get().order?.id ?? 0, of: 2003)
        #expect(next > lost, "no id of a lost payment is given out again")
        #expect(try stops.map(\.untilReason) == ["已与对账单核对"])
        #expect(try office.brokenLaws() == [])
    }

    @Test("ORD-2 a notice of a number that this server never gave out stops nothing")
    func strangers() throws {
        let lost = try open(order(2001).get().order?.id ?? 0, of: 2001)
        for number in [
            "NOTOURS00001", "P1", "P" + String(repeating: "9", count: 30), lost.dropLast() + "?",
            "R" + lost.dropFirst(),
        ] {
            let paid = GatewayPayment(number: String(number), transaction: "T", amountFen: 1, paidMs: nil)
            #expect(office.tell(.paid(paid), of: .weChat) == false)
        }
        #expect(try stops == [])
    }

    @Test(
        "ORD-2 a terminal has seen more of the server's log: orders stop; an administrator stops and resumes them too")
    func toldByTerminal() throws {
        try office.server.write { transaction in
            // As a terminal's hello has it written down.
            try transaction.execute(
                "INSERT INTO lost_log (id, log_id, sequence, head_hash, told_ms) VALUES (1, ?1, 9, ?1, ?2)",
                [UInt8](repeating: 1, count: 32), office.clock.now)
        }
        #expect(try stops.map(\.cause) == [.terminal])
        #expect(throws: MoneyRefusal.self) { try order(2001).get() }
        office.clock.advance(by: 1000)
        let _: SellingReply = try answer(
            MoneyOffice.admin, .ordersResumeSelling, ResumeSellingRequest(reason: "账目相符")
        ).get()
        _ = try order(2001).get()
        let _: SellingReply = try answer(
            MoneyOffice.admin, .ordersStopSelling, StopSellingRequest(reason: "维护")
        ).get()
        #expect(throws: MoneyRefusal.self) { try order(2002).get() }
        #expect(try stops.map(\.cause) == [.administrator, .terminal])
        #expect(try stops.map { $0.untilMs > 0 } == [false, true])
    }

    @Test(
        "ORD-2 after an hour without the server: what was paid meanwhile is found, orders have expired, their codes are closed, and the log has one line a kind"
    )
    func stoppedForAnHour() throws {
        let gateway = try #require(office.gateways[.weChat])
        let mine = try order(2001).get().order?.id ?? 0
        let number = try open(mine, of: 2001)
        let left = try open(order(2002).get().order?.id ?? 0, of: 2002)
        let paid = try #require(gateway.pay(number))
        try office.restart(afterMs: 3_600_000)
        for _ in 0..<20 {
            office.work()
            office.clock.advance(by: 1000)
        }
        #expect(gateway.payments[number]?.returned == paid.amountFen, "it came too late to be heard of")
        #expect(gateway.payments[left]?.isClosed == true)
        let lines = office.server.logged.withLock { $0.filter { $0.event == "caught up" } }
        #expect(
            lines.map { $0.fields.map { "\($0.0) \($0.1)" } } == [
                ["chore orders that expire", "count 2"]
            ])
        #expect(try office.brokenLaws() == [])
    }

    @Test(
        "ORD-2, ORD-6b what a restored server has lost stands in the gateway's statement and goes back by a decision; orders resume, and nobody has paid twice"
    )
    func reconciled() throws {
        let gateway = try #require(office.gateways[.weChat])
        let backup = office.server.disk.image()
        let lost = try open(order(2002).get().order?.id ?? 0, of: 2002)
        let paid = try #require(gateway.pay(lost))
        #expect(office.tell(.paid(paid), of: .weChat) == true)
        try office.restore(backup)
        #expect(office.tell(.paid(paid), of: .weChat) == false, "the gateway repeats it")
        #expect(try stops.map(\.cause) == [.gateway])

        let day = ZoneRule.china.day(of: Instant(office.clock.now))
        let rows = gateway.statement(StatementSpan(.weChat, day).range)
        let admin = MoneyOffice.admin
        let begun: StatementReply = try answer(
            admin, .ledgerBeginStatement, BeginStatementRequest(channel: .weChat, day: day.number, fileName: "bill.csv")
        ).get()
        let id = try #require(begun.statement).id
        let _: StatementReply = try answer(
            admin, .ledgerAddStatementRows, AddStatementRowsRequest(statement: id, first: 0, rows: rows)
        ).get()
        for _ in 0..<2 {
            let _: StatementReply = try answer(
                admin, .ledgerFinishStatement, FinishStatementRequest(statement: id, rows: 1)
            ).get()
        }
        let found: ListDifferencesReply = try answer(
            admin, .ledgerListDifferences, ListDifferencesRequest(state: .open)
        ).get()
        #expect(found.differences.map(\.kind) == [.missingHere] && found.differences.map(\.number) == [lost])
        let returned: SettleDifferencesReply = try answer(
            admin, .ledgerReturnDifferences,
            ReturnDifferencesRequest(differences: found.differences.map(\.id), reason: "恢复后丢失的订单")
        ).get()
        #expect(returned.done == 1)
        office.work()
        #expect(gateway.payments[lost]?.returned == paid.amountFen)
        let _: SellingReply = try answer(admin, .ordersResumeSelling, ResumeSellingRequest(reason: "已核对")).get()

        let again = try order(2002).get().order?.id ?? 0
        let money = try #require(gateway.pay(try open(again, of: 2002)))
        #expect(office.tell(.paid(money), of: .weChat) == true)
        let shown: OrderReply = try answer(2002, .ordersGetOrder, GetOrderRequest(order: again)).get()
        #expect(shown.order?.state == .paid)
        #expect(gateway.payments.values.map { $0.received - $0.returned }.reduce(0, +) == paid.amountFen)
        #expect(try office.brokenLaws() == [] && office.leftUndone() == [])
    }

    @Test("ORD-2 a stop by an administrator passes over no ids, and what was lost before it still stops orders")
    func stopsWithoutRestore() throws {
        let gateway = try #require(office.gateways[.weChat])
        let backup = office.server.disk.image()
        let lost = try open(order(2002).get().order?.id ?? 0, of: 2002)
        let paid = try #require(gateway.pay(lost))
        try office.restore(backup)
        let before = try order(2001).get().order?.id ?? 0
        for reason in ["维护", "再次维护"] {
            let _: SellingReply = try answer(
                MoneyOffice.admin, .ordersStopSelling, StopSellingRequest(reason: reason)
            ).get()
            let _: SellingReply = try answer(
                MoneyOffice.admin, .ordersResumeSelling, ResumeSellingRequest(reason: "维护结束")
            ).get()
        }
        let next = try order(2003).get().order?.id ?? 0
        #expect(next - before < 3000, "ids go on")
        #expect(office.tell(.paid(paid), of: .weChat) == false)
        #expect(try stops.map(\.cause) == [.gateway, .administrator, .administrator])
    }

    @Test("ORD-2 a code that is made after its closing, because its request was lost at first, is closed again")
    func madeAfterClosing() throws {
        let gateway = try #require(office.gateways[.weChat])
        let mine = try order(2001).get().order?.id ?? 0
        gateway.arm(.requestLost)
        let _: OrderReply = try answer(2001, .ordersPayOrder, PayOrderRequest(order: mine, channel: .weChat)).get()
        let _: OrderReply = try answer(2001, .ordersWithdrawOrder, WithdrawOrderRequest(order: mine)).get()
        #expect(gateway.payments.isEmpty)
        for _ in 0..<10 {
            office.clock.advance(by: 1000)
            office.work()
        }
        #expect(gateway.payments.values.map(\.isClosed) == [true])
    }
}
