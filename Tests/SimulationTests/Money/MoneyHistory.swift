import Application
import Domain
import Messages
import PowerCut
import Seeded
import Storage
import Threads
import Wire

@testable import Service

/// One history of money: people order, pay, cancel and ask for money back, gateways and notices fail, and the server's power is
/// cut, all by one seed. The laws hold after every event; in the end nothing is under way.
final class MoneyHistory {
    /// Everything that goes wrong in a history.
    enum Fault: String, CaseIterable {
        case gateway, issuer
        case lateMoney, secondMoney, otherAmount, twoChannels
        case noticeTwice, noticeLost, noticeReordered, noticeOfAnother
        case powerCut, kill, anHourStopped
        case statementShort, statementTwice, statementWrong, statementBroken, foreignMoney
    }

    let office: MoneyOffice
    private(set) var events = 0
    private(set) var faults: [Fault: Int] = [:]
    private(set) var problems: [String] = []
    private(set) var orders = 0
    /// Everything that stood in some state, by what has it.
    private(set) var states: Set<String> = []
    var random: SeededRandom
    /// The number of the last invoice that was issued.
    var invoices: UInt64 = 0
    /// So many payments came that nobody here has ordered.
    var foreign = 0
    /// The numbers of those begin with it.
    static let lost = "LOST"
    private var notices: [(notice: GatewayNotice, channel: PaymentChannel)] = []
    /// Numbers of which nothing but a notice tells: paid after their end, or more than once. A gateway repeats such a notice
    /// for a day; what it never tells, its statement does.
    private var toldByNotice: Set<String> = []

    init(seed: UInt64) throws {
        office = try MoneyOffice(seed: seed)
        random = SeededRandom(seed: seed)
    }

    /// - Returns: the problems found; the history ends with the first.
    func run() throws -> [String] {
        let length = Int.random(in: 30...60, using: &random)
        for _ in 0..<10 * length where events < length {
            try happen()
            if office.isDead { try restart("power") }
            problems += office.gateways.values.flatMap(\.problems) + office.issuer.problems + (try office.brokenLaws())
            guard problems.isEmpty else { return problems }
            if events.isMultiple(of: 8) { states.formUnion(try office.states()) }
        }
        try end()
        states.formUnion(try office.states())
        return problems
    }

    // What happens

    private func happen() throws {
        office.clock.advance(by: Int64.random(in: 100...90_000, using: &random))
        let events: [(weight: Int, event: () throws -> Void)] = [
            (14, order), (14, openCode), (14, scan), (12, deliver), (2, dropNotice), (7, passTime), (3, withdraw),
            (5, askRefund), (5, decideRefund), (4, refund), (4, settleRefund), (4, book), (3, cancelBooking),
            (4, decideBooking), (3, callOff), (7, breakGateway), (2, forceMoney), (2, cutPower), (1, kill),
            (1, stopForAnHour), (6, applyForInvoice), (3, issueInvoice), (4, changeInvoice),
            (8, sendInvoice), (6, breakIssuer), (2, tellInvoice), (9, voidThere), (2, compareStatement),
            (2, decideDifferences), (1, takeForeignMoney),
        ]
        var drawn = Int.random(in: 0..<events.map(\.weight).reduce(0, +), using: &random)
        for (weight, event) in events {
            drawn -= weight
            if drawn < 0 { return try event() }
        }
    }

    private func order() throws {
        let offering = pick([UInt64](MoneyOffice.courses) + MoneyOffice.classes)
        let lodging = MoneyOffice.classes.contains(offering) ? pick(["标准间", "无"]) : ""
        let placed: OrderReply? = try ask(
            pick([UInt64](MoneyOffice.people)), .ordersPlaceOrder,
            PlaceOrderRequest(offering: offering, dataConfirmed: true, lodging: lodging))
        if placed != nil { orders += 1 }
    }

    private func openCode() throws {
        guard
            let order = try some("SELECT id, person FROM course_order WHERE state = ?1 ORDER BY id", OrderState.pending)
        else { return }
        let channel = pick([PaymentChannel.weChat, .alipay])
        let _: OrderReply? = try ask(order.person, .ordersPayOrder, PayOrderRequest(order: order.id, channel: channel))
    }

    private func scan() throws {
        let (gateway, number) = pickNumber { !$0.isClosed && $0.money.isEmpty }
        guard let gateway, let number else { return }
        let amount: Int64? = random.chance(4) ? 1 : nil
        guard let paid = gateway.pay(number, amount) else { return }
        if amount != nil { note(.otherAmount) }
        let order = try office.server.read {
            try $0.first("SELECT order_id FROM payment WHERE number = ?1", number) { $0.id(0) }
        }
        let others = try office.server.read {
            try $0.all("SELECT number FROM payment WHERE order_id = ?1 AND number <> ?2", order ?? 0, number) {
                $0.text(0)
            }
        }
        let isOtherPaid = office.gateways.values.contains { gateway in
            others.contains { gateway.payments[$0]?.money.isEmpty == false }
        }
        if isOtherPaid { note(.twoChannels) }
        say("paid \(number) \(paid.amountFen)")
        notices.append((.paid(paid), gateway.channel))
    }

