import Foundation
import Gateways
import HTTP
import Signatures

/// WeChat Pay's APIv3.
struct WeChatSide: Side {
    let keys: SimulatorKeys
    let merchantKey: RSAPublicKey

    var paths: [String] { ["/v3/", FapiaoDesk.filePath] }
    var codePrefix: String { "weixin://wxpay/bizpayurl?pr=" }

    init(_ keys: SimulatorKeys) throws {
        self.keys = keys
        merchantKey = try keys.merchant.publicKey()
    }

    func answer(_ request: IncomingRequest, _ books: inout Books, _ signing: Signing) -> OutgoingAnswer {
        if request.path == FapiaoDesk.filePath { return FapiaoDesk.file(request, books) }
        guard isGenuine(request) else { return OutgoingAnswer(401, body: Array(json(["code": "SIGN_ERROR"]).utf8)) }
        let (status, body) = reply(to: request, &books, signing)
        // Who does not ask for the public key's signature gets the certificate's.
        let isOld = signing.hand == .older || request.headers["wechatpay-serial"] != SimulatorKeys.weChatKeyID
        let text = body.map { Array(json($0).utf8) } ?? []
        let type = body == nil ? [] : [("Content-Type", "application/json; charset=utf-8")]
        return OutgoingAnswer(status, headers: type + headers(text, signing, isOld: isOld), body: text)
    }

    private func isGenuine(_ request: IncomingRequest) -> Bool {
        let scheme = "WECHATPAY2-SHA256-RSA2048 "
        guard let text = request.headers["authorization"], text.hasPrefix(scheme) else { return false }
        var given: [Substring: Substring] = [:]
        for part in text.dropFirst(scheme.count).split(separator: ",") {
            guard let equals = part.firstIndex(of: "=") else { return false }
            given[part[..<equals]] = part[part.index(after: equals)...].dropFirst().dropLast()
        }
        guard given["mchid"] == SimulatorKeys.weChatMerchant[...], let time = given["timestamp"],
            let nonce = given["nonce_str"], let signature = given["signature"]
        else { return false }
        let signed =
            Array("\(request.method)\n\(request.target)\n\(time)\n\(nonce)\n".utf8) + request.body + Array("\n".utf8)
        return merchantKey.verifies(bytes(base64: String(signature)), of: signed)
    }

    private func headers(
        _ body: [UInt8], _ signing: Signing, isOld: Bool
    ) -> [(name: String, value: String)] {
        let time = String(signing.now / 1000)
        let signed = Array("\(time)\n\(signing.nonce)\n".utf8) + body + Array("\n".utf8)
        let key = signing.hand == .forged ? keys.stranger : isOld ? keys.weChatOld : keys.weChat
        let signature = signing.hand == .probe ? "WECHATPAY/SIGNTEST/\(signing.nonce)" : base64(key.sign(signed))
        return [
            ("Wechatpay-Timestamp", time), ("Wechatpay-Nonce", signing.nonce), ("Wechatpay-Signature", signature),
            ("Wechatpay-Serial", isOld ? keys.weChatCertificate.serialHex : SimulatorKeys.weChatKeyID),
            ("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"),
        ]
    }

    // MARK: Replies

    typealias Reply = (status: Int, body: [String: Any]?)

    private func failure(_ status: Int, _ code: String) -> Reply { (status, ["code": code, "message": code]) }

