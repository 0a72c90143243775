import Application
import Domain
import Messages
import Storage

extension Leaves {
    /// LEV-1: asks the base for leave. Throws if it overlaps other leave that waits or was approved.
    func requestLeave(_ request: RequestLeaveRequest, _ context: WriteContext) throws -> LeaveReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        let asked = try LeaveRequest(
            kind: kind,
            // Days of leave are days in China, wherever the server is.
            period: LeavePeriod(
                from: Day(request.fromDay), to: Day(request.toDay), today: ZoneRule.china.day(of: Instant(context.now))),
            reason: request.reason)
        try checkOverlap(asked.period, of: person, transaction)
        let base = try trainingBase(of: person, from: asked.period.from, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO leave (id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms,
            decision_reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, '')
            """, id, person, base, asked.kind.rawValue, asked.period.from.number, asked.period.to.number,
            asked.reason, LeaveState.waiting.rawValue, context.now)
        try reviews.openReview(
            leaveReview, subject: id, container: base, person: person,
            stops: [ReviewStop(level: .base, organisation: base)], context)
        context.auditDetail = "leave \(id) at base \(base)"
        return LeaveReply(leave: try LeaveRecord(id, transaction).message(transaction))
    }

    private func checkOverlap(_ period: LeavePeriod, of person: UInt64, _ snapshot: Snapshot) throws {
        for state in [LeaveState.waiting, .approved] {
            let other = try snapshot.first(
                """
                SELECT from_day, to_day FROM leave WHERE person = ?1 AND state = ?2 AND to_day >= ?3
                AND from_day <= ?4 ORDER BY to_day LIMIT 1
                """, person, state.rawValue, period.from.number, period.to.number
            ) { LeavePeriod(from: Day($0.int32(0)), to: Day($0.int32(1))) }
            guard let other else { continue }
            throw Refusal(
                .alreadyExists, field: "from_day", Phrase("overlaps leave \(other)", "与已有请假重叠：\(other)"))
        }
    }
}