    /// A gateway takes money that it should not: for a closed code, or once more for one that was paid.
    private func forceMoney() {
        let (gateway, number) = pickNumber { _ in true }
        guard let gateway, let number, !number.hasPrefix(Self.lost), let payment = gateway.payments[number],
            let paid = gateway.pay(number, isForced: true)
        else { return }
        note(payment.money.isEmpty ? .lateMoney : .secondMoney)
        say("forced \(number)")
        toldByNotice.insert(number)
        for money in payment.money + [paid] { notices.append((.paid(money), gateway.channel)) }
    }

    private func deliver() {
        if random.chance(5) {
            note(.noticeOfAnother)
            let stranger = GatewayPayment(number: "NOTOURS0001", transaction: "X", amountFen: 1, paidMs: nil)
            if office.tell(.paid(stranger), of: .weChat) == true { problems.append("took a notice of another's") }
        }
        guard !notices.isEmpty else { return }
        let place = Int.random(in: notices.indices, using: &random)
        if place > 0 { note(.noticeReordered) }
        let notice = notices[place]
        say("notice \(notice.notice)")
        // A gateway repeats what was not taken.
        guard office.tell(notice.notice, of: notice.channel) == true else { return }
        if random.chance(25) { note(.noticeTwice) } else { notices.remove(at: place) }
    }

    private func dropNotice() {
        guard !notices.isEmpty else { return }
        let place = Int.random(in: notices.indices, using: &random)
        if case .paid(let paid) = notices[place].notice, toldByNotice.contains(paid.number) { return }
        note(.noticeLost)
        say("notice lost \(notices.remove(at: place).notice)")
    }

    private func passTime() {
        office.clock.advance(by: pick([1000, 5000, 60_000, 400_000, 1_800_000]))
        say("time \(office.clock.now - SimulatedServer.morning)")
        office.work()
    }

    private func withdraw() throws {
        guard
            let order = try some("SELECT id, person FROM course_order WHERE state = ?1 ORDER BY id", OrderState.pending)
        else { return }
        let _: OrderReply? = try ask(order.person, .ordersWithdrawOrder, WithdrawOrderRequest(order: order.id))
    }

    private func askRefund() throws {
        guard
            let order = try some(
                "SELECT id, person FROM course_order WHERE state IN (?1, 4) AND programme = 311 ORDER BY id",
                OrderState.paid)
        else { return }
        let _: RefundReply? = try ask(
            order.person, .ordersAskRefund,
            AskRefundRequest(order: order.id, kind: pick([.full, .lodging]), reason: "行程有变"))
    }

    private func decideRefund() throws {
        guard
            let refund = try some(
                "SELECT id, person FROM refund WHERE state = ?1 ORDER BY id", RefundProgress.requested)
        else { return }
        try decide(.refund, refund.id)
    }

    private func refund() throws {
        guard
            let order = try some(
                "SELECT id, person FROM course_order WHERE state IN (?1, 4) ORDER BY id", OrderState.paid)
        else { return }
        let _: RefundReply? = try ask(
            MoneyOffice.admin, .ordersRefundOrder,
            RefundOrderRequest(order: order.id, kind: pick([.full, .lodging]), reason: "培训取消"))
    }

    /// Money that its gateway cannot pay back: once more, or by hand.
    private func settleRefund() throws {
        guard
            let refund = try some(
                "SELECT id, person FROM refund WHERE state IN (?1, 7) ORDER BY id", RefundProgress.abnormal)
        else { return }
        if random.chance(50) {
            let _: RefundReply? = try ask(
                MoneyOffice.admin, .ordersRetryRefund, RetryRefundRequest(refund: refund.id))
        } else {
            let _: RefundReply? = try ask(
                MoneyOffice.admin, .ordersFinishRefund,
                FinishRefundRequest(refund: refund.id, reference: "银行回单 \(refund.id)"))
        }
    }

    private func book() throws {
        guard
            let free = try some(
                "SELECT id, person FROM entitlement WHERE state = ?1 AND programme = 310 ORDER BY id",
                EntitlementState.free)
        else { return }
        let _: BookingReply? = try ask(
            free.person, .bookingsBook, BookRequest(offering: pick([UInt64](MoneyOffice.courses))))
    }

    private func cancelBooking() throws {
        guard
            let booking = try some(
                "SELECT id, person FROM booking WHERE state IN (?1, 2) ORDER BY id", BookingState.waiting)
        else { return }
        let _: BookingReply? = try ask(
            booking.person, .bookingsCancelBooking, CancelBookingRequest(booking: booking.id))
    }

