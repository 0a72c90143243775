import Application
import Domain
import Foundation
import GatewaySimulator
import HTTP
import Signatures
import Testing

/// The interpreter that has the SDKs.
private let python = ProcessInfo.processInfo.environment["ROLLCALL_JUDGES"]

/// Others than us judge both sides: SDKs and a second reading, in Python (`make gateway-judges`).
@Suite(.enabled(if: python != nil, "make gateway-judges gives it the SDKs"), .timeLimit(.minutes(15)))
struct JudgeTests {
    /// Has the adapter make a request of every kind.
    private func makeRequests(_ fixture: GatewayFixture) throws {
        for channel in PaymentChannel.allCases {
            let gateway = try fixture.gateway(channel)
            let request = try GatewayFixture.request()
            _ = gateway.precreate(request)
            _ = gateway.query(request.number)
            try fixture.simulator.pay(channel, request.number.text)
            guard case .paid(let payment) = gateway.query(request.number).value else { continue }
            let refund = try GatewayFixture.refund(of: request, payment)
            _ = gateway.refund(refund)
            _ = gateway.queryRefund(refund)
            _ = gateway.close(request.number)
            _ = gateway.check()
            if channel == .weChat { try makeInvoice(of: payment, fixture) }
        }
    }

    private func makeInvoice(of payment: GatewayPayment, _ fixture: GatewayFixture) throws {
        let issuer = try fixture.issuer()
        let number = try #require(PaymentNumber("FAPIAO000001", madeMs: 0))
        let invoice = IssuerInvoice(number: number, transaction: payment.transaction)
        let buyer = try InvoiceBuyer(kind: .organisation, title: "天津市某公司", taxNumber: "91350100M000100Y43")
        _ = issuer.issue(
            InvoiceRequest(
                number: number, transaction: payment.transaction, buyer: buyer, trainingFen: 60, lodgingFen: 0,
                isFirst: true))
        _ = issuer.query(invoice)
        _ = issuer.file(invoice)
        guard case .issued(let issued, _) = issuer.query(invoice).value else {
            Issue.record("not issued")
            return
        }
        _ = issuer.void(InvoiceVoiding(invoice: invoice, issued: issued, isMoneyBack: true, isFirst: true))
    }

    @Test(
        "ORD-2 ORD-5b the SDKs of WeChat Pay and Alipay, and a second reading of UnionPay's, take the simulator for the gateways and sign as the adapters do"
    )
    func judged() throws {
        let fixture = try GatewayFixture()
        try makeRequests(fixture)
        let made = fixture.simulator.requests
        #expect(made.count >= 28)
        func described(_ path: String) -> [[String: Any]] {
            made.filter { $0.path.hasPrefix(path) }.map {
                [
                    "method": $0.method, "target": $0.target, "headers": $0.headers,
                    "body": String(decoding: $0.body, as: UTF8.self),
                ]
            }
        }
        let given: [String: Any] = [
            "keys": try fixture.simulator.keys.merchantFiles(), "noticeURL": fixture.noticeURL,
            "names": [
                "wechatMerchant": SimulatorKeys.weChatMerchant, "wechatApp": SimulatorKeys.weChatApp,
                "wechatKeyID": SimulatorKeys.weChatKeyID, "alipayApp": SimulatorKeys.alipayApp,
                "unionpayMerchant": SimulatorKeys.unionPayMerchant,
                "serial": fixture.simulator.keys.merchantCertificate.serialHex,
            ],
            "requests": [
                "wechat": described("/v3/"), "alipay": described("/gateway.do"), "unionpay": described("/gateway/api/"),
            ],
        ]
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("judges-\(UUID().uuidString).json")
        try JSONSerialization.data(withJSONObject: given).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let judge = Process()
        judge.executableURL = URL(fileURLWithPath: try #require(python))
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Judges/judge.py")
        judge.arguments = [script.path, fixture.address, file.path]
        let output = Pipe()
        judge.standardOutput = output
        judge.standardError = output
        try judge.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        judge.waitUntilExit()
        #expect(judge.terminationStatus == 0, "\(text)")
        print(text)
    }
}
