import Application
import Domain
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// ORD-5: invoices that WeChat Pay issues and voids.
@Suite struct SentInvoiceTests {
    private static let unit = Buyer(kind: .organisation, title: "天津市某公司", taxNumber: "91350100M000100Y43")

    /// An order of ¥300.00 that was paid by WeChat Pay, and an application for its invoice.
    private func applied(
        hasIssuer: Bool = true
    ) throws -> (CourseOffice, Client, order: UInt64, invoice: UInt64) {
        let office = try CourseOffice(hasIssuer: hasIssuer)
        let me = try office.world.client("N01")
        let order = try me.order(try office.session(places: 5))
        try office.pay(order.id, by: me)
        return (office, me, order.id, try me.applyForInvoice(order.id, Self.unit).id)
    }

    @Test(
        "ORD-5b ORD-5f applications are sent, one or many, each with its outcome; taken is not issued: a question tells the number"
    )
    func sent() throws {
        let (office, me, _, invoice) = try applied()
        let other = try office.world.client("N02")
        let second = try other.order(try office.session(places: 5))
        try office.pay(second.id, by: other)
        let theirs = try other.applyForInvoice(second.id, Buyer(kind: .person, title: "个人")).id
        let reply = try office.send([invoice, theirs, 99])
        #expect(reply.outcomes.map(\.state) == [.issuing, .issuing, nil])
        #expect(reply.outcomes.last?.failure?.code == .notFound)
        office.settle()
        #expect(try me.invoices().map(\.state) == [.issuing])
        let requests = office.issuer.invoices.values.map(\.request)
        #expect(Set(requests.map(\.transaction)).count == 2)
        #expect(requests.map(\.trainingFen) == [30_000, 30_000])
        #expect(Set(requests.map { $0.buyer.taxNumber?.text ?? "" }) == ["", "91350100M000100Y43"])
        try office.ask(after: 5)
        #expect(try me.invoices().map(\.state) == [.issuing], "taken is not issued")
        #expect(try me.invoices().map(\.number) == [""])
        office.issuer.goOn()
        try office.ask(after: 10)
        let issued = try #require(try me.invoices().first)
        #expect(issued.state == .issued)
        #expect(issued.number.hasPrefix("26990000"))
        #expect(issued.issuer == .weChat)
        #expect(office.issuer.asked.count { $0.hasPrefix("issue") } == 2, "each is sent once")
        office.settle()
        #expect(try me.invoiceFile(invoice) == Array("%PDF-1.7 电子发票 %%EOF".utf8), "the file is fetched")
        me.locale = "zh"
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.map(\.text).last
                == "发票已开具：\(issued.number)，¥300.00")
        let story: ShowInvoiceReply = try office.admin.call(.invoicesShow, ShowInvoiceRequest(invoice: invoice))
        #expect(story.steps.map(\.state) == [.applied, .issuing, .issued])
        #expect(story.steps.last?.actor == 0)
    }

    @Test(
        "ORD-5b an answer that is lost is asked about, a request that is lost is sent again under its number, and neither under another"
    )
    func unknown() throws {
        let (office, me, _, invoice) = try applied()
        office.issuer.loseAnswers(1)
        _ = try office.send([invoice])
        office.settle()
        office.issuer.goOn()
        try office.ask(after: 5)
        #expect(try me.invoices().map(\.state) == [.issued])
        #expect(office.issuer.asked.count { $0.hasPrefix("issue") } == 1)

        let (later, other, _, lost) = try applied()
        later.issuer.loseRequests(1)
        _ = try later.send([lost])
        later.settle()
        let number = try #require(try other.invoices().first?.issuerNumber)
        for seconds: Int64 in [5, 10, 20, 40, 80] { try later.ask(after: seconds) }
        #expect(later.issuer.asked.count { $0.hasPrefix("issue") } == 1, "it may be on its way for five minutes")
        try later.ask(after: 160)
        later.settle()
        #expect(later.issuer.asked.filter { $0.hasPrefix("issue") } == ["issue \(number)", "issue \(number)"])
        later.issuer.goOn()
        try later.ask(after: 320)
        #expect(try other.invoices().map(\.state) == [.issued])
        #expect(later.issuer.invoices.count == 1)
    }

    @Test(
        "ORD-5b a refused application is one again, with the code; it is sent under another number, four times at most, and then issued by hand"
    )
    func sentBack() throws {
        let (office, me, _, invoice) = try applied()
        var numbers: Set<String> = []
        for _ in 0..<4 {
            office.issuer.refuse("PARAM_ERROR")
            #expect(try office.send([invoice]).done == 1)
            numbers.insert(try #require(try me.invoices().first?.issuerNumber))
            office.settle()
            #expect(try me.invoices().map(\.state) == [.applied])
            #expect(try me.invoices().map(\.reason) == ["PARAM_ERROR"])
        }
        #expect(numbers.count == 4)
        let fifth = try office.send([invoice])
        #expect(fifth.outcomes.first?.failure?.code == .wrongState)
        #expect(fifth.outcomes.first?.failure?.text.contains("by hand") == true)
        #expect(try office.issue([invoice: ("", "25117000000012345678")]).done == 1)
        #expect(try me.invoices().map(\.state) == [.issued])
    }

    @Test(
        "ORD-5f what was not paid by WeChat Pay is not sent, nor anything where the server has no issuer; the refusal says what to do"
    )
    func byHand() throws {
        let changes = [PolicySwitch(name: "payChannels", value: "WeChat,Alipay")]
        let office = try CourseOffice(changes)
        let other = try office.world.client("N02")
        let order = try other.order(try office.session(places: 5))
        let number = try office.open(order.id, by: other, .alipay)
        try office.notice(try #require(office.alipay.pay(number, at: office.world.clock.now)), .alipay)
        let theirs = try other.applyForInvoice(order.id, Self.unit).id
        office.admin.locale = "zh"
        let reply = try office.send([theirs])
        #expect(reply.outcomes.first?.failure?.text == "当前状态不允许此操作：该订单不是微信支付付款，请人工开票")
        #expect(office.issuer.asked.isEmpty)

        let (without, me, _, invoice) = try applied(hasIssuer: false)
        let failure: Failure = try refused(.wrongState, field: "server") { try without.send([invoice]) }
        #expect(failure.text.contains("payments.wechat.invoices"))
        #expect(try me.invoices().map(\.state) == [.applied])
    }

    @Test(
        "ORD-5e nothing is sent while a refund is under way; ORD-5b one that is sent is not taken back, rejected or issued by hand meanwhile"
    )
    func underWay() throws {
        let (office, me, order, invoice) = try applied()
        _ = try office.send([invoice])
        #expect(try office.send([invoice]).outcomes.first?.failure?.code == .wrongState)
        try refused(.wrongState) {
            try me.call(.invoicesCancel, CancelInvoiceRequest(invoice: invoice)) as InvoiceReply
        }
        let early = try office.issue([invoice: ("", "25117000000012345678")])
        #expect(early.outcomes.first?.failure?.code == .wrongState)
        #expect(try office.reject([invoice]).outcomes.first?.failure?.code == .wrongState)
        try refused(.invoiceStands, field: "order") { try me.applyForInvoice(order) }
    }

    @Test(
        "ORD-5c what WeChat Pay issued it voids, whole: the invoice is being voided until a question tells of the red letter; ORD-5d then another follows"
    )
    func voided() throws {
        let (office, me, order, invoice) = try issued()
        _ = try me.askVoid(invoice, "抬头有误")
        #expect(try office.void(invoice).state == .voiding)
        office.settle()
        try office.ask(after: 5)
        #expect(try me.invoices().map(\.state) == [.voiding], "taken is not voided")
        try refused(.invoiceStands, field: "order") { try me.applyForInvoice(order) }
        office.issuer.goOn()
        try office.ask(after: 10)
        #expect(try me.invoices().map(\.state) == [.voided])
        #expect(try me.invoices().map(\.redNumber) == [InvoiceDesk.red])
        #expect(try me.show(invoice).steps.map(\.reason).suffix(2) == ["抬头有误", "抬头有误"])
        let second = try me.applyForInvoice(order).id
        #expect(try office.send([second]).done == 1)
        office.settle()
        #expect(office.issuer.invoices.count == 2)
    }

    @Test(
        "ORD-5c a voiding that WeChat Pay refuses waits for a person again, who sends it once more or enters a red letter made by hand"
    )
    func voidRefused() throws {
        let (office, me, _, invoice) = try issued()
        office.issuer.refuse("NO_AUTH")
        #expect(try office.void(invoice, reason: "抬头有误").state == .voiding)
        office.settle()
        #expect(try me.invoices().map(\.state) == [.voidAsked])
        #expect(try me.invoices().map(\.reason) == ["抬头有误"])
        #expect(try me.show(invoice).steps.last?.reason == "NO_AUTH")
        #expect(try office.void(invoice).state == .voiding)
        office.settle()
        try refused(.wrongState, field: "invoice") { try office.void(invoice, red: "26990000000000011111") }
        office.issuer.goOn()
        try office.ask(after: 5)
        #expect(try me.invoices().map(\.state) == [.voided])

        let (other, theirs, _, second) = try issued()
        #expect(try other.void(second, reason: "抬头有误", red: "26990000000000011111").state == .voided)
        other.settle()
        #expect(other.issuer.asked.allSatisfy { !$0.hasPrefix("void") })
        #expect(try theirs.invoices().map(\.redNumber) == ["26990000000000011111"])
    }

    @Test("ORD-4d a refund waits until WeChat Pay has voided the invoice, and then goes on by itself")
    func refunded() throws {
        let (office, me, order, invoice) = try issued(preset: "sichuan-water")
        let refund = try me.askRefund(order, .full)
        try office.admin.decide(.refund, refund.id, .approve)
        office.settle()
        #expect(try me.refunds().map(\.state) == [.awaitsVoid])
        #expect(try office.void(invoice).state == .voiding)
        office.settle()
        try office.ask(after: 5)
        #expect(try me.refunds().map(\.state) == [.awaitsVoid], "the invoice may still stand")
        #expect(try office.balances()[.weChat] == 30_000)
        office.issuer.goOn()
        try office.ask(after: 10)
        office.settle()
        #expect(try me.refunds().map(\.state) == [.done])
        #expect(try me.order(id: order).state == .refunded)
        #expect(try me.invoices().map(\.state) == [.voided])
    }

    @Test("ORD-4d a refund that is decided while an invoice is being issued waits for what becomes of that")
    func refundedMeanwhile() throws {
        for isRefused in [true, false] {
            let (office, me, order, invoice) = try applied(preset: "sichuan-water")
            _ = try office.send([invoice])
            let refund = try me.askRefund(order, .full)
            try office.admin.decide(.refund, refund.id, .approve)
            #expect(try me.refunds().map(\.state) == [.awaitsVoid])
            if isRefused {
                office.issuer.refuse("PARAM_ERROR")
                office.settle()
                office.settle()
                #expect(try me.refunds().map(\.state) == [.done])
                #expect(try me.invoices().map(\.state) == [.cancelled])
            } else {
                office.settle()
                office.issuer.goOn()
                try office.ask(after: 5)
                #expect(try me.invoices().map(\.state) == [.voidAsked])
                #expect(try me.refunds().map(\.state) == [.awaitsVoid])
            }
        }
    }

    @Test(
        "ORD-5b what WeChat Pay has had for 72 hours is listed, and a person enters what became of it, not before",
        arguments: ["issue", "reject", "void", "keep"])
    func overdue(way: String) throws {
        let isVoiding = way == "void" || way == "keep"
        let (office, me, order, invoice) = try isVoiding ? issued() : applied()
        if isVoiding {
            _ = try office.void(invoice, reason: "抬头有误")
        } else {
            _ = try office.send([invoice])
        }
        func decide() throws -> ErrorCode? {
            switch way {
            case "issue":
                return try office.issue([invoice: ("", "25117000000012345678")]).outcomes.first?.failure?.code
            case "reject": return try office.reject([invoice]).outcomes.first?.failure?.code
            case "void": _ = try office.void(invoice, red: "26990000000000011111")
            default:
                let _: InvoiceReply = try office.admin.call(
                    .invoicesKeep, KeepInvoiceRequest(invoice: invoice, reason: "未作废"))
            }
            return nil
        }
        office.world.clock.advance(minutes: 72 * 60 - 1)
        #expect(try office.overdue().isEmpty)
        if isVoiding {
            try refused(.wrongState, field: "invoice") { try decide() }
        } else {
            #expect(try decide() == .wrongState)
        }
        office.world.clock.advance(minutes: 1)
        #expect(try office.overdue().map(\.id) == [invoice])
        #expect(try decide() == nil)
        let ends: [String: InvoiceState] = ["issue": .issued, "reject": .rejected, "void": .voided, "keep": .issued]
        #expect(try me.invoices().map(\.state) == [ends[way]])
        #expect(try office.overdue().isEmpty)
        if way == "reject" { #expect(try me.applyForInvoice(order).state == .applied) }
    }

    @Test(
        "ORD-5b a call that has waited in the outbox while a person entered what became of its invoice is sent no more")
    func withdrawn() throws {
        let (office, me, _, invoice) = try applied()
        _ = try office.send([invoice])
        // Nothing leaves the outbox; questions pile up there.
        for seconds: Int64 in [5, 10, 20, 40, 80, 160, 320] {
            office.world.clock.advance(s: seconds)
            office.world.server.tick()
            while office.world.server.executor.work() {}
        }
        office.world.clock.advance(days: 3)
        #expect(try office.reject([invoice]).done == 1)
        office.settle()
        #expect(office.issuer.asked.allSatisfy { !$0.hasPrefix("issue") })
        #expect(office.issuer.invoices.isEmpty)
        #expect(try me.invoices().map(\.state) == [.rejected])
    }

    @Test(
        "ORD-5b a notice has the question asked at once, and one about an invoice that nobody here has sent changes nothing"
    )
    func notice() throws {
        let (office, me, _, invoice) = try applied()
        _ = try office.send([invoice])
        office.settle()
        office.issuer.goOn()
        let number = try #require(try me.invoices().first?.issuerNumber)
        try office.tell(["F00000000000000099ABCDEF", number])
        try office.work()
        #expect(try me.invoices().map(\.state) == [.issued])
        office.settle()
        office.issuer.void(number)
        try office.tell([number])
        office.settle()
        #expect(try me.invoices().map(\.state) == [.voided], "somebody has voided it there")
    }

    @Test(
        "ORD-5b an invoice of another total, or of a number that another one has, is not taken for issued: a person sees to it"
    )
    func different() throws {
        let (office, me, _, invoice) = try applied()
        office.issuer.misstate(fen: 1)
        _ = try office.send([invoice])
        office.settle()
        office.issuer.goOn()
        try office.ask(after: 5)
        #expect(try me.invoices().map(\.state) == [.issuing])
        #expect(try me.invoices().first?.reason.contains("¥0.01") == true)

        let (other, theirs, _, second) = try applied()
        let before = try other.world.client("N02")
        let order = try before.order(try other.session(places: 5))
        try other.pay(order.id, by: before)
        let first = try before.applyForInvoice(order.id, Self.unit).id
        #expect(try other.issue([first: ("", InvoiceDesk.number(1))]).done == 1)
        _ = try other.send([second])
        other.settle()
        other.issuer.goOn()
        try other.ask(after: 5)
        #expect(try theirs.invoices().map(\.state) == [.issuing])
        #expect(try theirs.invoices().first?.reason.contains("\(first)") == true)
    }

    @Test(
        "ACC-11e an account that is closed while its invoice is being issued leaves no application if that is refused, and its invoice if not"
    )
    func forgotten() throws {
        for isRefused in [true, false] {
            let (office, me, order, invoice) = try applied()
            _ = try office.send([invoice])
            try me.close(office.world.made.passwords["N01"] ?? "")
            if isRefused { office.issuer.refuse("PARAM_ERROR") }
            office.settle()
            office.issuer.goOn()
            try office.ask(after: 5)
            let left = try #require(try office.invoices(nil, order: order).first)
            #expect(left.state == (isRefused ? .cancelled : .issued))
            #expect(left.buyer == (isRefused ? nil : Self.unit))
        }
    }

    @Test("ORD-5a what waits to be sent names nobody in the clear, and a file that is no PDF or OFD is not kept")
    func sealed() throws {
        let (office, me, _, invoice) = try applied()
        office.issuer.give(file: Array("<html>登录已过期</html>".utf8))
        _ = try office.send([invoice])
        let payloads = try office.world.server.database.read { snapshot in
            try snapshot.all("SELECT payload_sealed FROM outbox WHERE kind = 3 ORDER BY id") { $0.bytes(0) }
        }
        #expect(payloads.count == 1)
        for payload in payloads {
            #expect(!String(decoding: payload, as: UTF8.self).contains("天津市某公司"))
        }
        office.settle()
        office.issuer.goOn()
        try office.ask(after: 5)
        #expect(try me.invoices().map(\.state) == [.issued])
        try refused(.notFound, field: "file") { try me.invoiceFile(invoice) }
        office.issuer.give(file: Array("%PDF-1.7 %%EOF".utf8))
        office.world.clock.advance(minutes: 1)
        office.settle()
        #expect(try me.invoiceFile(invoice) == Array("%PDF-1.7 %%EOF".utf8))
    }

    private func applied(
        preset: String
    ) throws -> (CourseOffice, Client, order: UInt64, invoice: UInt64) {
        let office = try CourseOffice(preset: preset, CourseOffice.withoutNotice)
        let me = try office.world.client("N01")
        let order = try me.order(try office.session(places: 5))
        try office.pay(order.id, by: me)
        return (office, me, order.id, try me.applyForInvoice(order.id, Self.unit).id)
    }

    /// An invoice that WeChat Pay has issued.
    private func issued(
        preset: String? = nil
    ) throws -> (CourseOffice, Client, order: UInt64, invoice: UInt64) {
        let (office, me, order, invoice) = try preset.map { try applied(preset: $0) } ?? applied()
        _ = try office.send([invoice])
        office.settle()
        office.issuer.goOn()
        try office.ask(after: 5)
        office.settle()
        #expect(try me.invoices().map(\.state) == [.issued])
        return (office, me, order, invoice)
    }
}

extension CourseOffice {
    func send(_ invoices: [UInt64]) throws -> InvoicesReply {
        try admin.call(.invoicesSend, SendInvoicesRequest(invoices: invoices))
    }

    func reject(_ invoices: [UInt64]) throws -> InvoicesReply {
        try admin.call(.invoicesReject, RejectInvoicesRequest(invoices: invoices, reason: "微信支付未开具"))
    }

    func overdue() throws -> [Invoice] {
        let reply: ListInvoicesReply = try admin.call(.invoicesList, ListInvoicesRequest(overdue: true))
        return reply.invoices
    }

    /// The server's own work, when the next question is due.
    func ask(after seconds: Int64) throws {
        world.clock.advance(s: seconds)
        try work()
    }

    /// WeChat Pay tells that invoices have changed.
    func tell(_ numbers: [String]) throws {
        let orders = world.server.service.orders
        #expect(try world.server.perform { try orders.takeNotice(.invoices(numbers: numbers), of: .weChat, $0) })
        settle()
    }
}
