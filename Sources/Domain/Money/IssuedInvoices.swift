/// An invoice that its issuer is asked to issue, for what one payment has left.
package struct InvoiceRequest: Equatable, Sendable {
    /// Our number of it there. Whoever asks again for the same invoice asks under the same number.
    package let number: PaymentNumber
    /// The payment that it is for, by the gateway's own name.
    package let transaction: String
    package let buyer: InvoiceBuyer
    package let trainingFen: Int64
    package let lodgingFen: Int64
    /// Whether nothing of it can have left before: a code that also answers a second attempt is a refusal then.
    package let isFirst: Bool

    package init(
        number: PaymentNumber, transaction: String, buyer: InvoiceBuyer, trainingFen: Int64, lodgingFen: Int64,
        isFirst: Bool
    ) {
        self.number = number
        self.transaction = transaction
        self.buyer = buyer
        self.trainingFen = trainingFen
        self.lodgingFen = lodgingFen
        self.isFirst = isFirst
    }
}

/// An invoice that its issuer has issued, and how it is named there.
package struct IssuerInvoice: Equatable, Sendable {
    package let number: PaymentNumber
    package let transaction: String

    package init(number: PaymentNumber, transaction: String) {
        self.number = number
        self.transaction = transaction
    }
}

/// An invoice that its issuer is asked to void, whole.
package struct InvoiceVoiding: Equatable, Sendable {
    package let invoice: IssuerInvoice
    package let issued: InvoiceNumber
    /// Whether it is because of a refund; else the invoice was wrong.
    package let isMoneyBack: Bool
    /// As of an ``InvoiceRequest``.
    package let isFirst: Bool

    package init(invoice: IssuerInvoice, issued: InvoiceNumber, isMoneyBack: Bool, isFirst: Bool) {
        self.invoice = invoice
        self.issued = issued
        self.isMoneyBack = isMoneyBack
        self.isFirst = isFirst
    }
}

/// An issuer's word on an invoice. `accepted` of the question is one that it has taken and not issued yet.
package enum IssuerState: Equatable, Sendable {
    /// - Parameter fen: its total; nil where the issuer does not say.
    case issued(InvoiceNumber, fen: Int64?)
    /// It has taken the voiding, and not voided it yet.
    case voiding
    /// - Parameter red: the number of the red letter; empty where the issuer does not say.
    case voided(red: String)
    /// It has no such invoice.
    case absent
}

/// Questions to an issuer, and how long it may take.
package enum IssuerPatience {
    /// So often an application may be sent, each time after a refusal; then it is issued by hand.
    package static let sendings = 4

    /// After so many milliseconds a person may say what became of it.
    package static let overdueMs: Int64 = 72 * 3_600_000

    /// Milliseconds until an issuer is asked again: 5 s, doubled with every question up to an hour.
    package static func pauseMs(after questions: Int) -> Int64 {
        min(3_600_000, 5000 << Int64(min(max(questions, 0), 10)))
    }

    /// Whether so many questions have taken more than five minutes: what an issuer does not know by then has not arrived.
    package static func isLost(after questions: Int) -> Bool { questions >= 6 }
}
