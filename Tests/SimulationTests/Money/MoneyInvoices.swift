import Domain
import Messages
import Seeded
import Storage

/// Invoices in a history: applied for, issued, voided, and waited for by refunds.
extension MoneyHistory {
    func applyForInvoice() throws {
        guard
            let order = try some(
                "SELECT id, person FROM course_order WHERE state IN (?1, 4) ORDER BY id", OrderState.paid)
        else { return }
        let _: InvoiceReply? = try ask(
            order.person, .invoicesApply,
            ApplyInvoiceRequest(order: order.id, buyer: Buyer(kind: .person, title: "个人")))
    }

    func issueInvoice() throws {
        guard
            let invoice = try some("SELECT id, person FROM invoice WHERE state = ?1 ORDER BY id", InvoiceState.applied)
        else { return }
        invoices += 1
        let digits = "\(invoices)"
        let number = "26" + String(repeating: "0", count: 18 - digits.count) + digits
        let _: InvoicesReply? = try ask(
            MoneyOffice.admin, .invoicesIssue,
            IssueInvoicesRequest(invoices: [IssuedNumber(invoice: invoice.id, number: number)]))
    }

    /// Has one issued by WeChat Pay; where nobody has applied, somebody does.
    func sendInvoice() throws {
        guard
            let invoice = try some("SELECT id, person FROM invoice WHERE state = ?1 ORDER BY id", InvoiceState.applied)
        else { return try applyForInvoice() }
        let _: InvoicesReply? = try ask(
            MoneyOffice.admin, .invoicesSend, SendInvoicesRequest(invoices: [invoice.id]))
    }

    /// Has one voided by who has issued it; where there is none, one is sent.
    func voidThere() throws {
        guard
            let invoice = try some(
                "SELECT id, person FROM invoice WHERE state IN (?1, 3) AND issuer <> 0 ORDER BY id", InvoiceState.issued
            )
        else { return try sendInvoice() }
        try void(invoice.id)
    }

    func breakIssuer() {
        let fault = pick(MoneyIssuer.Fault.allCases)
        note(.issuer)
        say("the issuer will have \(fault)")
        office.issuer.arm(fault)
    }

    /// A notice that invoices have changed: of ours, or of somebody else's.
    func tellInvoice() throws {
        let numbers = office.issuer.invoices.keys.sorted()
        let number = numbers.isEmpty || random.chance(10) ? "F00000000000000001ABCDEF" : pick(numbers)
        if office.tell(.invoices(numbers: [number]), of: .weChat) != nil { say("notice of invoice \(number)") }
    }

    /// An application is taken back or rejected; voiding is asked for, refused or executed.
    func changeInvoice() throws {
        guard
            let invoice = try some(
                "SELECT id, person FROM invoice WHERE state IN (?1, 2, 3, 7, 8) ORDER BY id", InvoiceState.applied)
        else { return }
        let id = invoice.id
        switch random.next() % 5 {
        case 0: let _: InvoiceReply? = try ask(invoice.person, .invoicesCancel, CancelInvoiceRequest(invoice: id))
        case 1:
            let _: InvoicesReply? = try ask(
                MoneyOffice.admin, .invoicesReject, RejectInvoicesRequest(invoices: [id], reason: "抬头不完整"))
        case 2:
            let _: InvoiceReply? = try ask(
                invoice.person, .invoicesAskVoid, AskVoidRequest(invoice: id, reason: "抬头有误"))
        case 3:
            let _: InvoiceReply? = try ask(
                MoneyOffice.admin, .invoicesKeep, KeepInvoiceRequest(invoice: id, reason: "抬头无误"))
        default: try void(id)
        }
    }

    /// In the end nothing waits for an invoice to be voided.
    /// - Returns: whether anything did.
    @discardableResult func voidForRefunds() throws -> Bool {
        let waiting = try office.server.read { snapshot in
            try snapshot.all(
                """
                SELECT i.id FROM invoice i JOIN refund r ON r.order_id = i.order_id AND r.state = ?1
                WHERE i.state IN (2, 3) ORDER BY i.id
                """, RefundProgress.awaitsVoid.rawValue
            ) { $0.id(0) }
        }
        for invoice in waiting { try void(invoice) }
        return !waiting.isEmpty
    }

    private func void(_ invoice: UInt64) throws {
        let _: InvoiceReply? = try ask(
            MoneyOffice.admin, .invoicesVoid, VoidInvoiceRequest(invoice: invoice, reason: "抬头有误"))
    }
}
