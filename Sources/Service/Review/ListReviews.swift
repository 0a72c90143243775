import Application
import Messages
import Storage

extension Service {
    /// REC-6: what waits for the caller, or ended with them, by key.
    func listReviews(_ request: ListReviewsRequest, _ context: ReadContext) throws -> ListReviewsReply {
        guard request.kind != .unspecified else { throw Refused(.invalid, field: "kind") }
        let limit = pageLimit(request.limit)
        let state = request.state == .unspecified ? .waiting : request.state
        var found: [Review] = []
        for turn in try turns(context) {
            found += try page(of: turn, state, request, limit, context.snapshot)
        }
        found.sort { $0.subject < $1.subject }
        // Whoever decides by two roles finds it in the lists of both.
        var seen: Set<UInt64> = []
        found.removeAll { !seen.insert($0.subject).inserted }
        let next = found.count >= limit ? found[limit - 1].subject : 0
        found.removeSubrange(min(limit, found.count)...)
        return ListReviewsReply(reviews: found, next: next)
    }

    /// Where somebody decides.
    private struct Turn: Hashable {
        let level: ReviewLevel
        /// Exactly there; `nil` = wherever `region` reaches.
        var organisation: UInt64?
        /// `nil` = everywhere.
        var region: UInt64?
    }

    private func turns(_ context: ReadContext) throws -> Set<Turn> {
        Set(try context.call.grants.flatMap { try turns(of: $0, context.snapshot) })
    }

    private func turns(of grant: Grant, _ snapshot: Snapshot) throws -> [Turn] {
        switch grant.role {
        case .unitAdmin: [Turn(level: .unit, organisation: grant.organisation)]
        case .baseAdmin: [Turn(level: .base, organisation: grant.organisation)]
        case .commissionOfficer:
            try snapshot.all(
                "SELECT r.id, r.level FROM organisation o JOIN organisation r ON r.id = o.parent WHERE o.id = ?1",
                grant.organisation
            ) { row in
                Turn(level: try row.enumeration(1, RegionLevel.self).reviewLevel, organisation: row.id(0))
            }
        case .committeeOfficer: try turns(.committee, of: grant, snapshot)
        case .identityReviewer: try turns(.identity, of: grant, snapshot)
        case .platformAdmin: [Turn(level: .committee), Turn(level: .identity), Turn(level: .platform)]
        case .unspecified, .anyone, .person, .terminal, .providerAdmin, .examBaseAdmin, .adjudicator, .examiner,
            .instructor, .trainee:
            []
        }
    }

    private func turns(_ level: ReviewLevel, of grant: Grant, _ snapshot: Snapshot) throws -> [Turn] {
        if grant.organisation == 0 { return [Turn(level: level)] }
        return try grant.region(snapshot).map { [Turn(level: level, region: $0 == 0 ? nil : $0)] } ?? []
    }

    /// Each of the four is one range of an index.
    private func page(
        of turn: Turn, _ state: Messages.ReviewState, _ request: ListReviewsRequest, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [Review] {
        let kind = request.kind
        if let region = turn.region {
            return try snapshot.all(
                """
                SELECT r.subject, r.container, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms, \
                r.changed_ms, r.reason, r.title FROM review_above a \
                JOIN review r ON r.kind = a.kind AND r.subject = a.subject LEFT JOIN person p ON p.id = r.person \
                WHERE a.kind = ?1 AND a.level = ?2 AND a.above = ?3 AND a.state = ?4 AND a.subject > ?5 \
                AND (?6 = 0 OR r.container = ?6) ORDER BY a.subject LIMIT ?7
                """, kind.rawValue, turn.level.rawValue, region, state.rawValue, request.after, request.container,
                limit
            ) { try Review($0, kind: kind) }
        }
        guard let organisation = turn.organisation else {
            return try snapshot.all(
                """
                SELECT r.subject, r.container, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms, \
                r.changed_ms, r.reason, r.title FROM review r LEFT JOIN person p ON p.id = r.person \
                WHERE r.kind = ?1 AND r.level = ?2 AND r.state = ?3 AND r.subject > ?4 \
                AND (?5 = 0 OR r.container = ?5) ORDER BY r.subject LIMIT ?6
                """, kind.rawValue, turn.level.rawValue, state.rawValue, request.after, request.container, limit
            ) { try Review($0, kind: kind) }
        }
        guard request.container != 0 else {
            return try snapshot.all(
                """
                SELECT r.subject, r.container, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms, \
                r.changed_ms, r.reason, r.title FROM review r LEFT JOIN person p ON p.id = r.person \
                WHERE r.kind = ?1 AND r.level = ?2 AND r.organisation = ?3 AND r.state = ?4 AND r.subject > ?5 \
                ORDER BY r.subject LIMIT ?6
                """, kind.rawValue, turn.level.rawValue, organisation, state.rawValue, request.after, limit
            ) { try Review($0, kind: kind) }
        }
        // With `state = ?5 AND subject > ?6` SQLite would rather go through all reviews of the kind, by their key.
        return try snapshot.all(
            """
            SELECT r.subject, r.container, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms, \
            r.changed_ms, r.reason, r.title FROM review r LEFT JOIN person p ON p.id = r.person \
            WHERE r.kind = ?1 AND r.level = ?2 AND r.organisation = ?3 AND r.container = ?4 \
            AND (r.state, r.subject) > (?5, ?6) AND r.state <= ?5 ORDER BY r.state, r.subject LIMIT ?7
            """, kind.rawValue, turn.level.rawValue, organisation, request.container, state.rawValue, request.after,
            limit
        ) { try Review($0, kind: kind) }
    }
}

extension RegionLevel {
    var reviewLevel: ReviewLevel {
        switch self {
        case .county: .county
        case .city: .city
        case .province: .province
        case .unspecified: .unspecified
        }
    }
}

extension Review {
    /// From the columns subject, container, person, name, state, level, organisation, submitted, changed, reason, title.
    init(_ row: borrowing Row, kind: ReviewKind) throws {
        self.init(
            kind: kind, subject: row.id(0), container: row.id(1), title: row.text(10), person: row.id(2),
            personName: row.textOrNil(3) ?? "", state: try row.enumeration(4),
            level: try row.enumeration(5), organisation: row.id(6),
            submittedMs: row.integer(7), changedMs: row.integer(8), reason: row.text(9))
    }
}
