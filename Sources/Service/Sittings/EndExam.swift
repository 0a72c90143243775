import Application
import Domain
import Messages
import Storage

extension Sittings {
    private static let atOnce = 20

    /// EXM-3e: marks what is saved, at once. One that has ended stays as it is, so that submitting twice counts once.
    func submitExam(_ request: SubmitExamRequest, _ context: WriteContext) throws -> SittingReply {
        let transaction = context.transaction
        let sitting = try SittingRecord(request.sitting, of: context.call.person().id, transaction)
        if sitting.state == .open { try end(sitting, context) }
        context.auditDetail = "sitting \(sitting.id) submitted"
        return SittingReply(
            sitting: try message(SittingRecord(sitting.id, transaction), transaction, now: context.now))
    }

    /// EXM-3e: sittings whose time is over are marked on what was saved.
    var endOverdue: Chore {
        Chore(name: "exams whose time is over", atOnce: Self.atOnce) { snapshot, now, limit in
            try snapshot.all(
                "SELECT id FROM sitting WHERE state = ?1 AND ends_ms <= ?2 ORDER BY ends_ms, id LIMIT ?3",
                SittingState.open.rawValue, now, limit
            ) { $0.id(0) }
        } act: { [self] id, context in
            try end(SittingRecord(id, context.transaction), context)
            return 1
        }
    }

    /// Ends an open sitting now, or when its time was over; marks it, and tells its person.
    func end(_ sitting: SittingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let isInTime = context.now < sitting.endsMs
        var sitting = sitting
        sitting.state = isInTime ? .submitted : .timedOut
        sitting.submittedMs = isInTime ? context.now : sitting.endsMs
        sitting.value = try exams.edition(sitting.edition, transaction)
            .mark(sheet(of: sitting.id, transaction).chosen, sitting.rule)
        sitting.passed = sitting.value >= sitting.passMark
        try transaction.execute(
            "UPDATE sitting SET state = ?2, submitted_ms = ?3, value = ?4, passed = ?5 WHERE id = ?1", sitting.id,
            sitting.state.rawValue, sitting.submittedMs, sitting.value, sitting.passed)
        try tellResult(of: sitting, context)
        try settleExam(of: sitting, context)
    }

    /// Tells a person the result.
    /// - Parameter reason: of a mark that a person gave; else empty.
    func tellResult(of sitting: SittingRecord, because reason: String = "", _ context: WriteContext) throws {
        let title = try context.transaction.first(.titleOfOffering, sitting.offering) { $0.text(0) }
        try notices.notify(
            sitting.person, .examResult, subject: sitting.id,
            details: [title ?? "", hundredths(sitting.value), sitting.passed ? "passed" : "failed", reason], context)
    }

    /// Lets a person's entitlement follow from all their attempts (EXM-4).
    func settleExam(of sitting: SittingRecord, _ context: WriteContext) throws {
        guard sitting.booking != 0 else { return }
        let entry = try entry(offering: sitting.offering, of: sitting.person, context.transaction)
        try bookings.settleExam(
            of: sitting.booking, isPassed: entry.attempts.passed,
            isExhausted: entry.attempts.isExhausted(entry.policy.resits),
            completes: entry.policy.skillsRebookings == nil, context)
    }
}
