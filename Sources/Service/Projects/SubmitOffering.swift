import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-4b, PRJ-5: submits an offering before the activity. Opens it if no approval is required.
    func submitOffering(_ request: SubmitOfferingRequest, _ context: WriteContext) throws -> OfferingReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering.base, context.transaction)
        let policy = try programmes.policy(of: offering.programme, transaction)
        let state = try OfferingLifecycle.submit(
            offering.state, firstDay: offering.dates[0].day, leadDays: policy.leadDays ?? 0, zone: offering.plan.zone,
            now: Instant(context.now))
        if let approval = offering.approval, approval != .none {
            try reviews.openReview(
                offeringReview, subject: offering.id, container: offering.base, person: context.call.person().id,
                stops: [ReviewStop(level: .committee, organisation: offering.base)], context)
        }
        return try transition(offering, to: state, context)
    }

    /// PRJ-5: the review of an offering, by the committee whose region reaches its base.
    var offeringReview: ReviewSubject {
        ReviewSubject(kind: .offering, isReturnable: false) { subject, snapshot in
            try snapshot.first(.titleOfOffering, subject) { $0.text(0) } ?? ""
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            let offering = try OfferingRecord(record.subject, context.transaction)
            _ = try transition(
                offering,
                to: OfferingLifecycle.decided(
                    offering.state, approved: decision == .approved), context)
        }
    }

    /// Stores the state; an offering that opens by it is published to the terminals of its base.
    func transition(
        _ offering: OfferingRecord, to state: OfferingState, _ context: WriteContext
    ) throws -> OfferingReply {
        let transaction = context.transaction
        try transaction.execute(
            "UPDATE offering SET state = ?2, revision = ?3 WHERE id = ?1", offering.id, state.rawValue,
            OfferingRevision.new(context))
        let moved = try OfferingRecord(offering.id, transaction)
        if moved.isOpen, !offering.isOpen {
            try publish(moved, context)
            try publishRoster(moved, context)
        }
        context.auditDetail = "offering \(offering.id): \(offering.state) → \(state)"
        return OfferingReply(offering: try moved.message(transaction))
    }
}
