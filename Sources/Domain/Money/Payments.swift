extension PaymentChannel {
    /// Its name in settings and addresses: `wechat`, `alipay`, `unionpay`.
    package var word: String { "\(self)".lowercased() }

    /// Returns nil for any other word.
    package init?(word: String) {
        guard let channel = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = channel
    }
}

/// The name of something that a gateway does for us, and our own. The gateway does it once: whoever asks again for the same
/// thing, after whatever answer, asks under the same name.
package struct PaymentNumber: Hashable, Sendable {
    /// 8 to 32 letters and digits of ASCII: what every gateway accepts.
    package let text: String
    /// UTC milliseconds at which the number was made: UnionPay knows a payment by both.
    package let madeMs: Int64

    /// Returns nil for a text that some gateway does not accept.
    package init?(_ text: String, madeMs: Int64) {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
        guard isPlain, (8...32).contains(text.utf8.count) else { return nil }
        self.text = text
        self.madeMs = madeMs
    }
}

/// A payment that a gateway is asked to take.
package struct PaymentRequest: Equatable, Sendable {
    package let number: PaymentNumber
    package let amountFen: Int64
    /// For the payer: at most 40 characters, or it is cut.
    package let description: String
    /// UTC milliseconds of the last moment to pay. An order that may no longer be paid is closed besides: the gateways do not
    /// all keep to it.
    package let expiresMs: Int64

    package init(number: PaymentNumber, amountFen: Int64, description: String, expiresMs: Int64) {
        self.number = number
        self.amountFen = amountFen
        self.description = description
        self.expiresMs = expiresMs
    }
}

/// Money that came through a gateway. The adapter has verified who says so, and that it is ours and in yuan; whether it is
/// the amount of the order is for its reader to compare.
package struct GatewayPayment: Equatable, Sendable {
    /// Our number, as the gateway gives it back.
    package let number: String
    /// The gateway's own name for the payment, the same in every answer and statement.
    package let transaction: String
    package let amountFen: Int64
    /// UTC milliseconds; nil where the gateway does not say.
    package let paidMs: Int64?

    package init(number: String, transaction: String, amountFen: Int64, paidMs: Int64?) {
        self.number = number
        self.transaction = transaction
        self.amountFen = amountFen
        self.paidMs = paidMs
    }
}

/// Money of a payment that is to go back to its payer, through the gateway it came by.
package struct RefundRequest: Equatable, Sendable {
    package let number: PaymentNumber
    package let payment: PaymentNumber
    /// The gateway's own name for the payment.
    package let transaction: String
    package let amountFen: Int64
    /// The whole payment.
    package let totalFen: Int64
    /// For the payer: at most 40 characters, or it is cut.
    package let reason: String

    package init(
        number: PaymentNumber, payment: PaymentNumber, transaction: String, amountFen: Int64, totalFen: Int64,
        reason: String
    ) {
        self.number = number
        self.payment = payment
        self.transaction = transaction
        self.amountFen = amountFen
        self.totalFen = totalFen
        self.reason = reason
    }
}

/// The outcome of one call of a gateway.
package enum GatewayOutcome<Value: Sendable>: Sendable {
    /// It is done: a verified answer.
    case done(Value)
    /// A verified answer: the gateway has the request, and has not finished it. Of a query for a payment: nobody has paid.
    case accepted
    /// A verified answer with a code that the adapter lists as final: it was not done, and will not be.
    case refused(code: String)
    /// Everything else. It may have been done: it is queried, or asked again under the same number, never under a new one.
    /// The reason is for the log, and holds no personal data.
    case unknown(reason: String)
}

extension GatewayOutcome: Equatable where Value: Equatable {}

/// The state of a payment that somebody may still make, or has made.
package enum PaymentState: Equatable, Sendable {
    case paid(GatewayPayment)
    /// Nobody can pay it any more, or it was paid and has been refunded in full.
    case closed
    /// The gateway has no such payment. It may still come to be: with Alipay when its code is scanned, with UnionPay when it
    /// is paid.
    case absent
}

package enum ClosingState: Equatable, Sendable {
    /// Nobody can pay it any more.
    case closed
    /// It was paid before: a query tells how.
    case paid
    /// Cannot be closed: its code may be paid until it expires.
    case open
}

/// The state of a refund that is no longer under way.
package enum RefundState: Equatable, Sendable {
    case paidBack
    /// The money cannot reach the payer by the way it came: a person decides.
    case abnormal
    /// Not paid back.
    case closed
    /// The gateway has no such refund.
    case absent
}

/// A verified notice of a gateway. It may come twice, late, and in any order.
package enum GatewayNotice: Equatable, Sendable {
    case paid(GatewayPayment)
    /// Nobody can pay the payment of this number any more. It undoes no payment: Alipay also says so after a full refund.
    case closed(number: String)
    /// A refund has changed: its number, its payment's, or both are told. Without a state, a query tells it.
    case refund(number: String?, payment: String?, state: RefundState?)
    /// One of these invoices has changed, by our numbers of them. A question tells how.
    case invoices(numbers: [String])
    /// Genuine, and of no consequence.
    case nothing
}

/// The reason why a notice is not believed. Its text is for the log.
package struct NoticeFault: Error, Equatable, Sendable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

/// The answer to a notice, in the gateway's own form.
package enum NoticeAnswer: Sendable {
    /// Applied, or known already: the gateway stops repeating it.
    case taken
    /// Not believed.
    case refused
    /// Not applied: the gateway repeats it later.
    case failed
}
