import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-2: money that a gateway has and nobody ordered here goes back through that gateway, by a person's decision: a server that was
    /// restored has lost the order, or money came once more under the number of a payment and no notice told of it.
    func returnDifferences(
        _ request: ReturnDifferencesRequest, _ context: WriteContext
    ) throws -> SettleDifferencesReply {
        let reason = try ReviewDecision.reason(request.reason)
        let actor = try context.call.person().id
        let outcomes = try context.each(request.differences, field: "differences") { id in
            let known = try DifferenceRecord(id, context.transaction)
            try returnMoney(try payment(of: known, context), known, reason: reason, context)
            try end(known, .settled, reason: reason, actor: actor, context)
            return ((), "\(known.theirs) of \(known.number) goes back: \(reason)")
        }
        return reply(outcomes)
    }

    private func returnMoney(
        _ payment: PaymentRecord, _ known: DifferenceRecord, reason: String, _ context: WriteContext
    ) throws {
        try returnMoney(known.theirs, known.transaction, of: payment, reason: reason, context)
    }

    /// The payment of a number: one that is here, or entered now as of no order.
    /// - Throws: `wrongState` for a difference that is no money too much.
    private func payment(of known: DifferenceRecord, _ context: WriteContext) throws -> PaymentRecord {
        guard known.state == .open else {
            throw Refusal(.wrongState, field: "difference", "it is \(known.state)", zh: "该差异已处理")
        }
        guard known.kind == .missingHere, known.rowKind == .payment, known.theirs > .zero else {
            throw Refusal(
                .wrongState, field: "difference", "only a payment that is missing here goes back", zh: "仅本方缺少的付款可以退回")
        }
        guard !known.transaction.isEmpty, PaymentNumber(known.number, madeMs: context.now) != nil else {
            throw Refusal(
                .wrongState, field: "difference", "its gateway cannot be asked by this number: pay it back by hand",
                zh: "无法以此单号通过支付机构退款，请线下退回")
        }
        let transaction = context.transaction
        guard let payment = try PaymentRecord.find(number: known.number, of: known.channel, transaction) else {
            return try enter(known, context)
        }
        guard payment.state == .paid else {
            throw Refusal(
                .wrongState, field: "difference", "the gateway was asked about it, and what it says is entered",
                zh: "已向支付机构查询，以其答复入账")
        }
        guard payment.transaction != known.transaction else {
            throw Refusal(
                .wrongState, field: "difference", "it has been entered since: settle it", zh: "该付款已入账，请直接处理差异")
        }
        return payment
    }

    /// Enters a payment of no order, in the statement's day, so that the statement has it from now on.
    private func enter(_ known: DifferenceRecord, _ context: WriteContext) throws -> PaymentRecord {
        let id = try context.transaction.newID()
        try context.transaction.execute(
            """
            INSERT INTO payment (id, order_id, channel, number, made_ms, amount, state, code, transaction_name, failure,
            questions, due_ms, paid_ms, paid_fen, statement) VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, '', ?7, '', 0, 0, ?8, ?5, ?9)
            """, id, known.channel.rawValue, known.number, context.now, known.theirs.count,
            PaymentProgress.paid.rawValue, known.transaction,
            StatementSpan(known.channel, known.day).range.lowerBound, known.statement)
        return try PaymentRecord(id, context.transaction)
    }
}
