package enum InvoiceEvent: CaseIterable, Sendable {
    case issue
    case cancel
    case reject
    case askVoid
    case keep
    case void
}

extension InvoiceState {
    /// Whether another one may not be applied for.
    package var isLive: Bool { self == .applied || stands }

    /// Whether it has been issued, and not voided.
    package var stands: Bool { self == .issued || self == .voidAsked }
}

/// ORD-5b: from the application to the invoice's end.
package enum InvoiceLifecycle {
    package static let table = Lifecycle<InvoiceState, InvoiceEvent>(
        name: "invoice", initial: [.applied], final: [.voided, .cancelled, .rejected],
        [
            .init(.applied, .issue, .issued),
            .init(.applied, .cancel, .cancelled),
            .init(.applied, .reject, .rejected),
            .init(.issued, .askVoid, .voidAsked),
            .init(.issued, .void, .voided),
            .init(.voidAsked, .keep, .issued),
            .init(.voidAsked, .void, .voided),
        ])
}
