import Application
import Messages

extension Service {
    /// The one table of kinds.
    func subject(of kind: ReviewKind) -> ReviewSubject {
        switch kind {
        case .identity: identities.identityReview
        case .membership: identities.membershipReview
        case .leave: leaves.leaveReview
        case .application: recruitment.applicationReview
        case .offering: projects.offeringReview
        case .offeringChange: projects.offeringChangeReview
        case .phoneChange: accounts.phoneChangeReview
        case .booking: bookings.bookingReview
        case .refund: orders.refundReview
        }
    }

    /// REC-6: decisions on subjects of one kind, each with an outcome of its own.
    func decideReviews(_ request: DecideReviewsRequest, _ context: WriteContext) throws -> DecideReviewsReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        return try reviews.decideReviews(request, of: subject(of: kind), context)
    }
}
