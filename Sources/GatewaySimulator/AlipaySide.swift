import Foundation
import Gateways
import HTTP
import Signatures

/// Alipay's gateway: precreate, RSA2.
struct AlipaySide: Side {
    let keys: SimulatorKeys
    let merchantKey: RSAPublicKey

    var paths: [String] { ["/gateway.do"] }
    var codePrefix: String { "https://qr.alipay.com/" }

    init(_ keys: SimulatorKeys) throws {
        self.keys = keys
        merchantKey = try keys.merchant.publicKey()
    }

    func answer(_ request: IncomingRequest, _ books: inout Books, _ signing: Signing) -> OutgoingAnswer {
        let given = fields(form: request.query)
        let all = given.merging(fields(form: String(decoding: request.body, as: UTF8.self))) { $1 }
        let signed = Array(signedText(all, without: ["sign"]).utf8)
        // The gateway reads a body without a character set in the address as GBK, and then the signature is wrong.
        guard given["charset"] == "utf-8", all["app_id"] == SimulatorKeys.alipayApp,
            merchantKey.verifies(bytes(base64: all["sign"]), of: signed)
        else {
            let refusal = json(["code": "40002", "msg": "Invalid Arguments", "sub_code": "isv.invalid-signature"])
            return OutgoingAnswer(200, body: Array("{\"error_response\":\(refusal)}".utf8))
        }
        let method = all["method"] ?? ""
        let reply = json(reply(method, fields(json: Array((all["biz_content"] ?? "").utf8)), all, &books, signing))
        let name = method.replacing(".", with: "_") + "_response"
        let signature = base64(key(signing).sign(Array(reply.utf8)))
        return OutgoingAnswer(
            200, headers: [("Content-Type", "text/html;charset=utf-8")],
            body: Array("{\"\(name)\":\(reply),\"sign\":\"\(signature)\"}".utf8))
    }

    private func key(_ signing: Signing) -> RSAPrivateKey {
        signing.hand == .forged || signing.hand == .probe ? keys.stranger : keys.alipay
    }

    private func done(_ more: [String: Any]) -> [String: Any] {
        more.merging(["code": "10000", "msg": "Success"]) { $1 }
    }

    private func failure(_ code: String) -> [String: Any] {
        ["code": "40004", "msg": "Business Failed", "sub_code": "ACQ.\(code)", "sub_msg": code]
    }

    private func reply(
        _ method: String, _ content: [String: Any], _ all: [String: String], _ books: inout Books, _ signing: Signing
    ) -> [String: Any] {
        let number = content["out_trade_no"] as? String ?? ""
        let known = books.payments[number]
        switch method {
        case "alipay.trade.precreate": return precreate(number, content, all, &books)
        case "alipay.trade.query":
            guard let known, known.isScanned else { return failure("TRADE_NOT_EXIST") }
            return done(describe(known))
        case "alipay.trade.close":
            guard let known, known.isScanned else { return failure("TRADE_NOT_EXIST") }
            switch known.state {
            case .paid: return failure("TRADE_HAS_SUCCESS")
            case .closed: return failure("TRADE_HAS_CLOSE")
            case .waiting:
                books.payments[number]?.state = .closed
                return done(["out_trade_no": number, "trade_no": known.transaction])
            }
        case "alipay.trade.refund": return refund(known, content, &books, signing)
        case "alipay.trade.fastpay.refund.query":
            let asked = content["out_request_no"] as? String ?? ""
            guard let known, known.isScanned else { return failure("TRADE_NOT_EXIST") }
            guard let refund = known.refunds.first(where: { $0.number == asked }), refund.state == .done else {
                return done([:])
            }
            return done([
                "out_trade_no": number, "out_request_no": asked, "refund_status": "REFUND_SUCCESS",
                "refund_amount": Yuan.text(refund.amountFen), "total_amount": Yuan.text(known.paidFen),
                "trade_no": known.transaction,
            ])
        default: return ["code": "40001", "msg": "Missing Arguments", "sub_code": "isv.invalid-method"]
        }
    }

