import Application
import Domain
import Foundation
import GatewaySimulator
import Gateways
import HTTP
import Testing
import Threads

/// ORD-5: WeChat Pay as the issuer of invoices, against its simulator.
@Suite(.timeLimit(.minutes(15))) struct WeChatInvoiceTests {
    /// A payment of ¥1.00 by WeChat Pay.
    private func paid(_ fixture: GatewayFixture, _ number: String = "ORDER0000001") throws -> GatewayPayment {
        let gateway = try fixture.gateway(.weChat)
        let request = try GatewayFixture.request(number)
        _ = try #require(gateway.precreate(request).value)
        try fixture.simulator.pay(.weChat, request.number.text)
        guard case .paid(let payment) = gateway.query(request.number).value else { throw NotPaid() }
        return payment
    }

    private struct NotPaid: Error {}

    private func request(
        _ payment: GatewayPayment, _ number: String = "FAPIAO000001", title: String = "李娜", taxNumber: String? = nil,
        training: Int64 = 60, lodging: Int64 = 40, isFirst: Bool = true
    ) throws -> InvoiceRequest {
        InvoiceRequest(
            number: try #require(PaymentNumber(number, madeMs: 0)), transaction: payment.transaction,
            buyer: try InvoiceBuyer(
                kind: taxNumber == nil ? .person : .organisation, title: title, taxNumber: taxNumber ?? ""),
            trainingFen: training, lodgingFen: lodging, isFirst: isFirst)
    }

    private func invoice(_ request: InvoiceRequest) -> IssuerInvoice {
        IssuerInvoice(number: request.number, transaction: request.transaction)
    }

    @Test(
        "ORD-5b an invoice is taken, then issued under a number of 20 digits with its file, then voided by a red letter"
    )
    func life() throws {
        let fixture = try GatewayFixture()
        let (issuer, payment) = (try fixture.issuer(), try paid(fixture))
        let request = try request(payment, title: "天津市某公司", taxNumber: "91350100M000100Y43")
        let invoice = invoice(request)
        #expect(issuer.query(invoice) == .done(.absent))
        fixture.simulator.holdFapiaos()
        #expect(issuer.issue(request) == .accepted)
        #expect(issuer.query(invoice) == .accepted)
        #expect(issuer.file(invoice).isUnknown, "there is none yet")
        try fixture.simulator.finishFapiao(request.number.text)
        guard case .issued(let number, 100) = issuer.query(invoice).value else {
            Issue.record("not issued")
            return
        }
        #expect(number.number.utf8.count == 20 && number.code.isEmpty)
        let file = try #require(issuer.file(invoice).value)
        #expect(try InvoiceFile(file).bytes == file)
        #expect(String(decoding: file, as: UTF8.self).contains("天津市某公司 100"))
        let voiding = InvoiceVoiding(invoice: invoice, issued: number, isMoneyBack: true, isFirst: true)
        #expect(issuer.void(voiding) == .accepted)
        #expect(issuer.query(invoice) == .done(.voiding))
        try fixture.simulator.finishFapiao(request.number.text)
        guard case .voided(let red) = issuer.query(invoice).value else {
            Issue.record("not voided")
            return
        }
        #expect(red.utf8.count == 20 && red != number.number)
        let body = try #require(
            fixture.simulator.requests.first { $0.method == "POST" && $0.path.hasSuffix("applications") })
        let text = String(decoding: body.body, as: UTF8.self)
        #expect(text.contains(#""taxpayer_id":"91350100M000100Y43""#))
        #expect(text.contains(#""tax_rate":600"#) && text.contains(#""scene":"WITH_WECHATPAY""#))
        #expect(!text.contains("sub_mchid"))
    }

    @Test(
        "ORD-5b a notice names the invoices of its payment, and one that is forged, altered or of another merchant is not believed"
    )
    func notice() throws {
        let fixture = try GatewayFixture()
        let (issuer, payment) = (try fixture.issuer(), try paid(fixture))
        let request = try request(payment)
        fixture.simulator.holdFapiaos()
        #expect(issuer.issue(request) == .accepted)
        try fixture.simulator.finishFapiao(request.number.text)
        let message = try fixture.notice(2)
        let gateway = try fixture.gateway(.weChat)
        #expect(gateway.readNotice(message) == .success(.invoices(numbers: [request.number.text])))
        let altered = ReceivedNotice(headers: message.headers, body: message.body + Array(" ".utf8))
        guard case .failure = gateway.readNotice(altered) else {
            Issue.record("an altered notice")
            return
        }
        guard case .failure = try fixture.gatewayOfAnother(.weChat).readNotice(message) else {
            Issue.record("a notice of another merchant")
            return
        }
    }

    @Test(
        "ORD-5b what is answered by nobody, by a stranger, by a probe or by an error is unknown, and asked under the same number it is one invoice",
        arguments: [Fault.serverError, .cut, .lost, .forged, .probe, .doubled])
    func unknown(fault: Fault) throws {
        let fixture = try GatewayFixture()
        let (issuer, payment) = (try fixture.issuer(), try paid(fixture))
        let request = try request(payment)
        // The question before it is answered.
        fixture.simulator.fail(.weChat, .older, times: 0)
        _ = issuer.query(invoice(request))
        fixture.simulator.holdFapiaos()
        fixture.simulator.fail(.weChat, fault, times: 2)
        #expect(issuer.issue(request).isUnknown)
        fixture.simulator.recover()
        #expect(issuer.issue(request) == .accepted)
        fixture.simulator.fail(.weChat, fault)
        #expect(issuer.query(invoice(request)).isUnknown)
        #expect(issuer.issue(request) == .accepted)
        try fixture.simulator.finishFapiao(request.number.text)
        fixture.simulator.fail(.weChat, fault)
        #expect(issuer.file(invoice(request)).isUnknown)
        guard case .issued(let number, _) = issuer.query(invoice(request)).value else {
            Issue.record("not issued")
            return
        }
        fixture.simulator.fail(.weChat, fault)
        let voiding = InvoiceVoiding(invoice: invoice(request), issued: number, isMoneyBack: false, isFirst: true)
        #expect(issuer.void(voiding).isUnknown)
        let posts = fixture.simulator.requests.filter {
            $0.method == "POST" && $0.path.hasSuffix("fapiao-applications")
        }
        #expect(posts.count == 1, "a question before it says that it has arrived")
    }

    @Test("ORD-5b a listed code is a refusal; the one that a second attempt gets too is one for the first alone")
    func refusals() throws {
        let fixture = try GatewayFixture()
        let (issuer, payment) = (try fixture.issuer(), try paid(fixture))
        for code in ["PARAM_ERROR", "NO_AUTH"] {
            fixture.simulator.refuseFapiao(code)
            #expect(issuer.issue(try request(payment)) == .refused(code: code))
        }
        fixture.simulator.refuseFapiao("SYSTEM_ERROR")
        #expect(issuer.issue(try request(payment)).isUnknown)
        fixture.simulator.refuseFapiao("INVALID_REQUEST")
        #expect(issuer.issue(try request(payment, isFirst: false)).isUnknown)
        fixture.simulator.refuseFapiao("INVALID_REQUEST")
        #expect(issuer.issue(try request(payment)) == .refused(code: "INVALID_REQUEST"))
        let nobody = GatewayPayment(number: "X", transaction: "42000000", amountFen: 100, paidMs: nil)
        #expect(issuer.issue(try request(nobody)) == .refused(code: "RESOURCE_NOT_EXISTS"))
    }

    @Test("ORD-5e a payment has one invoice that stands, also by a server that has forgotten the first one's number")
    func forgotten() throws {
        let fixture = try GatewayFixture()
        let (issuer, payment) = (try fixture.issuer(), try paid(fixture))
        fixture.simulator.holdFapiaos()
        let first = try request(payment)
        #expect(issuer.issue(first) == .accepted)
        #expect(issuer.issue(try request(payment, "FAPIAO000002")) == .refused(code: "ISSUED_BEFORE"))
        try fixture.simulator.finishFapiao(first.number.text)
        guard case .issued(let number, _) = issuer.query(invoice(first)).value else {
            Issue.record("not issued")
            return
        }
        _ = issuer.void(InvoiceVoiding(invoice: invoice(first), issued: number, isMoneyBack: false, isFirst: true))
        #expect(issuer.issue(try request(payment, "FAPIAO000002")) == .refused(code: "ISSUED_BEFORE"))
        try fixture.simulator.finishFapiao(first.number.text)
        #expect(issuer.issue(try request(payment, "FAPIAO000002")) == .accepted)
    }

    @Test("ORD-5 what the lines of invoices say is checked: 19 digits, a name, a rate above 0 and at most 17 %")
    func lines() {
        typealias Line = WeChatInvoiceLines.Line
        #expect(Line(taxCode: "3070201020000000000", name: "培训费", taxRate: 300) != nil)
        #expect(Line(taxCode: "307020102000000000", name: "培训费", taxRate: 300) == nil)
        #expect(Line(taxCode: "307020102000000000X", name: "培训费", taxRate: 300) == nil)
        #expect(Line(taxCode: "3070201020000000000", name: "", taxRate: 300) == nil)
        #expect(Line(taxCode: "3070201020000000000", name: "培训费", taxRate: 0) == nil)
        #expect(Line(taxCode: "3070201020000000000", name: "培训费", taxRate: 1701) == nil)
    }
}
