import Foundation
import Gateways
import HTTP
import Signatures

/// UnionPay's full channel 5.1.0.
struct UnionPaySide: Side {
    let keys: SimulatorKeys
    let merchantKey: RSAPublicKey

    var paths: [String] { ["/gateway/api/"] }
    var codePrefix: String { "https://qr.95516.com/" }

    init(_ keys: SimulatorKeys) throws {
        self.keys = keys
        merchantKey = keys.merchantCertificate.publicKey
    }

    func answer(_ request: IncomingRequest, _ books: inout Books, _ signing: Signing) -> OutgoingAnswer {
        let given = fields(form: String(decoding: request.body, as: UTF8.self))
        guard given["merId"] == SimulatorKeys.unionPayMerchant,
            given["certId"] == keys.merchantCertificate.serialDecimal,
            merchantKey.verifies(bytes(base64: given["signature"]), of: Self.signed(given))
        else { return answer(of: ["respCode": "11", "respMsg": "签名验证失败[9100004]"], given, signing) }
        let reply =
            switch (request.path, given["txnType"]) {
            case ("/gateway/api/backTransReq.do", "01"): apply(given, &books)
            case ("/gateway/api/backTransReq.do", "04"): refund(given, &books, signing)
            case ("/gateway/api/queryTrans.do", "00"): query(given, books)
            default: ["respCode": "10"]
            }
        return answer(of: reply, given, signing)
    }

    /// An answer repeats what was asked; its fields are not percent-encoded.
    private func answer(of reply: [String: String], _ given: [String: String], _ signing: Signing) -> OutgoingAnswer {
        let repeated = given.filter {
            ["merId", "orderId", "txnTime", "txnType", "txnSubType", "bizType", "accessType"].contains($0.key)
        }
        let all = sign(repeated.merging(reply) { $1 }, signing)
        let text = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return OutgoingAnswer(200, headers: [("Content-Type", "text/html;charset=UTF-8")], body: Array(text.utf8))
    }

    /// Its own certificate can always be written as PEM.
    private func sign(_ fields: [String: String], _ signing: Signing) -> [String: String] {
        let isForged = signing.hand == .forged || signing.hand == .probe
        let certificate = isForged ? keys.forgedCertificate : keys.unionPayCertificate
        var all = fields.merging([
            "version": "5.1.0", "encoding": "UTF-8", "signMethod": "01",
            "signPubKeyCert": (try? certificate.pem()) ?? "",
        ]) { $1 }
        all["signature"] = base64((isForged ? keys.stranger : keys.unionPay).sign(Self.signed(all)))
        return all
    }

    private static func signed(_ fields: [String: String]) -> [UInt8] {
        Array(SHA256.hex(Array(signedText(fields, without: ["signature"]).utf8)).utf8)
    }

    private func apply(_ given: [String: String], _ books: inout Books) -> [String: String] {
        guard let number = given["orderId"], (8...32).contains(number.count),
            number.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), let time = given["txnTime"],
            time.count == 14, let fen = given["txnAmt"].flatMap(Int64.init), fen > 0, given["currencyCode"] == "156"
        else { return ["respCode": "10"] }
        if let known = books.payments[number] {
            guard known.time == time, known.amountFen == fen, known.state == .waiting else { return ["respCode": "12"] }
        } else {
            books.payments[number] = Books.Payment(
                number: number, amountFen: fen, noticeURL: given["backUrl"] ?? "",
                description: given["orderDesc"] ?? "", time: time)
        }
        return ["respCode": "00", "respMsg": "成功[0000000]", "qrCode": codePrefix + number]
    }

    private func refund(_ given: [String: String], _ books: inout Books, _ signing: Signing) -> [String: String] {
        guard let number = given["orderId"], let time = given["txnTime"], let fen = given["txnAmt"].flatMap(Int64.init),
            fen > 0
        else { return ["respCode": "10"] }
        let payment = given["origQryId"].flatMap(books.payment(transaction:))
        let new = Books.Refund(
            number: number, id: "9\(signing.nonce.prefix(20))", amountFen: fen, noticeURL: given["backUrl"] ?? "",
            time: time, state: .processing)
        return switch books.refund(payment, new) {
        case .taken: ["respCode": "00", "respMsg": "成功[0000000]"]
        case .noPayment: ["respCode": "35"]
        case .tooMuch: ["respCode": "36"]
        case .different: ["respCode": "12"]
        }
    }

    private func query(_ given: [String: String], _ books: Books) -> [String: String] {
        let (number, time) = (given["orderId"] ?? "", given["txnTime"] ?? "")
        if let payment = books.payments[number], payment.time == time, payment.state == .paid {
            return describe(payment).merging(["respCode": "00", "origRespCode": "00"]) { $1 }
        }
        if let (payment, refund) = books.refund(number), refund.time == time {
            let code = ["processing": "05", "done": "00", "abnormal": "30", "closed": "30"][refund.state.rawValue]
            return describe(payment, refund).merging(["respCode": "00", "origRespCode": code ?? ""]) { $1 }
        }
        return ["respCode": "34", "respMsg": "查无此交易"]
    }

    private func describe(_ payment: Books.Payment) -> [String: String] {
        [
            "merId": SimulatorKeys.unionPayMerchant, "orderId": payment.number, "txnTime": payment.time,
            "txnType": "01",
            "txnSubType": "07", "txnAmt": String(payment.paidFen), "currencyCode": "156",
            "queryId": payment.transaction,
        ]
    }

    private func describe(_ payment: Books.Payment, _ refund: Books.Refund) -> [String: String] {
        [
            "merId": SimulatorKeys.unionPayMerchant, "orderId": refund.number, "txnTime": refund.time, "txnType": "04",
            "txnSubType": "00", "txnAmt": String(refund.amountFen), "currencyCode": "156", "queryId": refund.id,
            "origQryId": payment.transaction,
        ]
    }

    func notice(_ payment: Books.Payment, _ kind: NoticeCause, _ signing: Signing) -> OutgoingNotice? {
        var (content, url) = (describe(payment), payment.noticeURL)
        switch kind {
        case .closed: return nil
        case .paid: content["respCode"] = "00"
        case .refund(let refund):
            guard refund.state != .processing else { return nil }
            content = describe(payment, refund)
            content["respCode"] = refund.state == .done ? "00" : "30"
            url = refund.noticeURL
        }
        content["bizType"] = "000000"
        content["accessType"] = "0"
        return OutgoingNotice(
            url: url, headers: [("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")],
            body: Array(form(sign(content, signing)).utf8))
    }
}
