import Application
import Domain
import Messages
import Storage

extension Reviews {
    /// Submits something of the caller's, once.
    func askReview(
        _ request: AskReviewRequest, of rules: ReviewSubject, _ context: WriteContext
    ) throws -> AskReviewReply {
        guard let ask = rules.ask else {
            throw Refusal(
                .invalid, field: "kind", "it is not asked for with a reason alone", zh: "该类申请有专门的提交方式")
        }
        let reason = try ReviewDecision.reason(request.reason)
        let transaction = context.transaction
        let person = try context.call.person().id
        let asked = try ask.check(request.subject, context)
        guard try !isReviewed(rules.kind, request.subject, transaction) else {
            throw Refusal(.alreadyExists, field: "subject", "you have asked for it before", zh: "您已提交过该申请")
        }
        try openReview(
            rules, subject: request.subject, container: asked.container, person: person, stops: asked.stops,
            reason: reason, context)
        context.auditDetail = "\(rules.kind) \(request.subject)"
        return AskReviewReply(
            review: try transaction.first(
                Review.one, rules.kind.rawValue, request.subject, body: Review.columns.read))
    }
}
