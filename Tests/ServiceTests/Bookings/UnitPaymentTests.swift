import Messages
import Testing

/// ORD-3: what units have paid for people.
@Suite struct UnitPaymentTests {
    @Test("ORD-3a the same file twice changes nothing, and what differs under a reference is said")
    func twice() throws {
        let office = try CourseOffice()
        #expect(try office.unitPays(for: 0..<3).added == 3)
        let again = try office.unitPays(for: 0..<3)
        #expect(again.unchanged == 3)
        #expect(again.added + again.changed + again.badCount == 0)
        let other = try office.unitPays(for: 0..<1, name: "李四")
        #expect(other.bad.map(\.reason) == ["recorded for 张三 under this reference; take that back first"])
        #expect(try office.world.client("N01").entitlements().count == 1)
        #expect(try office.balances() == [.bank: 90_000, .training: -90_000])
    }

    @Test(
        "ORD-3b a payment is taken back while its place is free, and not while a booking holds it; the ledger stays balanced"
    )
    func takenBack() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 0..<1)
        let me = try office.world.client("N01")
        let booked = try me.book(session)
        let payment = try #require(try office.unitPayments().first)
        #expect(payment.phone == "138****0001")
        try refused(.wrongState, field: "payment") { try office.takeBack(payment.id) }
        _ = try me.cancel(booked)
        #expect(try office.takeBack(payment.id).state == .takenBack)
        #expect(try me.entitlements().map(\.state) == [.returned])
        try refused(.paymentRequired) { try me.book(session) }
        #expect(try office.balances() == [.bank: 0, .training: 0])
        // Recorded again, it stands again.
        #expect(try office.unitPays(for: 0..<1).added == 1)
        #expect(try me.book(session).booking?.state == .waiting)
    }

    @Test(
        "NOT-2 ORD-3a ORD-3b whoever a unit has paid for is told, and told again when that is taken back, with the reason"
    )
    func told() throws {
        let office = try CourseOffice()
        try office.unitPays(for: 0..<1)
        let person = try office.world.person("N01")
        let recorded = try office.world.messages(person, .unitPaymentRecorded)
        #expect(recorded.count == 1 && recorded.first?.last == "¥300.00")
        #expect(try office.world.messages(office.world.person("N02"), .unitPaymentRecorded).isEmpty)
        let listed: ListUnitPaymentsReply = try office.admin.call(
            .ordersListUnitPayments, ListUnitPaymentsRequest(programme: office.programme))
        _ = try office.takeBack(try #require(listed.payments.first).id)
        #expect(try office.world.messages(person, .unitPaymentTakenBack).map(\.last) == ["登记有误"])
    }

    @Test("BKG-2b a payment recorded before its phone is bound is the entitlement of whoever binds it under that name")
    func boundLater() throws {
        let office = try CourseOffice()
        let session = try office.session()
        try office.unitPays(for: 3..<4)
        #expect(try office.unitPayments().map(\.state) == [.matched])
        let file = "手机号,姓名,金额（元）,缴费凭证号\n13900000001,张三,300,P9"
        _ = try office.admin.upload(Array(file.utf8), to: office.programme, kind: .unitPayments)
        #expect(try office.unitPayments().map(\.state) == [.waiting, .matched])
        try office.world.bind("13900000001", to: "N01")
        #expect(try office.world.client("N01").book(session).entitlement?.source == .unitPayment)
        #expect(try office.unitPayments().map(\.state) == [.matched, .matched])
    }
}

extension CourseOffice {
    func unitPayments() throws -> [UnitPayment] {
        let reply: ListUnitPaymentsReply = try admin.call(
            .ordersListUnitPayments, ListUnitPaymentsRequest(programme: programme))
        return reply.payments
    }

    func takeBack(_ payment: UInt64) throws -> UnitPayment {
        let reply: UnitPaymentReply = try admin.call(
            .ordersTakeBackUnitPayment, TakeBackUnitPaymentRequest(payment: payment, reason: "登记有误"))
        return try #require(reply.payment)
    }

    /// Checks on the way that the trial balance is zero.
    func balances() throws -> [LedgerAccount: Int64] {
        let reply: TrialBalanceReply = try admin.call(.ordersTrialBalance, TrialBalanceRequest())
        #expect(reply.sumFen == 0)
        return Dictionary(
            uniqueKeysWithValues: reply.balances.compactMap { entry in entry.account.map { ($0, entry.fen) } })
    }
}
