package enum InvoiceEvent: CaseIterable, Sendable {
    case issue
    case cancel
    case reject
    case askVoid
    case keep
    case void
    /// It is sent to its issuer.
    case send
    /// Its issuer did not take it.
    case sendBack
    /// Its issuer is told to void it.
    case sendVoid
    /// Its issuer did not take the voiding.
    case refuseVoid
}

extension InvoiceState {
    /// Whether another one may not be applied for.
    package var isLive: Bool { self == .applied || mayStand }

    /// Whether it has been issued, and is not known to be voided.
    package var stands: Bool { self == .issued || self == .voidAsked || self == .voiding }

    /// Whether it stands, or may by what its issuer says next: no money goes back meanwhile.
    package var mayStand: Bool { stands || self == .issuing }

    /// Whether its issuer has the next word.
    package var isUnderWay: Bool { self == .issuing || self == .voiding }
}

/// ORD-5b: from the application to the invoice's end.
package enum InvoiceLifecycle {
    package static let table = Lifecycle<InvoiceState, InvoiceEvent>(
        name: "invoice", initial: [.applied], final: [.voided, .cancelled, .rejected],
        [
            .init(.applied, .issue, .issued),
            .init(.applied, .cancel, .cancelled),
            .init(.applied, .reject, .rejected),
            .init(.applied, .send, .issuing),
            .init(.issuing, .issue, .issued),
            .init(.issuing, .sendBack, .applied),
            .init(.issuing, .reject, .rejected),
            .init(.issued, .askVoid, .voidAsked),
            .init(.issued, .void, .voided),
            .init(.issued, .sendVoid, .voiding),
            .init(.voidAsked, .keep, .issued),
            .init(.voidAsked, .void, .voided),
            .init(.voidAsked, .sendVoid, .voiding),
            .init(.voiding, .void, .voided),
            .init(.voiding, .refuseVoid, .voidAsked),
            .init(.voiding, .keep, .issued),
        ])
}
