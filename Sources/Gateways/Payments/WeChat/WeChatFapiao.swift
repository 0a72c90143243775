import Application
import Domain

/// WeChat Pay's electronic invoices of a merchant's own (电子发票), of what was paid by it. It answers 202 to what it takes, and tells the
/// result later.
struct WeChatFapiao: Sendable {
    let call: WeChatCall
    let lines: WeChatInvoiceLines

    private typealias Fapiao = WeChatMessages.Fapiaos.Fapiao

    /// Codes of signed errors by which nothing was done, and will not be.
    private static let final: Set<String> = ["PARAM_ERROR", "NO_AUTH", "MCH_NOT_EXISTS", "RESOURCE_NOT_EXISTS"]
    /// Answers what breaks a rule, and a second attempt whose first one arrived: final for a first attempt alone.
    private static let ambiguous = "INVALID_REQUEST"
    /// Of a payment of which another invoice stands there, by a number that this server may have forgotten.
    private static let another = "ISSUED_BEFORE"

    var issuer: InvoiceIssuer {
        InvoiceIssuer(channel: .weChat, issue: issue, query: query, void: void, file: file)
    }

    private static let applications = "/v3/new-tax-control-fapiao/fapiao-applications"

    private func path(_ transaction: String, _ more: String = "") -> String {
        "\(Self.applications)/\(transaction)\(more)"
    }

    private func codes(isFirst: Bool) -> Set<String> { isFirst ? Self.final.union([Self.ambiguous]) : Self.final }

    private func issue(_ request: InvoiceRequest) -> GatewayOutcome<Never> {
        switch fapiaos(of: request.transaction) {
        case .done(let known):
            if known.contains(where: { $0.fapiaoId == request.number.text }) { return .accepted }
            if known.contains(where: { $0.status != "REVERSED" }) { return .refused(code: Self.another) }
        case .refused(let code): return .refused(code: code)
        case .accepted: break
        case .unknown(let reason): return .unknown(reason: reason)
        }
        let amounts = [(lines.training, request.trainingFen), (lines.lodging, request.lodgingFen)]
        let order = WeChatMessages.FapiaoOrder(
            fapiaoApplyId: request.transaction,
            buyerInformation: .init(
                type: request.buyer.kind == .organisation ? "ORGANIZATION" : "INDIVIDUAL", name: request.buyer.title,
                taxpayerId: request.buyer.taxNumber?.text),
            fapiaoInformation: [
                .init(
                    fapiaoId: request.number.text, totalAmount: request.trainingFen + request.lodgingFen,
                    items: amounts.filter { $0.1 > 0 }.map { line, fen in
                        .init(taxCode: line.taxCode, goodsName: line.name, totalAmount: fen, taxRate: line.taxRate)
                    })
            ])
        return WeChatCall.outcome(
            call.post(Self.applications, order), final: codes(isFirst: request.isFirst)
        ) { _ in .accepted }
    }

    private func query(_ invoice: IssuerInvoice) -> GatewayOutcome<IssuerState> {
        switch fapiaos(of: invoice.transaction, number: invoice.number) {
        case .unknown(let reason): return .unknown(reason: reason)
        case .refused(let code): return .refused(code: code)
        case .accepted: return .accepted
        case .done(let known):
            guard let fapiao = known.first(where: { $0.fapiaoId == invoice.number.text }) else { return .done(.absent) }
            switch fapiao.status {
            case "ISSUE_ACCEPTED": return .accepted
            case "ISSUED":
                guard let number = Self.number(fapiao) else { break }
                return .done(.issued(number, fen: fapiao.totalAmount))
            case "REVERSE_ACCEPTED": return .done(.voiding)
            case "REVERSED":
                let red = try? InvoiceNumber.checkedRed(fapiao.redFapiao?.fapiaoNumber ?? "")
                return .done(.voided(red: red ?? ""))
            default: break
            }
            return .unknown(reason: "an answer about something else")
        }
    }

