import Foundation
import Gateways
import HTTP

/// WeChat Pay's electronic invoices, from the other side: taken at once, and issued or reversed when they have been asked about.
enum FapiaoDesk {
    static let area = "new-tax-control-fapiao/"
    static let filePath = "/invoicing/fapiao-file"

    private static let reasons: Set<String> = [
        "ISSUE_ERROR", "SALES_RETURN", "SERVICE_SUSPENTION", "SALES_DISCOUNT",
    ]

    private static func failure(_ status: Int, _ code: String) -> WeChatSide.Reply {
        (status, ["code": code, "message": code])
    }

    /// - Parameter given: the fields of the request's body.
    static func reply(
        to request: IncomingRequest, _ given: [String: Any], _ books: inout Books, _ signing: Signing
    ) -> WeChatSide.Reply {
        let parts = request.path.split(separator: "/").map(String.init).dropFirst(2)
        guard parts.first == "fapiao-applications" else { return failure(404, "RESOURCE_NOT_EXISTS") }
        let rest = Array(parts.dropFirst())
        switch (request.method, rest.count) {
        case ("POST", 0),
            ("POST", 2) where rest.last == "reverse" || rest.isEmpty:
            if !books.fapiaoRefusals.isEmpty { return failure(400, books.fapiaoRefusals.removeFirst()) }
            return rest.isEmpty ? issue(given, &books, signing) : reverse(rest[0], given, &books)
        case ("GET", 1): return query(rest[0], request, &books)
        case ("GET", 2) where rest[1] == "fapiao-files": return files(rest[0], request, books)
        default: return failure(404, "RESOURCE_NOT_EXISTS")
        }
    }

    private static func issue(_ given: [String: Any], _ books: inout Books, _ signing: Signing) -> WeChatSide.Reply {
        let buyer = given["buyer_information"] as? [String: Any] ?? [:]
        let wanted = given["fapiao_information"] as? [[String: Any]] ?? []
        let isUnit = buyer["type"] as? String == "ORGANIZATION"
        guard given["scene"] as? String == "WITH_WECHATPAY", let transaction = given["fapiao_apply_id"] as? String,
            isUnit || buyer["type"] as? String == "INDIVIDUAL", let name = buyer["name"] as? String, !name.isEmpty,
            isUnit == (buyer["taxpayer_id"] is String), (1...5).contains(wanted.count)
        else { return failure(400, "PARAM_ERROR") }
        guard let payment = books.payment(transaction: transaction), payment.state == .paid else {
            return failure(404, "RESOURCE_NOT_EXISTS")
        }
        for one in wanted {
            guard let number = one["fapiao_id"] as? String, (1...32).contains(number.utf8.count),
                let total = one["total_amount"] as? Int, let items = one["items"] as? [[String: Any]],
                items.allSatisfy(isLine), items.reduce(0, { $0 + ($1["total_amount"] as? Int ?? 0) }) == total,
                total > 0
            else { return failure(400, "PARAM_ERROR") }
            let standing = books.fapiaos.filter { $0.transaction == transaction && $0.state != .reversed }
            guard !books.fapiaos.contains(where: { $0.number == number }),
                standing.reduce(Int64(total), { $0 + $1.totalFen }) <= payment.paidFen
            else { return failure(400, "INVALID_REQUEST") }
            let digits = signing.nonce.utf8.map { String($0 % 10) }.joined()
            let count = "\(1000 + books.fapiaos.count)"
            books.fapiaos.append(
                Books.Fapiao(
                    number: number, transaction: transaction, buyer: name, totalFen: Int64(total),
                    issuedNumber: "26" + digits.prefix(13) + "1" + count,
                    redNumber: "26" + digits.prefix(13) + "9" + count))
        }
        return (202, nil)
    }

    private static func isLine(_ item: [String: Any]) -> Bool {
        let code = item["tax_code"] as? String ?? ""
        let hasNames = code.utf8.count == 19 && item["goods_name"] is String && item["tax_prefer_mark"] is String
        return hasNames && item["quantity"] as? Int == 100_000_000 && item["discount"] as? Bool == false
            && (item["tax_rate"] as? Int).map { (1...1700).contains($0) } == true
            && (item["total_amount"] as? Int).map { $0 > 0 } == true
    }

