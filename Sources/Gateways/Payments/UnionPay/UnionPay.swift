package import Application
import Domain

/// UnionPay's QR codes (云闪付), full channel 5.1.0. A payment is known by its number and the time it was made. It cannot be
/// closed: its code expires.
package struct UnionPay: Sendable {
    private static let success: Set<String> = ["00", "A6"]
    /// Of a payment: it is not known yet.
    private static let underWay: Set<String> = ["03", "04", "05"]
    /// Of a refund, these besides.
    private static let underWayOfRefund = underWay.union(["01", "12", "34", "60"])
    /// `respCode`s by which a request was not taken, and will not be: its form, the merchant's rights, limits, and a payment that
    /// is not there to be refunded.
    private static let final: Set<String> = ["10", "11", "13", "30", "31", "32", "33", "35", "36", "38", "39"]

    private let call: UnionPayCall

    package init(_ settings: UnionPaySettings, _ surroundings: GatewaySurroundings) {
        call = UnionPayCall(settings, surroundings)
    }

    package var gateway: PaymentGateway {
        PaymentGateway(
            precreate: precreate, query: query, close: close, refund: refund, queryRefund: queryRefund,
            readNotice: readNotice, answer: Self.answer, check: check,
            clock: { call.surroundings.lastClock })
    }

    private func precreate(_ request: PaymentRequest) -> GatewayOutcome<String> {
        let reply = call.send(
            "backTransReq",
            name(request.number).merging([
                "txnType": "01", "txnSubType": "07", "txnAmt": String(request.amountFen), "currencyCode": "156",
                "backUrl": call.settings.noticeURL, "payTimeout": BeijingTime.compact(request.expiresMs),
                "orderDesc": plainText(request.description),
            ]) { $1 })
        guard case .verified(let answer, _) = reply else { return unknown(reply) }
        let code = answer["respCode"] ?? ""
        if code == "00", answer["orderId"] == request.number.text, let text = answer["qrCode"], !text.isEmpty {
            return .done(text)
        }
        return Self.final.contains(code) ? .refused(code: code) : .unknown(reason: "respCode \(code)")
    }

    private func query(_ number: PaymentNumber) -> GatewayOutcome<PaymentState> {
        ask(number) { answer in
            // A payment that failed may be made again by the same code.
            guard Self.success.contains(answer["origRespCode"] ?? "") else { return .accepted }
            return Self.payment(answer).map { .done(.paid($0)) }
        } ?? .done(.absent)
    }

    private func close(_ number: PaymentNumber) -> GatewayOutcome<ClosingState> {
        switch query(number) {
        case .done(.paid): .done(.paid)
        case .done, .accepted: .done(.open)
        case .refused(let code): .refused(code: code)
        case .unknown(let reason): .unknown(reason: reason)
        }
    }

    private func refund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        let reply = call.send(
            "backTransReq",
            name(request.number).merging([
                "txnType": "04", "txnSubType": "00", "txnAmt": String(request.amountFen),
                "origQryId": request.transaction, "backUrl": call.settings.noticeURL,
            ]) { $1 })
        guard case .verified(let answer, _) = reply else { return unknown(reply) }
        let code = answer["respCode"] ?? ""
        if code == "00", answer["orderId"] == request.number.text { return .accepted }
        return Self.final.contains(code) ? .refused(code: code) : .unknown(reason: "respCode \(code)")
    }

    private func queryRefund(_ request: RefundRequest) -> GatewayOutcome<RefundState> {
        ask(request.number) { answer in
            guard answer["txnType"] == "04", answer["txnAmt"].flatMap(Int64.init) == request.amountFen else {
                return nil
            }
            let code = answer["origRespCode"] ?? ""
            if Self.success.contains(code) { return .done(.paidBack) }
            return Self.underWayOfRefund.contains(code) ? .accepted : .done(.closed)
        } ?? .done(.absent)
    }

    private func check() -> GatewayOutcome<Int64> {
        let now = call.surroundings.now()
        let reply = call.send(
            "queryTrans",
            [
                "txnType": "00", "txnSubType": "00", "orderId": call.surroundings.strangeNumber(),
                "txnTime": BeijingTime.compact(now),
            ])
        guard case .verified(let answer, let response) = reply else { return unknown(reply) }
        guard answer["respCode"] == "34", let offset = call.surroundings.clockOffsetMs(response) else {
            return .unknown(reason: "respCode \(answer["respCode"] ?? "")")
        }
        return .done(offset)
    }

    // MARK: Answers

    private func name(_ number: PaymentNumber) -> [String: String] {
        ["orderId": number.text, "txnTime": BeijingTime.compact(number.madeMs)]
    }

    private func unknown<Value>(_ reply: UnionPayCall.Reply) -> GatewayOutcome<Value> {
        guard case .unknown(let reason) = reply else { return .unknown(reason: "an answer about something else") }
        return .unknown(reason: reason)
    }

    /// Queries a payment or a refund. The answer has two codes: `respCode` is the query's, `origRespCode` what is asked about.
    /// - Returns: nil if UnionPay has nothing of this number.
    private func ask<Value>(
        _ number: PaymentNumber, read: ([String: String]) -> GatewayOutcome<Value>?
    ) -> GatewayOutcome<Value>? {
        let reply = call.send("queryTrans", name(number).merging(["txnType": "00", "txnSubType": "00"]) { $1 })
        guard case .verified(let answer, _) = reply else { return unknown(reply) }
        switch answer["respCode"] {
        case "00":
            guard answer["orderId"] == number.text, answer["txnTime"] == BeijingTime.compact(number.madeMs) else {
                return .unknown(reason: "an answer about something else")
            }
            return read(answer) ?? .unknown(reason: "an answer about something else")
        case "34": return nil
        case let code: return .unknown(reason: "respCode \(code ?? "")")
        }
    }

    private static func payment(_ fields: [String: String]) -> GatewayPayment? {
        guard fields["txnType"] == "01", fields["currencyCode"] == "156", let number = fields["orderId"],
            let transaction = fields["queryId"], !transaction.isEmpty, let fen = fields["txnAmt"].flatMap(Int64.init),
            fen > 0
        else { return nil }
        return GatewayPayment(number: number, transaction: transaction, amountFen: fen, paidMs: nil)
    }

    // MARK: Notices

    private func readNotice(_ notice: ReceivedNotice) -> Result<GatewayNotice, NoticeFault> {
        guard let fields = Form.decode(notice.body) else { return .failure(NoticeFault("of another form")) }
        if let fault = call.fault(of: fields) { return .failure(NoticeFault(fault)) }
        let isDone = Self.success.contains(fields["respCode"] ?? "")
        switch fields["txnType"] {
        case "01" where isDone:
            return Self.payment(fields).map { .success(.paid($0)) } ?? .failure(NoticeFault("about no payment in yuan"))
        case "04":
            // A failure may still become a success; a query tells.
            return .success(.refund(number: fields["orderId"], payment: nil, state: isDone ? .paidBack : nil))
        default: return .success(.nothing)
        }
    }

    private static func answer(_ answer: NoticeAnswer) -> NoticeHTTPAnswer {
        let (status, text) =
            switch answer {
            case .taken: (200, "ok")
            case .refused: (400, "fail")
            case .failed: (500, "fail")
            }
        return NoticeHTTPAnswer(status: status, contentType: "text/plain", body: Array(text.utf8))
    }
}
