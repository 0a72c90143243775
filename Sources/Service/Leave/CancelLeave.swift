import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// LEV-1: cancels leave, until its first day. Notifies a base that had approved it.
    func cancelLeave(_ request: CancelLeaveRequest, _ context: WriteContext) throws -> LeaveReply {
        let transaction = context.transaction
        let leave = try LeaveRecord(request.leave, transaction)
        // Somebody else's is not there.
        guard leave.person == (try context.call.person().id) else { throw Refusal(.notFound, field: "leave") }
        let state = try LeaveLifecycle.cancel(
            leave.state, period: leave.period, today: ZoneRule.china.day(of: Instant(context.now)))
        if leave.state == .approved {
            try reviews.giveUpReview(.leave, leave.id, context)
        } else {
            try reviews.withdrawReview(.leave, leave.id, context)
        }
        try transaction.execute("UPDATE leave SET state = ?2 WHERE id = ?1", leave.id, state.rawValue)
        context.auditDetail = "leave \(leave.id): \(leave.state) → \(state)"
        let cancelled = try LeaveRecord(leave.id, transaction).message(transaction)
        if leave.state == .approved {
            for keeper in try organisations.staff(of: leave.base, as: .baseAdmin, transaction) {
                try notices.notify(
                    keeper, .leaveCancelled, subject: leave.id, details: [cancelled.personName, "\(leave.period)"],
                    context)
            }
        }
        return LeaveReply(leave: cancelled)
    }
}
