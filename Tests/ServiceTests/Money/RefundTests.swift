import Domain
import Messages
import Testing

/// ORD-4: money that goes back.
@Suite struct RefundTests {
    private static let lodgings = [
        LodgingOption(name: "单人间", fen: 36_000), LodgingOption(name: "不住宿", fen: 0),
    ]

    /// A training in person of ¥300.00 with a room of ¥360.00, paid for.
    private func enrolled() throws -> (CourseOffice, session: UInt64, Client, Order) {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let session = try office.offering()
        let _: SessionReply = try office.keeper.call(
            .bookingsPublishSession,
            PublishSessionRequest(
                offering: session, location: "培训中心", capacity: 1, asksPosition: true, lodgings: Self.lodgings))
        let me = try office.world.client("N01")
        try refused(.invalid, field: "position") { try me.order(session, lodging: "单人间") }
        try refused(.invalid, field: "lodging") { try me.order(session, position: "科长") }
        let order = try me.order(session, lodging: "单人间", position: "科长")
        #expect(order.trainingFen + order.lodgingFen == 66_000)
        try office.pay(order.id, by: me)
        #expect(try me.bookings().map(\.state) == [.approved])
        return (office, session, me, try me.order(id: order.id))
    }

    @Test(
        "ORD-4e case 12 the lodging alone goes back once, the enrolment stays, and the rest may follow; a third is refused"
    )
    func lodgingThenRest() throws {
        let (office, session, me, order) = try enrolled()
        let refund = try me.askRefund(order.id, .lodging)
        #expect(refund.amountFen == 36_000)
        #expect(try me.order(id: order.id).state == .refundPending)
        try office.admin.decide(.refund, refund.id, .approve)
        office.settle()
        let after = try me.order(id: order.id)
        #expect(after.state == .partlyRefunded)
        #expect(after.lodging.isEmpty)
        #expect(try me.bookings().map(\.state) == [.approved])
        try refused(.refundTooLarge, field: "kind") { try me.askRefund(order.id, .lodging) }
        let rest = try me.askRefund(order.id, .full)
        #expect(rest.amountFen == 30_000)
        try office.admin.decide(.refund, rest.id, .approve)
        office.settle()
        #expect(try me.order(id: order.id).state == .refunded)
        #expect(try me.bookings().map(\.state) == [.cancelled])
        #expect(try office.show(session).taken == 0)
        try refused(.refundTooLarge) { try me.askRefund(order.id, .full) }
        #expect(try office.balances() == [.weChat: 0, .training: 0, .lodging: 0, .refundsDue: 0])
    }

    @Test("ORD-4a case 12 online, or without lodging, the lodging alone is refused, and all goes back")
    func onlyInFull() throws {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        for (number, modality, option) in [("N01", Modality.online, "单人间"), ("N02", .inPerson, "不住宿")] {
            let session = try office.offering(inDays: 7, modality)
            let _: SessionReply = try office.keeper.call(
                .bookingsPublishSession,
                PublishSessionRequest(offering: session, location: "培训中心", capacity: 1, lodgings: Self.lodgings))
            let me = try office.world.client(number)
            let order = try me.order(session, lodging: option)
            try office.pay(order.id, by: me)
            try refused(.wrongState, field: "kind") { try me.askRefund(order.id, .lodging) }
            let refund = try me.askRefund(order.id, .full)
            #expect(refund.amountFen == order.trainingFen + order.lodgingFen)
        }
    }

    @Test("ORD-4c a full refund ends the enrolment and frees the place for the next")
    func placeFreed() throws {
        let (office, session, me, order) = try enrolled()
        let other = try office.world.client("N02")
        try refused(.full, field: "offering") { try other.order(session, lodging: "不住宿", position: "工程师") }
        let refund = try me.askRefund(order.id, .full)
        try refused(.full, field: "offering") { try other.order(session, lodging: "不住宿", position: "工程师") }
        try office.admin.decide(.refund, refund.id, .approve)
        #expect(try me.bookings().map(\.state) == [.cancelled])
        #expect(try me.entitlements().map(\.state) == [.returned])
        #expect(try office.show(session).taken == 0)
        let roster: ListRosterReply = try office.keeper.call(.projectsListRoster, ListRosterRequest(offering: session))
        #expect(roster.entries.isEmpty)
        #expect(try other.order(session, lodging: "不住宿", position: "工程师").state == .pending)
    }

