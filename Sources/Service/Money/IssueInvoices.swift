import Application
import Domain
import Messages
import Storage

// By hand: an administrator issues and voids invoices with the tax authority, and enters their numbers here. The rest of what an invoice
// goes through is the same whoever issues it.
extension Orders {
    /// ORD-5b, ORD-5f: enters the numbers under which invoices were issued, one or many.
    func issueInvoices(_ request: IssueInvoicesRequest, _ context: WriteContext) throws -> InvoicesReply {
        let numbers = Dictionary(request.invoices.map { ($0.invoice, $0) }) { first, _ in first }
        guard numbers.count == request.invoices.count else {
            throw Refusal(.invalid, field: "invoices", "one is named twice", zh: "同一发票申请出现两次")
        }
        return try each(request.invoices.map(\.invoice), context) { invoice in
            let typed = numbers[invoice.id] ?? IssuedNumber()
            let issued = try InvoiceNumber(code: typed.code, number: typed.number)
            let order = try OrderRecord(invoice.order, context.transaction)
            if invoice.state == .applied { try order.requireInvoiceable() }
            try takeOver(invoice, context)
            try issue(&invoice, as: issued, context)
        }
    }

    /// An invoice was issued. A refund that was decided meanwhile asks for its voiding.
    func issue(_ invoice: inout InvoiceRecord, as issued: InvoiceNumber, _ context: WriteContext) throws {
        let transaction = context.transaction
        (invoice.code, invoice.number, invoice.issuedMs) = (issued.code, issued.number, context.now)
        try invoice.apply(.issue, reason: "", context)
        try take(issued, for: invoice.id, transaction)
        try notices.notify(
            invoice.person, .invoiceIssued, subject: invoice.id, details: [invoice.name, "\(try invoice.total)"],
            context)
        if let waits = try RefundRecord.waitingForVoid(of: invoice.order, transaction) {
            try invoice.apply(.askVoid, reason: waits.reason, context)
        }
    }

    /// - Throws: `alreadyExists` for a number that another invoice has, or had.
    private func take(_ number: InvoiceNumber, for invoice: UInt64, _ transaction: Transaction) throws {
        let other = try transaction.first(
            "SELECT invoice FROM invoice_number WHERE code = ?1 AND number = ?2", number.code, number.number
        ) { $0.id(0) }
        if let other {
            throw Refusal(
                .alreadyExists, field: "number", "invoice \(other) has this number", zh: "该发票号码已用于发票 \(other)")
        }
        try transaction.execute(
            "INSERT INTO invoice_number (code, number, invoice) VALUES (?1, ?2, ?3)", number.code, number.number,
            invoice)
    }

    /// Sends applications back that cannot be issued as they are; others may be applied for.
    func rejectInvoices(_ request: RejectInvoicesRequest, _ context: WriteContext) throws -> InvoicesReply {
        let reason = try ReviewDecision.reason(request.reason)
        return try each(request.invoices, context) { invoice in
            try takeOver(invoice, context)
            try invoice.apply(.reject, reason: reason, context)
            try notices.notify(
                invoice.person, .invoiceRefused, subject: invoice.id, details: ["application", reason], context)
            try releaseRefund(of: invoice, context)
        }
    }

    /// A refund goes on that has waited for what becomes of an invoice.
    func releaseRefund(of invoice: InvoiceRecord, _ context: WriteContext) throws {
        if let waits = try RefundRecord.waitingForVoid(of: invoice.order, context.transaction) {
            try release(waits, context)
        }
    }

    func each(
        _ ids: [UInt64], _ context: WriteContext, _ change: (inout InvoiceRecord) throws -> Void
    ) throws -> InvoicesReply {
        let outcomes = try context.each(ids, field: "invoices") { id in
            var invoice = try InvoiceRecord(id, context.transaction)
            try change(&invoice)
            return (invoice.state, "→ \(invoice.state) \(invoice.name)")
        }
        return InvoicesReply(
            outcomes: outcomes.map { outcome in
                switch outcome.result {
                case .done(let state): InvoiceOutcome(invoice: outcome.id, state: state)
                case .refused(let failure): InvoiceOutcome(invoice: outcome.id, failure: failure)
                }
            }, done: outcomes.doneCount())
    }

    /// ORD-5c: an invoice was voided; one that somebody else has issued is voided there, unless a red letter is named. A refund that waited
    /// for it goes on.
    func voidInvoice(_ request: VoidInvoiceRequest, _ context: WriteContext) throws -> InvoiceReply {
        var invoice = try InvoiceRecord(request.invoice, context.transaction)
        let isReasonGiven = (invoice.state == .voidAsked || invoice.state == .voiding) && request.reason.isEmpty
        let reason = try isReasonGiven ? invoice.reason : ReviewDecision.reason(request.reason)
        let red = try InvoiceNumber.checkedRed(request.redNumber)
        if invoice.state != .voiding, red.isEmpty, let issuer = services.invoices, invoice.issuer == issuer.channel {
            try sendVoid(&invoice, reason: reason, context)
            context.auditDetail = "invoice \(invoice.id), \(invoice.name), to be voided by \(issuer.channel): \(reason)"
            return try reply(invoice, context.transaction)
        }
        try takeOver(invoice, context)
        try void(&invoice, red: red, reason: reason, context)
        context.auditDetail = "invoice \(invoice.id), \(invoice.name), voided: \(reason)"
        return try reply(InvoiceRecord(invoice.id, context.transaction), context.transaction)
    }

    /// An invoice was voided. A refund that waited for it goes on.
    func void(_ invoice: inout InvoiceRecord, red: String, reason: String, _ context: WriteContext) throws {
        invoice.redNumber = red
        try invoice.apply(.void, reason: reason, context)
        let waits = try RefundRecord.waitingForVoid(of: invoice.order, context.transaction)
        // Of a full refund nothing is left to invoice.
        let more = waits?.kind == .full ? "" : "applyAgain"
        try notices.notify(
            invoice.person, .invoiceVoided, subject: invoice.id, details: [invoice.name, reason, more], context)
        if let waits { try release(waits, context) }
    }

    /// An invoice stays whose voiding was asked for.
    func keepInvoice(_ request: KeepInvoiceRequest, _ context: WriteContext) throws -> InvoiceReply {
        var invoice = try InvoiceRecord(request.invoice, context.transaction)
        let reason = try ReviewDecision.reason(request.reason)
        if let refund = try RefundRecord.waitingForVoid(of: invoice.order, context.transaction) {
            throw Refusal(
                .wrongState, field: "invoice", "refund \(refund.id) waits for it to be voided",
                zh: "退款 \(refund.id) 等待该发票作废")
        }
        try takeOver(invoice, context)
        try invoice.apply(.keep, reason: reason, context)
        context.auditDetail = "invoice \(invoice.id), \(invoice.name), kept: \(reason)"
        try notices.notify(
            invoice.person, .invoiceRefused, subject: invoice.id, details: [invoice.name, "notVoided", reason], context)
        return try reply(invoice, context.transaction)
    }
}
