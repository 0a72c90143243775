import Application
import Domain
import Messages
import Storage
import Wire

// Calls of gateways, through the outbox: each is about a number that is in the database before it leaves.
extension Orders {
    func tell(_ act: GatewayAct, _ payment: PaymentRecord, _ context: WriteContext) throws {
        let order = try OrderRecord(payment.order, context.transaction)
        let title = try SessionRecord(order.offering, context.transaction).title
        let call = GatewayCall(
            act: act, channel: payment.channel, payment: payment.id, number: payment.number, madeMs: payment.madeMs,
            amountFen: UInt64(clamping: payment.amount.count), description: title,
            expiresMs: order.expires.milliseconds)
        try outbox.put(.gatewayCall, subject: order.id, call.serialized(), context)
    }

    func tell(_ act: GatewayAct, _ refund: RefundRecord, _ context: WriteContext) throws {
        let payment = try PaymentRecord(refund.payment, context.transaction)
        // Money that was not asked for goes back whole, whatever the order costs; all else is of what was paid.
        let total = refund.kind == .unassigned ? refund.amount : payment.paid
        let call = GatewayCall(
            act: act, channel: payment.channel, payment: payment.id, refund: refund.id, number: payment.number,
            madeMs: payment.madeMs, amountFen: UInt64(clamping: total.count),
            transaction: refund.transaction, refundNumber: refund.number, refundMadeMs: refund.madeMs,
            refundFen: UInt64(clamping: refund.amount.count), reason: refund.reason)
        try outbox.put(.gatewayCall, subject: refund.order, call.serialized(), context)
    }

    /// Asks again what became of payments of which a gateway has not said the last word.
    var askAboutPayments: Chore {
        Chore(name: "payments that are under way", atOnce: 50) { snapshot, now, limit in
            try [PaymentProgress.asked, .open, .closing].flatMap { state in
                try snapshot.all(
                    "SELECT id FROM payment WHERE state = ?1 AND due_ms <= ?2 ORDER BY due_ms, id LIMIT ?3",
                    state.rawValue, now, limit
                ) { $0.id(0) }
            }
        } act: { [self] id, context in
            var payment = try PaymentRecord(id, context.transaction)
            payment.dueMs = context.now + PaymentLifecycle.pauseMs(after: payment.questions)
            payment.questions += 1
            try payment.store(context.transaction)
            // Without its gateway a question would only lie in the outbox, and the next ones beside it.
            if services.payments[payment.channel] != nil { try tell(.query, payment, context) }
            return 1
        }
    }

    /// Asks again what became of refunds.
    var askAboutRefunds: Chore {
        Chore(name: "refunds that are under way", atOnce: 50) { snapshot, now, limit in
            try snapshot.all(
                "SELECT id FROM refund WHERE state = ?1 AND due_ms <= ?2 ORDER BY due_ms, id LIMIT ?3",
                RefundProgress.accepted.rawValue, now, limit
            ) { $0.id(0) }
        } act: { [self] id, context in
            let transaction = context.transaction
            var refund = try RefundRecord(id, transaction)
            refund.dueMs = context.now + PaymentLifecycle.pauseMs(after: refund.questions)
            refund.questions += 1
            try refund.store(transaction)
            if try services.payments[channel(of: refund, transaction)] != nil {
                try tell(.queryRefund, refund, context)
            }
            return 1
        }
    }

    /// The kind of delivery that gateways are.
    var gatewayCalls: DeliveryKind {
        DeliveryKind(
            .gatewayCall, GatewayDelivery.limits,
            isOn: { [services] in !services.payments.isEmpty },
            read: { try GatewayCall(serialized: $0) },
            recipient: { "\($0.channel?.phrase.en ?? "") \($0.number)" },
            send: { [services] (call: GatewayCall, _: Delivery) throws(DeliveryFailure) in
                try services.ask(call)
            },
            settle: { [unowned self] (answer: GatewayAnswer, delivery: Delivery, context: WriteContext) in
                try settle(answer, context)
            })
    }

