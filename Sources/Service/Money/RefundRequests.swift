import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-4: asks for money back, with a reason; an administrator decides. Full, or the lodging alone.
    func askRefund(_ request: AskRefundRequest, _ context: WriteContext) throws -> RefundReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let order = try OrderRecord(request.order, of: person, transaction)
        let policy = try programmes.policy(of: order.programme, transaction)
        let refund = try record(
            request.kind, of: order, rule: policy.refunds, reason: ReviewDecision.reason(request.reason), .requested,
            context)
        try reviews.openReview(
            refundReview, subject: refund.id, container: order.programme, person: person,
            stops: [ReviewStop(level: .platform, organisation: 0)], context)
        context.auditDetail = "refund \(refund.id) of order \(order.id), \(refund.amount): \(refund.reason)"
        return try reply(refund.id, context)
    }

    /// ORD-4g: an administrator pays back where nobody asks.
    func refundOrder(_ request: RefundOrderRequest, _ context: WriteContext) throws -> RefundReply {
        let order = try OrderRecord(request.order, context.transaction)
        let refund = try record(
            request.kind, of: order, rule: .fullOrLodgingOnly, reason: ReviewDecision.reason(request.reason), .decided,
            context)
        try carryOut(refund, context)
        context.auditDetail = "refund \(refund.id) of order \(order.id), \(refund.amount): \(refund.reason)"
        return try reply(refund.id, context)
    }

    private func record(
        _ kind: RefundKind?, of order: OrderRecord, rule: RefundRule?, reason: String, _ state: RefundProgress,
        _ context: WriteContext
    ) throws -> RefundRecord {
        let transaction = context.transaction
        guard let kind, kind != .unassigned else { throw Refusal(.invalid, field: "kind") }
        var order = order
        let session = try SessionRecord(order.offering, transaction)
        let share = try RefundShare(
            of: kind, rule: rule, training: order.training, lodging: order.lodging, refunded: order.refunded,
            isInPerson: session.modality == .inPerson)
        guard let entitlement = try EntitlementRecord.of(.order, order.id, transaction) else {
            throw Refusal(.wrongState, field: "order", "it is not paid", zh: "该订单未支付")
        }
        if kind == .full, !order.hasPlace { try requireFree(entitlement) }
        let payment = order.payment == 0 ? nil : try PaymentRecord(order.payment, transaction)
        try order.apply(.askRefund, transaction)
        return try insertRefund(
            kind, of: order.id, order.person, payment: payment, payment?.transaction ?? "", share.total, reason: reason,
            state,
            context)
    }

    /// ORD-4: the review of a refund by the platform.
    var refundReview: ReviewSubject {
        ReviewSubject(kind: .refund, isReturnable: false) { subject, snapshot in
            let refund = try RefundRecord(subject, snapshot)
            return "\(refund.amount) \(refund.reason)"
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            let transaction = context.transaction
            var refund = try RefundRecord(record.subject, transaction)
            guard decision == .approved else {
                refund.note = decision.reason
                try refund.apply(.reject, transaction)
                var order = try OrderRecord(refund.order, transaction)
                try order.apply(order.refunded > .zero ? .refundPart : .rejectRefund, transaction)
                return try tellPayer(order, refund, "rejected", because: decision.reason, context)
            }
            try refund.apply(.decide, transaction)
            try carryOut(refund, context)
        }
    }

    /// ORD-4c, ORD-4d: a decided refund takes the place at once, so that nobody uses it while the money waits for an invoice to be
    /// voided.
    private func carryOut(_ refund: RefundRecord, _ context: WriteContext) throws {
        if refund.kind == .full { try giveUp(OrderRecord(refund.order, context.transaction), context) }
        if try holdForVoid(refund, context) { return }
        try payOut(refund, context)
    }

    /// ORD-4c, ORD-4e: the money of a decided refund goes its way back.
    func payOut(_ refund: RefundRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        var order = try OrderRecord(refund.order, transaction)
        let session = try SessionRecord(order.offering, transaction)
        let share = try RefundShare(
            of: refund.kind, rule: .fullOrLodgingOnly, training: order.training, lodging: order.lodging,
            refunded: order.refunded, isInPerson: session.modality == .inPerson)
        try payBack(
            refund, from: [.init(.training, share.training), .init(.lodging, share.lodging)], context)
        order.lodgingOption = ""
        try order.store(transaction)
        if refund.payment == 0 {
            var refund = refund
            try finish(&refund, by: .bank, context)
        }
    }

    /// Ends the enrolment that an order paid for, and frees its place.
    private func giveUp(_ order: OrderRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        if order.booking != 0 {
            var booking = try BookingRecord(order.booking, transaction)
            if booking.state.isLive { try bookings.end(&booking, .cancel, context) }
        }
        if var entitlement = try EntitlementRecord.of(.order, order.id, transaction) {
            try requireFree(entitlement)
            try entitlement.giveBack(context)
        }
    }

    private func requireFree(_ entitlement: EntitlementRecord) throws(Refusal) {
        guard entitlement.state != .free else { return }
        throw Refusal(
            .wrongState, field: "order", "its place is booked or used: cancel the booking first",
            zh: "对应名额已预约或已使用，请先取消预约")
    }
}