    private func reply(to request: IncomingRequest, _ books: inout Books, _ signing: Signing) -> Reply {
        let parts = request.path.split(separator: "/").map(String.init)
        let given = fields(json: request.body)
        switch (request.method, parts.dropFirst().joined(separator: "/")) {
        case ("POST", "security/echo"): return (200, ["echo_message": given["echo_message"] ?? ""])
        case (_, let rest) where rest.hasPrefix(FapiaoDesk.area):
            return FapiaoDesk.reply(to: request, given, &books, signing)
        case ("GET", "certificates"): return (200, ["data": [certificate(signing)]])
        case ("POST", "pay/transactions/native"): return order(given, &books)
        case ("POST", "refund/domestic/refunds"): return refund(given, &books, signing)
        case ("GET", _) where request.path.hasPrefix("/v3/refund/domestic/refunds/"):
            guard let found = books.refund(parts[4]) else { return failure(404, "RESOURCE_NOT_EXISTS") }
            return (200, describe(found.payment, found.refund))
        case ("GET", _) where request.path.hasPrefix("/v3/pay/transactions/out-trade-no/"):
            guard let payment = books.payments[parts[4]] else { return failure(404, "ORDER_NOT_EXIST") }
            return (200, describe(payment))
        case ("POST", _) where request.path.hasSuffix("/close") && parts.count == 6:
            switch books.payments[parts[4]]?.state {
            case nil: return failure(404, "ORDER_NOT_EXIST")
            case .paid: return failure(400, "ORDERPAID")
            case .closed: return failure(400, "ORDER_CLOSED")
            case .waiting:
                books.payments[parts[4]]?.state = .closed
                return (204, nil)
            }
        default: return failure(404, "RESOURCE_NOT_EXISTS")
        }
    }

    private func order(_ given: [String: Any], _ books: inout Books) -> Reply {
        let amount = given["amount"] as? [String: Any]
        guard given["appid"] as? String == SimulatorKeys.weChatApp,
            given["mchid"] as? String == SimulatorKeys.weChatMerchant
        else { return failure(400, "APPID_MCHID_NOT_MATCH") }
        guard let number = given["out_trade_no"] as? String, (6...32).contains(number.count),
            let total = amount?["total"] as? Int, total > 0, let url = given["notify_url"] as? String,
            let description = given["description"] as? String, !description.isEmpty
        else { return failure(400, "PARAM_ERROR") }
        let known = books.payments[number]
        switch known?.state {
        case .paid: return failure(400, "ORDERPAID")
        case .closed: return failure(400, "ORDER_CLOSED")
        case .waiting where known?.amountFen != Int64(total): return failure(403, "OUT_TRADE_NO_USED")
        case .waiting: break
        case nil:
            books.payments[number] = Books.Payment(
                number: number, amountFen: Int64(total), noticeURL: url, description: description)
        }
        return (200, ["code_url": codePrefix + number])
    }

    private func refund(_ given: [String: Any], _ books: inout Books, _ signing: Signing) -> Reply {
        let amount = given["amount"] as? [String: Any]
        guard let number = given["out_refund_no"] as? String, let refund = amount?["refund"] as? Int, refund > 0 else {
            return failure(400, "PARAM_ERROR")
        }
        let payment =
            (given["transaction_id"] as? String).flatMap(books.payment(transaction:))
            ?? (given["out_trade_no"] as? String).flatMap { books.payments[$0] }
        guard amount?["total"] as? Int == payment.map({ Int($0.paidFen) }) || payment == nil else {
            return failure(400, "PARAM_ERROR")
        }
        let new = Books.Refund(
            number: number, id: "5030\(signing.nonce.prefix(20))", amountFen: Int64(refund),
            noticeURL: given["notify_url"] as? String ?? "", time: "", state: .processing)
        return switch books.refund(payment, new) {
        case .taken(let payment, let refund): (200, describe(payment, refund))
        case .noPayment: failure(404, "RESOURCE_NOT_EXISTS")
        case .tooMuch: failure(400, "INVALID_REQUEST")
        case .different: failure(400, "PARAM_ERROR")
        }
    }

    private func describe(_ payment: Books.Payment) -> [String: Any] {
        var text: [String: Any] = [
            "appid": SimulatorKeys.weChatApp, "mchid": SimulatorKeys.weChatMerchant, "out_trade_no": payment.number,
            "amount": ["total": payment.paidFen, "currency": "CNY"], "trade_type": "NATIVE",
        ]
        switch payment.state {
        case .waiting: text["trade_state"] = "NOTPAY"
        case .closed: text["trade_state"] = "CLOSED"
        case .paid:
            text["trade_state"] = payment.refunds.contains { $0.state != .closed } ? "REFUND" : "SUCCESS"
            text["transaction_id"] = payment.transaction
            text["success_time"] = BeijingTime.rfc3339(payment.paidMs)
        }
        return text
    }

