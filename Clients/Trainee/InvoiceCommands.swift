import ClientKit
import Console
import Messages

extension Command {
    /// ORD-5: invoices.
    static var invoice: Command {
        Command(
            "invoice", Phrase("invoices for what you have paid", "发票"),
            commands: [buyer, apply, listInvoices, showInvoice, fetchFile, cancelApplication, askVoid])
    }

    private static let id: Parameter<UInt64> = .argument("INVOICE", Phrase("its id", "发票编号"))
    private static let person: Parameter<String?> = .option(
        "person", "NAME", Phrase("issued to this person", "抬头为个人（姓名）"))
    private static let organisation: Parameter<String?> = .option(
        "organisation", "NAME", Phrase("issued to this organisation", "抬头为单位（全称）"))
    private static let taxNumber: Parameter<String> = .option(
        "tax-number", "NUMBER", Phrase("of the organisation, 18 characters", "单位税号（18 位统一社会信用代码）"), default: "")

    private static func buyer(_ arguments: Arguments) throws -> Buyer? {
        switch (arguments[person], arguments[organisation]) {
        case (nil, nil) where arguments[taxNumber].isEmpty: nil
        case (let name?, nil): Buyer(kind: .person, title: name, taxNumber: arguments[taxNumber])
        case (nil, let name?): Buyer(kind: .organisation, title: name, taxNumber: arguments[taxNumber])
        default:
            throw CommandFailure(
                .usage, name: "usage",
                Phrase(
                    "either --person or --organisation with --tax-number",
                    "--person 与 --organisation（及 --tax-number）二选一"))
        }
    }

    private static var buyer: Command {
        Command(
            "buyer", Phrase("whom invoices are issued to: shown, or kept", "发票抬头：查看，或保存"), person, organisation,
            taxNumber
        ) { arguments, desk in
            let reply: BuyerReply =
                if let typed = try buyer(arguments) {
                    try desk.call(.invoicesSaveBuyer, SaveBuyerRequest(buyer: typed))
                } else {
                    try desk.call(.invoicesGetBuyer, GetBuyerRequest())
                }
            var table = Table(
                .init("kind", Phrase("Kind", "抬头类型")), .init("title", Phrase("Buyer", "发票抬头")),
                .init("tax_number", Phrase("Tax number", "税号"), .exact))
            if let buyer = reply.buyer { table.add(.init(buyer.kind), .init(buyer.title), .init(buyer.taxNumber)) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var apply: Command {
        let order: Parameter<UInt64> = .argument("ORDER", Phrase("its id", "订单编号"))
        return Command(
            "apply", Phrase("apply for the invoice of an order that is paid", "为已付款的订单申请开票"), order, person,
            organisation, taxNumber
        ) { arguments, desk in
            try desk.show(
                try desk.call(
                    .invoicesApply, ApplyInvoiceRequest(order: arguments[order], buyer: buyer(arguments)))
                    as InvoiceReply)
            return .ok
        }
    }

    private static var listInvoices: Command {
        Command(
            "list", Phrase("yours, the newest first", "我的发票，最新在前"), Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .invoices, .invoicesListMine) { after, limit in
                MyInvoicesRequest(after: after, limit: limit)
            } rows: { (reply: ListInvoicesReply, table) in
                for invoice in reply.invoices { table.add(invoice) }
                return (reply.invoices.count, reply.next)
            }
            return .ok
        }
    }

    private static var showInvoice: Command {
        Command("show", Phrase("one, and what became of it", "查看发票及其记录"), id) { arguments, desk in
            try desk.show(
                try desk.call(.invoicesShow, ShowInvoiceRequest(invoice: arguments[id])) as ShowInvoiceReply)
            return .ok
        }
    }

    private static var fetchFile: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("write it here", "保存到此文件"))
        return Command("file", Phrase("the file of an issued invoice", "下载发票文件"), id, out) { arguments, desk in
            try desk.fetch(.invoicesGetFile, GetInvoiceFileRequest(invoice: arguments[id]), to: arguments[out]) {
                (piece: InvoiceChunk) in piece.bytes
            }
        }
    }

    private static var cancelApplication: Command {
        Command("cancel", Phrase("take an application back", "撤回开票申请"), id) { arguments, desk in
            try desk.show(
                try desk.call(.invoicesCancel, CancelInvoiceRequest(invoice: arguments[id])) as InvoiceReply)
            return .ok
        }
    }

    private static var askVoid: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "废票原因"))
        return Command(
            "void", Phrase("ask for one to be voided; an administrator executes", "申请作废发票，由管理员执行"), id, reason
        ) { arguments, desk in
            try desk.show(
                try desk.call(
                    .invoicesAskVoid, AskVoidRequest(invoice: arguments[id], reason: arguments[reason]))
                    as InvoiceReply)
            return .ok
        }
    }
}
