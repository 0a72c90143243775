import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// LEV-1: the caller's leave with its state, newest first.
    func myLeave(_ request: MyLeaveRequest, _ context: ReadContext) throws -> ListLeaveReply {
        let limit = pageLimit(request.limit)
        return try page(
            context.snapshot.all(
                """
                SELECT id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms, decision_reason
                FROM leave WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3
                """, context.call.person().id, before(request.after), limit, body: LeaveRecord.init), limit, context)
    }

    /// LEV-1: what a base has been asked, newest first.
    func listLeave(_ request: ListLeaveRequest, _ context: ReadContext) throws -> ListLeaveReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.base, snapshot)
        let limit = pageLimit(request.limit)
        let found =
            if request.state == .unspecified {
                try snapshot.all(
                    """
                    SELECT id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms,
                    decision_reason FROM leave WHERE base = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3
                    """, request.base, before(request.after), limit, body: LeaveRecord.init)
            } else {
                try snapshot.all(
                    """
                    SELECT id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms,
                    decision_reason FROM leave WHERE base = ?1 AND state = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4
                    """, request.base, request.state.rawValue, before(request.after), limit, body: LeaveRecord.init)
            }
        return try page(found, limit, context)
    }

    private func page(_ found: [LeaveRecord], _ limit: Int, _ context: ReadContext) throws -> ListLeaveReply {
        ListLeaveReply(
            leave: try found.map { try $0.message(context.snapshot) },
            next: found.count == limit ? found.last?.id ?? 0 : 0)
    }
}
