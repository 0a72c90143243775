import Application
import Domain
import Messages
import Storage
import Wire

extension Orders {
    /// ORD-5: the caller's, newest first.
    func myInvoices(_ request: MyInvoicesRequest, _ context: ReadContext) throws -> ListInvoicesReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                try snapshot.all(
                    InvoiceRecord.ofPerson, person, before(request.after), limit, body: InvoiceRecord.columns.read)
            }, snapshot)
    }

    /// ORD-5f: applications and invoices, newest first.
    func listInvoices(_ request: ListInvoicesRequest, _ context: ReadContext) throws -> ListInvoicesReply {
        let snapshot = context.snapshot
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                if request.order != 0 {
                    try snapshot.all(
                        InvoiceRecord.ofOrder, request.order, before(request.after), limit,
                        body: InvoiceRecord.columns.read)
                } else if request.overdue {
                    try overdueInvoices(before: before(request.after), limit, snapshot, now: context.now)
                } else {
                    try invoices(
                        of: request.programme, request.state, before: before(request.after), limit, snapshot)
                }
            }, snapshot)
    }

    /// Those that their issuer has had for too long, newest first.
    private func overdueInvoices(
        before: UInt64, _ limit: Int, _ snapshot: Snapshot, now: Int64
    ) throws -> [InvoiceRecord] {
        let found = try [InvoiceState.issuing, .voiding].flatMap { state in
            try snapshot.all(
                InvoiceRecord.inStateSince, state.rawValue, before, now - IssuerPatience.overdueMs, limit,
                body: InvoiceRecord.columns.read)
        }
        return Array(found.sorted { $0.id > $1.id }.prefix(limit))
    }

    private func invoices(
        of programme: UInt64, _ state: InvoiceState?, before: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [InvoiceRecord] {
        let read = InvoiceRecord.columns.read
        switch (programme, state) {
        case (0, nil): return try snapshot.all(InvoiceRecord.all, before, limit, body: read)
        case (0, let state?):
            return try snapshot.all(InvoiceRecord.inState, state.rawValue, before, limit, body: read)
        case (_, nil): return try snapshot.all(InvoiceRecord.ofProgramme, programme, before, limit, body: read)
        case (_, let state?):
            return try snapshot.all(
                InvoiceRecord.ofProgrammeInState, programme, state.rawValue, before, limit, body: read)
        }
    }

    private func reply(_ page: ListPage<InvoiceRecord, UInt64>, _ snapshot: Snapshot) throws -> ListInvoicesReply {
        ListInvoicesReply(
            invoices: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    /// ORD-5: one with its history, to whoever applied and to administrators.
    func showInvoice(_ request: ShowInvoiceRequest, _ context: ReadContext) throws -> ShowInvoiceReply {
        let snapshot = context.snapshot
        let isStaff = context.call.caller.holds(anyOf: [.platformAdmin])
        let invoice = try visibleInvoice(request.invoice, context)
        let steps = try snapshot.all(
            """
            SELECT s.ordinal, s.state, s.at_ms, s.actor, COALESCE(p.name, ''), s.reason FROM invoice_step s
            LEFT JOIN person p ON p.id = s.actor WHERE s.invoice = ?1 ORDER BY s.ordinal
            """, invoice.id
        ) { row in
            InvoiceStep(
                ordinal: row.uint32(0), state: try row.enumeration(1), atMs: row.integer(2), actor: row.id(3),
                actorName: isStaff ? row.text(4) : "", reason: row.text(5))
        }
        return ShowInvoiceReply(invoice: try message(invoice, snapshot), steps: steps)
    }

    /// - Throws: `notFound` for somebody else's, but to administrators.
    func visibleInvoice(_ id: UInt64, _ context: ReadContext) throws -> InvoiceRecord {
        try context.call.caller.holds(anyOf: [.platformAdmin])
            ? InvoiceRecord(id, context.snapshot)
            : InvoiceRecord(id, of: context.call.person().id, context.snapshot)
    }

    /// ORD-5f, RPT-1: the same choice as CSV (UTF-8 with BOM), 500 rows a page.
    func exportInvoices(
        _ request: ExportInvoicesRequest, _ cursor: [UInt8]?, _ context: ReadContext
    ) throws -> Page<Void> {
        let snapshot = context.snapshot
        let language = Language(locale: context.call.options.locale)
        let after = try cursor.map { bytes in
            var reader = ByteReader(bytes.span)
            return try reader.readVarint()
        }
        let page = try listPage(500, by: \.id) { limit in
            try invoices(of: request.programme, request.state, before: before(after ?? 0), limit, snapshot)
        }
        var writer = DelimitedWriter(digits: .guarded)
        if after == nil {
            writer.append(Self.invoiceHeading.map { $0.text(in: language) })
        } else {
            // The byte order mark belongs to the first page only.
            _ = writer.take()
        }
        for record in page.elements {
            let invoice = try message(record, snapshot)
            writer.append([
                "\(record.id)", "\(record.order)", invoice.personName, invoice.title,
                invoice.buyer?.kind?.phrase.text(in: language) ?? "", invoice.buyer?.title ?? "",
                invoice.buyer?.taxNumber ?? "", record.training.yuan, record.lodging.yuan, try record.total.yuan,
                record.state.phrase.text(in: language), record.code, record.number, record.redNumber, record.reason,
                ZoneRule.china.stamp(Instant(record.createdMs)),
                record.issuedMs == 0 ? "" : ZoneRule.china.stamp(Instant(record.issuedMs)),
            ])
        }
        let next = page.next.map { id in
            var cursor = ByteWriter()
            cursor.writeVarint(id)
            return cursor.bytes
        }
        return Page(items: [ExportChunk(bytes: writer.take()).serialized()], next: next)
    }

    private static let invoiceHeading = [
        Phrase("invoice", "编号"), Phrase("order", "订单"), Phrase("name", "姓名"), Phrase("course", "课程"),
        Phrase("kind of buyer", "抬头类型"), Phrase("buyer", "发票抬头"), Phrase("tax number", "税号"),
        Phrase("training", "培训费"), Phrase("lodging", "住宿费"), Phrase("total", "金额（元）"), Phrase("state", "状态"),
        Phrase("code", "发票代码"), Phrase("number", "发票号码"), Phrase("red letter", "红字发票号码"),
        Phrase("reason", "原因"), Phrase("applied", "申请时间"), Phrase("issued", "开票时间"),
    ]
}

extension InvoiceRecord {
    fileprivate static let all = SQL("SELECT \(columns) FROM invoice WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    fileprivate static let inState = SQL(
        "SELECT \(columns) FROM invoice WHERE state = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let inStateSince = SQL(
        """
        SELECT \(columns) FROM invoice WHERE state = ?1 AND id < ?2 AND sent_ms <= ?3 ORDER BY id DESC LIMIT ?4
        """)

    fileprivate static let ofProgramme = SQL(
        "SELECT \(columns) FROM invoice WHERE programme = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofProgrammeInState = SQL(
        """
        SELECT \(columns) FROM invoice WHERE programme = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4
        """)

    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) FROM invoice WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    fileprivate static let ofOrder = SQL(
        "SELECT \(columns) FROM invoice WHERE order_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
}
