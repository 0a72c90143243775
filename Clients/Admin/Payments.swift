import ClientKit
import Console
import Messages

extension Command {
    /// ORD-2: the gateways' keys and clocks, and whether orders are taken.
    static var payments: Command {
        Command(
            "payments", Phrase("the gateways, and whether orders are taken", "支付网关与下单开关"),
            commands: [check, stops, stop, resume])
    }

    private static var check: Command {
        Command("check", Phrase("prove keys and clocks of each gateway, without money", "校验各网关的密钥和时钟，不涉及资金")) {
            _, desk in
            let reply: CheckPaymentsReply = try desk.call(.ordersCheckPayments, CheckPaymentsRequest())
            var table = Table(
                .init("channel", Phrase("Gateway", "网关")), .init("works", Phrase("Works", "可用")),
                .init("clock_offset_ms", Phrase("Clock ahead", "时钟偏差"), .right),
                .init("failure", Phrase("Why not", "原因"), .exact))
            for gateway in reply.gateways {
                table.add(
                    .init(gateway.channel), Shown.flag(gateway.works),
                    .init(
                        gateway.works
                            ? Phrase("\(gateway.clockOffsetMs) ms", "\(gateway.clockOffsetMs) 毫秒") : Phrase(""),
                        json: JSON(gateway.clockOffsetMs)),
                    .init(gateway.failure))
            }
            try desk.interaction.show(table)
            if reply.gateways.isEmpty {
                desk.interaction.say(
                    Phrase("this server has no gateway: see payments in its settings", "服务器未配置支付网关：见设置中的 payments"))
            }
            return reply.gateways.allSatisfy(\.works) ? .ok : .failure
        }
    }

    private static var stops: Command {
        Command(
            "stops", Phrase("when orders were stopped, the newest first", "暂停下单的记录，最新在前"), Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .stops, .ordersListSellingStops) { after, limit in
                ListSellingStopsRequest(after: after, limit: limit)
            } rows: { (reply: ListSellingStopsReply, table) in
                for stop in reply.stops { table.add(stop) }
                return (reply.stops.count, reply.next)
            }
            return .ok
        }
    }

    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))

    private static var stop: Command {
        Command("stop", Phrase("take no orders from now on", "暂停下单和支付"), reason) { arguments, desk in
            try desk.show(
                try desk.call(.ordersStopSelling, StopSellingRequest(reason: arguments[reason])) as SellingReply)
            return .ok
        }
    }

    private static var resume: Command {
        let how: Parameter<String> = .required(
            "reason", "TEXT", Phrase("how the payments were reconciled", "对账情况说明"))
        return Command("resume", Phrase("take orders again", "恢复下单和支付"), how) { arguments, desk in
            try desk.show(
                try desk.call(.ordersResumeSelling, ResumeSellingRequest(reason: arguments[how])) as SellingReply)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ reply: SellingReply) throws {
        var table = Table.stops
        if let stop = reply.stop { table.add(stop) }
        try interaction.show(table)
    }
}

extension Table {
    fileprivate static var stops: Table {
        Table(
            .init("since_ms", Phrase("Since", "开始"), .exact), .init("cause", Phrase("Cause", "起因")),
            .init("reason", Phrase("Reason", "说明")), .init("until_ms", Phrase("Until", "结束"), .exact),
            .init("until_reason", Phrase("How it ended", "结束说明")))
    }

    fileprivate mutating func add(_ stop: SellingStop) {
        add(
            Shown.moment(stop.sinceMs), .init(stop.cause), .init(stop.reason), Shown.moment(stop.untilMs),
            .init(stop.untilReason))
    }
}
