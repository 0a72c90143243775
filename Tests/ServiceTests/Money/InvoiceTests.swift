import Crypto
import Messages
import Storage
import Testing
import Wire

/// ORD-5: invoices, from the application to the red letter.
@Suite struct InvoiceTests {
    private static let unit = Buyer(kind: .organisation, title: "天津市某公司", taxNumber: "91350100M000100Y43")
    private static let number = "25117000000012345678"

    /// An order of ¥300.00 that its trainee has paid.
    private func paid() throws -> (CourseOffice, session: UInt64, Client, order: UInt64) {
        let office = try CourseOffice()
        let session = try office.session(places: 5)
        let me = try office.world.client("N01")
        let order = try me.order(session)
        try office.pay(order.id, by: me)
        return (office, session, me, order.id)
    }

    @Test(
        "ORD-5b an application is issued under a number, which is told; ORD-5f several are issued at once, each by itself"
    )
    func issued() throws {
        let (office, session, me, order) = try paid()
        let other = try office.world.client("N02")
        let second = try other.order(session)
        try office.pay(second.id, by: other)
        let mine = try me.applyForInvoice(order, Self.unit)
        #expect(mine.state == .applied)
        #expect(mine.trainingFen == 30_000)
        #expect(mine.buyer == Self.unit)
        let theirs = try other.applyForInvoice(second.id, Buyer(kind: .person, title: "个人"))
        #expect(try office.invoices(.applied).map(\.id) == [theirs.id, mine.id])
        let reply = try office.issue([
            mine.id: ("", Self.number), theirs.id: ("011002100111", "12345678"), 99: ("", Self.number),
        ])
        #expect(reply.done == 2)
        #expect(reply.outcomes.first { $0.invoice == 99 }?.failure?.code == .notFound)
        #expect(try me.invoices().map(\.number) == [Self.number])
        #expect(try office.invoices(.issued).count == 2)
        #expect(try office.invoices(nil, order: order).map(\.id) == [mine.id])
        me.locale = "zh"
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.map(\.text).last
                == "发票已开具：\(Self.number)，¥300.00")
    }

    @Test("ORD-5a case 14 buyer details are kept for the next invoice, and an invoice keeps its own")
    func kept() throws {
        let (_, _, me, order) = try paid()
        try refused(.invalid, field: "buyer") { try me.applyForInvoice(order) }
        let wrong = Buyer(kind: .organisation, title: "天津市某公司", taxNumber: "91350100M000100Y34")
        try refused(.invalid, field: "tax_number") { try me.applyForInvoice(order, wrong) }
        try refused(.invalid, field: "tax_number") {
            try me.applyForInvoice(order, Buyer(kind: .organisation, title: "天津市某公司"))
        }
        try refused(.invalid, field: "title") {
            try me.applyForInvoice(order, Buyer(kind: .organisation, taxNumber: "91350100M000100Y43"))
        }
        try refused(.invalid, field: "kind") { try me.applyForInvoice(order, Buyer(title: "天津市某公司")) }
        try refused(.invalid, field: "tax_number") {
            try me.applyForInvoice(order, Buyer(kind: .person, title: "个人", taxNumber: "91350100M000100Y43"))
        }
        let nothing: BuyerReply = try me.call(.invoicesGetBuyer, GetBuyerRequest())
        #expect(nothing.buyer == nil)
        let saved: BuyerReply = try me.call(.invoicesSaveBuyer, SaveBuyerRequest(buyer: Self.unit))
        #expect(saved.buyer == Self.unit)
        let invoice = try me.applyForInvoice(order)
        #expect(invoice.buyer == Self.unit)
        let person = Buyer(kind: .person, title: "个人")
        let _: BuyerReply = try me.call(.invoicesSaveBuyer, SaveBuyerRequest(buyer: person))
        #expect(try me.invoices().map(\.buyer) == [Self.unit])
    }

    @Test(
        "ORD-5e case 14 what is not paid, what a unit has paid, a second application and somebody else's are refused, each by its reason"
    )
    func refusals() throws {
        let (office, session, me, order) = try paid()
        let other = try office.world.client("N02")
        let unpaid = try other.order(session)
        try refused(.paymentRequired, field: "order") { try other.applyForInvoice(unpaid.id, Self.unit) }
        try office.unitPays(for: 2..<3)
        let third = try office.world.client("N03")
        _ = try third.book(session)
        let unitPayment = try #require(try office.unitPayments().first { $0.state == .matched })
        try refused(.wrongState, field: "order") { try third.applyForInvoice(unitPayment.id, Self.unit) }
        try refused(.notFound, field: "order") { try other.applyForInvoice(order, Self.unit) }
        let first = try me.applyForInvoice(order, Self.unit)
        try refused(.invoiceStands, field: "order") { try me.applyForInvoice(order, Self.unit) }
        _ = try office.issue([first.id: ("", Self.number)])
        try refused(.invoiceStands, field: "order") { try me.applyForInvoice(order, Self.unit) }
        try refused(.wrongState, field: "state") {
            try me.call(.invoicesCancel, CancelInvoiceRequest(invoice: first.id)) as InvoiceReply
        }
        try refused(.notFound) { try other.show(first.id) }
    }

    @Test(
        "ORD-5c case 14 voiding is asked for with a reason and executed; ORD-5d then another is applied for, under a new number"
    )
    func voided() throws {
        let (office, _, me, order) = try paid()
        let first = try me.applyForInvoice(order, Self.unit)
        _ = try office.issue([first.id: ("", Self.number)])
        try refused(.invalid, field: "reason") { try me.askVoid(first.id, "") }
        try refused(.invalid, field: "reason") { try office.void(first.id) }
        #expect(try me.askVoid(first.id, "抬头有误").state == .voidAsked)
        try refused(.wrongState) { try me.askVoid(first.id, "抬头有误") }
        let kept: InvoiceReply = try office.admin.call(
            .invoicesKeep, KeepInvoiceRequest(invoice: first.id, reason: "抬头无误"))
        #expect(kept.invoice?.state == .issued)
        _ = try me.askVoid(first.id, "抬头确实有误")
        #expect(try office.void(first.id, red: "25117000000099999999").state == .voided)
        try refused(.wrongState) { try office.void(first.id, reason: "再次") }
        let second = try me.applyForInvoice(order)
        #expect(second.id != first.id)
        let same = try office.issue([second.id: ("", Self.number)])
        #expect(same.outcomes.first?.failure?.code == .alreadyExists)
        #expect(try office.issue([second.id: ("", "25117000000012345679")]).done == 1)
        let shown = try me.show(first.id)
        #expect(shown.steps.map(\.state) == [.applied, .issued, .voidAsked, .issued, .voidAsked, .voided])
        #expect(shown.steps.map(\.reason) == ["", "", "抬头有误", "抬头无误", "抬头确实有误", "抬头确实有误"])
        #expect(shown.steps.allSatisfy { $0.actorName.isEmpty })
        let story: ShowInvoiceReply = try office.admin.call(.invoicesShow, ShowInvoiceRequest(invoice: first.id))
        #expect(story.steps.allSatisfy { !$0.actorName.isEmpty })
    }

    @Test("ORD-5b an application is taken back, or rejected with a reason; either way another may follow")
    func ended() throws {
        let (office, _, me, order) = try paid()
        let first = try me.applyForInvoice(order, Self.unit)
        let _: InvoiceReply = try me.call(.invoicesCancel, CancelInvoiceRequest(invoice: first.id))
        let second = try me.applyForInvoice(order)
        let _: Failure = try refused(.invalid, field: "reason") {
            try office.admin.call(.invoicesReject, RejectInvoicesRequest(invoices: [second.id])) as InvoicesReply
        }
        let rejected: InvoicesReply = try office.admin.call(
            .invoicesReject, RejectInvoicesRequest(invoices: [second.id, first.id], reason: "抬头不完整"))
        #expect(rejected.outcomes.map(\.state) == [.rejected, nil])
        #expect(try me.applyForInvoice(order).state == .applied)
        #expect(try me.invoices().map(\.state) == [.applied, .rejected, .cancelled])
        #expect(try me.invoices().map(\.reason) == ["", "抬头不完整", ""])
    }

    @Test("ORD-4d case 12 a refund waits until the invoice is voided, whole; the rest is applied for anew")
    func refunded() throws {
        let (office, session, me, order) = try lodged()
        let invoice = try me.applyForInvoice(order, Self.unit)
        #expect(invoice.trainingFen + invoice.lodgingFen == 66_000)
        _ = try office.issue([invoice.id: ("", Self.number)])
        let refund = try me.askRefund(order, .lodging)
        try office.admin.decide(.refund, refund.id, .approve)
        office.settle()
        #expect(try me.refunds().map(\.state) == [.awaitsVoid])
        #expect(try me.order(id: order).state == .refundPending)
        #expect(try me.invoices().map(\.state) == [.voidAsked])
        #expect(try office.balances()[.weChat] == 66_000)
        try refused(.wrongState, field: "invoice") {
            try office.admin.call(
                .invoicesKeep, KeepInvoiceRequest(invoice: invoice.id, reason: "不予作废")) as InvoiceReply
        }
        #expect(try office.void(invoice.id, red: "25117000000099999999").state == .voided)
        office.settle()
        #expect(try me.refunds().map(\.state) == [.done])
        #expect(try me.order(id: order).state == .partlyRefunded)
        #expect(try office.balances() == [.weChat: 30_000, .training: -30_000, .lodging: 0, .refundsDue: 0])
        let rest = try me.applyForInvoice(order)
        #expect((rest.trainingFen, rest.lodgingFen) == (30_000, 0))
        _ = try office.issue([rest.id: ("", "25117000000012345679")])
        let full = try me.askRefund(order, .full)
        try office.admin.decide(.refund, full.id, .approve)
        // The place is free at once, though the money waits.
        #expect(try me.bookings().map(\.state) == [.cancelled])
        #expect(try office.show(session).taken == 0)
        #expect(try me.order(id: order).state == .refundPending)
        _ = try office.void(rest.id, reason: "全额退款")
        office.settle()
        #expect(try me.order(id: order).state == .refunded)
        try refused(.wrongState, field: "order") { try me.applyForInvoice(order) }
    }

    @Test(
        "ORD-4c ORD-4d a refund that waits for an invoice has taken the place: nobody books with it, and the money goes once the invoice is void"
    )
    func waitingRefund() throws {
        let (office, session, me, order) = try paid()
        let invoice = try me.applyForInvoice(order, Self.unit)
        _ = try office.issue([invoice.id: ("", Self.number)])
        let booked = try #require(try me.bookings().first)
        _ = try me.cancel(BookingReply(booking: booked))
        #expect(try me.entitlements().map(\.state) == [.free])
        let reply: RefundReply = try office.admin.call(
            .ordersRefundOrder, RefundOrderRequest(order: order, kind: .full, reason: "学员要求"))
        #expect(reply.refund?.state == .awaitsVoid)
        #expect(try me.entitlements().map(\.state) == [.returned])
        #expect(throws: (any Error).self) { try me.book(session) }
        #expect(try office.void(invoice.id).state == .voided)
        office.settle()
        #expect(try me.refunds().map(\.state) == [.done])
        #expect(try office.balances()[.weChat] == 0)
    }

    @Test(
        "ORD-5e an application is for what is not refunded, is not issued while a refund is under way, and ends with the last fen"
    )
    func applied() throws {
        let (office, _, me, order) = try lodged()
        let invoice = try me.applyForInvoice(order, Self.unit)
        let refund = try me.askRefund(order, .lodging)
        let early = try office.issue([invoice.id: ("", Self.number)])
        #expect(early.outcomes.first?.failure?.code == .wrongState)
        try office.admin.decide(.refund, refund.id, .approve)
        office.settle()
        #expect(try me.refunds().map(\.state) == [.done])
        #expect(try me.invoices().map(\.lodgingFen) == [0])
        #expect(try me.invoices().map(\.trainingFen) == [30_000])
        let rest = try me.askRefund(order, .full)
        try refused(.wrongState, field: "order") { try me.applyForInvoice(order) }
        try office.admin.decide(.refund, rest.id, .approve)
        office.settle()
        #expect(try me.invoices().map(\.state) == [.cancelled])
    }

    @Test("ORD-5f the list is exported with every buyer and amount, in the reader's language")
    func exported() throws {
        let (office, _, me, order) = try paid()
        let invoice = try me.applyForInvoice(order, Self.unit)
        _ = try office.issue([invoice.id: ("011002100111", "12345678")])
        office.admin.locale = "zh"
        let text = try office.exportInvoices(ExportInvoicesRequest(programme: office.programme, state: .issued))
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("发票抬头,税号") == true)
        #expect(lines.last?.contains("单位,天津市某公司,91350100M000100Y43,300.00,0.00,300.00,已开票") == true)
        #expect(try office.exportInvoices(ExportInvoicesRequest(state: .voided)).split(separator: "\r\n").count == 1)
    }

    @Test(
        "ORD-5b the file of an issued invoice is a PDF or OFD by its content, for who applied; another takes its place")
    func file() throws {
        let (office, _, me, order) = try paid()
        let invoice = try me.applyForInvoice(order, Self.unit)
        let first = Array("%PDF-1.7 一 %%EOF\n".utf8) + [UInt8](repeating: 7, count: 200_000) + Array("%%EOF".utf8)
        try refused(.wrongState, field: "invoice") { try office.attach(first, to: invoice.id) }
        _ = try office.issue([invoice.id: ("", Self.number)])
        try refused(.invalid, field: "file") { try office.attach(Array("%PDF-1.7".utf8), to: invoice.id) }
        try refused(.invalid, field: "file") { try office.attach(Papers.jpeg(), to: invoice.id) }
        try refused(.notFound, field: "file") { try me.invoiceFile(invoice.id) }
        #expect(try office.attach(first, to: invoice.id).fileBytes == UInt32(first.count))
        #expect(try me.invoiceFile(invoice.id) == first)
        let second = Array("PK\u{3}\u{4} OFD.xml PK\u{5}\u{6}".utf8)
        _ = try office.attach(second, to: invoice.id)
        #expect(try me.invoiceFile(invoice.id) == second)
        #expect(try office.world.server.count("SELECT COUNT(*) FROM blob") == 1)
        let other = try office.world.client("N02")
        try refused(.notFound, field: "invoice") { try other.invoiceFile(invoice.id) }
    }

    @Test("ACC-11e an account that is closed leaves its issued invoices to the register, and nothing of an application")
    func forgotten() throws {
        let (office, session, me, order) = try paid()
        let issued = try me.applyForInvoice(order, Self.unit)
        _ = try office.issue([issued.id: ("", Self.number)])
        let other = try office.world.client("N02")
        let second = try other.order(session)
        try office.pay(second.id, by: other)
        let applied = try other.applyForInvoice(second.id, Buyer(kind: .person, title: "个人"))
        for (client, number) in [(me, "N01"), (other, "N02")] {
            try client.close(office.world.made.passwords[number] ?? "")
        }
        #expect(try office.invoices(nil, order: order).first?.buyer == Self.unit)
        let gone = try #require(try office.invoices(nil, order: second.id).first)
        #expect(gone.state == .cancelled)
        #expect(gone.buyer == nil)
        let late = try office.issue([applied.id: ("", "25117000000012345679")])
        #expect(late.outcomes.first?.failure?.code == .wrongState)
    }

    /// A training in person of ¥300.00 with a room of ¥360.00, paid for.
    private func lodged() throws -> (CourseOffice, session: UInt64, Client, order: UInt64) {
        let office = try CourseOffice(preset: "sichuan-water", CourseOffice.withoutNotice)
        let session = try office.offering()
        let _: SessionReply = try office.keeper.call(
            .bookingsPublishSession,
            PublishSessionRequest(
                offering: session, location: "培训中心", capacity: 1,
                lodgings: [LodgingOption(name: "单人间", fen: 36_000), LodgingOption(name: "不住宿", fen: 0)]))
        let me = try office.world.client("N01")
        let order = try me.order(session, lodging: "单人间")
        try office.pay(order.id, by: me)
        return (office, session, me, order.id)
    }
}

