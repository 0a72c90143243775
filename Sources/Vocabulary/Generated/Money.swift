// Generated from Protocol/money.proto by `make generate`; change that and generate again.

/// ORD-3: a payment that a unit has made for somebody outside the platform, from an uploaded file. A row is known by
/// its
/// reference and its phone.
package enum UnitPaymentState: Int32, Word {
    /// for somebody of this name to bind this phone
    case waiting = 1
    /// it is somebody's entitlement
    case matched = 2
    case takenBack = 3
}

/// ORD-6a: the accounts of the ledger. Money comes in by a gateway or by the bank, and is owed for what it was paid
/// for.
package enum LedgerAccount: Int32, Word {
    /// at the gateway, for us
    case weChat = 1
    case alipay = 2
    case unionPay = 3
    /// by units, and by hand
    case bank = 4
    /// fees for training
    case training = 5
    case lodging = 6
    /// received, and for no order that stands
    case unassigned = 7
    /// decided, and not yet with the payer
    case refundsDue = 8
}

package enum PostingKind: Int32, Word {
    case payment = 1
    case unitPayment = 2
    case unitPaymentTakenBack = 3
    case unassignedPayment = 4
    case refundDecided = 5
    case refundDone = 6
    /// the money stays where it was
    case refundWithdrawn = 7
    /// of earlier entries, by a person with a reason
    case correction = 8
}

/// ORD-2: what takes payments by QR code.
package enum PaymentChannel: Int32, Word {
    case weChat = 1
    case alipay = 2
    case unionPay = 3
}

package enum OrderState: Int32, Word {
    /// to be paid until it expires
    case pending = 1
    case paid = 2
    /// a refund is asked for, or under way
    case refundPending = 3
    case partlyRefunded = 4
    case refunded = 5
    /// money that comes later goes back by itself
    case expired = 6
    /// by whoever ordered, or because a unit has paid meanwhile
    case withdrawn = 7
}

package enum PaymentProgress: Int32, Word {
    /// the gateway, for a code
    case asked = 1
    /// it has a code that can be paid
    case open = 2
    case paid = 3
    /// until the gateway says that nobody can pay it any more
    case closing = 4
    case closed = 5
    /// the gateway gave no code
    case refused = 6
}

package enum RefundKind: Int32, Word {
    case full = 1
    case lodging = 2
    /// money for an order that does not stand; by itself
    case unassigned = 3
}

package enum RefundProgress: Int32, Word {
    case requested = 1
    case rejected = 2
    /// on its way to the gateway
    case decided = 3
    /// by the gateway, which takes its time
    case accepted = 4
    case done = 5
    /// a person sees to it
    case abnormal = 6
    /// by the gateway: not paid back; a person sees to it
    case closed = 7
    /// decided; the order's invoice is voided first
    case awaitsVoid = 8
}

/// A call to a gateway, as the outbox keeps it.
package enum GatewayAct: Int32, Word {
    case open = 1
    case query = 2
    case close = 3
    case refund = 4
    case queryRefund = 5
}

/// ORD-2. A server that finds out that it was restored takes no orders until its payments are reconciled with the
/// gateways'.
package enum StopCause: Int32, Word {
    /// a terminal has seen more of this server's log than it has
    case terminal = 1
    /// a gateway tells of a payment that it does not know any more
    case gateway = 2
    case administrator = 3
    /// this server was restored from a backup
    case restore = 4
}
