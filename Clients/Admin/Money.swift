import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// PRJ-6c: what a place in a programme costs.
    static var fees: Command {
        Command("fees", Phrase("what a place costs", "培训费用"), commands: [setFee, listFees])
    }

    private static let programme = Name<ProgrammeRegister>.positional

    private static var setFee: Command {
        let amount: Parameter<Fen> = .argument("YUAN", Phrase("the fee; 0 is free of charge", "费用（元），0 为免费"))
        let from: Parameter<Day?> = .option("from", "DAY", Phrase("from this day on; else from today", "生效日期，默认今天"))
        return Command("set", Phrase("set the fee from a day on", "设置费用及生效日期"), programme, amount, from) {
            arguments, desk in
            let reply: ListFeesReply = try desk.call(
                .programmesSetFee,
                SetFeeRequest(
                    fee: Fee(
                        programme: try desk.id(arguments[programme]), fromDay: arguments[from]?.number ?? 0,
                        fen: UInt64(clamping: arguments[amount].count))))
            try desk.show(reply)
            return .ok
        }
    }

    private static var listFees: Command {
        Command("list", Phrase("the newest first", "费用记录，最新在前"), programme) { arguments, desk in
            try desk.show(
                try desk.call(.programmesListFees, ListFeesRequest(programme: try desk.id(arguments[programme])))
                    as ListFeesReply)
            return .ok
        }
    }

    /// BKG-5: what is read before an order.
    static var orderNotice: Command {
        let text: Parameter<String> = .argument("TEXT", Phrase("the notice", "须知内容"))
        return Command(
            "order-notice", Phrase("set what is read before an order; another text is read anew", "设置报名须知；修改后须重新阅读"),
            programme, text
        ) { arguments, desk in
            let reply: OrderNoticeReply = try desk.call(
                .ordersSetOrderNotice,
                SetOrderNoticeRequest(programme: try desk.id(arguments[programme]), text: arguments[text]))
            try desk.interaction.show(
                ["version": JSON(reply.version), "wait_ms": JSON(reply.waitMs)],
                text: desk.interaction.text(
                    Phrase(
                        "version \(reply.version), read for \(reply.waitMs / 1000) s",
                        "第 \(reply.version) 版，须阅读 \(reply.waitMs / 1000) 秒")))
            return .ok
        }
    }

    /// ORD-1: the orders of a programme.
    static var orders: Command {
        let state: Parameter<Choice<OrderState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "orders", Phrase("a programme's orders, the newest first", "项目体系的订单，最新在前"), programme, state, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .orders, .ordersListOrders) { after, limit in
                ListOrdersRequest(
                    programme: try desk.id(arguments[programme]), state: arguments[state]?.value, after: after,
                    limit: limit)
            } rows: { (reply: ListOrdersReply, table) in
                for order in reply.orders { table.add(order) }
                return (reply.orders.count, reply.next)
            }
            return .ok
        }
    }

    /// ORD-3: what units have paid for people.
    static var unitPayments: Command {
        Command(
            "unit-payments",
            Phrase(
                "what units have paid; take in more with rollcall-admin upload unit-payments FILE",
                "单位缴费记录；导入请用 rollcall-admin upload 单位缴费 文件"),
            commands: [listUnitPayments, takeBackUnitPayment])
    }

    private static var listUnitPayments: Command {
        let state: Parameter<Choice<UnitPaymentState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("of a programme, the newest first", "某项目体系的记录，最新在前"), programme, state, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .unitPayments, .ordersListUnitPayments) { after, limit in
                ListUnitPaymentsRequest(
                    programme: try desk.id(arguments[programme]), state: arguments[state]?.value, after: after,
                    limit: limit)
            } rows: { (reply: ListUnitPaymentsReply, table) in
                for payment in reply.payments { table.add(payment) }
                return (reply.payments.count, reply.next)
            }
            return .ok
        }
    }

    private static var takeBackUnitPayment: Command {
        let payment: Parameter<UInt64> = .argument("PAYMENT", Phrase("its id", "缴费记录编号"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "take-back", Phrase("take one back while its place is free", "撤回一条（对应名额须空闲）"), payment, reason
        ) { arguments, desk in
            let reply: UnitPaymentReply = try desk.call(
                .ordersTakeBackUnitPayment,
                TakeBackUnitPaymentRequest(payment: arguments[payment], reason: arguments[reason]))
            var table = Table.unitPayments
            if let payment = reply.payment { table.add(payment) }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ reply: ListFeesReply) throws {
        var table = Table(
            .init("from_day", Phrase("From", "生效日期"), .exact), .init("fen", Phrase("Fee", "费用"), .right))
        for fee in reply.fees { table.add(Shown.day(fee.fromDay), Shown.fen(fee.fen)) }
        try interaction.show(table)
    }
}

extension Table {
    fileprivate static var unitPayments: Table {
        Table(
            Column("payment", Phrase("Payment", "缴费记录"), .right),
            Column("reference", Phrase("Reference", "凭证号"), .exact),
            Column("name", Phrase("Name", "姓名")), Column("phone", Phrase("Phone", "手机号"), .exact),
            Column("amount_fen", Phrase("Amount", "金额"), .right), Column("state", Phrase("State", "状态")),
            Column("reason", Phrase("Reason", "原因")), Column("person", Phrase("Person", "人员"), .unshown),
            Column("entitlement", Phrase("Place", "名额"), .unshown))
    }

    fileprivate mutating func add(_ payment: UnitPayment) {
        add(
            Cell(payment.id), Cell(payment.reference), Cell(payment.name), Cell(payment.phone),
            Shown.fen(payment.amountFen), Cell(payment.state), Cell(payment.reason), Cell(payment.person),
            Cell(payment.entitlement))
    }
}
