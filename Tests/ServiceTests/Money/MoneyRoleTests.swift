import Crypto
import Messages
import Storage
import Testing
import Wire

extension Method {
    /// Selling places: bookings and what is asked about them, orders, invoices and fees.
    static var money: [Method] {
        allCases.filter { method in
            ["Bookings.", "Orders.", "Invoices.", "Ledger."].contains { method.name.hasPrefix($0) }
                || [.programmesSetFee, .reviewsAsk, .reviewsWithdrawReview].contains(method)
        }
    }
}

@Suite struct MoneyRoleTests {
    @Test(
        "ACC-10 every audited act of bookings and money leaves one entry that says what was done; a repetition leaves none"
    )
    func audited() throws {
        let office = try CourseOffice()
        let (world, base) = (office.world, office.world.made.base)
        let (session, offering) = (try office.session(places: 5), try office.offering(inDays: 9))
        try office.unitPays(for: 1..<3)
        let payments = try office.unitPayments()
        let (me, n02, n03) = (try world.client("N01"), try world.client("N02"), try world.client("N03"))
        let booked = try n02.book(session)
        let order = try me.order(session)
        // The gateway refuses the refund of a payment that it does not have.
        office.desk.refuseRefunds()

        var calls: [(Method, Client, any Message)] = [
            (
                .bookingsPublishSession, office.keeper,
                PublishSessionRequest(offering: offering, location: "示教室", capacity: 3)
            ),
            (
                .bookingsDescribeBase, office.keeper,
                DescribeBaseRequest(base: base, address: "津塘路83号", phone: "022-84112114")
            ),
            (.bookingsCancelBooking, n02, CancelBookingRequest(booking: booked.booking?.id ?? 0)),
            (
                .reviewsAsk, n02,
                AskReviewRequest(kind: .waiver, subject: booked.booking?.id ?? 0, reason: "住院")
            ),
            (
                .reviewsWithdrawReview, n02,
                WithdrawReviewRequest(kind: .waiver, subject: booked.booking?.id ?? 0)
            ),
            (.bookingsBook, n02, BookRequest(offering: session)),
            (
                .programmesSetFee, office.admin,
                SetFeeRequest(fee: Fee(programme: office.programme, fromDay: TestServer.day + 40, fen: 1))
            ),
            (
                .ordersTakeBackUnitPayment, office.admin,
                TakeBackUnitPaymentRequest(
                    payment: payments.first { $0.name == World.names[2] }?.id ?? 0, reason: "登记有误")
            ),
            (
                .ordersSetOrderNotice, office.admin,
                SetOrderNoticeRequest(programme: office.programme, text: "请携带证件。")
            ),
            (.ordersPlaceOrder, n03, PlaceOrderRequest(offering: session, dataConfirmed: true)),
            (.ordersPayOrder, me, PayOrderRequest(order: order.id, channel: .weChat)),
        ]
        try walk(calls, office)
        let pending: ListOrdersReply = try n03.call(.ordersMyOrders, MyOrdersRequest())
        try office.pay(order.id, by: me)
        let booking = try me.order(id: order.id).booking
        let _: BookingReply = try me.call(.bookingsCancelBooking, CancelBookingRequest(booking: booking))
        let first = try walk(
            [
                (.ordersWithdrawOrder, n03, WithdrawOrderRequest(order: pending.orders.first?.id ?? 0)),
                (
                    .ordersRefundOrder, office.admin,
                    RefundOrderRequest(order: order.id, kind: .full, reason: "学员要求")
                ),
            ], office)
        office.settle()
        let refund = try #require(try me.refunds().first)
        #expect(refund.state == .abnormal)
        let second = try walk([(.ordersRetryRefund, office.admin, RetryRefundRequest(refund: refund.id))], office)
        office.settle()
        let third = try walk(
            [(.ordersFinishRefund, office.admin, FinishRefundRequest(refund: refund.id, reference: "转账 20261012-7"))],
            office)
        #expect(try me.order(id: order.id).state == .refunded)
        #expect(try office.balances() == [.weChat: 30_000, .bank: 0, .training: -30_000, .refundsDue: 0])

        let water = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let payer = try water.world.client("N01")
        let paid = try payer.order(try water.session())
        try water.pay(paid.id, by: payer)
        let invoiced = try walkInvoices(of: paid.id, payer, water)
        let fourth = try walk(
            [(.ordersAskRefund, payer, AskRefundRequest(order: paid.id, kind: .full, reason: "行程有变"))], water)
        let fifth = try walk(
            [
                (.ordersCheckPayments, water.admin, CheckPaymentsRequest()),
                (.ordersStopSelling, water.admin, StopSellingRequest(reason: "系统维护")),
                (.ordersResumeSelling, water.admin, ResumeSellingRequest(reason: "维护结束")),
            ], water)
        let twice = try CourseOffice()
        let both = try twice.world.client("N01")
        try twice.pay(both.order(try twice.session()).id, by: both)
        try twice.unitPays(for: 0..<1)
        let sixth = try walk(
            [
                (
                    .bookingsKeepDoublePlace, twice.admin,
                    KeepDoublePlaceRequest(place: try twice.doublePlaces().first?.id ?? 0, reason: "家属名额")
                )
            ], twice)
        calls += first + second + third + fourth + fifth + sixth + invoiced + (try walkLedger(office))
        #expect(Set(calls.map(\.0)) == Set(Method.money.filter(\.rule.audited)))
    }