    private func decideBooking() throws {
        guard
            let booking = try some("SELECT id, person FROM booking WHERE state = ?1 ORDER BY id", BookingState.waiting)
        else { return }
        try decide(.booking, booking.id)
    }

    private func callOff() throws {
        guard random.chance(40) else { return }
        let _: OfferingReply? = try ask(
            MoneyOffice.admin, .projectsCancelOffering,
            CancelOfferingRequest(
                offering: pick([UInt64](MoneyOffice.courses) + MoneyOffice.classes), reason: "讲师生病"))
        office.work()
    }

    private func breakGateway() {
        let (gateway, fault) = (pick(gateways), pick(MoneyGateway.Fault.allCases))
        note(.gateway)
        say("\(gateway.channel) will have \(fault)")
        gateway.arm(fault)
    }

    private func cutPower() {
        note(.powerCut)
        let disk = office.server.disk
        disk.cutPower(atChange: disk.operations() + Int.random(in: 1...40, using: &random))
        say("power is about to go")
    }

    private func kill() throws {
        note(.kill)
        try restart("killed")
    }

    private func stopForAnHour() throws {
        note(.anHourStopped)
        try office.restart(afterMs: 3_600_000)
        if office.isDead { try office.restart() }
        say("stopped for an hour")
        office.work()
    }

    private func restart(_ cause: String) throws {
        say("restart: \(cause)")
        try office.restart()
        // The power may go again while a server starts.
        if office.isDead { try office.restart() }
    }

    // The end

    /// The gateways are well again, notices that were not lost arrive, and time passes until nothing is due.
    private func end() throws {
        for gateway in gateways { gateway.disarm() }
        office.issuer.disarm()
        office.server.disk.cutPower(atChange: .max)
        try restart("for the end")
        while !notices.isEmpty {
            guard office.tell(notices[0].notice, of: notices[0].channel) == true else {
                return problems.append("a notice of ours is not taken")
            }
            notices.removeFirst()
        }
        try letTimePass()
        // One that was being issued may stand only now.
        var rounds = 0
        while try voidForRefunds() {
            guard rounds < 100 else { return problems.append("a refund waits for ever for an invoice to be voided") }
            try letTimePass()
            rounds += 1
        }
        try closeBooks()
        try letTimePass()
        problems += try compareAll()
        problems +=
            gateways.flatMap(\.problems) + office.issuer.problems + (try office.brokenLaws())
            + (try office.leftUndone())
    }

    private func letTimePass() throws {
        for _ in 0..<400 {
            office.work()
            guard let due = try office.nextDue() else { break }
            office.clock.advance(by: max(due - office.clock.now, 1000))
        }
    }

    // Who, and with whom

    var gateways: [MoneyGateway] { office.gateways.values.sorted { $0.channel.rawValue < $1.channel.rawValue } }

    func note(_ fault: Fault) { faults[fault, default: 0] += 1 }
    func say(_ text: String) {
        events += 1
        office.trace.withLock { $0.append(text) }
    }

    func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }

    private func pickNumber(_ fits: (MoneyGateway.Payment) -> Bool) -> (MoneyGateway?, String?) {
        let gateway = pick(gateways)
        let numbers = gateway.payments.filter { fits($0.value) }.keys.sorted()
        return numbers.isEmpty ? (nil, nil) : (gateway, pick(numbers))
    }

    func some(_ sql: SQL, _ state: some RawRepresentable<Int32>) throws -> (id: UInt64, person: UInt64)? {
        let found = try office.server.read { try $0.all(sql, state.rawValue) { (id: $0.id(0), person: $0.id(1)) } }
        return found.isEmpty ? nil : pick(found)
    }

    private func decide(_ kind: ReviewKind, _ subject: UInt64) throws {
        let action: ReviewAction = random.chance(70) ? .approve : .reject
        let _: DecideReviewsReply? = try ask(
            MoneyOffice.admin, .reviewsDecideReviews,
            DecideReviewsRequest(kind: kind, subjects: [subject], action: action, reason: action == .reject ? "不符" : "")
        )
    }

    /// Makes a call, and makes it again with the same key when the answer was lost with the server.
    /// - Returns: nil for a refusal.
    func ask<Reply: Message>(_ person: UInt64, _ method: Method, _ request: some Message) throws -> Reply? {
        let key = office.freshKey()
        for _ in 0..<3 {
            let answer: Result<Reply, MoneyRefusal>? = try office.call(person, method, request, key: key)
            switch answer {
            case .success(let reply):
                say("\(method) \(request)")
                return reply
            case .failure(let refusal):
                say("\(method) refused: \(refusal.failure.name) \(refusal.failure.field)")
                if refusal.failure.code == .internal { problems.append("\(method) fails: \(request)") }
                return nil
            case nil: try restart("power, in \(method)")
            }
        }
        problems.append("\(method) has no answer")
        return nil
    }
}
