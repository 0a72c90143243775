import Application
import Domain
import Foundation
import GatewaySimulator
import Gateways
import HTTP
import Signatures
import Testing
import Threads

/// The simulated gateways, an adapter for each, and a listener for their notices.
final class GatewayFixture: Sendable {
    private static let made = Result { () throws -> SimulatorKeys in
        try SimulatorKeys.make(nowMs: WallClock.nowMs(), random: SystemRandom.bytes)
    }

    let simulator: Simulator
    let listener: HTTPServer
    let notices = Monitor<[ReceivedNotice]>([])
    /// How far the merchant's clock is ahead of the gateways'.
    let clockOffsetMs = Locked<Int64>(0)
    private let http = HTTPClient()

    init() throws {
        simulator = try Simulator(try Self.made.get(), now: WallClock.nowMs, random: SystemRandom.bytes)
        try simulator.start()
        let notices = notices
        listener = try HTTPServer(
            .init(host: "127.0.0.1", port: 0),
            [
                HTTPRoute("POST", "/notices", bodyLimit: 65_536) { request, answer in
                    notices.change { $0.append(ReceivedNotice(headers: request.headers, body: request.body)) }
                    answer(OutgoingAnswer(200))
                }
            ])
    }

    deinit {
        simulator.stop()
        listener.stop()
    }

    var noticeURL: String { "http://127.0.0.1:\(listener.port)/notices" }
    var address: String { "http://127.0.0.1:\(simulator.port)" }

    var surroundings: GatewaySurroundings {
        GatewaySurroundings(
            http: http, now: { [clockOffsetMs] in WallClock.nowMs() + clockOffsetMs.withLock { $0 } },
            random: SystemRandom.bytes)
    }

    func gateway(_ channel: PaymentChannel) throws -> PaymentGateway {
        switch channel {
        case .weChat: try weChat(knows: [SimulatorKeys.weChatKeyID: simulator.keys.weChat.publicKey()])
        case .alipay: try alipay(app: SimulatorKeys.alipayApp)
        case .unionPay: try unionPay(trusts: [simulator.keys.unionPayRoot, simulator.keys.unionPayMiddle])
        }
    }

    /// Another merchant's, with the keys of ours.
    func gatewayOfAnother(_ channel: PaymentChannel) throws -> PaymentGateway {
        switch channel {
        case .weChat:
            try weChat(
                knows: [SimulatorKeys.weChatKeyID: simulator.keys.weChat.publicKey()], merchant: "1900000999")
        case .alipay: try alipay(app: "2021000000000999")
        case .unionPay:
            try unionPay(
                trusts: [simulator.keys.unionPayRoot, simulator.keys.unionPayMiddle], merchant: "777290058110999")
        }
    }

    private func alipay(app: String) throws -> PaymentGateway {
        Alipay(
            AlipaySettings(
                app: app, seller: SimulatorKeys.alipaySeller, key: simulator.keys.merchant,
                platformKeys: [try simulator.keys.alipay.publicKey()], noticeURL: noticeURL,
                address: try HTTPAddress(address + "/gateway.do")), surroundings
        ).gateway
    }

    func weChat(
        knows keys: [String: RSAPublicKey], merchant: String = SimulatorKeys.weChatMerchant, hosts: [String] = []
    ) throws -> PaymentGateway {
        try weChatPay(knows: keys, merchant: merchant, hosts: hosts).gateway
    }

    /// WeChat Pay as the issuer of invoices.
    func issuer() throws -> InvoiceIssuer {
        let keys = [SimulatorKeys.weChatKeyID: try simulator.keys.weChat.publicKey()]
        return try #require(try weChatPay(knows: keys, merchant: SimulatorKeys.weChatMerchant, hosts: []).issuer)
    }

    private func weChatPay(
        knows keys: [String: RSAPublicKey], merchant: String, hosts: [String]
    ) throws -> WeChatPay {
        typealias Line = WeChatInvoiceLines.Line
        let lines = WeChatInvoiceLines(
            training: try #require(Line(taxCode: "3070201020000000000", name: "培训费", taxRate: 600)),
            lodging: try #require(Line(taxCode: "3070402000000000000", name: "住宿费", taxRate: 600)))
        return WeChatPay(
            WeChatPaySettings(
                merchant: merchant, app: SimulatorKeys.weChatApp, key: simulator.keys.merchant,
                serial: simulator.keys.merchantCertificate.serialHex, sealingKey: Array(simulator.keys.sealingKey.utf8),
                platformKeys: keys, noticeURL: noticeURL,
                hosts: try (hosts + [address]).map { try HTTPAddress($0) }, invoices: lines), surroundings)
    }

    func unionPay(
        trusts authorities: [Certificate], signer: String = SimulatorKeys.unionPayName,
        merchant: String = SimulatorKeys.unionPayMerchant
    ) throws -> PaymentGateway {
        UnionPay(
            UnionPaySettings(
                merchant: merchant, key: simulator.keys.merchant,
                certificateID: simulator.keys.merchantCertificate.serialDecimal, authorities: authorities,
                signer: signer, noticeURL: noticeURL, host: try HTTPAddress(address)), surroundings
        ).gateway
    }

    /// Returns the notice of that turn, once it has come.
    func notice(_ turn: Int) throws -> ReceivedNotice {
        let all = notices.wait(atMostMs: 20_000) { $0.count >= turn ? $0 : nil }
        return try #require(all)[turn - 1]
    }

    /// A request for a payment of one yuan, which is to be made within the half hour.
    static func request(_ number: String = "ORDER0000001", fen: Int64 = 100) throws -> PaymentRequest {
        let now = WallClock.nowMs()
        return PaymentRequest(
            number: try #require(PaymentNumber(number, madeMs: now)), amountFen: fen, description: "培训费 & 住宿费",
            expiresMs: now + 1_800_000)
    }

    static func refund(
        of request: PaymentRequest, _ paid: GatewayPayment, number: String = "REFUND000001", fen: Int64 = 40
    ) throws -> RefundRequest {
        RefundRequest(
            number: try #require(PaymentNumber(number, madeMs: WallClock.nowMs())), payment: request.number,
            transaction: paid.transaction, amountFen: fen, totalFen: paid.amountFen, reason: "退住宿费")
    }
}

extension GatewayOutcome {
    var value: Value? { if case .done(let value) = self { value } else { nil } }
    var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