    private static let file = Array("%PDF-1.7 电子发票 %%EOF".utf8)

    /// Every audited act about an invoice, on three applications for one order.
    private func walkInvoices(
        of order: UInt64, _ payer: Client, _ office: CourseOffice
    ) throws -> [(Method, Client, any Message)] {
        let buyer = Buyer(kind: .person, title: "个人")
        func applied() throws -> UInt64 { try payer.applyForInvoice(order).id }
        var calls = try walk(
            [
                (.invoicesSaveBuyer, payer, SaveBuyerRequest(buyer: buyer)),
                (.invoicesApply, payer, ApplyInvoiceRequest(order: order)),
            ], office)
        let first = try #require(try payer.invoices().first).id
        calls += try walk([(.invoicesCancel, payer, CancelInvoiceRequest(invoice: first))], office)
        calls += try walk(
            [
                (
                    .invoicesReject, office.admin,
                    RejectInvoicesRequest(invoices: [try applied()], reason: "抬头不完整")
                )
            ], office)
        let last = try applied()
        calls += try walk([(.invoicesSend, office.admin, SendInvoicesRequest(invoices: [last]))], office)
        office.issuer.refuse("PARAM_ERROR")
        office.settle()
        let number = IssuedNumber(invoice: last, number: "25117000000012345678")
        calls += try walk(
            [
                (.invoicesIssue, office.admin, IssueInvoicesRequest(invoices: [number])),
                (
                    .invoicesUploadFile, office.admin,
                    UploadInvoiceFileRequest(
                        invoice: last, size: UInt32(Self.file.count), digest: Digest.file(Self.file))
                ),
                (.invoicesAskVoid, payer, AskVoidRequest(invoice: last, reason: "抬头有误")),
                (.invoicesKeep, office.admin, KeepInvoiceRequest(invoice: last, reason: "抬头无误")),
                (.invoicesVoid, office.admin, VoidInvoiceRequest(invoice: last, reason: "抬头有误")),
            ], office)
        return calls
    }

    /// Every audited act about the ledger.
    private func walkLedger(_ office: CourseOffice) throws -> [(Method, Client, any Message)] {
        office.world.clock.advance(days: 1)
        var calls = try walk(
            [
                (
                    .ledgerCorrect, office.admin,
                    CorrectLedgerRequest(from: .training, to: .lodging, fen: 1, reason: "记错科目")
                ),
                (
                    .ledgerBeginStatement, office.admin,
                    BeginStatementRequest(channel: .weChat, day: office.today(-1), fileName: "bill.csv")
                ),
            ], office)
        let statement = try #require(try office.statements().first)
        let foreign = StatementRow(kind: .payment, number: "P9999999999", transaction: "T99", fen: 5)
        _ = try office.add([foreign], to: statement.id, first: 0)
        for _ in 0..<2 {
            calls += try walk(
                [(.ledgerFinishStatement, office.admin, FinishStatementRequest(statement: statement.id, rows: 1))],
                office)
        }
        let missing = try office.differences(.open).filter { $0.kind == .missingHere }.map(\.id)
        let open = try office.differences(.open).map(\.id).filter { !missing.contains($0) }
        calls += try walk(
            [
                (
                    .ledgerReturnDifferences, office.admin,
                    ReturnDifferencesRequest(differences: missing, reason: "无订单")
                ),
                (
                    .ledgerSettleDifferences, office.admin,
                    SettleDifferencesRequest(differences: open, reason: "已核实")
                ),
                (.ledgerClosePeriod, office.admin, ClosePeriodRequest(lastDay: office.today(-1))),
            ], office)
        return calls
    }

    @discardableResult
    private func walk(
        _ calls: [(Method, Client, any Message)], _ office: CourseOffice
    ) throws -> [(Method, Client, any Message)] {
        let trail = ActTrail(office.world)
        for (method, client, request) in calls {
            let items = method == .invoicesUploadFile ? [InvoiceChunk(bytes: Self.file).serialized()] : nil
            try trail.act(method, client, request, items: items)
        }
        return calls
    }
}
