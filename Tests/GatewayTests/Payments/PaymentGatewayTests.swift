import Application
import Domain
import GatewaySimulator
import Testing
import Threads

/// All that the port promises, of every adapter, against the simulated gateways.
@Suite(.timeLimit(.minutes(15))) struct PaymentGatewayTests {
    /// Makes a payment and has it paid.
    private func paid(_ channel: PaymentChannel, _ fixture: GatewayFixture) throws -> (PaymentRequest, GatewayPayment) {
        let gateway = try fixture.gateway(channel)
        let request = try GatewayFixture.request()
        _ = try #require(gateway.precreate(request).value)
        try fixture.simulator.pay(channel, request.number.text)
        guard case .paid(let payment) = gateway.query(request.number).value else {
            throw NotPaid()
        }
        return (request, payment)
    }

    private struct NotPaid: Error {}

    @Test(
        "ORD-2 a payment is shown, waited for, paid, told by a verified notice, and found by a query",
        arguments: PaymentChannel.allCases)
    func payment(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let request = try GatewayFixture.request()
        let code = try #require(gateway.precreate(request).value)
        #expect(code.contains(request.number.text))
        #expect(gateway.precreate(request) == .done(code), "the same number and amount again is the same payment")
        // Alipay begins a payment when its code is scanned, and UnionPay tells of none that is not paid.
        #expect(gateway.query(request.number) == (channel == .weChat ? .accepted : .done(.absent)))

        try fixture.simulator.pay(channel, request.number.text)
        let message = try fixture.notice(1)
        guard case .success(.paid(let told)) = gateway.readNotice(message) else {
            Issue.record("\(gateway.readNotice(message))")
            return
        }
        #expect(told.number == request.number.text)
        #expect(told.amountFen == 100)
        #expect(!told.transaction.isEmpty)
        #expect(gateway.query(request.number) == .done(.paid(told)))
        if channel != .unionPay { #expect(abs(try #require(told.paidMs) - WallClock.nowMs()) < 60_000) }
    }

    @Test(
        "ORD-2 a payment of another amount than the order's is told with the amount that was paid",
        arguments: PaymentChannel.allCases)
    func otherAmount(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        try fixture.simulator.pay(channel, request.number.text, fen: 1)
        guard case .success(.paid(let told)) = gateway.readNotice(try fixture.notice(1)) else {
            Issue.record("not told")
            return
        }
        #expect(told.amountFen == 1)
    }

    @Test(
        "ORD-2 a payment that was closed cannot be made; one that was made says so when it is to be closed",
        arguments: PaymentChannel.allCases)
    func close(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let request = try GatewayFixture.request()
        _ = gateway.precreate(request)
        #expect(gateway.close(request.number) == .done(channel == .weChat ? .closed : .open))
        if channel == .weChat {
            #expect(gateway.query(request.number) == .done(.closed))
            #expect(gateway.close(request.number) == .done(.closed), "closed twice is closed")
            #expect(gateway.precreate(request) == .refused(code: "ORDER_CLOSED"))
            #expect(throws: (any Error).self) { try fixture.simulator.pay(channel, request.number.text) }
        }
        let other = try GatewayFixture.request("ORDER0000002")
        _ = gateway.precreate(other)
        try fixture.simulator.pay(channel, other.number.text)
        #expect(gateway.close(other.number) == .done(.paid))
        #expect(gateway.close(try GatewayFixture.request("ORDER0000003").number) == .done(.open))
    }

    @Test(
        "ORD-4 a refund is taken once for its number, ends as the gateway says, and is never more than was paid",
        arguments: PaymentChannel.allCases)
    func refund(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let (request, payment) = try paid(channel, fixture)
        let refund = try GatewayFixture.refund(of: request, payment)
        #expect(gateway.queryRefund(refund) == .done(.absent))
        // Alipay pays back at once, the others later.
        let taken: GatewayOutcome<RefundState> = channel == .alipay ? .done(.paidBack) : .accepted
        #expect(gateway.refund(refund) == taken)
        #expect(gateway.refund(refund) == .accepted, "the same number again is the same refund")
        #expect(gateway.queryRefund(refund) == taken)
        try fixture.simulator.finishRefund(channel, refund.number.text, "done")
        #expect(gateway.queryRefund(refund) == .done(.paidBack))

        let rest = try GatewayFixture.refund(of: request, payment, number: "REFUND000002", fen: 61)
        switch gateway.refund(rest) {
        case .refused, .unknown: break
        case let outcome: Issue.record("41 of the 40 that are left: \(outcome)")
        }
        #expect(gateway.queryRefund(rest) == .done(.absent))
    }

    @Test(
        "ORD-4 a notice of a refund is no payment, and tells the refund's number or state",
        arguments: PaymentChannel.allCases)
    func refundNotice(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let (request, payment) = try paid(channel, fixture)
        let refund = try GatewayFixture.refund(of: request, payment)
        _ = gateway.refund(refund)
        try fixture.simulator.finishRefund(channel, refund.number.text, "done")
        guard case .success(.refund(let number, let order, let state)) = gateway.readNotice(try fixture.notice(2))
        else {
            Issue.record("no notice of a refund")
            return
        }
        #expect(number == refund.number.text)
        #expect(order == (channel == .unionPay ? nil : request.number.text))
        #expect(state == (channel == .alipay ? nil : .paidBack))
    }

    @Test("ORD-4 a refund that the bank sends back is abnormal with WeChat Pay, and closed with UnionPay")
    func abnormal() throws {
        let expected: [(PaymentChannel, RefundState)] = [(.weChat, .abnormal), (.unionPay, .closed)]
        for (channel, state) in expected {
            let fixture = try GatewayFixture()
            let gateway = try fixture.gateway(channel)
            let (request, payment) = try paid(channel, fixture)
            let refund = try GatewayFixture.refund(of: request, payment)
            _ = gateway.refund(refund)
            try fixture.simulator.finishRefund(channel, refund.number.text, "abnormal")
            #expect(gateway.queryRefund(refund) == .done(state))
        }
    }

    @Test(
        "ORD-2 after any failure of the gateway the outcome is unknown, and the same number tells what became of it",
        arguments: PaymentChannel.allCases)
    func faults(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let ends: [Fault] = [.serverError, .cut, .lost, .forged, .probe]
        for (turn, fault) in ends.enumerated() {
            let request = try GatewayFixture.request("ORDER000010\(turn)")
            func spoilt() { fixture.simulator.fail(channel, fault) }
            spoilt()
            #expect(gateway.precreate(request).isUnknown, "precreate, \(fault)")
            #expect(gateway.precreate(request).value != nil, "the same number again, after \(fault)")
            spoilt()
            #expect(gateway.query(request.number).isUnknown, "query, \(fault)")
            spoilt()
            #expect(gateway.close(request.number).isUnknown, "close, \(fault)")
            if channel == .weChat, [.lost, .forged, .probe].contains(fault) {
                #expect(gateway.query(request.number) == .done(.closed), "it was closed nevertheless")
                continue
            }
            try fixture.simulator.pay(channel, request.number.text)
            guard case .paid(let payment) = gateway.query(request.number).value else {
                Issue.record("not found after \(fault)")
                continue
            }
            let refund = try GatewayFixture.refund(of: request, payment, number: "REFUND00010\(turn)")
            spoilt()
            #expect(gateway.refund(refund).isUnknown, "refund, \(fault)")
            #expect(!gateway.refund(refund).isUnknown, "the same number again, after \(fault)")
            spoilt()
            #expect(gateway.queryRefund(refund).isUnknown, "query of a refund, \(fault)")
            spoilt()
            #expect(gateway.check().isUnknown, "check, \(fault)")
        }
    }

    @Test(
        "ORD-2 a notice that is forged, altered or cut off is refused; a genuine one comes again and is the same",
        arguments: PaymentChannel.allCases)
    func forgeries(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let (request, payment) = try paid(channel, fixture)
        for forgery in [Forgery.signature, .probe, .amount, .truncated] {
            let count = fixture.notices.change { $0.count }
            try fixture.simulator.notifyAgain(channel, request.number.text, forgery)
            guard case .failure(let fault) = gateway.readNotice(try fixture.notice(count + 1)) else {
                Issue.record("\(forgery) is believed")
                continue
            }
            #expect(!fault.reason.isEmpty)
        }
        let count = fixture.notices.change { $0.count }
        try fixture.simulator.notifyAgain(channel, request.number.text)
        #expect(try gateway.readNotice(try fixture.notice(count + 1)).get() == .paid(payment))
    }

    @Test(
        "ORD-2 a notice for another merchant is refused, though the gateway has signed it",
        arguments: PaymentChannel.allCases)
    func otherMerchant(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let (request, _) = try paid(channel, fixture)
        let stranger = try fixture.gatewayOfAnother(channel)
        try fixture.simulator.notifyAgain(channel, request.number.text)
        guard case .failure = stranger.readNotice(try fixture.notice(2)) else {
            Issue.record("believed")
            return
        }
        #expect(stranger.query(request.number).isUnknown)
    }

    @Test("bytes of anybody are refused as a notice, and never end the process", arguments: PaymentChannel.allCases)
    func noise(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        let (request, _) = try paid(channel, fixture)
        let genuine = try fixture.notice(1)
        for length in stride(from: 0, to: genuine.body.count, by: 7) {
            let cut = ReceivedNotice(headers: genuine.headers, body: Array(genuine.body.prefix(length)))
            guard case .failure = gateway.readNotice(cut) else {
                Issue.record("cut to \(length) bytes and believed")
                return
            }
        }
        for place in stride(from: 0, to: genuine.body.count, by: 5) {
            var body = genuine.body
            body[place] ^= UInt8(1 + place % 255)
            // A name that changes case or a blank that is written otherwise may leave the meaning as it was.
            if case .success(.paid(let told)) = gateway.readNotice(ReceivedNotice(headers: genuine.headers, body: body))
            {
                #expect(told.number == request.number.text && told.amountFen == 100)
            }
        }
        for text in [
            "", "{}", "[]", "&&&", "=", "%", "%E4%", "{\"resource\":{}}", String(repeating: "[", count: 60_000),
        ] {
            guard case .failure = gateway.readNotice(ReceivedNotice(headers: genuine.headers, body: Array(text.utf8)))
            else {
                Issue.record("\(text.prefix(20)) is believed")
                return
            }
        }
    }

    @Test(
        "ORD-2 each answer tells the gateway's clock, a refusal too",
        arguments: PaymentChannel.allCases)
    func clock(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        #expect(gateway.clock() == nil)
        fixture.clockOffsetMs.withLock { $0 = -250_000 }
        _ = gateway.query(try GatewayFixture.request().number)
        let clock = try #require(gateway.clock())
        #expect(abs(clock.offsetMs - 250_000) <= 2000)
        #expect(!clock.sells)
        fixture.clockOffsetMs.withLock { $0 = 0 }
        _ = gateway.check()
        #expect(gateway.clock()?.sells == true)
    }

    @Test(
        "ORD-2 the check proves the keys in both directions, and measures the clocks",
        arguments: PaymentChannel.allCases)
    func check(channel: PaymentChannel) throws {
        let fixture = try GatewayFixture()
        let gateway = try fixture.gateway(channel)
        #expect(abs(try #require(gateway.check().value)) <= 2000)
        fixture.clockOffsetMs.withLock { $0 = 120_000 }
        #expect(abs(try #require(gateway.check().value) + 120_000) <= 2000)
        fixture.clockOffsetMs.withLock { $0 = 0 }
        #expect(try fixture.gatewayOfAnother(channel).check().isUnknown)
    }

    @Test(
        "each gateway is answered in its own words, and repeats what was not applied",
        arguments: PaymentChannel.allCases)
    func answers(channel: PaymentChannel) throws {
        let gateway = try GatewayFixture().gateway(channel)
        let words: [PaymentChannel: String] = [
            .weChat: #"{"code":"SUCCESS"}"#, .alipay: "success", .unionPay: "ok",
        ]
        #expect(gateway.answer(.taken).status == 200)
        #expect(String(decoding: gateway.answer(.taken).body, as: UTF8.self) == words[channel])
        #expect((400..<500).contains(gateway.answer(.refused).status))
        #expect(gateway.answer(.failed).status == 500)
        #expect(gateway.answer(.failed).body != gateway.answer(.taken).body)
    }
}
