import Domain
import Messages
import Testing

/// ORD-6: days of the ledger that are closed.
@Suite struct PeriodTests {
    /// One order of ¥300.00, paid yesterday by WeChat Pay.
    private func office() throws -> (CourseOffice, Client, order: UInt64, number: String) {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        let order = try me.order(session)
        let number = try office.open(order.id, by: me)
        try office.notice(try #require(office.desk.pay(number, at: office.world.clock.now)))
        office.settle()
        office.world.clock.advance(days: 1)
        return (office, me, order.id, number)
    }

    @Test("ORD-6 a period is closed with its balances, and corrections of it are entered in the open one")
    func closed() throws {
        let (office, _, order, number) = try office()
        try refused(.tooEarly, field: "last_day") { try office.close(office.today()) }
        let unread = try refused(.wrongState, field: "last_day") { try office.close(office.today(-1)) }
        #expect(unread.text.contains("statement"))
        // Fetched before the day was over, it is none of the whole day.
        office.world.clock.set(office.world.clock.now - 86_400_000)
        let early = try office.begin(day: office.today())
        for _ in 0..<2 { _ = try office.finish(early.id, rows: 0) }
        office.world.clock.advance(days: 1)
        try refused(.wrongState, field: "last_day") { try office.close(office.today(-1)) }
        _ = try office.reconcile([try office.row(number)])
        let first = try office.close(office.today(-1))
        #expect(first.lastDay == office.today(-1))
        let shown = try office.show(period: first.id)
        #expect(shown.balances.map(\.account) == [.weChat, .training])
        #expect(shown.balances.map(\.closingFen) == [30_000, -30_000])
        #expect(shown.balances.map(\.debitFen) == [30_000, 0])
        try refused(.wrongState, field: "last_day") { try office.close(office.today(-1)) }

        try refused(.invalid, field: "reason") { try office.correct(.training, .lodging, 100, reason: "") }
        try refused(.invalid, field: "to") { try office.correct(.training, .training, 100) }
        try refused(.invalid, field: "fen") { try office.correct(.training, .lodging, 0) }
        let posting = try office.correct(.training, .lodging, 100, order: order)
        #expect(posting.entries.map(\.fen).reduce(0, +) == 0)
        #expect(posting.text.contains("住宿费记错科目"))
        #expect(try office.show(period: first.id) == shown)
        office.world.clock.advance(days: 1)
        let second = try office.close(office.today(-1))
        #expect(second.firstDay == first.lastDay + 1)
        let after = try office.show(period: second.id)
        #expect(after.balances.first { $0.account == .training }?.openingFen == -30_000)
        #expect(after.balances.first { $0.account == .training }?.closingFen == -30_100)
        #expect(after.balances.first { $0.account == .lodging }?.debitFen == 100)
        #expect(after.balances.map(\.closingFen).reduce(0, +) == 0)
        #expect(try office.periods().map(\.id) == [second.id, first.id])
    }

    @Test("ORD-6 a close is refused while a payment, a refund or a difference of its days is unsettled, and says which")
    func unsettled() throws {
        let (office, me, order, number) = try office()
        _ = try office.reconcile([try office.row(number, fen: 29_999)])
        let open = try office.differences(.open)
        #expect(try refusalText(office).contains("difference \(open[0].id)"))
        _ = try office.settle(open.map(\.id), "手续费")

        let session = try office.session(inDays: 12)
        let other = try office.world.client("N02")
        let second = try other.order(session)
        _ = try office.open(second.id, by: other)
        office.world.clock.advance(days: 1)
        #expect(try refusalText(office).contains("order \(second.id)"))
        for _ in 0..<3 { try office.work() }

        let booking = try #require(try me.bookings().first).id
        let _: BookingReply = try me.call(.bookingsCancelBooking, CancelBookingRequest(booking: booking))
        office.desk.refuseRefunds()
        let refund = try office.refund(order)
        office.settle()
        office.world.clock.advance(days: 1)
        #expect(try refusalText(office).contains("refund \(refund.id)"))
        let _: RefundReply = try office.admin.call(
            .ordersFinishRefund, FinishRefundRequest(refund: refund.id, reference: "转账 20261012-7"))
        #expect(try office.close(office.today(-1)).lastDay == office.today(-1))
    }

    @Test("ORD-6 a server whose clock was set back enters nothing into what is closed")
    func setBack() throws {
        let (office, _, order, number) = try office()
        _ = try office.reconcile([try office.row(number)])
        let period = try office.close(office.today(-1))
        let before = try office.export(period: period.id)
        #expect(before.split(separator: "\r\n").count == 3)
        office.world.clock.set(office.world.clock.now - 86_400_000)
        let posting = try office.correct(.training, .lodging, 100, order: order)
        #expect(ZoneRule.china.day(of: Instant(posting.atMs)).number == period.lastDay + 1)
        #expect(try office.export(period: period.id) == before)
        #expect(before.contains("付款") || before.contains("payment"))
    }

    private func refusalText(_ office: CourseOffice) throws -> String {
        try refused(.wrongState, field: "last_day") { try office.close(office.today(-1)) }.text
    }
}

extension CourseOffice {
    func close(_ day: Int32) throws -> LedgerPeriod {
        let reply: LedgerPeriodReply = try admin.call(.ledgerClosePeriod, ClosePeriodRequest(lastDay: day))
        return try #require(reply.period)
    }

    func show(period: UInt64) throws -> LedgerPeriod {
        let reply: LedgerPeriodReply = try admin.call(.ledgerShowPeriod, ShowPeriodRequest(period: period))
        return try #require(reply.period)
    }

    func periods() throws -> [LedgerPeriod] {
        let reply: ListPeriodsReply = try admin.call(.ledgerListPeriods, ListPeriodsRequest())
        return reply.periods
    }

    func export(period: UInt64) throws -> String {
        let chunks: [ExportChunk] = try admin.items(.ledgerExportPeriod, ExportPeriodRequest(period: period))
        return String(decoding: chunks.flatMap(\.bytes), as: UTF8.self)
    }

    func correct(
        _ from: LedgerAccount, _ to: LedgerAccount, _ fen: UInt64, reason: String = "住宿费记错科目", order: UInt64 = 0
    ) throws -> LedgerPosting {
        let reply: CorrectLedgerReply = try admin.call(
            .ledgerCorrect, CorrectLedgerRequest(from: from, to: to, fen: fen, reason: reason, order: order))
        return try #require(reply.posting)
    }
}
