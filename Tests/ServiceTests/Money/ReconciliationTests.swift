import Domain
import Messages
import Testing

/// ORD-6b: a gateway's statement beside the books.
@Suite struct ReconciliationTests {
    /// Orders of ¥300.00 that were paid by WeChat Pay on the first day; the clock stands on the second.
    private func paid(_ count: Int) throws -> (CourseOffice, [Client], numbers: [String]) {
        let office = try CourseOffice()
        let session = try office.session(places: 10)
        var (clients, numbers): ([Client], [String]) = ([], [])
        for index in 1...count {
            let client = try office.world.client("N0\(index)")
            let order = try client.order(session)
            let number = try office.open(order.id, by: client)
            try office.notice(try #require(office.desk.pay(number, at: office.world.clock.now)))
            clients.append(client)
            numbers.append(number)
        }
        office.settle()
        office.world.clock.advance(days: 1)
        return (office, clients, numbers)
    }

    @Test("ORD-6b what agrees is matched; what one side lacks, has of another amount or has twice is a difference each")
    func kinds() throws {
        let (office, _, numbers) = try paid(3)
        let rows = [
            try office.row(numbers[0]), try office.row(numbers[1], fen: 29_900), try office.row(numbers[0]),
            StatementRow(kind: .payment, number: "P9999999999", transaction: "T99", fen: 5),
        ]
        let statement = try office.reconcile(rows)
        #expect(statement.state == .compared)
        #expect((statement.rows, statement.matched, statement.open) == (4, 1, 4))
        #expect((statement.missingHere, statement.missingThere) == (1, 1))
        #expect((statement.different, statement.repeated) == (1, 1))
        #expect(statement.paidFen == 30_000 * 2 + 29_900 + 5)
        let open = try office.differences(.open)
        #expect(
            Set(open.map { "\($0.kind.map { "\($0)" } ?? "") \($0.number) \($0.oursFen) \($0.theirsFen)" }) == [
                "different \(numbers[1]) 30000 29900", "repeated \(numbers[0]) 30000 30000",
                "missingHere P9999999999 0 5", "missingThere \(numbers[2]) 30000 0",
            ])
        #expect(open.allSatisfy { !$0.explanation.isEmpty })
    }

    @Test("ORD-6b a difference is settled by a person with a reason, once")
    func settled() throws {
        let (office, _, numbers) = try paid(2)
        _ = try office.reconcile([try office.row(numbers[0])])
        let open = try office.differences(.open)
        #expect(open.map(\.kind) == [.missingThere])
        try refused(.invalid, field: "reason") { try office.settle(open.map(\.id), "") }
        let done = try office.settle(open.map(\.id) + [99], "已与支付机构核实，属次日入账")
        #expect(done.done == 1)
        #expect(done.outcomes.map { $0.failure?.code } == [nil, .notFound])
        let settled = try office.differences(.settled)
        #expect(settled.map(\.reason) == ["已与支付机构核实，属次日入账"])
        #expect(settled.allSatisfy { $0.settledBy != 0 && !$0.settledByName.isEmpty })
        #expect(try office.settle(open.map(\.id), "再次").outcomes.first?.failure?.code == .wrongState)
        let same = try office.reconcile([try office.row(numbers[0])])
        // It was looked at: the same again is no work.
        #expect((same.missingThere, same.open) == (1, 0))
    }

