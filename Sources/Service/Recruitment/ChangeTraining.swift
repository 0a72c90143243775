import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-8: records that training began, was completed, or was given up. A first day that was entered wrongly is entered again.
    func changeTraining(_ request: ChangeTrainingRequest, _ context: WriteContext) throws -> ApplicationsReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.base, transaction)
        let event = try event(request.step)
        let reason = event == .withdrawTraining ? try ReviewDecision.reason(request.reason) : ""
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

    private func event(_ step: TrainingStep?) throws(Refusal) -> ApplicationEvent {
        switch step {
        case .start: .startTraining
        case .complete: .complete
        case .withdraw: .withdrawTraining
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
