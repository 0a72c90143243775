import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// Changes an application's state, the only place that does: updates the quota, and stores row, lists and history.
    ///
    /// - Parameters:
    ///   - application: the new values, except for its state.
    ///   - level: the level of the review.
    ///   - organisation: the organisation that acts, or the base concerned.
    /// - Throws: `quotaFull`, having changed nothing.
    func transition(
        _ application: inout ApplicationRecord, to state: ApplicationState, by event: ApplicationEvent,
        organisation: UInt64, level: IntakeLevel? = nil, reason: String = "", _ round: RoundRecord,
        _ context: WriteContext
    ) throws {
        try count(application, from: application.state, to: state, round, context.transaction)
        application.state = state
        application.changedMs = context.now
        application.reason = reason
        try application.store(context.transaction)
        if application.submittedMs != 0 { try application.storePlaces(round, context.transaction) }
        try application.note(event, organisation: organisation, level: level, reason: reason, context)
    }

    /// REC-4: updates the quota's counts. Each is one conditional update, so that two at once cannot take the same
    /// seat.
    private func count(
        _ application: ApplicationRecord, from old: ApplicationState, to new: ApplicationState,
        _ round: RoundRecord, _ transaction: Transaction
    ) throws {
        let city = application.place.quotaCity
        let specialty = round.quotaSpecialty(application.form.specialty)
        switch (old.takesApproval, new.takesApproval) {
        case (false, true):
            let taken = try transaction.execute(
                """
                UPDATE quota SET approved = approved + 1
                WHERE round = ?1 AND city = ?2 AND specialty = ?3 AND approved < places
                """, round.id, city, specialty)
            if taken == 0 { throw SeatCount.full }
        case (true, false):
            try transaction.execute(
                "UPDATE quota SET approved = approved - 1 WHERE round = ?1 AND city = ?2 AND specialty = ?3",
                round.id, city, specialty)
        case (false, false), (true, true): break
        }
        switch (old.takesAdmission, new.takesAdmission) {
        case (false, true):
            let taken = try transaction.execute(
                """
                UPDATE quota SET admitted = admitted + 1
                WHERE round = ?1 AND city = ?2 AND specialty = ?3 AND admitted < places
                """, round.id, city, specialty)
            if taken == 0 { throw SeatCount.full }
        case (true, false):
            try transaction.execute(
                "UPDATE quota SET admitted = admitted - 1 WHERE round = ?1 AND city = ?2 AND specialty = ?3",
                round.id, city, specialty)
        case (false, false), (true, true): break
        }
    }
}
