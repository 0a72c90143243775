import ClientKit
import Console
import Messages

extension Command {
    /// ORD-4: money back.
    static var refund: Command {
        Command("refund", Phrase("ask for money back", "退款"), commands: [ask, listRefunds])
    }

    private static var ask: Command {
        let order: Parameter<UInt64> = .argument("ORDER", Phrase("its id", "订单编号"))
        let kind: Parameter<Choice<RefundKind>> = .option(
            "kind", "KIND", Phrase("all of it, or the lodging alone", "退款类型"), default: Choice(.full))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("ask", Phrase("ask; an administrator decides", "申请退款，由管理员审批"), order, kind, reason) {
            arguments, desk in
            let reply: RefundReply = try desk.call(
                .ordersAskRefund,
                AskRefundRequest(order: arguments[order], kind: arguments[kind].value, reason: arguments[reason]))
            var table = Table.refunds
            if let refund = reply.refund { table.add(refund) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var listRefunds: Command {
        Command(
            "list", Phrase("what you have asked for, and what became of it", "我的退款，最新在前"), Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .refunds, .ordersMyRefunds) { after, limit in
                MyRefundsRequest(after: after, limit: limit)
            } rows: { (reply: ListRefundsReply, table) in
                for refund in reply.refunds { table.add(refund) }
                return (reply.refunds.count, reply.next)
            }
            return .ok
        }
    }
}
