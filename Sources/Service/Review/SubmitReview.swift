import Application
import Domain
import Messages
import Storage

// The face of reviews for other areas.
extension Reviews {
    /// Submits a subject to its levels in order.
    /// - Parameters:
    ///   - container: the list in which reviewers find it: the round of an application, the base of an offering.
    ///   - person: the submitter, who may read its history.
    ///   - stops: at least one.
    ///   - reason: of the submission; it stands behind the title.
    func openReview(
        _ rules: ReviewSubject, subject: UInt64, container: UInt64, person: UInt64, stops: [ReviewStop],
        reason: String = "", _ context: WriteContext
    ) throws {
        guard let first = stops.first else { throw Refusal(.internal) }
        let transaction = context.transaction
        let record = ReviewRecord(
            rules.kind, subject: subject, container: container, person: person, stops: stops,
            progress: ReviewProgress(levels: stops.count))
        try transaction.execute(
            """
            INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, submitted_ms,
            changed_ms, reason, title) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?8, '', ?9)
            """, rules.kind.rawValue, subject, container, person, first.level.rawValue, first.organisation,
            record.progress.state.rawValue, context.now,
            rules.title(subject, transaction) + (reason.isEmpty ? "" : ": " + reason))
        try store(stops, rules.kind, subject, transaction)
        try record.storeAbove(transaction)
        try record.note(.submit, at: first, reason: "", context)
    }

    /// Begins an undecided review, or one that was returned, again at its first level, of what the subject is now.
    /// - Parameters:
    ///   - stops: at least one.
    ///   - reason: of its change, for the history.
    func restartReview(
        _ rules: ReviewSubject, subject: UInt64, container: UInt64, stops: [ReviewStop], reason: String = "",
        _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let before = try ReviewRecord(rules.kind, subject, transaction)
        guard [.waiting, .returned].contains(before.progress.state) else {
            throw Refusal(.wrongState, field: "subject")
        }
        try begin(
            rules, subject: subject, container: container, stops: stops,
            title: rules.title(subject, transaction), reason: reason, context)
    }

    /// Begins a review that has ended again at its first level, as asked for.
    /// - Parameter reason: of the submission; it stands behind the title.
    func beginAgain(
        _ rules: ReviewSubject, subject: UInt64, container: UInt64, stops: [ReviewStop], asked reason: String,
        _ context: WriteContext
    ) throws {
        try begin(
            rules, subject: subject, container: container, stops: stops,
            title: rules.title(subject, context.transaction) + ": " + reason, reason: "", context)
    }

    private func begin(
        _ rules: ReviewSubject, subject: UInt64, container: UInt64, stops: [ReviewStop], title: String, reason: String,
        _ context: WriteContext
    ) throws {
        guard let first = stops.first else { throw Refusal(.internal) }
        let transaction = context.transaction
        let record = ReviewRecord(
            rules.kind, subject: subject, container: container,
            person: try ReviewRecord(rules.kind, subject, transaction).person, stops: stops,
            progress: ReviewProgress(levels: stops.count))
        try transaction.execute(
            "DELETE FROM review_stop WHERE kind = ?1 AND subject = ?2", rules.kind.rawValue, subject)
        try store(stops, rules.kind, subject, transaction)
        try transaction.execute(
            "UPDATE review SET container = ?3, title = ?4 WHERE kind = ?1 AND subject = ?2", rules.kind.rawValue,
            subject, container, title)
        try record.store(reason: "", context)
        try record.note(.resubmit, at: first, reason: reason, context)
    }

    private func store(
        _ stops: [ReviewStop], _ kind: ReviewKind, _ subject: UInt64, _ transaction: Transaction
    ) throws {
        for (ordinal, stop) in stops.enumerated() {
            try transaction.execute(
                """
                INSERT INTO review_stop (kind, subject, ordinal, level, organisation) VALUES (?1, ?2, ?3, ?4, ?5)
                """, kind.rawValue, subject, ordinal, stop.level.rawValue, stop.organisation)
        }
    }

    /// REC-3c: resubmits a returned subject to the level that returned it.
    func resubmitReview(_ rules: ReviewSubject, _ subject: UInt64, _ context: WriteContext) throws {
        var record = try ReviewRecord(rules.kind, subject, context.transaction)
        try record.progress.resubmit()
        try record.store(reason: "", context)
        try context.transaction.execute(
            "UPDATE review SET title = ?3 WHERE kind = ?1 AND subject = ?2", rules.kind.rawValue, subject,
            rules.title(subject, context.transaction))
        try record.note(.resubmit, at: record.stop, reason: "", context)
    }

    /// Withdraws an undecided subject.
    func withdrawReview(_ kind: ReviewKind, _ subject: UInt64, _ context: WriteContext) throws {
        var record = try ReviewRecord(kind, subject, context.transaction)
        try record.progress.withdraw()
        try record.store(reason: "", context)
        try record.note(.withdraw, at: record.stop, reason: "", context)
    }

    /// Gives up an approved subject: the review ends as withdrawn, and its history keeps the approval.
    func giveUpReview(_ kind: ReviewKind, _ subject: UInt64, _ context: WriteContext) throws {
        var record = try ReviewRecord(kind, subject, context.transaction)
        try record.progress.giveUp()
        try record.store(reason: "", context)
        try record.note(.withdraw, at: record.stop, reason: "", context)
    }
}

extension ReviewRecord {
    /// Stores the review's state.
    func store(reason: String, _ context: WriteContext) throws {
        try context.transaction.execute(
            """
            UPDATE review SET ordinal = ?3, level = ?4, organisation = ?5, state = ?6, changed_ms = ?7, reason = ?8
            WHERE kind = ?1 AND subject = ?2
            """, kind.rawValue, subject, progress.level, stop.level.rawValue, stop.organisation,
            progress.state.rawValue, context.now, reason)
        try storeAbove(context.transaction)
    }

    /// Adds an entry to the history.
    func note(_ action: ReviewAction, at stop: ReviewStop, reason: String, _ context: WriteContext) throws {
        let ordinal = try context.transaction.insertReturningID(
            "UPDATE review SET steps = steps + 1 WHERE kind = ?1 AND subject = ?2 RETURNING steps", kind.rawValue,
            subject)
        try context.transaction.execute(
            """
            INSERT INTO review_step (kind, subject, ordinal, action, level, organisation, actor, at_ms, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, kind.rawValue, subject, ordinal, action.rawValue, stop.level.rawValue, stop.organisation,
            context.call.caller.number, context.now, reason)
    }
}
