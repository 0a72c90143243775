import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// LEV-1: leave, for those who ask for it.
    static var leave: Command {
        Command("leave", Phrase("ask for leave", "请假"), commands: [request, mine, cancel])
    }

    private static var request: Command {
        let kind: Parameter<Choice<LeaveKind>> = .argument("KIND", Phrase("what for", "请假类型"))
        let from: Parameter<Day> = .argument("FROM", Phrase("the first day", "开始日期"))
        let to: Parameter<Day?> = .option("to", "DAY", Phrase("the last day; else the first", "结束日期，默认与开始日期相同"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("request", Phrase("ask your base for leave", "向基地申请请假"), kind, from, to, reason) {
            arguments, desk in
            let reply: LeaveReply = try desk.call(
                .leavesRequestLeave,
                RequestLeaveRequest(
                    kind: arguments[kind].value, fromDay: arguments[from].number,
                    toDay: (arguments[to] ?? arguments[from]).number, reason: arguments[reason]))
            try desk.show(reply)
            return .ok
        }
    }

    private static var mine: Command {
        Command(
            "list", Phrase("your leave and its state", "我的请假及审批状态"), Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .leave, .leavesMyLeave) { after, limit in
                MyLeaveRequest(after: after, limit: limit)
            } rows: { (reply: ListLeaveReply, table) in
                for leave in reply.leave { table.add(leave) }
                return (reply.leave.count, reply.next)
            }
            return .ok
        }
    }

    private static var cancel: Command {
        let leave: Parameter<UInt64> = .argument("LEAVE", Phrase("its id", "请假编号"))
        return Command("cancel", Phrase("take leave back before it begins", "在开始前取消请假"), leave) { arguments, desk in
            try desk.show(
                try desk.call(.leavesCancelLeave, CancelLeaveRequest(leave: arguments[leave])) as LeaveReply)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ reply: LeaveReply) throws {
        var table = Table.leave
        if let leave = reply.leave { table.add(leave) }
        try interaction.show(table)
    }
}
