import Application
import Domain
import Messages

extension Service {
    /// Returns the rules of a kind. Whoever has asked for something is told of the decision.
    func subject(of kind: ReviewKind) -> ReviewSubject {
        var rules = rules(of: kind)
        guard rules.ask != nil else { return rules }
        let (title, decided) = (rules.title, rules.decided)
        rules.decided = { [notices] record, decision, context in
            try decided(record, decision, context)
            try notices.notify(
                record.person, .requestDecided, subject: record.subject,
                details: ["\(kind)", title(record.subject, context.transaction), decision.word, decision.reason],
                context)
        }
        return rules
    }

    /// The one table of kinds.
    private func rules(of kind: ReviewKind) -> ReviewSubject {
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
        case .waiver: bookings.waiverReview
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

    /// Submits something of the caller's that needs no form but a reason.
    func askReview(_ request: AskReviewRequest, _ context: WriteContext) throws -> AskReviewReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        return try reviews.askReview(request, of: subject(of: kind), context)
    }

    /// Takes back what the caller has asked for with a reason alone.
    func withdrawReview(_ request: WithdrawReviewRequest, _ context: WriteContext) throws -> AskReviewReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        return try reviews.withdrawReview(request, of: subject(of: kind), context)
    }

    /// ACC-11e: what a person has asked for is forgotten before the rest: the review engine knows no areas.
    func closeAccount(_ closing: Forgetting.Closing, _ context: WriteContext) throws -> CloseAccountReply {
        if closing.isRight { try forgetAsked(of: closing.account.person, context) }
        return try forgetting.closeAccount(closing, context)
    }

    /// ACC-11e: withdraws what a person has asked for, and deletes their words. Decisions remain.
    private func forgetAsked(of person: UInt64, _ context: WriteContext) throws {
        for kind in ReviewKind.allCases {
            for subject in try rules(of: kind).ask?.subjects(person, context.transaction) ?? []
            where try reviews.isReviewed(kind, subject, context.transaction) {
                try reviews.forgetReview(kind, subject, context)
            }
        }
    }

    /// REC-6: decisions on subjects of one kind, each with an outcome of its own.
    func decideReviews(_ request: DecideReviewsRequest, _ context: WriteContext) throws -> DecideReviewsReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        return try reviews.decideReviews(request, of: subject(of: kind), context)
    }
}
