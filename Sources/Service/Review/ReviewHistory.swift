import Application
import Messages
import Storage

extension Reviews {
    /// Lists every step of a review, for its submitter and for those who decide on it or stand above.
    func reviewHistory(_ request: ReviewHistoryRequest, _ context: ReadContext) throws -> ReviewHistoryReply {
        let snapshot = context.snapshot
        guard let kind = request.kind else { throw Refusal(.notFound, field: "subject") }
        let record = try ReviewRecord(kind, request.subject, snapshot)
        let isStaff = try decides(somewhereIn: record, context)
        guard try isStaff || context.call.person().id == record.person else { throw Refusal(.notAllowed) }
        let review = try snapshot.first(
            Review.one, kind.rawValue, request.subject, body: Review.columns.read)
        let page = try listPage(request.limit, by: \.ordinal) { limit in
            try snapshot.all(
                ReviewStep.ofReview, kind.rawValue, request.subject, request.after, limit,
                body: ReviewStep.columns.read)
        }
        var steps = page.elements
        if !isStaff {
            for index in steps.indices { (steps[index].actor, steps[index].actorName) = (0, "") }
        }
        return ReviewHistoryReply(review: review, steps: steps, next: page.next ?? 0)
    }

    private func decides(somewhereIn record: ReviewRecord, _ context: ReadContext) throws -> Bool {
        guard case .person(let person) = context.call.caller else { return false }
        return try person.grants.contains { grant in
            if grant.role == .platformAdmin { return true }
            return try record.stops.contains { stop in
                try stop.level.isDecided(by: grant.role, of: stop.organisation, context.snapshot)
                    && grant.reaches(stop.organisation, context.snapshot)
            }
        }
    }
}

extension ReviewStep {
    fileprivate static let columns = Columns(
        "s.ordinal, s.action, s.level, s.organisation, o.name, s.actor, p.name, s.at_ms, s.reason"
    ) { row in
        ReviewStep(
            ordinal: row.uint32(), action: try row.enumeration(), level: try row.enumeration(), organisation: row.id(),
            organisationName: row.textOrNil() ?? "", actor: row.id(), actorName: row.textOrNil() ?? "",
            atMs: row.integer(), reason: row.text())
    }

    fileprivate static let ofReview = SQL(
        """
        SELECT \(columns) FROM review_step s LEFT JOIN organisation o ON o.id = s.organisation
        LEFT JOIN person p ON p.id = s.actor
        WHERE s.kind = ?1 AND s.subject = ?2 AND s.ordinal > ?3 ORDER BY s.ordinal LIMIT ?4
        """)
}
