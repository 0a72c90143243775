import Application
import Domain
import Messages
import Storage

extension Service {
    static let mostDecisions = 1000

    /// REC-6: many at once. Every row has an outcome of its own: one that is refused changes nothing and stops no other.
    func decideReviews(_ request: DecideReviewsRequest, _ context: WriteContext) throws -> DecideReviewsReply {
        let kind = try subject(of: request.kind)
        let decision = try decision(request)
        guard (1...Self.mostDecisions).contains(request.subjects.count) else {
            throw Refused(
                .invalid, field: "subjects", Wording("1 to \(Self.mostDecisions)", zh: "一次 1 至 \(Self.mostDecisions) 条")
            )
        }
        if case .returned = decision, !kind.isReturnable {
            throw Refused(.invalid, field: "action", Wording("cannot be returned for revision", zh: "不支持退回修改"))
        }
        var reply = DecideReviewsReply()
        var decided: [String] = []
        for subject in request.subjects {
            let outcome = try context.transaction.part {
                try decide(request.kind, subject, decision, kind, context)
            }
            switch outcome {
            case .success(let record):
                decided.append("\(subject) → \(record.progress.state) at \(record.stop.level)")
                reply.outcomes.append(
                    ReviewOutcome(subject: subject, state: record.progress.state.message, level: record.stop.level))
            case .failure(let error):
                reply.outcomes.append(ReviewOutcome(subject: subject, failure: try failure(error, context)))
            }
        }
        // Nothing of it was the caller's to decide.
        if reply.outcomes.allSatisfy({ $0.failure?.code == .notAllowed }) { throw Refused(.notAllowed) }
        reply.decided = UInt32(decided.count)
        let foreign = reply.outcomes.filter { $0.failure?.code == .notAllowed }.map { "\($0.subject)" }
        context.auditDetail =
            "\(request.kind): " + decided.joined(separator: ", ")
            + (foreign.isEmpty ? "" : "; not allowed: " + foreign.joined(separator: ", "))
        return reply
    }

    private func decision(_ request: DecideReviewsRequest) throws -> ReviewDecision {
        switch request.action {
        case .approve: .approved
        case .reject: .rejected(reason: try ReviewDecision.reason(request.reason))
        case .`return`: .returned(reason: try ReviewDecision.reason(request.reason))
        case .unspecified, .submit, .resubmit, .withdraw: throw Refused(.invalid, field: "action")
        }
    }

    private func decide(
        _ kind: ReviewKind, _ subject: UInt64, _ decision: ReviewDecision, _ rules: ReviewSubject,
        _ context: WriteContext
    ) throws -> ReviewRecord {
        var record = try ReviewRecord(kind, subject, context.transaction)
        let stop = record.stop
        try requireTurn(of: record, context)
        try rules.check(record, decision, context)
        try record.progress.decide(decision)
        try record.store(reason: decision.reason, context)
        try record.note(decision.action, at: stop, reason: decision.reason, context)
        try rules.decided(record, decision, context)
        return record
    }

    /// Throws `notAllowed` unless the caller decides here, and `wrongState` when their level has decided already.
    private func requireTurn(of record: ReviewRecord, _ context: WriteContext) throws {
        let grants = context.call.grants
        func decides(at stop: ReviewStop) throws -> Bool {
            try grants.contains { try stop.level.isDecided(by: $0, at: stop.organisation, context.transaction) }
        }
        if try decides(at: record.stop) { return }
        for stop in record.stops.prefix(record.progress.level) where try decides(at: stop) {
            throw Refused(
                .wrongState, field: "subject", Wording("this level has decided already", zh: "本级已审核"))
        }
        throw Refused(.notAllowed)
    }

    /// A refusal as one row's outcome. Anything else fails the whole call.
    func failure(_ error: any Error, _ context: WriteContext) throws -> Failure {
        let locale = context.call.options.locale
        switch error {
        case let refused as Refused: return refused.message(locale: locale)
        case let refusal as Refusal: return Refused(refusal).message(locale: locale)
        default: throw error
        }
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
}
