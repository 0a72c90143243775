import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ACC-11e: forgets which notices a person has read, to whom invoices are to be issued, and applications that came to
    /// nothing or have not been issued. What was ordered, paid and invoiced remains: it is the register of money.
    func forgetOrders(of person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        try transaction.execute("DELETE FROM order_notice_opened WHERE person = ?1", person)
        try transaction.execute("DELETE FROM invoice_buyer WHERE person = ?1", person)
        for invoice in try InvoiceRecord.notIssued(of: person, transaction) { try forget(invoice, context) }
    }

    /// Cancels an application, and forgets what it says.
    func forget(_ invoice: InvoiceRecord, _ context: WriteContext) throws {
        var invoice = invoice
        if invoice.state == .applied { try invoice.apply(.cancel, reason: "", context) }
        try context.transaction.execute(
            "UPDATE invoice SET buyer_sealed = ?2, reason = '' WHERE id = ?1", invoice.id, [UInt8]())
        try context.transaction.execute("UPDATE invoice_step SET reason = '' WHERE invoice = ?1", invoice.id)
    }

    /// Whether the register of money has entries that name the person.
    func hasBought(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists("SELECT 1 FROM entitlement WHERE person = ?1", person)
            || snapshot.exists("SELECT 1 FROM course_order WHERE person = ?1", person)
    }
}

extension InvoiceRecord {
    fileprivate static func notIssued(of person: UInt64, _ snapshot: Snapshot) throws -> [InvoiceRecord] {
        try snapshot.all(ofPersonNotIssued, person, InvoiceState.issuing.rawValue, body: columns.read)
    }

    private static let ofPersonNotIssued = SQL(
        "SELECT \(columns) FROM invoice WHERE person = ?1 AND number = '' AND state <> ?2 ORDER BY id")
}
