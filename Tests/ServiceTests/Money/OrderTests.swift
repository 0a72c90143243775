import Domain
import Messages
import Storage
import Testing

@testable import Service

/// ORD-1, ORD-2: orders, and how they are paid.
@Suite struct OrderTests {
    @Test("BKG-2a an order of an entitlement holds no place; when it is paid, the session asked for is booked")
    func entitlement() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 1)
        let me = try office.world.client("N01")
        let order = try me.order(session)
        #expect(order.state == .pending)
        #expect(!order.hasPlace)
        #expect(order.trainingFen == CourseOffice.fee)
        #expect(try office.show(session).taken == 0)
        try office.pay(order.id, by: me)
        let paid = try me.order(id: order.id)
        #expect(paid.state == .paid)
        #expect(paid.booking != 0)
        #expect(try me.entitlements().map(\.state) == [.held])
        #expect(try office.show(session).taken == 1)
        #expect(try office.balances() == [.weChat: 30_000, .training: -30_000])
    }

    @Test("ORD-1 whoever books while an order of theirs waits is told to pay that one")
    func booksBeforePaying() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 1)
        let me = try office.world.client("N01")
        let first = try refused(.paymentRequired, field: "entitlement") { try me.book(session) }
        #expect(first.text.contains("rollcall order \(session)"))
        let order = try me.order(session)
        let second = try refused(.paymentRequired, field: "entitlement") { try me.book(session) }
        #expect(second.text.contains("rollcall pay \(order.id)"))
    }

    @Test("BKG-2a case 9 the session is full when the order is paid: the entitlement stays, and that is told")
    func full() throws {
        let office = try CourseOffice()
        let session = try office.session(places: 1)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let order = try me.order(session)
        try office.unitPays(for: 1..<2)
        _ = try other.book(session)
        try office.pay(order.id, by: me)
        #expect(try me.order(id: order.id).booking == 0)
        #expect(try me.entitlements().map(\.state) == [.free])
        me.locale = "zh"
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.map(\.text)
                == ["缴费成功：心肺复苏课程，2026-10-09 09:00:00，该场次已满，名额保留，可预约其他场次"])
    }

    @Test(
        "ORD-1 case 9 an unpaid order holds its place for 29:59 and loses it at 30:00; money at 30:01 goes back by itself, and moves nobody"
    )
    func expires() throws {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let session = try office.session(places: 1)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let order = try me.order(session)
        #expect(order.hasPlace)
        let number = try office.open(order.id, by: me)
        office.world.clock.advance(s: 29 * 60 + 59)
        try office.work()
        try refused(.full, field: "offering") { try other.order(session) }
        office.desk.refuseToClose()
        office.world.clock.advance(s: 1)
        try office.work()
        #expect(try me.order(id: order.id).state == .expired)
        let next = try other.order(session)
        office.world.clock.advance(s: 1)
        let late = try #require(office.desk.pay(number, at: office.world.clock.now))
        try office.notice(late)
        office.settle()
        #expect(office.desk.payments[number]?.refunded == late.amountFen)
        #expect(try me.order(id: order.id).state == .expired)
        #expect(try other.order(id: next.id).state == .pending)
        #expect(try office.show(session).taken == 1)
        #expect(try office.balances() == [.weChat: 0, .unassigned: 0, .refundsDue: 0])
        #expect(try me.entitlements().isEmpty)
    }

    @Test(
        "an order that cannot be ended keeps no other one waiting: it is passed over for a minute, and told in the log")
    func damaged() throws {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let session = try office.session(places: 2)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let (first, second) = (try me.order(session), try other.order(session))
        let server = office.world.server
        _ = try office.open(first.id, by: me)
        // No state has this number: whoever reads the payment fails.
        try server.database.write { try $0.execute("UPDATE payment SET state = 99 WHERE order_id = ?1", first.id) }
        office.world.clock.advance(minutes: 31)
        try office.work()
        #expect(try other.order(id: second.id).state == .expired)
        #expect(try office.show(session).taken == 1)
        let lines = server.logged.filter { $0.contains("chore failed") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("\(first.id)") == true)
        try server.database.write { try $0.execute("UPDATE payment SET state = 2 WHERE order_id = ?1", first.id) }
        try office.work()
        #expect(try office.show(session).taken == 1)
        office.world.clock.advance(minutes: 1)
        try office.work()
        #expect(try me.order(id: first.id).state == .expired)
        #expect(try office.show(session).taken == 0)
    }

    @Test("ORD-2 a notice of a payment twice, late and after the query changes nothing the second time")
    func twice() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        let order = try me.order(session)
        let number = try office.open(order.id, by: me)
        let paid = try #require(office.desk.pay(number, at: office.world.clock.now))
        for _ in 0..<3 {
            try office.notice(paid)
            office.settle()
        }
        #expect(try me.entitlements().count == 1)
        #expect(try office.balances() == [.weChat: 30_000, .training: -30_000])
        #expect(office.desk.payments[number]?.refunded == 0)
    }

    @Test("ORD-2 another amount than the order's pays nothing, and goes back whole")
    func otherAmount() throws {
        let office = try CourseOffice()
        let me = try office.world.client("N01")
        let order = try me.order(try office.session())
        let number = try office.open(order.id, by: me)
        let paid = try #require(office.desk.pay(number, amount: 1, at: office.world.clock.now))
        try office.notice(paid)
        office.settle()
        #expect(try me.order(id: order.id).state == .pending)
        #expect(try me.entitlements().isEmpty)
        #expect(office.desk.payments[number]?.refunded == 1)
        #expect(try office.balances() == [.weChat: 0, .unassigned: 0, .refundsDue: 0])
        me.locale = "zh"
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.last?.text.hasSuffix("付款金额与订单不符，款项将原路退回") == true)
    }

    @Test(
        "PRJ-6d a session is cancelled: an order that waits to be paid ends, its place is free, its code is closed, and its person is told",
        arguments: ["tianjin-cpr", "sichuan-water"])
    func calledOff(preset: String) throws {
        let office = try CourseOffice(preset: preset, CourseOffice.withoutNotice)
        let (session, other) = (try office.session(), try office.session(inDays: 9))
        let (me, neighbour) = (try office.world.client("N01"), try office.world.client("N02"))
        let order = try me.order(session)
        let number = try office.open(order.id, by: me)
        let stays = try neighbour.order(other)
        let _: OfferingReply = try office.keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: session, reason: "讲师生病"))
        for _ in 0..<2 { try office.work() }
        #expect(try me.order(id: order.id).state == .expired)
        #expect(office.desk.payments[number]?.isClosed == true)
        #expect(try office.show(session).taken == 0)
        #expect(try me.claim([UInt8](repeating: 1, count: 16)).messages.map(\.kind) == [.offeringCancelled])
        #expect(try neighbour.order(id: stays.id).state == .pending)
        // Whoever paid in that moment has the money back.
        let late = GatewayPayment(number: number, transaction: "T9", amountFen: 30_000, paidMs: nil)
        office.desk.force(late)
        try office.notice(late)
        office.settle()
        #expect(office.desk.payments[number]?.refunded == 30_000)
    }

    @Test("ORD-2 a lost answer is asked for again under the same number, never under a new one")
    func lostAnswers() throws {
        let office = try CourseOffice()
        let me = try office.world.client("N01")
        let order = try me.order(try office.session())
        office.desk.loseAnswers(3)
        let number = try office.open(order.id, by: me)
        #expect(office.desk.payments.count == 1)
        #expect(office.desk.asked == Array(repeating: "open \(number)", count: 4))
        let paid = try #require(office.desk.pay(number, at: office.world.clock.now))
        office.desk.loseAnswers(2)
        // No notice comes: the query finds it.
        for _ in 0..<8 {
            office.world.clock.advance(minutes: 1)
            try office.work()
        }
        #expect(paid.amountFen == 30_000)
        #expect(try me.order(id: order.id).state == .paid)
    }

    @Test("ORD-2 paid by two channels at once: the first pays the order, the other's money goes back by itself")
    func twoChannels() throws {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let me = try office.world.client("N01")
        let order = try me.order(try office.session())
        let weChat = try office.open(order.id, by: me)
        let alipay = try office.open(order.id, by: me, .alipay)
        #expect(office.desk.payments[weChat]?.isClosed == true, "close before replace")
        // Whoever had scanned the first code pays all the same.
        let first = try #require(office.alipay.pay(alipay, at: office.world.clock.now))
        try office.notice(first, .alipay)
        let second = GatewayPayment(number: weChat, transaction: "T9", amountFen: 30_000, paidMs: nil)
        office.desk.force(second)
        try office.notice(second)
        office.settle()
        #expect(try me.order(id: order.id).state == .paid)
        #expect(office.desk.payments[weChat]?.refunded == 30_000)
        #expect(
            try office.balances() == [
                .weChat: 0, .alipay: 30_000, .training: -30_000, .unassigned: 0, .refundsDue: 0,
            ])
    }

    @Test(
        "ORD-2 a code that cannot be closed is asked about until nobody can pay it: what comes without a notice goes back"
    )
    func cannotBeClosed() throws {
        let office = try CourseOffice()
        office.desk.refuseToClose()
        let session = try office.session()
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let numbers = try [me, other].map { client in
            let order = try client.order(session)
            let number = try office.open(order.id, by: client)
            let _: OrderReply = try client.call(.ordersWithdrawOrder, WithdrawOrderRequest(order: order.id))
            return number
        }
        for minute in 0..<170 {
            if minute == 60 { office.desk.pay(numbers[0], at: office.world.clock.now) }
            office.world.clock.advance(minutes: 1)
            try office.work()
        }
        #expect(office.desk.payments[numbers[0]]?.refunded == 30_000)
        #expect(try office.balances() == [.weChat: 0, .unassigned: 0, .refundsDue: 0])
        let asked = office.desk.asked.count
        for _ in 0..<20 {
            office.world.clock.advance(minutes: 10)
            try office.work()
        }
        #expect(office.desk.asked.count == asked, "nothing is asked for ever")
    }

    @Test(
        "BKG-5 case 11 the notice is open for 10 s by the server's clock before an order, for one order and one version"
    )
    func notice() throws {
        let office = try CourseOffice(preset: "sichuan-water")
        let _: OrderNoticeReply = try office.admin.call(
            .ordersSetOrderNotice, SetOrderNoticeRequest(programme: office.programme, text: "请携带身份证件。"))
        let (session, later) = (try office.session(), try office.session(inDays: 8))
        let me = try office.world.client("N01")
        try refused(.noticeNotRead, field: "notice_version") { try me.order(session) }
        let shown = try me.openNotice(office.programme)
        #expect(shown.waitMs == 10_000)
        office.world.clock.advance(ms: 9900)
        try refused(.tooEarly, field: "notice_version") { try me.order(session, notice: shown.version) }
        let _: OrderNoticeReply = try office.admin.call(
            .ordersSetOrderNotice, SetOrderNoticeRequest(programme: office.programme, text: "请携带身份证件和照片。"))
        office.world.clock.advance(ms: 100)
        try refused(.noticeNotRead, field: "notice_version") { try me.order(session, notice: shown.version) }
        let again = try me.openNotice(office.programme)
        #expect(again.version == shown.version + 1)
        office.world.clock.advance(ms: 10_000)
        #expect(try me.order(session, notice: again.version).state == .pending)
        try refused(.noticeNotRead, field: "notice_version") { try me.order(later, notice: again.version) }
    }

    @Test("BKG-2b a unit pays for somebody whose own order waits: the order is closed, and the place is theirs")
    func unitPaysMeanwhile() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        let order = try me.order(session)
        let number = try office.open(order.id, by: me)
        try office.unitPays(for: 0..<1)
        #expect(try me.order(id: order.id).state == .withdrawn)
        office.settle()
        #expect(office.desk.payments[number]?.isClosed == true)
        #expect(try me.book(session).entitlement?.source == .unitPayment)
    }

    @Test("BKG-2b who has paid and is paid for by a unit has two places, until one goes back or both are kept")
    func bothPaid() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        try office.pay(me.order(session).id, by: me)
        #expect(try office.doublePlaces().isEmpty)
        try office.unitPays(for: 0..<1)
        let double = try #require(try office.doublePlaces().first)
        #expect(double.earlier?.source == .order && double.later?.source == .unitPayment)
        #expect(double.personName == World.names[0] && double.state == .waiting)
        try refused(.invalid, field: "reason") { try office.keep(double.id, reason: " ") }
        #expect(try office.keep(double.id, reason: "家属名额").state == .kept)
        #expect(try office.doublePlaces().isEmpty)
        try refused(.wrongState, field: "place") { try office.keep(double.id, reason: "家属名额") }
        #expect(try office.keep(double.id, reason: "误操作", undo: true).state == .waiting)
        let _: UnitPaymentReply = try office.admin.call(
            .ordersTakeBackUnitPayment,
            TakeBackUnitPaymentRequest(payment: try #require(double.later?.sourceId), reason: "重复缴费"))
        #expect(try office.doublePlaces().isEmpty)
        #expect(try office.doublePlaces(.givenBack).map(\.reason) == ["误操作"])
        try refused(.wrongState, field: "place") { try office.keep(double.id, reason: "家属名额") }
        try refused(.notFound, field: "place") { try office.keep(1, reason: "家属名额") }
    }

    @Test(
        "ORD-2 a gateway whose clock is 240 s from ours sells nothing until they agree, and says so; another sells on",
        arguments: [1, -1])
    func farClock(sign: Int64) throws {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let me = try office.world.client("N01")
        let order = try me.order(try office.session())
        let now = office.world.clock.now
        office.desk.show(clock: GatewayClock(offsetMs: sign * 240_000, atMs: now))
        let far = try refused(.wrongState, field: "channel") { try office.open(order.id, by: me) }
        #expect(far.text.contains("240 s apart"))
        #expect(office.desk.asked.isEmpty)
        office.admin.locale = "zh"
        let checked: CheckPaymentsReply = try office.admin.call(.ordersCheckPayments, CheckPaymentsRequest())
        #expect(checked.gateways.map(\.works) == [false, true])
        #expect(checked.gateways.first?.failure == "本服务器与支付机构的时钟相差 240 秒：校准前暂停使用该支付方式")
        _ = try office.open(order.id, by: me, .alipay)
        // A minute later it is asked anew before it makes a code, and is as far off as it was.
        office.world.clock.advance(minutes: 1)
        let _: OrderReply = try me.call(.ordersPayOrder, PayOrderRequest(order: order.id, channel: .weChat))
        office.settle()
        #expect(office.desk.asked.isEmpty)
        #expect(try me.order(id: order.id).code.isEmpty)
        office.desk.show(clock: GatewayClock(offsetMs: sign * 239_999, atMs: office.world.clock.now))
        office.world.clock.advance(minutes: 2)
        office.settle()
        #expect(try !me.order(id: order.id).code.isEmpty)
    }

    @Test("ORD-2 why a gateway could not be believed is told in the reader's language")
    func reasons() throws {
        for (reason, chinese) in [
            ("HTTP 401 SIGN_ERROR, a signature of another time, by 330 s", "HTTP 401 SIGN_ERROR，签名时间不符，相差 330 秒"),
            ("no connection: Could not resolve host: a, b", "无法连接：Could not resolve host: a, b"),
            ("40002 isv.invalid-signature", "40002 isv.invalid-signature"), ("no answer in time", "应答超时"),
        ] {
            let phrase = GatewayReason.phrase(reason)
            #expect(phrase.en == reason && phrase.zh == chinese)
        }
    }

    @Test("PRJ-7b one's own data are confirmed before an order, which is under the name that was shown")
    func confirmed() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        try refused(.invalid, field: "data_confirmed") {
            try me.call(.ordersPlaceOrder, PlaceOrderRequest(offering: session), reply: OrderReply.self)
        }
        let none: ListOrdersReply = try me.call(.ordersMyOrders, MyOrdersRequest())
        #expect(none.orders.isEmpty)
        let shown: MyIdentityReply = try me.call(.identityMine, MyIdentityRequest(programme: office.programme))
        #expect(shown.name == World.names[0])
        #expect(try me.order(session).personName == shown.name)
    }

    @Test(
        "PRJ-7c where the notice asks for them, position and lodging are required; the option's price is the lodging line, and none is an option"
    )
    func choices() throws {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let session = try office.offering()
        let _: SessionReply = try office.keeper.call(
            .bookingsPublishSession,
            PublishSessionRequest(
                offering: session, location: "培训中心", capacity: 3, asksPosition: true,
                lodgings: [LodgingOption(name: "单人间", fen: 36_000), LodgingOption(name: "不住宿", fen: 0)]))
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        try refused(.invalid, field: "position") { try me.order(session, lodging: "单人间") }
        try refused(.invalid, field: "lodging") { try me.order(session, position: "科长") }
        let unknown = try refused(.invalid, field: "lodging") {
            try me.order(session, lodging: "双人间", position: "科长")
        }
        #expect(unknown.text.contains("单人间") && unknown.text.contains("不住宿"))
        #expect(try office.show(session).taken == 0)
        let order = try me.order(session, lodging: "单人间", position: "科长")
        #expect((order.trainingFen, order.lodgingFen, order.lodging) == (CourseOffice.fee, 36_000, "单人间"))
        #expect(order.position == "科长")
        #expect(try other.order(session, lodging: "不住宿", position: "工程师").lodgingFen == 0)
        // Nobody is asked where the notice has no such field.
        let plain = try office.session(inDays: 9)
        try refused(.invalid, field: "lodging") { try me.order(plain, lodging: "单人间") }
        #expect(try me.order(plain).lodgingFen == 0)
    }

    @Test("PRJ-6c the fee is the programme's of the day, or the session's own; an order keeps what it was placed at")
    func fees() throws {
        let office = try CourseOffice()
        let (session, own) = (try office.session(), try office.offering(inDays: 9))
        let published: SessionReply = try office.keeper.call(
            .bookingsPublishSession,
            PublishSessionRequest(offering: own, location: "示教室", capacity: 2, hasOwnFee: true, feeFen: 12_300))
        #expect(published.session?.feeFen == 12_300)
        let (me, other) = (try office.world.client("N01"), try office.world.client("N02"))
        let order = try me.order(session)
        let _: ListFeesReply = try office.admin.call(
            .programmesSetFee,
            SetFeeRequest(fee: Fee(programme: office.programme, fromDay: TestServer.day + 1, fen: 40_000)))
        #expect(try office.show(session).feeFen == CourseOffice.fee)
        office.world.clock.advance(days: 1)
        #expect(try office.show(session).feeFen == 40_000)
        #expect(try office.show(own).feeFen == 12_300)
        #expect(try me.order(id: order.id).trainingFen == CourseOffice.fee)
        #expect(try other.order(own).trainingFen == 12_300)
    }

    @Test("BKG-2b whichever of three places goes back, the two that are left wait for a decision")
    func threePaid() throws {
        for given in 0..<3 {
            let office = try CourseOffice()
            let me = try office.world.client("N01")
            let order = try me.order(try office.session())
            try office.pay(order.id, by: me)
            let _: BookingReply = try me.call(
                .bookingsCancelBooking, CancelBookingRequest(booking: try me.order(id: order.id).booking))
            try office.unitPays(for: 0..<1, reference: "P1")
            try office.unitPays(for: 0..<1, reference: "P2")
            let places = try me.entitlements().sorted { $0.id < $1.id }
            #expect(places.map(\.source) == [.order, .unitPayment, .unitPayment])
            #expect(
                try office.doublePlaces().map { [$0.earlier?.id, $0.later?.id] }
                    == [[places[0].id, places[1].id], [places[1].id, places[2].id]])
            if given == 0 {
                _ = try office.refund(order.id)
            } else {
                _ = try office.takeBack(places[given].sourceId)
            }
            let left = places.map(\.id).filter { $0 != places[given].id }
            #expect(try office.doublePlaces().map { [$0.earlier?.id ?? 0, $0.later?.id ?? 0] } == [left], "\(given)")
        }
    }
}
