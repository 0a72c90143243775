import Application
import Domain
import Messages
import Storage

// ORD-4d: an invoice is voided before the money it is for goes back, whole: the rest is applied for anew.
extension Orders {
    /// Holds a refund that was decided while an invoice of its order stands or is being issued, and asks for that to be voided.
    /// - Returns: whether it is held.
    func holdForVoid(_ refund: RefundRecord, _ context: WriteContext) throws -> Bool {
        let transaction = context.transaction
        guard var invoice = try InvoiceRecord.live(of: refund.order, transaction), invoice.state.mayStand else {
            return false
        }
        var refund = refund
        try refund.apply(.holdForVoid, transaction)
        if invoice.state == .issued { try invoice.apply(.askVoid, reason: refund.reason, context) }
        try tellPayer(OrderRecord(refund.order, transaction), refund, "awaitsVoid", because: refund.reason, context)
        return true
    }

    /// Sends a refund on its way that has waited for an invoice.
    func release(_ refund: RefundRecord, _ context: WriteContext) throws {
        var refund = refund
        try refund.apply(.release, context.transaction)
        try payOut(refund, context)
    }

    /// ORD-5e: an application that is not issued yet is for what is left of its order.
    func followRefund(of order: OrderRecord, _ context: WriteContext) throws {
        guard var invoice = try InvoiceRecord.live(of: order.id, context.transaction) else { return }
        guard try order.refunded < order.total else { return try invoice.apply(.cancel, reason: "", context) }
        let left = try InvoiceAmount(training: order.training, lodging: order.lodging, refunded: order.refunded)
        try context.transaction.execute(
            "UPDATE invoice SET training = ?2, lodging = ?3 WHERE id = ?1", invoice.id, left.training.count,
            left.lodging.count)
    }
}

extension RefundRecord {
    /// - Returns: the refund of an order that is held until the order's invoice is voided; nil for none.
    static func waitingForVoid(of order: UInt64, _ snapshot: Snapshot) throws -> RefundRecord? {
        try snapshot.first(ofOrderInState, order, RefundProgress.awaitsVoid.rawValue, body: columns.read)
    }

    private static let ofOrderInState = SQL(
        "SELECT \(columns) FROM refund WHERE order_id = ?1 AND state = ?2 ORDER BY id LIMIT 1")
}
