import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-8: records that training began, was completed, or was given up. A first day that was entered wrongly is entered again, and
    /// an end that was recorded by mistake is taken back.
    func changeTraining(_ request: ChangeTrainingRequest, _ context: WriteContext) throws -> ApplicationsReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.base, transaction)
        let event = try event(request.step)
        let needsReason = [.withdrawTraining, .resumeTraining].contains(event)
        let reason = needsReason ? try ReviewDecision.reason(request.reason) : ""
        guard event != .resumeTraining else { return try resumeTraining(request, reason: reason, context) }
        let day = Day(request.day)
        context.auditDetail = "base \(request.base), \(event) on \(day): "
        return try each(request.applications, context) { application in
            guard application.base == request.base else { throw Refusal(.notFound, field: "application") }
            let round = try RoundRecord(application.round, transaction)
            let state = try ApplicationLifecycle.table.next(application.state, event)
            let began = event == .startTraining ? nil : application.trainingFrom
            let earliest = began ?? round.zone.day(of: round.plan.admission.from)
            guard (earliest...max(earliest, round.zone.day(of: Instant(context.now)))).contains(day) else {
                throw Refusal(
                    .invalid, field: "day", Phrase("from \(earliest) up to today", "日期须在 \(earliest) 至今天之间"))
            }
            if event == .startTraining { application.trainingFrom = day } else { application.trainingTo = day }
            try transition(
                &application, to: state, by: event, organisation: request.base, reason: reason, round, context)
        }
    }

    /// Takes back a completion or a withdrawal, and tells the trainee.
    private func resumeTraining(
        _ request: ChangeTrainingRequest, reason: String, _ context: WriteContext
    ) throws -> ApplicationsReply {
        let transaction = context.transaction
        context.auditDetail = "base \(request.base), \(ApplicationEvent.resumeTraining), \(reason): "
        return try each(request.applications, context) { application in
            guard application.base == request.base else { throw Refusal(.notFound, field: "application") }
            let round = try RoundRecord(application.round, transaction)
            let state = try ApplicationLifecycle.table.next(application.state, .resumeTraining)
            try requireNoCertificate(of: application, in: round, transaction)
            application.trainingTo = nil
            try transition(
                &application, to: state, by: .resumeTraining, organisation: request.base, reason: reason, round, context
            )
            try notices.notify(
                application.person, .trainingResumed, subject: application.id, details: [round.plan.name, reason],
                context)
        }
    }

    /// CRT-2b: a certificate of a completion is revoked before the completion is taken back.
    private func requireNoCertificate(
        of application: ApplicationRecord, in round: RoundRecord, _ snapshot: Snapshot
    ) throws {
        let standing = try snapshot.first(
            """
            SELECT id FROM certificate WHERE person = ?1 AND base = ?2 AND cohort = ?3 AND round = ?4 AND standing = 0
            ORDER BY id LIMIT 1
            """, application.person, application.base, round.cohortName, round.plan.name
        ) { $0.id(0) }
        guard let standing else { return }
        throw Refusal(
            .wrongState, field: "certificate",
            "its certificate stands: rollcall-admin certificates revoke \(standing) --reason TEXT",
            zh: "其证书仍有效，请先撤销：rollcall-admin certificates revoke \(standing) --reason 原因")
    }

    private func event(_ step: TrainingStep?) throws(Refusal) -> ApplicationEvent {
        switch step {
        case .start: .startTraining
        case .complete: .complete
        case .withdraw: .withdrawTraining
        case .resume: .resumeTraining
        case nil: throw Refusal(.invalid, field: "step")
        }
    }

    /// Returns the base where an admitted person is in training; nil for anybody else.
    func recruitedBase(of person: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            "SELECT base FROM application WHERE person = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1",
            person, ApplicationState.inTraining.rawValue
        ) { $0.id(0) }
    }
}
