import ClientKit
import Console
import Messages

extension Command {
    /// ORD-4: refunds; `review` decides on those that trainees ask for.
    static var refunds: Command {
        Command(
            "refunds",
            Phrase(
                "money that goes back; decide with rollcall-admin review list refund",
                "退款；审批请用 rollcall-admin review list 退款"),
            commands: [list, order, finish, retry])
    }

    private static let refund: Parameter<UInt64> = .argument("REFUND", Phrase("its id", "退款编号"))

    private static var list: Command {
        let state: Parameter<Choice<RefundProgress>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("the newest first", "退款列表，最新在前"), state, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .refunds, .ordersListRefunds) { after, limit in
                ListRefundsRequest(state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListRefundsReply, table) in
                for refund in reply.refunds { table.add(refund) }
                return (reply.refunds.count, reply.next)
            }
            return .ok
        }
    }

    private static var order: Command {
        let order: Parameter<UInt64> = .argument("ORDER", Phrase("its id", "订单编号"))
        let kind: Parameter<Choice<RefundKind>> = .option(
            "kind", "KIND", Phrase("all of it, or the lodging alone", "退款类型"), default: Choice(.full))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "order", Phrase("pay an order back where trainees cannot ask", "直接为订单退款"), order, kind, reason, Asking.yes
        ) { arguments, desk in
            let id = arguments[order]
            try desk.confirm(
                arguments, Phrase("Pay order \(id) back for good?", "确定为订单 \(id) 退款吗？退款后不能撤回。"))
            try desk.show(
                try desk.call(
                    .ordersRefundOrder,
                    RefundOrderRequest(order: arguments[order], kind: arguments[kind].value, reason: arguments[reason]))
                    as RefundReply)
            return .ok
        }
    }

    private static var finish: Command {
        let reference: Parameter<String> = .required("reference", "TEXT", Phrase("of the payment by hand", "线下退款凭证号"))
        return Command(
            "finish", Phrase("one that its gateway cannot pay was paid by hand", "登记线下退款（网关无法退回时）"), refund, reference,
            Asking.yes
        ) { arguments, desk in
            let id = arguments[refund]
            try desk.confirm(
                arguments,
                Phrase("Was refund \(id) paid by hand? Nothing takes this back.", "确定退款 \(id) 已线下办理吗？登记后不能撤回。"))
            try desk.show(
                try desk.call(
                    .ordersFinishRefund,
                    FinishRefundRequest(refund: arguments[refund], reference: arguments[reference])) as RefundReply)
            return .ok
        }
    }

    private static var retry: Command {
        Command("retry", Phrase("ask the gateway once more", "重新向网关申请退款"), refund) { arguments, desk in
            try desk.show(
                try desk.call(.ordersRetryRefund, RetryRefundRequest(refund: arguments[refund])) as RefundReply)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ reply: RefundReply) throws {
        var table = Table.refunds
        if let refund = reply.refund { table.add(refund) }
        try interaction.show(table)
    }
}
