import Application
import Messages
import Storage

extension Service {
    /// Every step of a review, to who submitted it and to those who decide on it or stand above.
    func reviewHistory(_ request: ReviewHistoryRequest, _ context: ReadContext) throws -> ReviewHistoryReply {
        let snapshot = context.snapshot
        let record = try ReviewRecord(request.kind, request.subject, snapshot)
        let isStaff = try decides(somewhereIn: record, context)
        guard try isStaff || context.call.person().id == record.person else { throw Refused(.notAllowed) }
        let review = try snapshot.first(
            """
            SELECT r.subject, r.container, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms, \
            r.changed_ms, r.reason, r.title FROM review r LEFT JOIN person p ON p.id = r.person \
            WHERE r.kind = ?1 AND r.subject = ?2
            """, request.kind.rawValue, request.subject
        ) { try Review($0, kind: request.kind) }
        let limit = pageLimit(request.limit)
        let steps = try snapshot.all(
            """
            SELECT s.ordinal, s.action, s.level, s.organisation, o.name, s.actor, p.name, s.at_ms, s.reason \
            FROM review_step s LEFT JOIN organisation o ON o.id = s.organisation LEFT JOIN person p ON p.id = s.actor \
            WHERE s.kind = ?1 AND s.subject = ?2 AND s.ordinal > ?3 ORDER BY s.ordinal LIMIT ?4
            """, request.kind.rawValue, request.subject, request.after, limit
        ) { row in
            ReviewStep(
                ordinal: row.uint32(0), action: try row.enumeration(1),
                level: try row.enumeration(2), organisation: row.id(3),
                organisationName: row.textOrNil(4) ?? "", actor: isStaff ? row.id(5) : 0,
                actorName: isStaff ? row.textOrNil(6) ?? "" : "", atMs: row.integer(7), reason: row.text(8))
        }
        return ReviewHistoryReply(
            review: review, steps: steps, next: steps.count == limit ? steps.last?.ordinal ?? 0 : 0)
    }

    private func decides(somewhereIn record: ReviewRecord, _ context: ReadContext) throws -> Bool {
        guard case .person(let person) = context.call.caller else { return false }
        return try person.grants.contains { grant in
            if grant.role == .platformAdmin { return true }
            return try record.stops.contains { stop in
                try grant.role == stop.level.role && grant.reaches(stop.organisation, context.snapshot)
            }
        }
    }
}
