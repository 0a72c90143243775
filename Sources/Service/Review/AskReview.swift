import Application
import Domain
import Messages
import Storage

extension Reviews {
    /// So often one thing may be asked for, with what was withdrawn or rejected.
    private static let mostSubmissions = 3

    /// Submits something of the caller's; again what they have withdrawn or what was rejected.
    func askReview(
        _ request: AskReviewRequest, of rules: ReviewSubject, _ context: WriteContext
    ) throws -> AskReviewReply {
        let ask = try Self.ask(of: rules)
        let reason = try ReviewDecision.reason(request.reason)
        let asked = try ask.check(request.subject, context)
        if try isReviewed(rules.kind, request.subject, context.transaction) {
            try checkAskedAgain(rules.kind, request.subject, context)
            try beginAgain(
                rules, subject: request.subject, container: asked.container, stops: asked.stops, asked: reason, context)
        } else {
            try openReview(
                rules, subject: request.subject, container: asked.container, person: context.call.person().id,
                stops: asked.stops, reason: reason, context)
        }
        context.auditDetail = "\(rules.kind) \(request.subject)"
        return try reply(about: request.subject, of: rules, context)
    }

    /// Withdraws what the caller has asked for, while nobody has decided.
    func withdrawReview(
        _ request: WithdrawReviewRequest, of rules: ReviewSubject, _ context: WriteContext
    ) throws -> AskReviewReply {
        _ = try Self.ask(of: rules)
        let record = try ReviewRecord(rules.kind, request.subject, context.transaction)
        guard try record.person == context.call.person().id else { throw Refusal(.notFound, field: "subject") }
        guard record.progress.state == .waiting else {
            throw Refusal(.wrongState, field: "subject", "it no longer waits", zh: "该申请已不在待审核状态")
        }
        try withdrawReview(rules.kind, request.subject, context)
        context.auditDetail = "\(rules.kind) \(request.subject)"
        return try reply(about: request.subject, of: rules, context)
    }

    private static func ask(of rules: ReviewSubject) throws -> AskedReview {
        guard let ask = rules.ask else {
            throw Refusal(
                .invalid, field: "kind", "it is not asked for with a reason alone", zh: "该类申请有专门的提交方式")
        }
        return ask
    }

    private func checkAskedAgain(_ kind: ReviewKind, _ subject: UInt64, _ context: WriteContext) throws {
        switch try ReviewRecord(kind, subject, context.transaction).progress.state {
        case .waiting, .returned, .approved:
            throw Refusal(.alreadyExists, field: "subject", "you have asked for it before", zh: "您已提交过该申请")
        case .rejected, .withdrawn: break
        }
        let times = try context.transaction.first(
            "SELECT COUNT(*) FROM review_step WHERE kind = ?1 AND subject = ?2 AND action IN (?3, ?4)", kind.rawValue,
            subject, ReviewAction.submit.rawValue, ReviewAction.resubmit.rawValue
        ) { $0.int(0) }
        guard let times, times < Self.mostSubmissions else {
            throw Refusal(
                .wrongState, field: "subject", "it can be asked \(Self.mostSubmissions) times",
                zh: "每项最多申请 \(Self.mostSubmissions) 次")
        }
    }

    private func reply(
        about subject: UInt64, of rules: ReviewSubject, _ context: WriteContext
    ) throws -> AskReviewReply {
        AskReviewReply(
            review: try context.transaction.first(
                Review.one, rules.kind.rawValue, subject, body: Review.columns.read))
    }
}