extension Client {
    func applyForInvoice(_ order: UInt64, _ buyer: Buyer? = nil) throws -> Invoice {
        let reply: InvoiceReply = try call(.invoicesApply, ApplyInvoiceRequest(order: order, buyer: buyer))
        return try #require(reply.invoice)
    }

    func askVoid(_ invoice: UInt64, _ reason: String) throws -> Invoice {
        let reply: InvoiceReply = try call(.invoicesAskVoid, AskVoidRequest(invoice: invoice, reason: reason))
        return try #require(reply.invoice)
    }

    func invoices() throws -> [Invoice] {
        let reply: ListInvoicesReply = try call(.invoicesListMine, MyInvoicesRequest())
        return reply.invoices
    }

    func invoiceFile(_ invoice: UInt64) throws -> [UInt8] {
        try items(.invoicesGetFile, GetInvoiceFileRequest(invoice: invoice), of: InvoiceChunk.self).flatMap(\.bytes)
    }

    func show(_ invoice: UInt64) throws -> ShowInvoiceReply {
        try call(.invoicesShow, ShowInvoiceRequest(invoice: invoice))
    }
}

extension CourseOffice {
    func invoices(_ state: InvoiceState?, order: UInt64 = 0) throws -> [Invoice] {
        let reply: ListInvoicesReply = try admin.call(
            .invoicesList, ListInvoicesRequest(programme: order == 0 ? programme : 0, state: state, order: order))
        return reply.invoices
    }

