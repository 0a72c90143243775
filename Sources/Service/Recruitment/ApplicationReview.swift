import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-3, REC-4a, REC-6: the review of an application: each level in its own window, the last within the quota.
    var applicationReview: ReviewSubject {
        ReviewSubject(kind: .application, isReturnable: true) { subject, snapshot in
            try snapshot.first(
                """
                SELECT s.name FROM application a JOIN catalogue_entry s ON s.id = a.specialty WHERE a.id = ?1
                """, subject
            ) { $0.text(0) } ?? ""
        } check: { record, _, context in
            let round = try RoundRecord(record.container, context.transaction)
            guard let level = IntakeLevel(record.stop.level) else { throw Refusal(.internal) }
            try round.requireWindow(of: level, context.now)
        } decided: { [self] record, decision, context in
            try applicationDecided(record, decision, context)
        }
    }

    private func applicationDecided(
        _ record: ReviewRecord, _ decision: ReviewDecision, _ context: WriteContext
    ) throws {
        var application = try ApplicationRecord(record.subject, context.transaction)
        let round = try RoundRecord(application.round, context.transaction)
        let decidedAt = application.level
        let stops = record.stops
        let turn = stops.first { IntakeLevel($0.level) == decidedAt }?.organisation ?? 0
        application.isReviewed = true
        application.level = IntakeLevel(record.stop.level)
        let event = Self.event(decision, isLast: record.progress.state == .approved)
        let state = try ApplicationLifecycle.table.next(application.state, event)
        try transition(
            &application, to: state, by: event, organisation: turn, level: decidedAt, reason: decision.reason, round,
            context)
        switch event {
        case .approve:
            try notices.notify(
                application.person, .applicationApproved, subject: application.id, details: [round.plan.name], context)
        case .reject:
            try notices.notify(
                application.person, .applicationRejected, subject: application.id,
                details: [round.plan.name, decision.reason], context)
        case .sendBack:
            try notices.notify(
                application.person, .applicationReturned, subject: application.id,
                details: [round.plan.name, decision.reason], context)
        case .passOn, .submit, .resubmit, .withdraw, .assign, .admit, .release, .decline, .startTraining, .complete,
            .withdrawTraining, .resumeTraining:
            break
        }
    }

    private static func event(_ decision: ReviewDecision, isLast: Bool) -> ApplicationEvent {
        switch decision {
        case .approved: isLast ? .approve : .passOn
        case .rejected: .reject
        case .returned: .sendBack
        }
    }
}