    private static func reverse(
        _ transaction: String, _ given: [String: Any], _ books: inout Books
    ) -> WeChatSide.Reply {
        let wanted = given["fapiao_information"] as? [[String: Any]] ?? []
        guard reasons.contains(given["reverse_reason"] as? String ?? ""), !wanted.isEmpty else {
            return failure(400, "PARAM_ERROR")
        }
        for one in wanted {
            let place = books.fapiaos.firstIndex { fapiao in
                fapiao.transaction == transaction && fapiao.number == one["fapiao_id"] as? String
            }
            guard let place else { return failure(404, "RESOURCE_NOT_EXISTS") }
            guard books.fapiaos[place].issuedNumber == one["fapiao_number"] as? String else {
                return failure(400, "PARAM_ERROR")
            }
            guard books.fapiaos[place].state == .issued else { return failure(400, "INVALID_REQUEST") }
            books.fapiaos[place].state = .reversing
        }
        return (202, nil)
    }

    /// An invoice that is asked about goes on, as if time had passed.
    private static func query(
        _ transaction: String, _ request: IncomingRequest, _ books: inout Books
    ) -> WeChatSide.Reply {
        let number = fields(form: request.query)["fapiao_id"]
        let places = books.fapiaos.indices.filter {
            books.fapiaos[$0].transaction == transaction
                && (number ?? books.fapiaos[$0].number) == books.fapiaos[$0].number
        }
        guard !places.isEmpty else { return failure(404, "RESOURCE_NOT_EXISTS") }
        let found = places.map { describe(books.fapiaos[$0]) }
        if !books.holdsFapiaos { for place in places { books.fapiaos[place].goOn() } }
        return (200, ["total_count": found.count, "fapiao_information": found])
    }

    private static func describe(_ fapiao: Books.Fapiao) -> [String: Any] {
        func paper(_ number: String) -> [String: Any] {
            ["fapiao_code": "", "fapiao_number": number, "check_code": "", "password": ""]
        }
        var text: [String: Any] = [
            "fapiao_id": fapiao.number, "status": fapiao.state.rawValue, "total_amount": fapiao.totalFen,
            "buyer_information": ["name": fapiao.buyer],
        ]
        if fapiao.state != .accepted {
            text["blue_fapiao"] = paper(fapiao.issuedNumber)
            text["card_information"] = ["card_openid": "oSimulated", "card_status": "INSERTED"]
        }
        if fapiao.state == .reversed { text["red_fapiao"] = paper(fapiao.redNumber) }
        return text
    }

    private static func files(
        _ transaction: String, _ request: IncomingRequest, _ books: Books
    ) -> WeChatSide.Reply {
        let number = fields(form: request.query)["fapiao_id"]
        let found = books.fapiaos.filter {
            $0.transaction == transaction && (number ?? $0.number) == $0.number && $0.state != .accepted
        }
        guard !found.isEmpty else { return failure(404, "RESOURCE_NOT_EXISTS") }
        let host = request.headers["host"] ?? ""
        return (
            200,
            [
                "fapiao_download_info_list": found.map {
                    [
                        "fapiao_id": $0.number, "status": $0.state.rawValue,
                        "download_url": "http://\(host)\(filePath)?token=\($0.redNumber)",
                    ]
                }
            ]
        )
    }

    /// Whoever has an address may fetch the file, which nobody signs.
    static func file(_ request: IncomingRequest, _ books: Books) -> OutgoingAnswer {
        let given = fields(form: request.query)
        let found = books.fapiaos.first { $0.redNumber == given["token"] && $0.number == given["fapiao_id"] }
        guard let found, given["mchid"] == SimulatorKeys.weChatMerchant, given["openid"] == "oSimulated",
            given["invoice_no"] == found.issuedNumber, given["invoice_code"] != nil
        else { return OutgoingAnswer(400, body: Array(json(["code": "PARAM_ERROR"]).utf8)) }
        let text = "%PDF-1.4\n% \(found.issuedNumber) \(found.buyer) \(found.totalFen)\ntrailer<<>>\n%%EOF\n"
        return OutgoingAnswer(200, headers: [("Content-Type", "application/octet-stream")], body: Array(text.utf8))
    }
}
