package enum OrderEvent: CaseIterable, Sendable {
    case pay
    case expire
    case withdraw
    case askRefund
    case rejectRefund
    case refundPart
    case refundAll
}

/// ORD-1: from the order to its money's end.
package enum OrderLifecycle {
    /// An unpaid order stands so long.
    package static let payMs: Int64 = 30 * 60_000

    package static let table = Lifecycle<OrderState, OrderEvent>(
        name: "order", initial: [.pending], final: [.refunded, .expired, .withdrawn],
        [
            .init(.pending, .pay, .paid),
            .init(.pending, .expire, .expired),
            .init(.pending, .withdraw, .withdrawn),
            .init(.paid, .askRefund, .refundPending),
            .init(.partlyRefunded, .askRefund, .refundPending),
            .init(.refundPending, .rejectRefund, .paid),
            .init(.refundPending, .refundPart, .partlyRefunded),
            .init(.refundPending, .refundAll, .refunded),
        ])

    /// - Throws: `wrongState`; `tooLate` for an order whose time has come, whether or not its end has been written down.
    package static func requirePayable(_ state: OrderState, expires: Instant, now: Instant) throws(Refusal) {
        _ = try table.next(state, .pay)
        guard now < expires else {
            throw Refusal(
                .tooLate, field: "order", "the order has expired: order again", zh: "订单已过期，请重新下单")
        }
    }
}
