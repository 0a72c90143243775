import Application
import Domain
import Messages
import Storage

extension Reviews {
    /// REC-6: decides on many reviews, each with an outcome of its own.
    func decideReviews(
        _ request: DecideReviewsRequest, of rules: ReviewSubject, _ context: WriteContext
    ) throws -> DecideReviewsReply {
        let decision = try decision(request)
        if case .returned = decision, !rules.isReturnable {
            throw Refusal(.invalid, field: "action", Phrase("cannot be returned for revision", "不支持退回修改"))
        }
        context.auditDetail = "\(rules.kind): "
        let outcomes = try context.each(request.subjects, field: "subjects") { subject in
            let record = try decide(subject, decision, rules, context)
            return (record, "→ \(record.progress.state), level \(record.stop.level)")
        }
        return DecideReviewsReply(
            outcomes: outcomes.map { outcome in
                switch outcome.result {
                case .done(let record):
                    ReviewOutcome(
                        subject: outcome.id, state: record.progress.state, level: record.stop.level)
                case .refused(let failure): ReviewOutcome(subject: outcome.id, failure: failure)
                }
            }, decided: outcomes.doneCount())
    }

    private func decision(_ request: DecideReviewsRequest) throws -> ReviewDecision {
        switch request.action {
        case .approve: .approved
        case .reject: .rejected(reason: try ReviewDecision.reason(request.reason))
        case .`return`: .returned(reason: try ReviewDecision.reason(request.reason))
        case nil, .submit, .resubmit, .withdraw: throw Refusal(.invalid, field: "action")
        }
    }

    private func decide(
        _ subject: UInt64, _ decision: ReviewDecision, _ rules: ReviewSubject, _ context: WriteContext
    ) throws -> ReviewRecord {
        var record = try ReviewRecord(rules.kind, subject, context.transaction)
        let stop = record.stop
        let decider = try decider(of: record, context)
        // A class is its organisation's, not its submitter's own.
        if ![.offering, .offeringChange].contains(record.kind) {
            try context.call.requireAnothers(record.person, context.transaction)
        }
        try rules.check(record, decision, context)
        try record.progress.decide(decision)
        try record.store(reason: decision.reason, context)
        try record.note(
            decision.action, at: ReviewStop(level: stop.level, organisation: decider), reason: decision.reason, context)
        try rules.decided(record, decision, context)
        return record
    }

    /// Throws `notAllowed` unless the caller decides here, and `wrongState` if their level has decided already.
    /// - Returns: whose decision it is: of a committee the committee, not the base whose class it decides on; 0 for the platform.
    private func decider(of record: ReviewRecord, _ context: WriteContext) throws -> UInt64 {
        let grants = context.call.grants
        func deciding(at stop: ReviewStop) throws -> Grant? {
            try grants.first { try stop.level.isDecided(by: $0, at: stop.organisation, context.transaction) }
        }
        if let grant = try deciding(at: record.stop) {
            switch record.stop.level {
            case .committee, .identity, .platform: return grant.organisation
            case .unit, .county, .city, .province, .base: return record.stop.organisation
            }
        }
        for stop in record.stops.prefix(record.progress.level) where try deciding(at: stop) != nil {
            throw Refusal(
                .wrongState, field: "subject", Phrase("this level has decided already", "本级已审核"))
        }
        throw Refusal(.notAllowed)
    }
}

extension ReviewDecision {
    var action: ReviewAction {
        switch self {
        case .approved: .approve
        case .rejected: .reject
        case .returned: .`return`
        }
    }

    /// As messages tell it.
    var word: String {
        switch self {
        case .approved: "approved"
        case .rejected: "rejected"
        case .returned: "returned"
        }
    }
}