    @Test(
        "ORD-6b a payment whose notice was lost is asked about when a statement has it, and resolves its difference itself"
    )
    func lostNotice() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        let order = try me.order(session)
        let number = try office.open(order.id, by: me)
        let money = try #require(office.desk.pay(number, at: office.world.clock.now))
        office.world.clock.advance(days: 1)
        try office.work()
        // The order has expired; the gateway was told to close, and has said nothing that was believed.
        let row = StatementRow(
            kind: .payment, number: number, transaction: money.transaction, fen: 30_000, atMs: money.paidMs ?? 0)
        let statement = try office.reconcile([row], settling: false)
        #expect(statement.missingHere <= 1)
        office.settle()
        for _ in 0..<3 { try office.work() }
        #expect(try office.differences(.open).isEmpty)
        // It came too late for its order, and went back.
        #expect(try office.balances() == [.weChat: 0, .unassigned: 0, .refundsDue: 0])
        let again = try office.reconcile([row])
        #expect((again.matched, again.open) == (1, 0))
    }

    @Test("ORD-6b of a payment that a statement has, and that is not entered here, the gateway is asked at once")
    func askedAtOnce() throws {
        let office = try CourseOffice()
        let session = try office.session()
        let me = try office.world.client("N01")
        let number = try office.open(try me.order(session).id, by: me)
        let money = try #require(office.desk.pay(number, at: office.world.clock.now))
        office.world.clock.advance(days: 1)
        let row = StatementRow(
            kind: .payment, number: number, transaction: money.transaction, fen: 30_000, atMs: money.paidMs ?? 0)
        #expect(try office.reconcile([row], settling: false).missingHere == 1)
        // Only what is told to gateways leaves; nothing that is due is looked for.
        office.settle()
        #expect(try office.differences(.open).isEmpty)
        #expect(try office.differences(.resolved).count == 1)
    }

    @Test("ORD-6b money that came a second time under one number is compared with what went back of it")
    func secondMoney() throws {
        let (office, _, numbers) = try paid(1)
        let second = GatewayPayment(number: numbers[0], transaction: "T2", amountFen: 30_000, paidMs: nil)
        try office.notice(second)
        let first = try office.row(numbers[0])
        func again(_ fen: UInt64) -> StatementRow {
            StatementRow(kind: .payment, number: numbers[0], transaction: "T2", fen: fen, atMs: first.atMs)
        }
        let right = try office.reconcile([first, again(30_000)], settling: false)
        #expect((right.matched, right.different, right.missingHere) == (2, 0, 0))
        let wrong = try office.reconcile([first, again(29_900)], settling: false)
        #expect((wrong.matched, wrong.different, wrong.missingHere) == (1, 1, 0))
    }

    @Test(
        "ORD-2, ORD-6b money that a gateway has and nobody ordered here goes back through it by a decision, once, in the same ledger"
    )
    func returned() throws {
        let (office, _, numbers) = try paid(1)
        let strange = GatewayPayment(number: "P0000000000000099ABCDEF", transaction: "T99", amountFen: 500, paidMs: nil)
        office.desk.force(strange)
        let ours = try office.row(numbers[0])
        let rows = [
            ours, StatementRow(kind: .payment, number: numbers[0], transaction: "T2", fen: 30_000, atMs: ours.atMs),
            StatementRow(kind: .payment, number: strange.number, transaction: "T99", fen: 500, atMs: ours.atMs),
            StatementRow(kind: .payment, number: "no-number", transaction: "T98", fen: 7, atMs: ours.atMs),
        ]
        #expect(try office.reconcile(rows).missingHere == 3)
        func open(_ number: String) throws -> [UInt64] {
            try office.differences(.open).filter { $0.number == number }.map(\.id)
        }
        try refused(.invalid, field: "reason") { try office.giveBack(try open(strange.number), "") }
        let all = try open(strange.number) + open("no-number")
        let reply = try office.giveBack(all, "恢复后丢失的订单")
        #expect(reply.outcomes.map { $0.failure?.code } == [nil, .wrongState])
        office.settle()
        #expect(office.desk.payments[strange.number]?.refunded == 500)
        let refunds: ListRefundsReply = try office.admin.call(.ordersListRefunds, ListRefundsRequest())
        #expect(refunds.refunds.map(\.state) == [.done])
        #expect(refunds.refunds.map(\.order) == [0])
        #expect(try office.balances() == [.weChat: 30_000, .training: -30_000, .unassigned: 0, .refundsDue: 0])
        #expect(try office.giveBack(all, "再次").outcomes.map { $0.failure?.code } == [.wrongState, .wrongState])

        // The second money under one number: booked, and asked back from the gateway.
        let second = GatewayPayment(number: numbers[0], transaction: "T2", amountFen: 30_000, paidMs: nil)
        office.desk.force(second)
        #expect(try office.giveBack(try open(numbers[0]), "重复付款").done == 1)
        office.settle()
        #expect(office.desk.payments[numbers[0]]?.refunded == 30_000)
        // It has been in a statement of its day.
        #expect(try office.reconcile([ours]).missingThere == 0)
        // The same statement again: all but the number that no gateway takes agrees.
        let again = try office.reconcile(rows)
        #expect((again.matched, again.missingHere, again.missingThere) == (3, 1, 0))
        // Its notice comes after all, and once more with other money.
        try office.notice(strange)
        try office.notice(GatewayPayment(number: strange.number, transaction: "T100", amountFen: 1, paidMs: nil))
        #expect(try office.balances() == [.weChat: 30_001, .training: -30_000, .unassigned: 0, .refundsDue: -1])
    }

    @Test("ORD-6b what is no money too much does not go back: a payment under way, a refund, another amount")
    func notReturned() throws {
        let (office, _, numbers) = try paid(1)
        let me = try office.world.client("N02")
        let pending = try office.open(try me.order(try office.session()).id, by: me)
        let money = try #require(office.desk.pay(pending, at: office.world.clock.now))
        let rows = [
            try office.row(numbers[0], fen: 29_900),
            StatementRow(kind: .payment, number: pending, transaction: money.transaction, fen: 29_900),
            StatementRow(kind: .refund, number: "R77777777", transaction: "", fen: 1),
        ]
        _ = try office.reconcile(rows, settling: false)
        let open = try office.differences(.open)
        #expect(open.count == 3)
        let reply = try office.giveBack(open.map(\.id), "退回")
        #expect(reply.done == 0)
        #expect(reply.outcomes.allSatisfy { $0.failure?.code == .wrongState })
        // The gateway has said what was paid: it is entered, and what the statement has of it is none too much.
        office.settle()
        #expect(try me.entitlements().map(\.state) == [.held])
        #expect(try office.giveBack(open.filter { $0.number == pending }.map(\.id), "退回").done == 0)
    }

    @Test("ORD-6b what the statement of one day lacks and the next one has is resolved by that")
    func nextDay() throws {
        let (office, _, numbers) = try paid(1)
        _ = try office.reconcile([])
        #expect(try office.differences(.open).map(\.kind) == [.missingThere])
        office.world.clock.advance(days: 1)
        _ = try office.reconcile([try office.row(numbers[0], at: office.today(-1))])
        #expect(try office.differences(.open).isEmpty)
        #expect(try office.differences(.resolved).count == 1)
    }

    @Test("ORD-6b refunds are compared too: done, under way, and unknown here")
    func refunds() throws {
        let (office, clients, numbers) = try paid(2)
        for (index, client) in clients.enumerated() {
            let booking = try #require(try client.bookings().first).id
            let _: BookingReply = try client.call(.bookingsCancelBooking, CancelBookingRequest(booking: booking))
            if index == 1 { office.desk.refundSlowly() }
            let order: ListOrdersReply = try client.call(.ordersMyOrders, MyOrdersRequest())
            _ = try office.refund(try #require(order.orders.first).id)
            office.settle()
        }
        let refunds = try clients.map { try #require(try $0.refunds().first) }
        #expect(refunds.map(\.state) == [.done, .accepted])
        office.world.clock.advance(days: 1)
        let rows = refunds.map { StatementRow(kind: .refund, number: $0.number, transaction: "", fen: 30_000) }
        let unknown = StatementRow(kind: .refund, number: "R77777777", transaction: "", fen: 1)
        let statement = try office.reconcile(rows + [unknown], settling: false)
        #expect((statement.matched, statement.missingHere) == (1, 2))
        // The gateway was asked about the one under way.
        office.settle()
        #expect(try clients[1].refunds().map(\.state) == [.done])
        #expect(try office.differences(.open).map(\.number) == ["R77777777"])
        _ = numbers
    }

    @Test(
        "ORD-6b the statement of another day or of a day to come is refused, and rows that were lost on the way are noticed"
    )
    func wrong() throws {
        let (office, _, numbers) = try paid(1)
        try refused(.tooEarly, field: "day") { try office.begin(day: office.today(1)) }
        let yesterday = try office.begin(day: office.today(-1))
        try refused(.invalid, field: "rows") {
            try office.add([try office.row(numbers[0], at: office.today(-2))], to: yesterday.id, first: 0)
        }
        let row = try office.row(numbers[0])
        try refused(.staleContext, field: "first") { try office.add([row], to: yesterday.id, first: 1) }
        _ = try office.add([row], to: yesterday.id, first: 0)
        // The answer was lost, and the call came again.
        #expect(try office.add([row], to: yesterday.id, first: 0).rows == 1)
        try refused(.staleContext, field: "rows") { try office.finish(yesterday.id, rows: 2) }
        let other = try office.begin(day: office.today(-1))
        try refused(.wrongState, field: "statement") { try office.finish(yesterday.id, rows: 1) }
        #expect(try office.statements().map(\.state) == [.running, .abandoned])
        _ = other
    }
}

extension CourseOffice {
    /// The day of Beijing, by the test's clock.
    func today(_ offset: Int = 0) -> Int32 {
        ZoneRule.china.day(of: Instant(world.clock.now)).adding(offset).number
    }

    /// The gateway's row for a payment that was made.
    func row(_ number: String, fen: UInt64 = 30_000, at day: Int32? = nil) throws -> StatementRow {
        let paid = try #require(desk.payments[number]?.paid)
        let atMs = try day.map { ZoneRule.china.instant(Day($0), minute: 600).milliseconds } ?? #require(paid.paidMs)
        return StatementRow(
            kind: .payment, number: number, transaction: paid.transaction, fen: fen, atMs: atMs)
    }

    func begin(day: Int32, _ channel: PaymentChannel = .weChat) throws -> GatewayStatement {
        let reply: StatementReply = try admin.call(
            .ledgerBeginStatement, BeginStatementRequest(channel: channel, day: day, fileName: "bill.csv"))
        return try #require(reply.statement)
    }

    func add(_ rows: [StatementRow], to statement: UInt64, first: UInt64) throws -> GatewayStatement {
        let reply: StatementReply = try admin.call(
            .ledgerAddStatementRows, AddStatementRowsRequest(statement: statement, first: first, rows: rows))
        return try #require(reply.statement)
    }

    func finish(_ statement: UInt64, rows: Int) throws -> GatewayStatement {
        let reply: StatementReply = try admin.call(
            .ledgerFinishStatement, FinishStatementRequest(statement: statement, rows: UInt64(rows)))
        return try #require(reply.statement)
    }

    /// Yesterday's statement, whole.
    func reconcile(
        _ rows: [StatementRow], _ channel: PaymentChannel = .weChat, settling: Bool = true
    ) throws -> GatewayStatement {
        let begun = try begin(day: today(-1), channel)
        if !rows.isEmpty { _ = try add(rows, to: begun.id, first: 0) }
        var statement = begun
        for _ in 0..<5 where statement.state == .running { statement = try finish(begun.id, rows: rows.count) }
        if settling { settle() }
        return statement
    }

    func statements() throws -> [GatewayStatement] {
        let reply: ListStatementsReply = try admin.call(.ledgerListStatements, ListStatementsRequest())
        return reply.statements
    }

    func differences(_ state: DifferenceState) throws -> [StatementDifference] {
        let reply: ListDifferencesReply = try admin.call(
            .ledgerListDifferences, ListDifferencesRequest(state: state))
        return reply.differences
    }

    func giveBack(_ differences: [UInt64], _ reason: String) throws -> SettleDifferencesReply {
        try admin.call(
            .ledgerReturnDifferences, ReturnDifferencesRequest(differences: differences, reason: reason))
    }

    func settle(_ differences: [UInt64], _ reason: String) throws -> SettleDifferencesReply {
        try admin.call(
            .ledgerSettleDifferences, SettleDifferencesRequest(differences: differences, reason: reason))
    }
}
