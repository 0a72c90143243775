import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-2: asks a gateway for a QR code. The one of another gateway is closed first; the same gateway's is the same.
    func payOrder(_ request: PayOrderRequest, _ context: WriteContext) throws -> OrderReply {
        let transaction = context.transaction
        guard let channel = request.channel else { throw Refusal(.invalid, field: "channel") }
        try requireSelling(transaction)
        var order = try OrderRecord(request.order, of: context.call.person().id, transaction)
        try OrderLifecycle.requirePayable(order.state, expires: order.expires, now: Instant(context.now))
        guard try SessionRecord(order.offering, transaction).state != .calledOff else {
            throw Refusal(.wrongState, field: "order", "its session was cancelled", zh: "该场次已取消")
        }
        let channels = try programmes.policy(of: order.programme, transaction).payChannels ?? []
        guard channels.contains(where: { $0.channel == channel }) else {
            throw Refusal(
                .invalid, field: "channel", "this programme is not paid for by \(channel.phrase.en)",
                zh: "该项目体系不支持\(channel.phrase.zh)")
        }
        guard let gateway = services.payments[channel] else {
            throw Refusal(
                .wrongState, field: "channel",
                "this server has no gateway for \(channel.phrase.en); choose another, or ask whoever runs it",
                zh: "服务器未开通\(channel.phrase.zh)，请换一种支付方式或联系管理员")
        }
        try gateway.clock()?.requireNear(now: context.now)
        let underWay = try payments(of: order.id, transaction).first {
            $0.channel == channel && ($0.state == .asked || $0.state == .open)
        }
        if let underWay {
            order.payment = underWay.id
        } else {
            order.payment = try openPayment(by: channel, for: order, context)
        }
        try order.store(transaction)
        try closePayments(of: order.id, but: order.payment, context)
        context.auditDetail = "order \(order.id): \(try order.total) by \(channel)"
        return try reply(order.id, transaction)
    }

    func payments(of order: UInt64, _ snapshot: Snapshot) throws -> [PaymentRecord] {
        try snapshot.all(PaymentRecord.ofOrder, order, body: PaymentRecord.columns.read)
    }

    /// The number is random in its end, so that a server restored from a backup never names another payment by one it has
    /// used.
    private func openPayment(
        by channel: PaymentChannel, for order: OrderRecord, _ context: WriteContext
    ) throws -> UInt64 {
        let transaction = context.transaction
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO payment (id, order_id, channel, number, made_ms, amount, state, code, transaction_name, failure,
            questions, due_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', '', '', 0, ?8)
            """, id, order.id, channel.rawValue, Self.number("P", id, context), context.now, order.total.count,
            PaymentProgress.asked.rawValue, context.now + PaymentLifecycle.pauseMs(after: 0))
        try tell(.open, PaymentRecord(id, transaction), context)
        return id
    }

    /// 24 letters and digits, which every gateway takes.
    static func number(_ prefix: String, _ id: UInt64, _ context: WriteContext) -> String {
        let digits = String(id)
        let random = context.random(3).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        return prefix + String(repeating: "0", count: max(0, 17 - digits.count)) + digits + random
    }

    /// Returns the id in a number; nil unless `number(_:_:_:)` makes such numbers.
    static func id(ofNumber text: String, _ prefix: String) -> UInt64? {
        guard text.hasPrefix(prefix) else { return nil }
        let (digits, random) = (text.dropFirst(prefix.count).dropLast(6).utf8, text.suffix(6).utf8)
        guard (17...20).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
            random.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) })
        else { return nil }
        return UInt64(text.dropFirst(prefix.count).dropLast(6))
    }

    /// Has the gateways close what nobody is to pay any more, but for one payment.
    func closePayments(of order: UInt64, but kept: UInt64, _ context: WriteContext) throws {
        for var payment in try payments(of: order, context.transaction) where payment.id != kept {
            guard payment.state == .asked || payment.state == .open else { continue }
            payment.questions = 0
            payment.dueMs = context.now + PaymentLifecycle.pauseMs(after: 0)
            try payment.apply(.close, context.transaction)
            try tell(.close, payment, context)
        }
    }
}
