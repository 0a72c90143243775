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
        case .offeringChange: offeringChangeReview
        case .phoneChange: accounts.phoneChangeReview
        case .booking: bookings.bookingReview
        case .refund: orders.refundReview
        case .report: reportReview
        case .outside: outside.outsideReview
        }
    }

    /// PRJ-6d: a session follows an approved change of its offering.
    private var offeringChangeReview: ReviewSubject {
        let change = projects.offeringChangeReview
        return ReviewSubject(
            kind: change.kind, isReturnable: change.isReturnable, title: change.title, check: change.check
        ) { [projects, skills] record, decision, context in
            try change.decided(record, decision, context)
            let offering = try projects.offeringChange(record.subject, context.transaction).before?.id
            if let offering { try skills.follow(offering, context) }
        }
    }

    /// CRD-4, RPF-1c: credit follows a decision about a report.
    private var reportReview: ReviewSubject {
        let review = postReports.reportReview
        return ReviewSubject(
            kind: review.kind, isReturnable: review.isReturnable, title: review.title, check: review.check
        ) { [credits] record, decision, context in
            try review.decided(record, decision, context)
            try credits.follow(record.subject, decision, context)
        }
    }

    /// REC-6: decisions on subjects of one kind, each with an outcome of its own.
    func decideReviews(_ request: DecideReviewsRequest, _ context: WriteContext) throws -> DecideReviewsReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        return try reviews.decideReviews(request, of: subject(of: kind), context)
    }
}
