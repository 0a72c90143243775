import Application
import Domain
import GatewaySimulator
import Gateways
import Signatures
import Testing
import Threads

/// The peculiarities of each gateway.
@Suite(.timeLimit(.minutes(15))) struct ChannelTests {
    @Test("ORD-2 without a key, WeChat Pay's certificates are fetched; while it changes keys, both hold")
    func weChatCertificates() throws {
        let fixture = try GatewayFixture()
        let request = try GatewayFixture.request()
        // A merchant of the old kind, whose answers are signed by the certificate.
        let old = try fixture.weChat(knows: [:])
        #expect(old.precreate(request).value != nil)
        #expect(old.query(request.number) == .accepted)

        // A merchant of the new kind learns of the certificate when something is signed by it.
        let new = try fixture.gateway(.weChat)
        #expect(new.query(request.number) == .accepted)
        fixture.simulator.fail(.weChat, .older)
        #expect(new.query(request.number) == .unknown(reason: "HTTP 200, signed by an unknown key"))
        #expect(new.query(request.number) == .accepted)
        fixture.simulator.fail(.weChat, .older)
        #expect(new.query(request.number) == .accepted)

        try fixture.simulator.pay(.weChat, request.number.text)
        try fixture.simulator.notifyAgain(.weChat, request.number.text, .older)
        #expect(throws: Never.self) { try new.readNotice(try fixture.notice(1)).get() }
        #expect(throws: Never.self) { try new.readNotice(try fixture.notice(2)).get() }
        #expect(throws: NoticeFault.self) { try old.readNotice(try fixture.notice(1)).get() }
        #expect(throws: Never.self) { try old.readNotice(try fixture.notice(2)).get() }
    }

    @Test("ORD-2 a notice of WeChat Pay that is older than five minutes, or from the future, is refused")
    func weChatClock() throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(.weChat)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        try fixture.simulator.pay(.weChat, request.number.text)
        let notice = try fixture.notice(1)
        for (offsetMs, isBelieved) in [(Int64(-302_000), false), (-290_000, true), (290_000, true), (302_000, false)] {
            fixture.clockOffsetMs.withLock { $0 = offsetMs }
            guard case .success = gateway.readNotice(notice) else {
                #expect(!isBelieved, "\(offsetMs)")
                continue
            }
            #expect(isBelieved, "\(offsetMs)")
        }
        fixture.clockOffsetMs.withLock { $0 = 400_000 }
        guard case .unknown(let reason) = gateway.check() else {
            Issue.record("a clock that is 400 s off goes unnoticed")
            return
        }
        #expect(reason.contains("another time"))
    }

    @Test("ORD-2 an answer of WeChat Pay whose headers come twice tells nothing")
    func doubledHeaders() throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(.weChat)
        let request = try GatewayFixture.request()
        fixture.simulator.fail(.weChat, .doubled)
        #expect(gateway.precreate(request) == .unknown(reason: "HTTP 200, not signed"))
        #expect(gateway.precreate(request).value != nil)
    }

    @Test("ORD-2 a host of WeChat Pay that cannot be reached is passed over, with the same numbers")
    func secondHost() throws {
        let fixture = try GatewayFixture()
        let gone = try GatewayFixture().address
        let gateway = try fixture.weChat(
            knows: [SimulatorKeys.weChatKeyID: fixture.simulator.keys.weChat.publicKey()], hosts: [gone])
        let request = try GatewayFixture.request()
        #expect(gateway.precreate(request).value != nil)
        #expect(gateway.query(request.number) == .accepted)
    }

    @Test("ORD-2 Alipay's notice that a paid trade is closed undoes no payment")
    func closedAfterPayment() throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(.alipay)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        try fixture.simulator.pay(.alipay, request.number.text)
        try fixture.simulator.close(.alipay, request.number.text)
        #expect(try gateway.readNotice(try fixture.notice(2)).get() == .closed(number: request.number.text))
        guard case .done(.paid) = gateway.query(request.number) else {
            Issue.record("no longer paid")
            return
        }
    }

    @Test("ORD-2 UnionPay may not know a payment before it does")
    func unionPayAbsent() throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(.unionPay)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        try fixture.simulator.pay(.unionPay, request.number.text)
        fixture.simulator.fail(.unionPay, .absent)
        #expect(gateway.query(request.number) == .done(.absent))
        guard case .done(.paid) = gateway.query(request.number) else {
            Issue.record("not found")
            return
        }
    }

    @Test("ORD-2 a certificate that UnionPay's root has not issued, or with another name, signs nothing")
    func unionPayChain() throws {
        let fixture = try GatewayFixture()
        let keys = fixture.simulator.keys
        let request = try GatewayFixture.request()
        #expect(try fixture.unionPay(trusts: [keys.unionPayRoot, keys.unionPayMiddle]).precreate(request).value != nil)
        let wrong: [(String, PaymentGateway)] = [
            ("no root", try fixture.unionPay(trusts: [])),
            ("without what stands between", try fixture.unionPay(trusts: [keys.unionPayRoot])),
            ("another root", try fixture.unionPay(trusts: [keys.forgedCertificate])),
            (
                "another name",
                try fixture.unionPay(trusts: [keys.unionPayRoot, keys.unionPayMiddle], signer: "00040000:SIGN")
            ),
        ]
        for (what, gateway) in wrong { #expect(gateway.precreate(request).isUnknown, "\(what)") }
        // A year later, all of it is out of date.
        fixture.clockOffsetMs.withLock { $0 = 6 * 365 * 86_400_000 }
        let late = try fixture.unionPay(trusts: [keys.unionPayRoot, keys.unionPayMiddle])
        #expect(late.precreate(request).isUnknown)
    }

    @Test("a key in the place of another is told when it is read")
    func keysMixedUp() throws {
        let keys = try GatewayFixture().simulator.keys
        #expect(throws: SignatureError.self) { try RSAPrivateKey(pem: keys.alipay.publicPEM()) }
        #expect(throws: SignatureError.self) { try RSAPublicKey(pem: keys.alipay.pem()) }
        #expect(throws: SignatureError.self) { try RSAPublicKey(pem: keys.weChatCertificate.pem()) }
        #expect(throws: SignatureError.self) { try Certificate(pem: keys.alipay.publicPEM()) }
        #expect(throws: SignatureError.self) { try RSAPrivateKey(pem: "") }
    }
}
