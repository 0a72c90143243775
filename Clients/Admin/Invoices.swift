import ClientKit
import Console
import Messages

extension Command {
    /// ORD-5: invoices, issued and voided by hand or by WeChat Pay.
    static var invoices: Command {
        Command(
            "invoices", Phrase("applications for invoices, and what was issued", "开票管理"),
            commands: [
                listInvoices, showInvoice, sendInvoices, issue, attach, rejectApplications, voidInvoice, keepInvoice,
                export,
            ])
    }

    private static let invoice: Parameter<UInt64> = .argument("INVOICE", Phrase("its id", "发票编号"))
    private static let programme = Name<ProgrammeRegister>.option(
        "programme", Phrase("of this programme", "仅此项目体系"))
    private static let state: Parameter<Choice<InvoiceState>?> = .option(
        "state", "STATE", Phrase("in this state", "仅此状态"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))

    private static var listInvoices: Command {
        let order: Parameter<UInt64> = .option("order", "ID", Phrase("of this order", "仅此订单"), default: 0)
        let overdue: Parameter<Bool> = .flag(
            "overdue", Phrase("only those that WeChat Pay has had for 72 hours", "仅微信支付处理已超过 72 小时的"))
        return Command(
            "list", Phrase("the newest first", "列表，最新在前"), programme, state, order, overdue, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .invoices, .invoicesList) { after, limit in
                ListInvoicesRequest(
                    programme: try desk.id(arguments[programme]), state: arguments[state]?.value, after: after,
                    limit: limit, order: arguments[order], overdue: arguments[overdue])
            } rows: { (reply: ListInvoicesReply, table) in
                for invoice in reply.invoices { table.add(invoice) }
                return (reply.invoices.count, reply.next)
            }
            return .ok
        }
    }

    private static var showInvoice: Command {
        Command("show", Phrase("one, and what became of it", "查看发票及其记录"), invoice) { arguments, desk in
            try desk.show(
                try desk.call(.invoicesShow, ShowInvoiceRequest(invoice: arguments[invoice])) as ShowInvoiceReply)
            return .ok
        }
    }

    private static var sendInvoices: Command {
        let ids: Parameter<IdList> = .required("ids", "1,2,3", Phrase("these", "发票编号"))
        return Command(
            "send", Phrase("have WeChat Pay issue what was paid by it", "由微信支付开具以微信支付付款的发票"), ids
        ) { arguments, desk in
            try desk.show(
                try desk.call(.invoicesSend, SendInvoicesRequest(invoices: arguments[ids].ids)) as InvoicesReply)
        }
    }

    private static var issue: Command {
        let numbers: Parameter<[EnteredNumber]> = .arguments(
            "INVOICE=NUMBER", Phrase("or INVOICE=CODE-NUMBER, as issued", "编号=发票号码，或 编号=发票代码-发票号码"))
        return Command(
            "issue", Phrase("enter the numbers they were issued under, one or many", "登记已开具的发票号码，可多张"), numbers
        ) { arguments, desk in
            try desk.show(
                try desk.call(.invoicesIssue, IssueInvoicesRequest(invoices: arguments[numbers].map(\.value)))
                    as InvoicesReply)
        }
    }

    private static var attach: Command {
        let file: Parameter<String> = .argument(
            "FILE", Phrase("PDF or OFD, as the tax authority made it", "税务平台开具的 PDF 或 OFD 文件"))
        return Command("attach", Phrase("add the file of an issued invoice", "添加已开具发票的文件"), invoice, file) {
            arguments, desk in
            let reply: InvoiceReply = try desk.send(
                arguments[file], .invoicesUploadFile, piece: { InvoiceChunk(bytes: $0) }
            ) { UploadInvoiceFileRequest(invoice: arguments[invoice], size: $0, digest: $1) }
            try desk.show(reply)
            return .ok
        }
    }

    private static var rejectApplications: Command {
        let ids: Parameter<IdList> = .required("ids", "1,2,3", Phrase("these", "发票编号"))
        return Command(
            "reject", Phrase("send applications back that cannot be issued", "驳回开票申请，须填写原因"), ids, reason
        ) { arguments, desk in
            try desk.show(
                try desk.call(
                    .invoicesReject,
                    RejectInvoicesRequest(invoices: arguments[ids].ids, reason: arguments[reason])) as InvoicesReply)
        }
    }

    private static var voidInvoice: Command {
        let why: Parameter<String> = .option(
            "reason", "TEXT", Phrase("why; else the reason it was asked for", "原因，默认为申请时的原因"), default: "")
        let red: Parameter<String> = .option(
            "red-number", "NUMBER",
            Phrase("of the red letter by which it was voided by hand", "已人工开具的红字发票号码"), default: "")
        return Command(
            "void",
            Phrase(
                "one was voided, or WeChat Pay is to void what it issued; a refund that waits for it goes on",
                "登记发票作废，或由微信支付冲红其开具的发票；等待作废的退款随即办理"), invoice, why,
            red, Asking.yes
        ) { arguments, desk in
            let id = arguments[invoice]
            try desk.confirm(
                arguments, Phrase("Void invoice \(id) for good?", "确定作废发票 \(id) 吗？作废后不能恢复。"))
            try desk.show(
                try desk.call(
                    .invoicesVoid,
                    VoidInvoiceRequest(
                        invoice: arguments[invoice], reason: arguments[why], redNumber: arguments[red]))
                    as InvoiceReply)
            return .ok
        }
    }

    private static var keepInvoice: Command {
        Command(
            "keep", Phrase("one stays although its voiding was asked for", "不予作废"), invoice, reason
        ) { arguments, desk in
            try desk.show(
                try desk.call(
                    .invoicesKeep, KeepInvoiceRequest(invoice: arguments[invoice], reason: arguments[reason]))
                    as InvoiceReply)
            return .ok
        }
    }

    private static var export: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("the .xlsx or CSV to write", "写入的 .xlsx 或 CSV 文件"))
        return Command(
            "export", Phrase("the list as a file for spreadsheets", "导出开票列表"), programme, state, out
        ) { arguments, desk in
            try desk.export(
                .invoicesExport,
                ExportInvoicesRequest(programme: try desk.id(arguments[programme]), state: arguments[state]?.value),
                to: arguments[out], money: [7, 8, 9])
        }
    }
}

