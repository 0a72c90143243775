import ClientKit
import Console
import Messages

extension Command {
    /// LEV-1: leave, for those who decide on it.
    static var leave: Command {
        Command(
            "leave",
            Phrase(
                "trainees' leave; decide with rollcall-admin review list leave",
                "学员请假；审批请用 rollcall-admin review list 请假"),
            commands: [list])
    }

    private static var list: Command {
        let base = Name<BaseRegister>.required("base", Phrase("the base", "基地"))
        let state: Parameter<Choice<LeaveState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("what a base has been asked", "基地收到的请假申请"), base, state, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .leave, .leavesListLeave) { after, limit in
                ListLeaveRequest(
                    base: try desk.id(arguments[base]), state: arguments[state]?.value, after: after, limit: limit)
            } rows: { (reply: ListLeaveReply, table) in
                for leave in reply.leave { table.add(leave) }
                return (reply.leave.count, reply.next)
            }
            return .ok
        }
    }
}