    private func precreate(
        _ number: String, _ content: [String: Any], _ all: [String: String], _ books: inout Books
    ) -> [String: Any] {
        guard (1...64).contains(number.count), let fen = (content["total_amount"] as? String).flatMap(Yuan.fen),
            fen > 0,
            let subject = content["subject"] as? String, !subject.isEmpty
        else { return failure("INVALID_PARAMETER") }
        switch books.payments[number]?.state {
        case .paid: return failure("TRADE_HAS_SUCCESS")
        case .closed: return failure("TRADE_HAS_CLOSE")
        case .waiting where books.payments[number]?.amountFen != fen: return failure("CONTEXT_INCONSISTENT")
        case .waiting: break
        case nil:
            books.payments[number] = Books.Payment(
                number: number, amountFen: fen, noticeURL: all["notify_url"] ?? "", description: subject)
        }
        return done(["out_trade_no": number, "qr_code": codePrefix + number])
    }

    private func refund(
        _ known: Books.Payment?, _ content: [String: Any], _ books: inout Books, _ signing: Signing
    ) -> [String: Any] {
        guard let known, known.isScanned else { return failure("TRADE_NOT_EXIST") }
        guard let fen = (content["refund_amount"] as? String).flatMap(Yuan.fen), fen > 0 else {
            return failure("INVALID_PARAMETER")
        }
        // Without a number of its own, a refund is of the whole payment, and has the payment's.
        let number = content["out_request_no"] as? String ?? known.number
        let isNew = books.refund(number) == nil
        let new = Books.Refund(
            number: number, id: number, amountFen: fen, noticeURL: "", time: BeijingTime.spaced(signing.now),
            state: .done)
        switch books.refund(known, new) {
        case .taken(let payment, _):
            return done([
                "out_trade_no": payment.number, "trade_no": payment.transaction, "fund_change": isNew ? "Y" : "N",
                "refund_fee": Yuan.text(payment.refundedFen),
            ])
        case .noPayment: return failure("TRADE_STATUS_ERROR")
        case .tooMuch: return failure("REFUND_AMT_NOT_EQUAL_TOTAL")
        case .different: return failure("DISCORDANT_REPEAT_REQUEST")
        }
    }

    private static func status(_ payment: Books.Payment) -> String {
        switch payment.state {
        case .waiting: "WAIT_BUYER_PAY"
        case .closed: "TRADE_CLOSED"
        case .paid: payment.refundedFen == payment.paidFen ? "TRADE_CLOSED" : "TRADE_SUCCESS"
        }
    }

    private func describe(_ payment: Books.Payment) -> [String: Any] {
        var text = [
            "out_trade_no": payment.number, "trade_no": payment.transaction, "trade_status": Self.status(payment),
            "total_amount": Yuan.text(payment.paidFen),
        ]
        if payment.state == .paid { text["send_pay_date"] = BeijingTime.spaced(payment.paidMs) }
        return text
    }

    func notice(_ payment: Books.Payment, _ kind: NoticeCause, _ signing: Signing) -> OutgoingNotice? {
        var fields = [
            "notify_time": BeijingTime.spaced(signing.now), "notify_type": "trade_status_sync", "charset": "utf-8",
            "notify_id": signing.nonce, "version": "1.0", "app_id": SimulatorKeys.alipayApp, "sign_type": "RSA2",
            "seller_id": SimulatorKeys.alipaySeller, "trade_no": payment.transaction,
            "out_trade_no": payment.number, "subject": payment.description,
            "total_amount": Yuan.text(payment.paidFen), "trade_status": Self.status(payment),
            "fund_bill_list": #"[{"amount":"\#(Yuan.text(payment.paidFen))","fundChannel":"ALIPAYACCOUNT"}]"#,
        ]
        if payment.state == .paid { fields["gmt_payment"] = BeijingTime.spaced(payment.paidMs) }
        switch kind {
        case .paid: break
        case .closed: fields["trade_status"] = "TRADE_CLOSED"
        case .refund(let refund):
            fields["refund_fee"] = Yuan.text(payment.refundedFen)
            fields["gmt_refund"] = BeijingTime.spaced(signing.now)
            fields["out_biz_no"] = refund.number
        }
        let signed = signedText(fields, without: ["sign_type"])
        fields["sign"] = base64(key(signing).sign(Array(signed.utf8)))
        return OutgoingNotice(
            url: payment.noticeURL,
            headers: [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array(form(fields).utf8))
    }
}
