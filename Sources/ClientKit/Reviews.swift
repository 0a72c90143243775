package import Messages

extension Client {
    /// Makes a decision on one subject; throws if it is refused.
    package func decide(
        _ kind: ReviewKind, _ subject: UInt64, _ action: ReviewAction, reason: String = ""
    ) throws(ClientError) {
        let reply: DecideReviewsReply = try call(
            .reviewsDecideReviews,
            DecideReviewsRequest(kind: kind, subjects: [subject], action: action, reason: reason))
        if let failure = reply.outcomes.first?.failure { throw .refused(failure) }
    }
}
