package enum PaymentEvent: CaseIterable, Sendable {
    case open
    case pay
    case refuse
    case close
    case end
}

extension PaymentProgress {
    /// Whether a gateway still has the last word about it.
    package var isUnderWay: Bool { self == .asked || self == .open || self == .closing }
}

/// ORD-2: one payment by one gateway under one number.
package enum PaymentLifecycle {
    package static let table = Lifecycle<PaymentProgress, PaymentEvent>(
        name: "payment", initial: [.asked], final: [.paid],
        [
            .init(.asked, .open, .open),
            .init(.asked, .refuse, .refused),
            .init(.asked, .close, .closing),
            .init(.open, .close, .closing),
            .init(.open, .end, .closed),
            .init(.closing, .end, .closed),
            // The gateway decides: money may come by what we took for ended.
            .init(.asked, .pay, .paid),
            .init(.open, .pay, .paid),
            .init(.closing, .pay, .paid),
            .init(.closed, .pay, .paid),
            .init(.refused, .pay, .paid),
        ])

    /// Some codes cannot be closed, and their gateway says of them until they are paid that nobody has, or that there is no such
    /// payment. So long after its order's end nobody can pay one.
    package static let codeLifeMs: Int64 = 2 * 3_600_000

    /// Milliseconds until a gateway is asked again: 5 s, doubled with every question up to 5 minutes.
    package static func pauseMs(after questions: Int) -> Int64 {
        min(300_000, 5000 << Int64(min(max(questions, 0), 6)))
    }
}