    @Test(
        "ORD-4f a year after the payment the gateway is not asked: it is paid by hand under a reference, in the same ledger"
    )
    func beyondTheGatewaysTime() throws {
        let (office, _, _, order) = try enrolled()
        let start = office.world.clock.now
        office.world.clock.set(start + 365 * 86_400_000)
        let admin = try office.world.relogin("admin")
        let late: RefundReply = try admin.call(
            .ordersRefundOrder, RefundOrderRequest(order: order.id, kind: .full, reason: "学员要求"))
        let refund = try #require(late.refund)
        #expect(refund.state == .abnormal)
        let again: RefundReply = try admin.call(.ordersRetryRefund, RetryRefundRequest(refund: refund.id))
        #expect(again.refund?.state == .abnormal)
        office.settle()
        #expect(!office.desk.asked.contains { $0.hasPrefix("refund ") })
        try refused(.invalid, field: "reference") {
            try admin.call(.ordersFinishRefund, FinishRefundRequest(refund: refund.id), reply: RefundReply.self)
        }
        let done: RefundReply = try admin.call(
            .ordersFinishRefund, FinishRefundRequest(refund: refund.id, reference: "转账 20271002-7"))
        #expect(done.refund?.state == .done && done.refund?.note == "转账 20271002-7")
        let balances: TrialBalanceReply = try admin.call(.ordersTrialBalance, TrialBalanceRequest())
        let left = balances.balances.filter { $0.fen != 0 }.map { "\($0.account.map { "\($0)" } ?? "") \($0.fen)" }
        #expect(Set(left) == ["weChat 66000", "bank -66000"])
        #expect(balances.sumFen == 0)
    }

    @Test("ORD-4f the last day of a year is in the gateway's time, and of UnionPay's codes the thirtieth")
    func lastDay() throws {
        let (office, _, _, order) = try enrolled()
        office.world.clock.set(office.world.clock.now + 364 * 86_400_000)
        let reply: RefundReply = try office.world.relogin("admin").call(
            .ordersRefundOrder, RefundOrderRequest(order: order.id, kind: .full, reason: "学员要求"))
        #expect(reply.refund?.state == .decided)
        let day: Int64 = 86_400_000
        #expect(PaymentChannel.unionPay.paysBack(paidMs: 5, now: 4 + 30 * day))
        #expect(!PaymentChannel.unionPay.paysBack(paidMs: 5, now: 5 + 30 * day))
    }

    @Test("ORD-4b a refund needs a reason; rejected, the order is as it was and the trainee reads why")
    func rejected() throws {
        let (office, _, me, order) = try enrolled()
        try refused(.invalid, field: "reason") { try me.askRefund(order.id, .full, reason: "") }
        let refund = try me.askRefund(order.id, .full)
        try refused(.wrongState) { try me.askRefund(order.id, .full) }
        try office.admin.decide(.refund, refund.id, .reject, reason: "已开班")
        #expect(try me.order(id: order.id).state == .paid)
        #expect(try me.refunds().map(\.state) == [.rejected])
        #expect(try me.refunds().map(\.note) == ["已开班"])
        office.settle()
        #expect(try office.balances()[.weChat] == 66_000)
    }

    @Test("ORD-4g where trainees cannot ask, an administrator pays back; a place that is booked is cancelled first")
    func byAdministrator() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        let order = try me.order(session)
        try office.pay(order.id, by: me)
        try refused(.wrongState, field: "order") { try me.askRefund(order.id, .full) }
        try refused(.wrongState, field: "order") { try office.refund(order.id) }
        let booking = try me.order(id: order.id).booking
        let _: BookingReply = try me.call(.bookingsCancelBooking, CancelBookingRequest(booking: booking))
        #expect(try office.refund(order.id).state == .decided)
        office.settle()
        #expect(try me.order(id: order.id).state == .refunded)
        #expect(try me.entitlements().map(\.state) == [.returned])
        try refused(.paymentRequired) { try me.book(session) }
    }

    @Test("ORD-4 a refund that the gateway takes its time for is asked about until it is done, under one number")
    func slow() throws {
        let (office, _, me, order) = try enrolled()
        office.desk.refundSlowly()
        office.desk.loseAnswers(1)
        let refund = try me.askRefund(order.id, .full)
        try office.admin.decide(.refund, refund.id, .approve)
        for _ in 0..<6 {
            office.settle()
            office.world.clock.advance(minutes: 1)
            try office.work()
        }
        #expect(try me.refunds().map(\.state) == [.done])
        #expect(Set(office.desk.asked.filter { $0.hasPrefix("refund ") }).count == 1)
        #expect(try office.balances() == [.weChat: 0, .training: 0, .lodging: 0, .refundsDue: 0])
    }
}

extension Client {
    @discardableResult
    func askRefund(_ order: UInt64, _ kind: RefundKind, reason: String = "行程有变") throws -> Refund {
        let reply: RefundReply = try call(
            .ordersAskRefund, AskRefundRequest(order: order, kind: kind, reason: reason))
        return try #require(reply.refund)
    }

    func refunds() throws -> [Refund] {
        let reply: ListRefundsReply = try call(.ordersMyRefunds, MyRefundsRequest())
        return reply.refunds
    }
}

extension CourseOffice {
    func refund(_ order: UInt64) throws -> Refund {
        let reply: RefundReply = try admin.call(
            .ordersRefundOrder, RefundOrderRequest(order: order, kind: .full, reason: "学员要求"))
        return try #require(reply.refund)
    }
}
