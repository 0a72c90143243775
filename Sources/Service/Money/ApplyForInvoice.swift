import Application
import Domain
import Messages
import Storage
import Wire

extension Orders {
    private static let keptBuyerColumn = "invoice_buyer.details_sealed"

    /// ORD-5a: the caller's buyer details.
    func getBuyer(_ request: GetBuyerRequest, _ context: ReadContext) throws -> BuyerReply {
        BuyerReply(buyer: try buyer(of: context.call.person().id, context.snapshot))
    }

    /// ORD-5a: keeps them for the next invoice; those that were applied for keep theirs.
    func saveBuyer(_ request: SaveBuyerRequest, _ context: WriteContext) throws -> BuyerReply {
        let person = try context.call.person().id
        let buyer = try keep(request.buyer ?? Buyer(), of: person, context)
        context.auditDetail = "buyer details of person \(person)"
        return BuyerReply(buyer: buyer)
    }

    private func buyer(of person: UInt64, _ snapshot: Snapshot) throws -> Buyer? {
        let sealed = try snapshot.first("SELECT details_sealed FROM invoice_buyer WHERE person = ?1", person) {
            $0.bytes(0)
        }
        return try sealed.map { try Buyer(serialized: people.decrypt($0, Self.keptBuyerColumn, person)) }
    }

    private func keep(_ typed: Buyer, of person: UInt64, _ context: WriteContext) throws -> Buyer {
        let checked = try InvoiceBuyer(kind: typed.kind, title: typed.title, taxNumber: typed.taxNumber)
        let buyer = Buyer(kind: checked.kind, title: checked.title, taxNumber: checked.taxNumber?.text ?? "")
        try context.transaction.execute(
            """
            INSERT INTO invoice_buyer (person, details_sealed) VALUES (?1, ?2)
            ON CONFLICT (person) DO UPDATE SET details_sealed = ?2
            """, person, people.encrypt(buyer.serialized(), Self.keptBuyerColumn, person, context))
        return buyer
    }

    /// ORD-5b, ORD-5d, ORD-5e: applies for the invoice of an order.
    func applyForInvoice(_ request: ApplyInvoiceRequest, _ context: WriteContext) throws -> InvoiceReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        try requireNoUnitPayment(request.order, of: person, transaction)
        let order = try OrderRecord(request.order, of: person, transaction)
        try order.requireInvoiceable()
        if let live = try InvoiceRecord.live(of: order.id, transaction) {
            throw Refusal(
                .invoiceStands, field: "order",
                Phrase(
                    live.state == .applied
                        ? "invoice \(live.id) of it is applied for"
                        : "invoice \(live.id) of it stands; it is voided first",
                    live.state == .applied ? "该订单已申请开票（\(live.id)）" : "该订单已有有效发票（\(live.id)），须先作废"))
        }
        let amount = try InvoiceAmount(training: order.training, lodging: order.lodging, refunded: order.refunded)
        let known = try request.buyer.map { try keep($0, of: person, context) } ?? buyer(of: person, transaction)
        guard let known else {
            throw Refusal(
                .invalid, field: "buyer",
                "say whom it is issued to, a person or an organisation (rollcall invoice buyer --person NAME)",
                zh: "请先填写发票抬头，个人或单位（rollcall invoice buyer --person 姓名）")
        }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO invoice (id, order_id, person, programme, state, buyer_sealed, training, lodging, code, number,
            red_number, reason, created_ms, issued_ms, ended)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', '', '', '', ?9, 0, 0)
            """, id, order.id, person, order.programme, InvoiceState.applied.rawValue,
            people.encrypt(known.serialized(), Self.buyerColumn, id, context), amount.training.count,
            amount.lodging.count, context.now)
        let invoice = try InvoiceRecord(id, transaction)
        try invoice.note("", context)
        context.auditDetail = "invoice \(id) of order \(order.id): \(try invoice.total)"
        return try reply(invoice, transaction)
    }

    /// ORD-5e: whoever paid has the invoice.
    private func requireNoUnitPayment(_ id: UInt64, of person: UInt64, _ snapshot: Snapshot) throws {
        let isUnits = try snapshot.exists("SELECT 1 FROM unit_payment WHERE id = ?1 AND person = ?2", id, person)
        guard !isUnits else {
            throw Refusal(
                .wrongState, field: "order", "a unit has paid, and has the invoice", zh: "单位缴费的发票由单位开具")
        }
    }

    /// Takes an application back.
    func cancelInvoice(_ request: CancelInvoiceRequest, _ context: WriteContext) throws -> InvoiceReply {
        var invoice = try InvoiceRecord(request.invoice, of: context.call.person().id, context.transaction)
        try invoice.apply(.cancel, reason: "", context)
        context.auditDetail = "invoice \(invoice.id) of order \(invoice.order), taken back"
        return try reply(invoice, context.transaction)
    }

    /// ORD-5c: asks for an invoice to be voided; an administrator executes.
    func askVoid(_ request: AskVoidRequest, _ context: WriteContext) throws -> InvoiceReply {
        var invoice = try InvoiceRecord(request.invoice, of: context.call.person().id, context.transaction)
        try invoice.apply(.askVoid, reason: ReviewDecision.reason(request.reason), context)
        context.auditDetail = "invoice \(invoice.id), \(invoice.name): \(invoice.reason)"
        return try reply(invoice, context.transaction)
    }
}

extension OrderRecord {
    /// ORD-5e: money that has come for it is there, and none of it is on its way back.
    /// - Throws: `paymentRequired`, `wrongState`.
    func requireInvoiceable() throws(Refusal) {
        switch state {
        case .paid, .partlyRefunded: break
        case .pending, .expired, .withdrawn: throw Refusal(.paymentRequired, field: "order")
        case .refundPending:
            throw Refusal(
                .wrongState, field: "order", "a refund of it is under way", zh: "该订单正在退款")
        case .refunded: throw Refusal(.wrongState, field: "order", "it was paid back", zh: "该订单已退款")
        }
    }
}
