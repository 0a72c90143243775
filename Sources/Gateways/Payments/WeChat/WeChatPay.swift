package import Application
import Domain

/// WeChat Pay's APIv3 for merchants, Native: the payer scans a code.
package struct WeChatPay: Sendable {
    /// Codes of signed errors by which an order was not taken, and will not be. `OUT_TRADE_NO_USED`, `ORDERPAID` and
    /// `INVALID_REQUEST` are none: they also answer a second attempt whose first one arrived.
    private static let finalForOrder: Set<String> = [
        "PARAM_ERROR", "NO_AUTH", "APPID_MCHID_NOT_MATCH", "MCH_NOT_EXISTS", "ACCOUNT_ERROR", "ORDER_CLOSED",
        "RULE_LIMIT",
    ]
    private static let finalForRefund: Set<String> = [
        "PARAM_ERROR", "NO_AUTH", "MCH_NOT_EXISTS", "NOT_ENOUGH", "USER_ACCOUNT_ABNORMAL", "RESOURCE_NOT_EXISTS",
    ]

    private let call: WeChatCall
    private var settings: WeChatPaySettings { call.settings }

    package init(_ settings: WeChatPaySettings, _ surroundings: GatewaySurroundings) {
        call = WeChatCall(
            settings: settings, surroundings: surroundings, ring: WeChatKeyRing(settings.platformKeys))
    }

    package var gateway: PaymentGateway {
        PaymentGateway(
            precreate: precreate, query: query, close: close, refund: refund, queryRefund: queryRefund,
            readNotice: readNotice, answer: Self.answer, check: check,
            clock: { call.surroundings.lastClock })
    }

    /// ORD-5: nil unless the settings say what invoices are for.
    package var issuer: InvoiceIssuer? {
        settings.invoices.map { WeChatFapiao(call: call, lines: $0).issuer }
    }

    private func precreate(_ request: PaymentRequest) -> GatewayOutcome<String> {
        let order = WeChatMessages.Order(
            appid: settings.app, mchid: settings.merchant, description: plainText(request.description),
            outTradeNo: request.number.text, timeExpire: BeijingTime.rfc3339(request.expiresMs),
            notifyUrl: settings.noticeURL, amount: .init(total: request.amountFen))
        return WeChatCall.outcome(call.post("/v3/pay/transactions/native", order), final: Self.finalForOrder) { body in
            WeChatMessages.decode(WeChatMessages.Code.self, body).map { .done($0.codeUrl) }
        }
    }

    private func query(_ number: PaymentNumber) -> GatewayOutcome<PaymentState> {
        let path = "/v3/pay/transactions/out-trade-no/\(number.text)?mchid=\(settings.merchant)"
        return WeChatCall.outcome(call.get(path), absent: ["ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS"], .absent) { body in
            guard let transaction = WeChatMessages.decode(WeChatMessages.Transaction.self, body),
                transaction.outTradeNo == number.text, isOurs(transaction)
            else { return nil }
            switch transaction.tradeState {
            case "SUCCESS", "REFUND": return payment(transaction).map { .done(.paid($0)) }
            case "NOTPAY", "USERPAYING": return .accepted
            case "CLOSED", "REVOKED": return .done(.closed)
            default: return nil
            }
        }
    }

    private func close(_ number: PaymentNumber) -> GatewayOutcome<ClosingState> {
        let reply = call.post(
            "/v3/pay/transactions/out-trade-no/\(number.text)/close", WeChatMessages.Closing(mchid: settings.merchant))
        guard case .verified(let response) = reply else { return WeChatCall.outcome(reply) { _ in nil } }
        switch WeChatCall.code(response) {
        case nil, "ORDER_CLOSED": return .done(.closed)
        case "ORDERPAID", "ORDER_PAID": return .done(.paid)
        case "ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS": return .done(.open)
        case let code?: return .unknown(reason: "HTTP \(response.status) \(code)")
        }
    }

    private func refund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        let order = WeChatMessages.RefundOrder(
            transactionId: request.transaction, outRefundNo: request.number.text, reason: plainText(request.reason),
            notifyUrl: settings.noticeURL, amount: .init(refund: request.amountFen, total: request.totalFen))
        return WeChatCall.outcome(call.post("/v3/refund/domestic/refunds", order), final: Self.finalForRefund) {
            refundOutcome($0, of: request)
        }
    }

    private func queryRefund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        WeChatCall.outcome(
            call.get("/v3/refund/domestic/refunds/\(request.number.text)"), absent: ["RESOURCE_NOT_EXISTS"], .absent
        ) { refundOutcome($0, of: request) }
    }

    private func refundOutcome(_ body: [UInt8], of request: RefundRequest) -> GatewayOutcome<RefundState>? {
        guard let refund = WeChatMessages.decode(WeChatMessages.Refund.self, body),
            refund.outRefundNo == request.number.text, refund.outTradeNo == request.payment.text,
            refund.amount.refund == request.amountFen
        else { return nil }
        if refund.status == "PROCESSING" { return .accepted }
        return Self.state(refund.status).map { .done($0) }
    }

    private static func state(_ text: String?) -> RefundState? {
        switch text {
        case "SUCCESS": .paidBack
        case "ABNORMAL": .abnormal
        case "CLOSED": .closed
        default: nil
        }
    }

    /// WeChat Pay's own test of both directions. A signature that is minutes off is no answer, and its reason says so.
    private func check() -> GatewayOutcome<Int64> {
        let message = WeChatMessages.Echo(echoMessage: call.surroundings.nonce())
        let reply = call.post("/v3/security/echo", message)
        return WeChatCall.outcome(reply, final: ["PARAM_ERROR", "NO_AUTH", "MCH_NOT_EXISTS"]) { body in
            guard WeChatMessages.decode(WeChatMessages.Echo.self, body)?.echoMessage == message.echoMessage,
                case .verified(let response) = reply, let offset = call.surroundings.clockOffsetMs(response)
            else { return nil }
            return .done(offset)
        }
    }

    private func isOurs(_ transaction: WeChatMessages.Transaction) -> Bool {
        transaction.mchid == settings.merchant && transaction.appid == settings.app
    }

    private func payment(_ transaction: WeChatMessages.Transaction) -> GatewayPayment? {
        guard let id = transaction.transactionId, !id.isEmpty, let amount = transaction.amount,
            amount.currency == "CNY",
            let total = amount.total, total > 0
        else { return nil }
        return GatewayPayment(
            number: transaction.outTradeNo, transaction: id, amountFen: total,
            paidMs: transaction.successTime.flatMap(BeijingTime.ms))
    }

    // MARK: Notices

    private func readNotice(_ notice: ReceivedNotice) -> Result<GatewayNotice, NoticeFault> {
        let fault = call.ring.fault(of: notice.body, now: call.surroundings.now()) { notice.headers[$0] }
        if let fault { return .failure(NoticeFault(fault)) }
        guard let event = WeChatMessages.decode(WeChatMessages.Notice.self, notice.body) else {
            return .failure(NoticeFault("of another form"))
        }
        guard let text = call.open(event.resource) else { return .failure(NoticeFault("cannot be decrypted")) }
        switch event.eventType {
        case "TRANSACTION.SUCCESS":
            guard let transaction = WeChatMessages.decode(WeChatMessages.Transaction.self, text), isOurs(transaction)
            else { return .failure(NoticeFault("about another merchant")) }
            guard transaction.tradeState == "SUCCESS", let payment = payment(transaction) else {
                return .failure(NoticeFault("about no payment in yuan"))
            }
            return .success(.paid(payment))
        case "FAPIAO.ISSUED", "FAPIAO.REVERSED":
            guard let told = WeChatMessages.decode(WeChatMessages.FapiaoNotice.self, text),
                told.mchid == settings.merchant
            else { return .failure(NoticeFault("about another merchant, or no invoice")) }
            // All of one payment: at most five a sending.
            return .success(.invoices(numbers: told.fapiaoInformation.prefix(20).map(\.fapiaoId)))
        case "REFUND.SUCCESS", "REFUND.ABNORMAL", "REFUND.CLOSED":
            guard let refund = WeChatMessages.decode(WeChatMessages.Refund.self, text),
                refund.mchid == settings.merchant, let state = Self.state(refund.refundStatus)
            else { return .failure(NoticeFault("about another merchant, or no refund")) }
            return .success(.refund(number: refund.outRefundNo, payment: refund.outTradeNo, state: state))
        default: return .success(.nothing)
        }
    }

    private static func answer(_ answer: NoticeAnswer) -> NoticeHTTPAnswer {
        let (status, body) =
            switch answer {
            case .taken: (200, #"{"code":"SUCCESS"}"#)
            case .refused: (401, #"{"code":"FAIL","message":"签名错误"}"#)
            case .failed: (500, #"{"code":"FAIL","message":"请稍后重试"}"#)
            }
        return NoticeHTTPAnswer(status: status, contentType: "application/json", body: Array(body.utf8))
    }
}
