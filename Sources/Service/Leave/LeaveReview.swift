import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// LEV-1: the review of leave, by the base where the trainee is in training.
    var leaveReview: ReviewSubject {
        ReviewSubject(kind: .leave, isReturnable: false) { subject, snapshot in
            let leave = try LeaveRecord(subject, snapshot)
            return "\(leave.period) \(leave.reason)"
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            let transaction = context.transaction
            let leave = try LeaveRecord(record.subject, transaction)
            let isApproved = decision == .approved
            let state = try LeaveLifecycle.table.next(leave.state, isApproved ? .approve : .reject)
            try transaction.execute(
                "UPDATE leave SET state = ?2, decided_ms = ?3, decision_reason = ?4 WHERE id = ?1",
                leave.id, state.rawValue, context.now, decision.reason)
            try notices.notify(
                leave.person, .leaveDecided, subject: leave.id,
                details: ["\(leave.period)", isApproved ? "approved" : "rejected", decision.reason], context)
        }
    }
}
