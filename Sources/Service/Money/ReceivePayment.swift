import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-2: takes money that a gateway says has come. The same again changes nothing, whichever way it is said.
    func receive(_ paid: GatewayPayment, for payment: PaymentRecord, _ context: WriteContext) throws {
        guard payment.state != .paid || payment.transaction != paid.transaction else { return }
        let transaction = context.transaction
        let amount = Fen(paid.amountFen)
        guard payment.order != 0 else { return try returnMoney(amount, paid.transaction, of: payment, context) }
        var payment = payment
        var order = try OrderRecord(payment.order, transaction)
        let isExpected = payment.state != .paid && amount == payment.amount
        if payment.state != .paid {
            payment.transaction = paid.transaction
            (payment.paidMs, payment.paid) = (paid.paidMs ?? context.now, amount)
            try payment.apply(.pay, transaction)
            try resolveMissing(.payment, payment.number, amount, payment.channel, context)
        }
        let session = try SessionRecord(order.offering, transaction)
        let stands =
            order.state == .pending && Instant(context.now) < order.expires && session.state != .calledOff
        guard isExpected, stands else {
            let isAnother = amount != payment.amount && order.paidMs == 0
            let why = isAnother ? "otherAmount" : order.paidMs > 0 ? "paidTwice" : "late"
            return try returnMoney(amount, paid.transaction, of: payment, word: why, context)
        }
        order.payment = payment.id
        try post(
            Posting(
                .payment, to: payment.channel.account,
                from: [.init(.training, order.training), .init(.lodging, order.lodging)]),
            of: .order(order.id), context)
        try fulfil(&order, context)
        try closePayments(of: order.id, but: payment.id, context)
    }

    /// Gives a paid order what it is for: an entitlement, and the place that it holds or, where there is one, asked for.
    func fulfil(_ order: inout OrderRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let session = try SessionRecord(order.offering, transaction)
        order.paidMs = context.now
        try order.apply(.pay, transaction)
        try bookings.grantEntitlement(to: order.person, in: order.programme, .order, order.id, context)
        let (person, offering, hasPlace) = (order.person, order.offering, order.hasPlace)
        let booked = try context.part {
            try bookings.book(offering, for: person, hasPlace: hasPlace, context)
        }
        switch booked {
        case .success(let booking):
            order.booking = booking.id
            try order.store(transaction)
            try notices.notify(
                person, .orderPaid, subject: order.id, details: [session.title, session.clock, "booked"], context)
        case .failure(let refusal as Refusal) where !hasPlace:
            // BKG-2a: what was paid for stays theirs.
            let reason = refusal.code == .full ? "full" : "unbooked"
            try notices.notify(
                person, .orderPaid, subject: order.id, details: [session.title, session.clock, reason], context)
        case .failure(let error): throw error
        }
    }

    /// Books money for no order that stands, and sends it back by itself.
    /// - Parameters:
    ///   - reason: for the gateway.
    ///   - word: why, for the payer.
    func returnMoney(
        _ amount: Fen, _ transactionName: String, of payment: PaymentRecord, reason: String = "订单已失效",
        word: String = "late", _ context: WriteContext
    ) throws {
        guard amount > .zero else { return }
        let isKnown = try context.transaction.exists(
            "SELECT 1 FROM refund WHERE payment = ?1 AND transaction_name = ?2 AND kind = ?3", payment.id,
            transactionName, RefundKind.unassigned.rawValue)
        guard !isKnown else { return }
        try post(
            Posting(.unassignedPayment, to: payment.channel.account, from: [.init(.unassigned, amount)]),
            of: .order(payment.order), context)
        let order = payment.order == 0 ? nil : try OrderRecord(payment.order, context.transaction)
        let refund = try insertRefund(
            .unassigned, of: payment.order, order?.person ?? 0, payment: payment, transactionName, amount,
            reason: reason,
            .decided,
            context)
        try payBack(refund, from: [.init(.unassigned, amount)], context)
        // Of money that nobody ordered for, nobody here is known.
        guard let order else { return }
        try tellPayer(order, refund, word, because: "", context)
    }

    /// ORD-2: a verified notice of a gateway. One about a number that is not ours is refused, and nothing is kept of it.
    /// - Returns: whether it was known.
    func takeNotice(_ notice: GatewayNotice, of channel: PaymentChannel, _ context: WriteContext) throws -> Bool {
        let transaction = context.transaction
        switch notice {
        case .nothing: return true
        case .invoices(let numbers):
            for number in numbers { try askAtOnce(number: number, context) }
            return true
        case .paid(let paid):
            guard let payment = try PaymentRecord.find(number: paid.number, of: channel, transaction) else {
                try noteUnknown(number: paid.number, context)
                return false
            }
            try receive(paid, for: payment, context)
            return true
        case .closed(let number):
            guard var payment = try PaymentRecord.find(number: number, of: channel, transaction) else { return false }
            // It says nothing of money that came before: the gateway is asked.
            if payment.state.isUnderWay {
                payment.dueMs = context.now
                try payment.store(transaction)
            }
            return true
        case .refund(let number, let paymentNumber, _):
            // The gateway is asked at once: its answer says more than its notice.
            let payment = try paymentNumber.flatMap { try PaymentRecord.find(number: $0, of: channel, transaction) }
            guard let refund = try RefundRecord.find(number: number ?? "", orOf: payment?.id ?? 0, transaction) else {
                return false
            }
            try transaction.execute(
                "UPDATE refund SET due_ms = ?2 WHERE id = ?1", refund, context.now)
            return true
        }
    }
}

extension PaymentChannel {
    var account: LedgerAccount {
        switch self {
        case .weChat: .weChat
        case .alipay: .alipay
        case .unionPay: .unionPay
        }
    }
}
