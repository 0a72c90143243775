package import Console
package import Messages

extension Table {
    package static var invoices: Table {
        Table(
            Column("invoice", Phrase("Invoice", "发票"), .right), Column("order", Phrase("Order", "订单"), .right),
            Column("person_name", Phrase("Name", "姓名")), Column("buyer", Phrase("Buyer", "发票抬头")),
            Column("tax_number", Phrase("Tax number", "税号"), .exact),
            Column("total_fen", Phrase("Total", "金额"), .right), Column("state", Phrase("State", "状态")),
            Column("number", Phrase("Number", "发票号码"), .exact), Column("reason", Phrase("Reason", "原因")),
            Column("buyer_kind", Phrase("Kind", "抬头类型"), .unshown), Column("title", Phrase("What for", "课程"), .unshown),
            Column("programme", Phrase("Programme", "项目体系"), .unshown),
            Column("training_fen", Phrase("Training", "培训费"), .unshown),
            Column("lodging_fen", Phrase("Lodging", "住宿费"), .unshown), Column("code", Phrase("Code", "发票代码"), .unshown),
            Column("red_number", Phrase("Red letter", "红字发票号码"), .unshown),
            Column("created_ms", Phrase("Applied", "申请时间"), .unshown),
            Column("issued_ms", Phrase("Issued", "开票时间"), .unshown),
            Column("file_bytes", Phrase("File", "文件大小"), .unshown), Column("issuer", Phrase("Issuer", "开票方"), .unshown),
            Column("issuer_number", Phrase("Issuer's number", "商户发票单号"), .unshown),
            Column("sendings", Phrase("Sent", "发送次数"), .unshown),
            Column("sent_ms", Phrase("Sent at", "发送时间"), .unshown))
    }

    package mutating func add(_ invoice: Invoice) {
        let name = invoice.code.isEmpty ? invoice.number : "\(invoice.code)-\(invoice.number)"
        add(
            Cell(invoice.id), Cell(invoice.order), Cell(invoice.personName), Cell(invoice.buyer?.title ?? ""),
            Cell(invoice.buyer?.taxNumber ?? ""), Shown.fen(invoice.trainingFen + invoice.lodgingFen),
            Cell(invoice.state), Cell(Phrase(name), json: .string(invoice.number)), Cell(invoice.reason),
            Cell(invoice.buyer?.kind), Cell(invoice.title), Cell(invoice.programme), Shown.fen(invoice.trainingFen),
            Shown.fen(invoice.lodgingFen), Cell(invoice.code), Cell(invoice.redNumber),
            Shown.moment(invoice.createdMs), Shown.moment(invoice.issuedMs), Cell(invoice.fileBytes),
            Cell(invoice.issuer), Cell(invoice.issuerNumber), Cell(invoice.sendings), Shown.moment(invoice.sentMs))
    }
}

extension Desk {
    package func show(_ reply: InvoiceReply) throws {
        var table = Table.invoices
        if let invoice = reply.invoice { table.add(invoice) }
        try interaction.show(table)
    }

    /// An invoice and, below it, what became of it.
    package func show(_ reply: ShowInvoiceReply) throws {
        try show(InvoiceReply(invoice: reply.invoice))
        var table = Table(
            .init("at_ms", Phrase("Time", "时间"), .exact), .init("state", Phrase("State", "状态")),
            .init("actor", Phrase("Who", "操作人")), .init("reason", Phrase("Reason", "原因"), .exact))
        for step in reply.steps {
            table.add(Shown.moment(step.atMs), .init(step.state), .init(step.actorName), .init(step.reason))
        }
        try interaction.show(table)
    }
}
