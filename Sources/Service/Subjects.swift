import Application
import Messages

extension Service {
    /// The one table of kinds.
    func subject(of kind: ReviewKind) throws(Refused) -> ReviewSubject {
        switch kind {
        case .identity: identities.identityReview
        case .membership: identities.membershipReview
        case .leave: leaves.leaveReview
        case .application: recruitment.applicationReview
        case .offering: projects.offeringReview
        case .phoneChange: accounts.phoneChangeReview
        case .unspecified: throw Refused(.invalid, field: "kind")
        }
    }

    /// REC-6: decisions on subjects of one kind, each with an outcome of its own.
    func decideReviews(_ request: DecideReviewsRequest, _ context: WriteContext) throws -> DecideReviewsReply {
        try reviews.decideReviews(request, of: subject(of: request.kind), context)
    }
}
