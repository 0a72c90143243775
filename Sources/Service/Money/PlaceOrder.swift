import Application
import Domain
import Messages
import Storage
import Threads

extension Orders {
    /// ORD-1, BKG-2a, PRJ-7: orders what a session costs. Where the base reviews bookings, the order buys an entitlement and
    /// holds no place; elsewhere it holds a place of the session until it expires.
    func placeOrder(_ request: PlaceOrderRequest, _ context: WriteContext) throws -> OrderReply {
        let transaction = context.transaction
        try requireSelling(transaction)
        let person = try context.call.person().id
        let session = try SessionRecord(request.offering, transaction)
        try session.requireClass()
        guard session.state == .open, Instant(context.now) < session.starts else {
            throw Refusal(.tooLate, field: "offering", "the session takes no orders", zh: "该场次不接受报名")
        }
        let policy = try programmes.policy(of: session.programme, transaction)
        guard policy.funding?.contains(.individual) == true else {
            throw Refusal(
                .wrongState, field: "offering", "nobody pays for themselves in this programme", zh: "该项目体系不接受个人缴费")
        }
        try identities.requireReadiness(of: person, for: session.programme, transaction)
        let hasPlace = policy.bookingReview != .base
        try requireNothingElse(person, session, hasPlace: hasPlace, context)
        guard request.dataConfirmed else {
            throw Refusal(
                .invalid, field: "data_confirmed", Phrase("check your own data first", "请先核对个人信息"))
        }
        let choice = try OrderChoice(
            position: request.position, isPositionAsked: session.asksPosition, lodging: request.lodging,
            options: bookings.lodgings(of: session.offering, transaction))
        try spendNotice(of: session.programme, person, version: request.noticeVersion, policy, context)
        if hasPlace { try bookings.takePlace(of: session.offering, transaction) }
        let training = try bookings.fee(of: session, transaction, now: context.now)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO course_order (id, person, programme, offering, has_place, state, training, lodging, refunded,
            lodging_option, position, created_ms, expires_ms, paid_ms, payment, booking)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9, ?10, ?11, ?12, 0, 0, 0)
            """, id, person, session.programme, session.offering, hasPlace, OrderState.pending.rawValue,
            training.count, choice.lodging.count, choice.option, choice.position, context.now,
            context.now + OrderLifecycle.payMs)
        var order = try OrderRecord(id, transaction)
        let total = try order.total
        guard hasPlace || total > .zero else {
            throw Refusal(.wrongState, field: "offering", "free of charge: book it", zh: "该场次免费，请直接预约")
        }
        if total == .zero { try fulfil(&order, context) }
        context.auditDetail = "order \(id) for session \(session.offering): \(total)"
        return try reply(id, transaction)
    }

    /// Refuses what the caller has already: a place paid for, an order that waits, a booking of the same session.
    private func requireNothingElse(
        _ person: UInt64, _ session: SessionRecord, hasPlace: Bool, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        if !hasPlace {
            _ = try claimUnitPayments(of: person, in: session.programme, context)
            guard try EntitlementRecord.free(of: person, in: session.programme, transaction) == nil else {
                throw Refusal(
                    .wrongState, field: "offering",
                    "you have a place that is paid for: book it (rollcall book \(session.offering))",
                    zh: "您已有已缴费的名额，请直接预约（rollcall book \(session.offering)）")
            }
        }
        let pending = try OrderRecord.pending(of: person, in: session.programme, transaction)
        if let order = pending.first(where: { !hasPlace || $0.offering == session.offering }) {
            throw Refusal(
                .alreadyExists, field: "offering",
                "order \(order.id) waits to be paid (rollcall pay \(order.id))",
                zh: "订单 \(order.id) 待支付（rollcall pay \(order.id)）")
        }
        if hasPlace, try bookings.hasLiveBooking(of: person, in: session.offering, transaction) {
            throw Refusal(.alreadyExists, field: "offering", "you are enrolled in it", zh: "您已报名该场次")
        }
    }

    /// Withdraws an order that is not paid. What is paid for it all the same goes back by itself.
    func withdrawOrder(_ request: WithdrawOrderRequest, _ context: WriteContext) throws -> OrderReply {
        var order = try OrderRecord(request.order, of: context.call.person().id, context.transaction)
        try end(&order, .withdraw, context)
        context.auditDetail = "order \(order.id) withdrawn"
        return try reply(order.id, context.transaction)
    }

    /// Ends an order that is not paid: its place is free, and its payments are closed.
    private func end(_ order: inout OrderRecord, _ event: OrderEvent, _ context: WriteContext) throws {
        let transaction = context.transaction
        try order.apply(event, transaction)
        if order.hasPlace { try bookings.freePlace(of: order.offering, transaction) }
        try closePayments(of: order.id, but: 0, context)
    }

    /// BKG-2b: ends what a person has ordered and a unit has paid for meanwhile.
    func endPendingOrders(of person: UInt64, in programme: UInt64, _ context: WriteContext) throws {
        for var order in try OrderRecord.pending(of: person, in: programme, context.transaction) where !order.hasPlace {
            try end(&order, .withdraw, context)
        }
    }

    /// PRJ-6d: an order of a session that was cancelled ends, and its person is told. Orders that wait to be paid are looked at in turn, a hundred
    /// a second, so that it costs the same however many wait.
    var endCalledOff: Chore {
        Chore(name: "orders of cancelled sessions", atOnce: 1) { [self] snapshot, _, limit in
            let last = calledOffLook.withLock { $0 }
            let next = try snapshot.all(
                """
                SELECT o.expires_ms, o.id, s.state FROM course_order o JOIN course_session s ON s.offering = o.offering
                WHERE o.state = ?1 AND (o.expires_ms, o.id) > (?2, ?3) ORDER BY o.expires_ms, o.id LIMIT ?4
                """, OrderState.pending.rawValue, last.expiresMs, last.order, Self.lookedAt
            ) { (expiresMs: $0.integer(0), order: $0.id(1), state: try $0.enumeration(2, SessionState.self)) }
            let found = next.filter { $0.state == .calledOff }.map(\.order)
            if found.count < limit {
                let end = next.count < Self.lookedAt ? nil : next.last
                calledOffLook.withLock { $0 = end.map { ($0.expiresMs, $0.order) } ?? (0, 0) }
            }
            return found
        } act: { [self] id, context in
            var order = try OrderRecord(id, context.transaction)
            try end(&order, .expire, context)
            let session = try SessionRecord(order.offering, context.transaction)
            try notices.notify(
                order.person, .offeringCancelled, subject: order.offering, details: [session.title, session.clock],
                context)
            return 1
        }
    }

    private static let lookedAt = 100

    /// ORD-1: unpaid orders expire after 30 minutes, whatever their gateway says.
    var expireOrders: Chore {
        Chore(name: "orders that expire", atOnce: 50) { snapshot, now, limit in
            try snapshot.all(
                "SELECT id FROM course_order WHERE state = ?1 AND expires_ms <= ?2 ORDER BY expires_ms, id LIMIT ?3",
                OrderState.pending.rawValue, now, limit
            ) { $0.id(0) }
        } act: { [self] id, context in
            var order = try OrderRecord(id, context.transaction)
            try end(&order, .expire, context)
            return 1
        }
    }
}
