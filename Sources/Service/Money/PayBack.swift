import Application
import Domain
import Messages
import Storage

extension Orders {
    /// Records a refund under a number of its own, which it keeps.
    /// - Parameters:
    ///   - order: 0 for money that nobody has ordered for.
    ///   - person: whose the order is; 0 for none.
    func insertRefund(
        _ kind: RefundKind, of order: UInt64, _ person: UInt64, payment: PaymentRecord?, _ transactionName: String,
        _ amount: Fen, reason: String, _ state: RefundProgress, _ context: WriteContext
    ) throws -> RefundRecord {
        let id = try context.transaction.newID()
        try context.transaction.execute(
            """
            INSERT INTO refund (id, order_id, person, payment, transaction_name, kind, amount, state, number, made_ms,
            reason, note, questions, due_ms) VALUES (?1, ?2, ?11, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, '', 0, ?9)
            """, id, order, payment?.id ?? 0, transactionName, kind.rawValue, amount.count, state.rawValue,
            Self.number("R", id, context), context.now, reason, person)
        return try RefundRecord(id, context.transaction)
    }

    /// Sends a refund that was decided on its way: owed from now on, and asked of the gateway.
    /// - Parameter sources: the accounts that bear it; their sum is its amount.
    func payBack(_ refund: RefundRecord, from sources: [Posting.Entry], _ context: WriteContext) throws {
        try post(Posting(.refundDecided, from: .refundsDue, to: sources), of: .order(refund.order), context)
        if refund.payment != 0 { try askGateway(for: refund, context) }
    }

    /// ORD-4f: asks the gateway for a refund; beyond its time it is left to a person at once.
    func askGateway(for refund: RefundRecord, _ context: WriteContext) throws {
        let payment = try PaymentRecord(refund.payment, context.transaction)
        guard !payment.channel.paysBack(paidMs: payment.paidMs, now: context.now) else {
            return try tell(.refund, refund, context)
        }
        var refund = refund
        refund.note = "\(payment.channel.refundDays) d"
        try refund.apply(.fail, context.transaction)
    }

    /// Writes down the answer of a gateway about a refund.
    func settle(_ outcome: GatewayOutcome<RefundState>, of id: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        var refund = try RefundRecord(id, transaction)
        guard refund.state == .decided || refund.state == .accepted else { return }
        switch outcome {
        case .done(.paidBack):
            let channel = try channel(of: refund, transaction)
            (refund.paidBy, refund.doneMs) = (channel, context.now)
            try finish(&refund, by: channel.account, context)
            try resolveMissing(.refund, refund.number, refund.amount, channel, context)
        case .done(.abnormal):
            refund.note = "abnormal"
            try refund.apply(.fail, transaction)
        case .done(.closed):
            refund.note = "closed"
            try refund.apply(.close, transaction)
        case .refused(let code):
            refund.note = code
            try refund.apply(.fail, transaction)
        case .done(.absent):
            // It never arrived: asked again, under the same number.
            try askLater(&refund, context)
            try tell(.refund, refund, context)
        case .accepted, .unknown: try askLater(&refund, context)
        }
    }

    /// The money is with its payer.
    func finish(_ refund: inout RefundRecord, by account: LedgerAccount, _ context: WriteContext) throws {
        let transaction = context.transaction
        try refund.apply(.finish, transaction)
        try post(
            Posting(.refundDone, from: account, to: [.init(.refundsDue, refund.amount)]), of: .order(refund.order),
            context)
        guard refund.kind != .unassigned else { return }
        var order = try OrderRecord(refund.order, transaction)
        order.refunded = try order.refunded.adding(refund.amount)
        try order.apply(try order.refunded == order.total ? .refundAll : .refundPart, transaction)
        try followRefund(of: order, context)
        try tellPayer(order, refund, "refunded", because: refund.reason, context)
    }

    /// NOT-2: tells a payer what became of a refund: of what, how much, how it was decided and why.
    func tellPayer(
        _ order: OrderRecord, _ refund: RefundRecord, _ word: String, because reason: String, _ context: WriteContext
    ) throws {
        let title = try SessionRecord(order.offering, context.transaction).title
        try notices.notify(
            order.person, .refundDecided, subject: order.id,
            details: [title, refund.kind == .lodging ? "lodging" : "", "\(refund.amount)", word, reason], context)
    }

    private func askLater(_ refund: inout RefundRecord, _ context: WriteContext) throws {
        refund.dueMs = context.now + PaymentLifecycle.pauseMs(after: refund.questions)
        refund.questions += 1
        try refund.apply(.accept, context.transaction)
    }

    func channel(of refund: RefundRecord, _ snapshot: Snapshot) throws -> PaymentChannel {
        try PaymentRecord(refund.payment, snapshot).channel
    }
}