    /// The invoices of a payment: all, or the one of a number.
    private func fapiaos(of transaction: String, number: PaymentNumber? = nil) -> GatewayOutcome<[Fapiao]> {
        let reply = call.get(path(transaction, number.map { "?fapiao_id=\($0.text)" } ?? ""))
        return WeChatCall.outcome(reply, absent: ["RESOURCE_NOT_EXISTS"], []) { body in
            WeChatMessages.decode(WeChatMessages.Fapiaos.self, body).map { .done($0.fapiaoInformation ?? []) }
        }
    }

    /// A number of 20 digits may come with a code, which is a part of it.
    private static func number(_ fapiao: Fapiao) -> InvoiceNumber? {
        guard let number = fapiao.blueFapiao?.fapiaoNumber else { return nil }
        let code = number.utf8.count == 20 ? "" : fapiao.blueFapiao?.fapiaoCode ?? ""
        return try? InvoiceNumber(code: code, number: number)
    }

    private func void(_ voiding: InvoiceVoiding) -> GatewayOutcome<Never> {
        let reversal = WeChatMessages.FapiaoReversal(
            reverseReason: voiding.isMoneyBack ? "SALES_RETURN" : "ISSUE_ERROR",
            fapiaoInformation: [
                .init(
                    fapiaoId: voiding.invoice.number.text,
                    fapiaoCode: voiding.issued.code.isEmpty ? nil : voiding.issued.code,
                    fapiaoNumber: voiding.issued.number)
            ])
        return WeChatCall.outcome(
            call.post(path(voiding.invoice.transaction, "/reverse"), reversal), final: codes(isFirst: voiding.isFirst)
        ) { _ in .accepted }
    }

    /// The address of a file holds for half a minute, and its answer is not signed: where it is, a signed answer has said.
    private func file(_ invoice: IssuerInvoice) -> GatewayOutcome<[UInt8]> {
        let number = invoice.number.text
        switch fapiaos(of: invoice.transaction, number: invoice.number) {
        case .unknown(let reason): return .unknown(reason: reason)
        case .refused(let code): return .refused(code: code)
        case .accepted: return .accepted
        case .done(let known):
            guard let fapiao = known.first(where: { $0.fapiaoId == number }) else {
                return .unknown(reason: "an answer about something else")
            }
            return WeChatCall.outcome(
                call.get(path(invoice.transaction, "/fapiao-files?fapiao_id=\(number)")),
                final: ["PARAM_ERROR", "NO_AUTH"]
            ) { body in
                let files = WeChatMessages.decode(WeChatMessages.FapiaoFiles.self, body)?.fapiaoDownloadInfoList
                guard let place = files?.first(where: { $0.fapiaoId == number })?.downloadUrl else { return nil }
                return download(place, fapiao)
            }
        }
    }

    private func download(_ place: String, _ fapiao: Fapiao) -> GatewayOutcome<[UInt8]>? {
        let more = [
            ("mchid", call.settings.merchant), ("openid", fapiao.cardInformation?.cardOpenid ?? ""),
            ("invoice_code", fapiao.blueFapiao?.fapiaoCode ?? ""),
            ("invoice_no", fapiao.blueFapiao?.fapiaoNumber ?? ""), ("fapiao_id", fapiao.fapiaoId),
        ]
        let query = more.map { "&\($0.0)=\($0.1)" }.joined()
        guard let address = try? HTTPAddress(place + query) else { return nil }
        do throws(HTTPFailure) {
            let response = try call.surroundings.http.send(
                HTTPRequest(
                    address, method: .get, headers: [("User-Agent", "rollcall")],
                    timeoutMs: GatewaySurroundings.timeoutMs, bodyLimit: InvoiceFile.sizeLimit))
            guard response.status == 200 else { return .unknown(reason: "HTTP \(response.status)") }
            return .done(response.body)
        } catch {
            return .unknown(reason: error.reason)
        }
    }
}