    func issue(_ numbers: [UInt64: (code: String, number: String)]) throws -> InvoicesReply {
        try admin.call(
            .invoicesIssue,
            IssueInvoicesRequest(
                invoices: numbers.map { IssuedNumber(invoice: $0, code: $1.code, number: $1.number) }))
    }

    func attach(_ file: [UInt8], to invoice: UInt64) throws -> Invoice {
        let request = UploadInvoiceFileRequest(
            invoice: invoice, size: UInt32(file.count), digest: Digest.file(file))
        let chunks = stride(from: 0, to: file.count, by: 60_000).map { start in
            InvoiceChunk(bytes: Array(file[start..<min(start + 60_000, file.count)])).serialized()
        }
        let reply = try InvoiceReply(
            serialized: admin.raw(.invoicesUploadFile, request.serialized(), items: chunks))
        return try #require(reply.invoice)
    }

    func void(_ invoice: UInt64, reason: String = "", red: String = "") throws -> Invoice {
        let reply: InvoiceReply = try admin.call(
            .invoicesVoid, VoidInvoiceRequest(invoice: invoice, reason: reason, redNumber: red))
        return try #require(reply.invoice)
    }

    func exportInvoices(_ request: ExportInvoicesRequest) throws -> String {
        let chunks: [ExportChunk] = try admin.items(.invoicesExport, request)
        return String(decoding: chunks.flatMap(\.bytes), as: UTF8.self)
    }
}
