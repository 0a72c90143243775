import Application
import Domain
import Messages
import Storage

extension Projects {
    /// PRJ-4b, PRJ-5: submits an offering before the activity. Opens it if nobody has to agree.
    func submitOffering(_ request: SubmitOfferingRequest, _ context: WriteContext) throws -> OfferingReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, context.transaction)
        let policy = try programmes.policy(of: offering.programme, transaction)
        var state = try OfferingLifecycle.submit(
            offering.state, firstDay: offering.dates[0].day, leadDays: policy.leadDays ?? 0, zone: offering.plan.zone,
            now: Instant(context.now))
        if offering.state == .draft { try requireRun(of: offering.project, transaction) }
        try requireDocuments(of: offering, modality: offering.modality, transaction)
        let stops = try stops(offering, at: offering.base, context)
        if offering.state == .returned {
            try submitAgain(offering, stops, context)
        } else if !stops.isEmpty {
            try reviews.openReview(
                offeringReview, subject: offering.id, container: offering.base, person: context.call.person().id,
                stops: stops, context)
        }
        try setAgreed(stops, of: offering.id, transaction)
        // Nobody has to approve it.
        if stops.isEmpty { state = try OfferingLifecycle.table.next(state, .approve) }
        return try transition(offering, to: state, context)
    }

    /// PRJ-9b: what was returned goes to the level that returned it, unless others approve now.
    private func submitAgain(_ offering: OfferingRecord, _ stops: [ReviewStop], _ context: WriteContext) throws {
        if try ReviewRecord(.offering, offering.id, context.transaction).stops == stops {
            return try reviews.resubmitReview(offeringReview, offering.id, context)
        }
        try reviewAgain(offering, context)
    }

    /// Stores whether no base has to agree any more.
    func setAgreed(_ stops: [ReviewStop], of offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE offering SET agreed = ?2 WHERE id = ?1", offering, stops.first?.level != .base)
    }

    /// Returns those who approve what the caller asks for, in order: the base that somebody else names (PRJ-9d), and the
    /// committee whose region reaches it, where the programme wants that (PRJ-5).
    func stops(_ offering: OfferingRecord, at base: UInt64, _ context: WriteContext) throws -> [ReviewStop] {
        var stops: [ReviewStop] = []
        if try !context.call.reaches(base, context.transaction) {
            stops.append(ReviewStop(level: .base, organisation: base))
        }
        if let approval = offering.approval, approval != .none {
            stops.append(ReviewStop(level: .committee, organisation: base))
        }
        return stops
    }

    /// The review of an offering, and of its documents with it (PRJ-5).
    var offeringReview: ReviewSubject {
        ReviewSubject(kind: .offering, isReturnable: true) { subject, snapshot in
            try snapshot.first(.titleOfOffering, subject) { $0.text(0) } ?? ""
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            // Others decide after this level.
            guard record.progress.state != .waiting else { return }
            if decision == .approved {
                try context.transaction.execute("UPDATE offering SET agreed = 1 WHERE id = ?1", record.subject)
            }
            let offering = try OfferingRecord(record.subject, context.transaction)
            _ = try transition(
                offering, to: OfferingLifecycle.table.next(offering.state, decision.event), context)
            try tell(
                organisers(of: offering, context.transaction).union([record.person]), .offeringDecided, of: offering,
                [offering.title, decision.outcome, decision.reason], context)
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

extension ReviewDecision {
    fileprivate var event: OfferingEvent {
        switch self {
        case .approved: .approve
        case .rejected: .reject
        case .returned: .return
        }
    }

    /// A word of messages.
    fileprivate var outcome: String {
        switch self {
        case .approved: "approved"
        case .rejected: "rejected"
        case .returned: "returned"
        }
    }
}