    private func settle(_ answer: GatewayAnswer, _ context: WriteContext) throws {
        let transaction = context.transaction
        switch answer {
        case .refund(let id, let outcome): try settle(outcome, of: id, context)
        case .opened(let id, let outcome):
            var payment = try PaymentRecord(id, transaction)
            guard payment.state == .asked else {
                // Nobody is to pay this code any more; its closing may have come before it was made.
                if case .done = outcome, payment.state != .paid { try tell(.close, payment, context) }
                return
            }
            switch outcome {
            case .done(let code):
                payment.code = code
                try payment.apply(.open, transaction)
            case .refused(let code):
                payment.failure = code
                try payment.apply(.refuse, transaction)
            case .accepted, .unknown: break
            }
        case .queried(let id, let outcome):
            var payment = try PaymentRecord(id, transaction)
            switch outcome {
            case .done(.paid(let paid)): try receive(paid, for: payment, context)
            case .done(.closed) where payment.state == .open || payment.state == .closing:
                try payment.apply(.end, transaction)
            case .done(.absent), .accepted:
                let expires = try OrderRecord(payment.order, transaction).expires.milliseconds
                if payment.state == .closing, context.now >= expires + PaymentLifecycle.codeLifeMs {
                    try payment.apply(.end, transaction)
                }
            case .done, .refused, .unknown: break
            }
        case .closed(let id, let outcome):
            // Whatever it says, the last word is that of a query.
            var payment = try PaymentRecord(id, transaction)
            guard payment.state == .closing else { return }
            if case .done(.open) = outcome { return }
            payment.dueMs = context.now
            try payment.store(transaction)
        }
    }
}

/// The answer of a gateway to one call, with the id of what it was about.
enum GatewayAnswer: Sendable {
    case opened(UInt64, GatewayOutcome<String>)
    case queried(UInt64, GatewayOutcome<PaymentState>)
    case closed(UInt64, GatewayOutcome<ClosingState>)
    case refund(UInt64, GatewayOutcome<RefundState>)
}

extension OutsideServices {
    /// - Throws: for an outcome that is not known, so that the same question is asked again under the same number.
    fileprivate func ask(_ call: GatewayCall) throws(DeliveryFailure) -> GatewayAnswer {
        guard let channel = call.channel, let gateway = payments[channel] else {
            throw DeliveryFailure("no such gateway", isTransient: true)
        }
        guard let act = call.act, let number = PaymentNumber(call.number, madeMs: call.madeMs) else {
            throw DeliveryFailure("its payload cannot be read", isTransient: false)
        }
        switch act {
        case .open:
            if gateway.clock()?.sells == false {
                // It may have been set meanwhile.
                _ = gateway.check()
                guard gateway.clock()?.sells != false else {
                    throw DeliveryFailure("clocks are too far apart", isTransient: true)
                }
            }
            let request = PaymentRequest(
                number: number, amountFen: Int64(clamping: call.amountFen), description: call.description,
                expiresMs: call.expiresMs)
            return .opened(call.payment, try known(gateway.precreate(request)))
        case .query: return .queried(call.payment, gateway.query(number))
        case .close: return .closed(call.payment, try known(gateway.close(number)))
        case .refund: return .refund(call.refund, try known(gateway.refund(try refund(call, number))))
        case .queryRefund: return .refund(call.refund, gateway.queryRefund(try refund(call, number)))
        }
    }

    private func refund(_ call: GatewayCall, _ payment: PaymentNumber) throws(DeliveryFailure) -> RefundRequest {
        guard let number = PaymentNumber(call.refundNumber, madeMs: call.refundMadeMs) else {
            throw DeliveryFailure("its payload cannot be read", isTransient: false)
        }
        return RefundRequest(
            number: number, payment: payment, transaction: call.transaction,
            amountFen: Int64(clamping: call.refundFen), totalFen: Int64(clamping: call.amountFen), reason: call.reason)
    }

    private func known<Value>(_ outcome: GatewayOutcome<Value>) throws(DeliveryFailure) -> GatewayOutcome<Value> {
        if case .unknown(let reason) = outcome { throw DeliveryFailure(reason, isTransient: true) }
        return outcome
    }
}
