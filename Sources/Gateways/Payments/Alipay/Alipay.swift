package import Application
import Domain
import Signatures

/// Alipay's precreate: the payer scans a code, and only then is there a trade.
package struct Alipay: Sendable {
    /// `sub_code`s by which an order was not taken, and will not be. `ACQ.TRADE_HAS_SUCCESS` and `ACQ.CONTEXT_INCONSISTENT` are
    /// none: they also answer a second attempt whose first one arrived.
    private static let finalForOrder: Set<String> = [
        "ACQ.INVALID_PARAMETER", "ACQ.ACCESS_FORBIDDEN", "ACQ.EXIST_FORBIDDEN_WORD", "ACQ.PARTNER_ERROR",
        "ACQ.TOTAL_FEE_EXCEED", "ACQ.TRADE_HAS_CLOSE", "ACQ.RESTRICTED_MERCHANT_INDUSTRY",
    ]
    private static let finalForRefund: Set<String> = [
        "ACQ.INVALID_PARAMETER", "ACQ.SELLER_BALANCE_NOT_ENOUGH", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
        "ACQ.REASON_TRADE_BEEN_FREEZEN", "ACQ.TRADE_NOT_EXIST", "ACQ.TRADE_HAS_FINISHED", "ACQ.TRADE_STATUS_ERROR",
        "ACQ.DISCORDANT_REPEAT_REQUEST", "ACQ.REFUND_FEE_ERROR", "ACQ.TRADE_NOT_ALLOW_REFUND",
    ]

    private let call: AlipayCall

    package init(_ settings: AlipaySettings, _ surroundings: GatewaySurroundings) {
        call = AlipayCall(settings: settings, surroundings: surroundings)
    }

    package var gateway: PaymentGateway {
        PaymentGateway(
            precreate: precreate, query: query, close: close, refund: refund, queryRefund: queryRefund,
            readNotice: readNotice, answer: Self.answer, check: check,
            clock: { call.surroundings.lastClock })
    }

    private func precreate(_ request: PaymentRequest) -> GatewayOutcome<String> {
        let reply = call.send(
            "alipay.trade.precreate",
            [
                "out_trade_no": request.number.text, "total_amount": Yuan.text(request.amountFen),
                "subject": plainText(request.description), "time_expire": BeijingTime.spaced(request.expiresMs),
            ], isNotified: true)
        return outcome(reply, final: Self.finalForOrder) { answer in
            guard answer.outTradeNo == request.number.text, let code = answer.qrCode else { return nil }
            return .done(code)
        }
    }

    private func query(_ number: PaymentNumber) -> GatewayOutcome<PaymentState> {
        let reply = call.send("alipay.trade.query", ["out_trade_no": number.text])
        return outcome(reply, absent: ["ACQ.TRADE_NOT_EXIST"], .absent) { answer in
            guard answer.outTradeNo == number.text, answer.transCurrency ?? "CNY" == "CNY" else { return nil }
            switch answer.tradeStatus {
            case "WAIT_BUYER_PAY": return .accepted
            case "TRADE_CLOSED": return .done(.closed)
            case "TRADE_SUCCESS", "TRADE_FINISHED":
                let paid = Self.payment(
                    number.text, answer.tradeNo, answer.totalAmount, answer.sendPayDate.flatMap(BeijingTime.ms))
                return paid.map { .done(.paid($0)) }
            default: return nil
            }
        }
    }

    private func close(_ number: PaymentNumber) -> GatewayOutcome<ClosingState> {
        let reply = call.send("alipay.trade.close", ["out_trade_no": number.text])
        if case .verified(let answer, _) = reply {
            switch answer.subCode {
            // A code that nobody has scanned is no trade yet, and is one when somebody scans it.
            case "ACQ.TRADE_NOT_EXIST": return .done(.open)
            case "ACQ.TRADE_HAS_SUCCESS", "ACQ.TRADE_HAS_FINISHED": return .done(.paid)
            case "ACQ.TRADE_HAS_CLOSE": return .done(.closed)
            default: break
            }
        }
        return outcome(reply) { $0.outTradeNo == number.text ? .done(.closed) : nil }
    }

    private func refund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        let reply = call.send(
            "alipay.trade.refund",
            [
                "out_trade_no": request.payment.text, "refund_amount": Yuan.text(request.amountFen),
                "out_request_no": request.number.text, "refund_reason": plainText(request.reason),
            ])
        // "N" answers a repetition too, so a query tells.
        return outcome(reply, final: Self.finalForRefund) { answer in
            guard answer.outTradeNo == request.payment.text else { return nil }
            return answer.fundChange == "Y" ? .done(.paidBack) : .accepted
        }
    }

    private func queryRefund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        let reply = call.send(
            "alipay.trade.fastpay.refund.query",
            ["out_trade_no": request.payment.text, "out_request_no": request.number.text])
        return outcome(reply, absent: ["ACQ.TRADE_NOT_EXIST"], .absent) { answer in
            // A refund that it does not have is a success as well, without anything about it.
            guard let status = answer.refundStatus else { return .done(.absent) }
            guard answer.outRequestNo == request.number.text, answer.outTradeNo == request.payment.text,
                answer.refundAmount.flatMap(Yuan.fen) == request.amountFen
            else { return nil }
            return status == "REFUND_SUCCESS" ? .done(.paidBack) : .accepted
        }
    }

    private func check() -> GatewayOutcome<Int64> {
        let reply = call.send("alipay.trade.query", ["out_trade_no": call.surroundings.strangeNumber()])
        guard case .verified(let answer, let response) = reply, answer.subCode == "ACQ.TRADE_NOT_EXIST",
            let offset = call.surroundings.clockOffsetMs(response)
        else { return outcome(reply) { _ in nil } }
        return .done(offset)
    }

    // MARK: Answers

    /// As `WeChatPay.outcome`.
    private func outcome<Value>(
        _ reply: AlipayCall.Reply, final: Set<String> = [], absent: Set<String> = [], _ value: Value? = nil,
        read: (AlipayCall.Answer) -> GatewayOutcome<Value>?
    ) -> GatewayOutcome<Value> {
        switch reply {
        case .unknown(let reason): return .unknown(reason: reason)
        case .verified(let answer, _):
            if answer.code == "10000" { return read(answer) ?? .unknown(reason: "an answer about something else") }
            let code = answer.subCode ?? ""
            if let value, absent.contains(code) { return .done(value) }
            // Only a failure of business is final: the gateway's own say that it does not know.
            guard answer.code == "40004", final.contains(code) else {
                return .unknown(reason: "\(answer.code) \(code)")
            }
            return .refused(code: code)
        }
    }

    private static func payment(
        _ number: String, _ transaction: String?, _ amount: String?, _ paidMs: Int64?
    ) -> GatewayPayment? {
        guard let transaction, !transaction.isEmpty, let fen = amount.flatMap(Yuan.fen), fen > 0 else { return nil }
        return GatewayPayment(number: number, transaction: transaction, amountFen: fen, paidMs: paidMs)
    }

    // MARK: Notices

    private func readNotice(_ notice: ReceivedNotice) -> Result<GatewayNotice, NoticeFault> {
        guard let fields = Form.decode(notice.body) else { return .failure(NoticeFault("of another form")) }
        let signed = Form.signed(fields, without: ["sign", "sign_type"])
        guard fields["sign_type"] == "RSA2", let signature = fields["sign"].flatMap(Base64.decode),
            call.settings.platformKeys.contains(where: { $0.verifies(signature, of: signed) })
        else { return .failure(NoticeFault("a signature that is not valid")) }
        guard fields["app_id"] == call.settings.app,
            fields["seller_id"] ?? call.settings.seller == call.settings.seller,
            let number = fields["out_trade_no"]
        else { return .failure(NoticeFault("about another merchant")) }
        guard fields["trans_currency"] ?? "CNY" == "CNY" else { return .failure(NoticeFault("about no yuan")) }
        // Of a refund, the payment's own notice comes again, with the refund's number.
        if fields["gmt_refund"] != nil || fields["refund_fee"] != nil {
            return .success(.refund(number: fields["out_biz_no"], payment: number, state: nil))
        }
        switch fields["trade_status"] {
        case "TRADE_SUCCESS", "TRADE_FINISHED":
            let paid = Self.payment(
                number, fields["trade_no"], fields["total_amount"], fields["gmt_payment"].flatMap(BeijingTime.ms))
            return paid.map { .success(.paid($0)) } ?? .failure(NoticeFault("about no payment in yuan"))
        case "TRADE_CLOSED": return .success(.closed(number: number))
        default: return .success(.nothing)
        }
    }

    private static func answer(_ answer: NoticeAnswer) -> NoticeHTTPAnswer {
        let (status, text) =
            switch answer {
            case .taken: (200, "success")
            case .refused: (400, "failure")
            case .failed: (500, "failure")
            }
        return NoticeHTTPAnswer(status: status, contentType: "text/plain", body: Array(text.utf8))
    }
}