    private static func word(_ state: Books.RefundState) -> String {
        switch state {
        case .processing: "PROCESSING"
        case .done: "SUCCESS"
        case .abnormal: "ABNORMAL"
        case .closed: "CLOSED"
        }
    }

    private func describe(_ payment: Books.Payment, _ refund: Books.Refund) -> [String: Any] {
        [
            "refund_id": refund.id, "out_refund_no": refund.number, "out_trade_no": payment.number,
            "transaction_id": payment.transaction, "status": Self.word(refund.state),
            "amount": ["refund": refund.amountFen, "total": payment.paidFen, "currency": "CNY"],
        ]
    }

    // MARK: Sealed

    /// Key and nonce are the simulator's own, of the right sizes: sealing cannot fail.
    private func sealed(_ text: String, _ associated: String, _ signing: Signing) -> [String: Any] {
        let nonce = String(signing.nonce.prefix(12))
        let bytes = try? AES256GCM.seal(
            Array(text.utf8), key: Array(keys.sealingKey.utf8), nonce: Array(nonce.utf8),
            associated: Array(associated.utf8))
        return [
            "algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": associated,
            "ciphertext": base64(bytes ?? []),
        ]
    }

    /// Its own certificate can always be written as PEM.
    private func certificate(_ signing: Signing) -> [String: Any] {
        [
            "serial_no": keys.weChatCertificate.serialHex, "effective_time": "2020-01-01T00:00:00+08:00",
            "expire_time": "2040-01-01T00:00:00+08:00",
            "encrypt_certificate": sealed((try? keys.weChatCertificate.pem()) ?? "", "certificate", signing),
        ]
    }

    func notice(_ payment: Books.Payment, _ kind: NoticeCause, _ signing: Signing) -> OutgoingNotice? {
        var (event, content, url) = ("TRANSACTION.SUCCESS", describe(payment), payment.noticeURL)
        switch kind {
        case .closed: return nil
        case .paid: content["trade_state"] = "SUCCESS"
        case .refund(let refund):
            guard refund.state != .processing else { return nil }
            event = "REFUND.\(Self.word(refund.state))"
            content = describe(payment, refund)
            content["refund_status"] = content.removeValue(forKey: "status")
            content["mchid"] = SimulatorKeys.weChatMerchant
            if !refund.noticeURL.isEmpty { url = refund.noticeURL }
        }
        return notice(event, content, to: url, signing)
    }

    /// Tells that an invoice has changed.
    func notice(_ fapiao: Books.Fapiao, _ books: Books, _ signing: Signing) -> OutgoingNotice? {
        guard let payment = books.payment(transaction: fapiao.transaction) else { return nil }
        let content: [String: Any] = [
            "mchid": SimulatorKeys.weChatMerchant, "fapiao_apply_id": fapiao.transaction,
            "fapiao_information": books.fapiaos.filter { $0.transaction == fapiao.transaction }.map {
                ["fapiao_id": $0.number, "fapiao_status": $0.state.rawValue, "card_status": "INSERTED"]
            },
        ]
        return notice("FAPIAO.\(fapiao.state.rawValue)", content, to: payment.noticeURL, signing)
    }

    private func notice(
        _ event: String, _ content: [String: Any], to url: String, _ signing: Signing
    ) -> OutgoingNotice {
        let body = json([
            "id": signing.nonce, "event_type": event, "resource_type": "encrypt-resource", "summary": event,
            "create_time": BeijingTime.rfc3339(signing.now),
            "resource": sealed(json(content), "transaction", signing),
        ])
        let bytes = Array(body.utf8)
        return OutgoingNotice(
            url: url,
            headers: [("Content-Type", "application/json")] + headers(bytes, signing, isOld: signing.hand == .older),
            body: bytes)
    }
}