/// The number that an invoice was issued under: `12=25117000000012345678`, `12=011002100111-12345678`.
private struct EnteredNumber: ArgumentValue {
    let value: IssuedNumber

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let invoice = UInt64(parts[0]) else { return nil }
        let digits = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard digits.count <= 2, let number = digits.last, !number.isEmpty else { return nil }
        value = IssuedNumber(invoice: invoice, code: digits.count == 2 ? digits[0] : "", number: number)
    }

    static var expectation: Phrase {
        Phrase("INVOICE=NUMBER or INVOICE=CODE-NUMBER", "编号=发票号码，或 编号=发票代码-发票号码")
    }
    var argument: String { "\(value.invoice)=\(value.code.isEmpty ? "" : value.code + "-")\(value.number)" }
}

extension Desk {
    /// Shows what became of each; the exit code tells whether any failed.
    fileprivate func show(_ reply: InvoicesReply) throws -> ExitCode {
        var table = Table(
            .init("invoice", Phrase("Invoice", "发票"), .right), .init("state", Phrase("State", "状态")),
            .init("error", Phrase("Refused", "未处理原因"), .exact))
        for outcome in reply.outcomes {
            table.add(
                .init(outcome.invoice), .init(outcome.state),
                outcome.failure.map { .init(Phrase($0.text), json: .string($0.name)) } ?? .empty)
        }
        try interaction.show(table)
        if reply.outcomes.count == Int(reply.done) { return .ok }
        return reply.done == 0 ? .refused : .incomplete
    }
}
