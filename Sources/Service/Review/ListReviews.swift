import Application
import Messages
import Storage

extension Reviews {
    /// REC-6: lists reviews that wait for the caller, or ended at the caller's level, by key.
    func listReviews(_ request: ListReviewsRequest, _ context: ReadContext) throws -> ListReviewsReply {
        guard let kind = request.kind else { throw Refusal(.invalid, field: "kind") }
        let state = request.state ?? .waiting
        let turns = try turns(context)
        let page = try listPage(request.limit, by: \.subject) { limit in
            if turns.count == 1, let only = turns.first {
                return try reviews(of: only, kind, state, request, limit, context.snapshot)
            }
            var found = try turns.flatMap { try reviews(of: $0, kind, state, request, limit, context.snapshot) }
            found.sort { $0.subject < $1.subject }
            // A caller with two roles may find a review in both lists.
            var seen: Set<UInt64> = []
            found.removeAll { !seen.insert($0.subject).inserted }
            return found
        }
        return ListReviewsReply(reviews: page.elements, next: page.next ?? 0)
    }

    /// Lists what the caller has submitted, decided or not, by kind and subject.
    func myReviews(_ request: MyReviewsRequest, _ context: ReadContext) throws -> ListReviewsReply {
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.subject) { limit in
            guard let kind = request.kind else {
                return try context.snapshot.all(Review.ofPerson, person, limit, body: Review.columns.read)
            }
            return try context.snapshot.all(
                Review.ofPersonAndKind, person, kind.rawValue, request.after, limit, body: Review.columns.read)
        }
        return ListReviewsReply(reviews: page.elements, next: page.next ?? 0)
    }

    /// A level and organisation at which the caller decides.
    private struct Turn: Hashable {
        let level: ReviewLevel
        /// Exactly that organisation; nil for everything that `region` reaches.
        var organisation: UInt64?
        /// Nil for everywhere.
        var region: UInt64?
    }

    private func turns(_ context: ReadContext) throws -> Set<Turn> {
        Set(try context.call.grants.flatMap { try turns(of: $0, context.snapshot) })
    }

    private func turns(of grant: Grant, _ snapshot: Snapshot) throws -> [Turn] {
        switch grant.role {
        case .unitAdmin: [Turn(level: .unit, organisation: grant.organisation)]
        case .baseAdmin, .providerAdmin:
            try ReviewLevel.base.isDecided(by: grant.role, of: grant.organisation, snapshot)
                ? [Turn(level: .base, organisation: grant.organisation)] : []
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
        case .anyone, .person, .terminal, .examBaseAdmin, .adjudicator, .examiner,
            .instructor, .trainee:
            []
        }
    }

    private func turns(_ level: ReviewLevel, of grant: Grant, _ snapshot: Snapshot) throws -> [Turn] {
        if grant.organisation == 0 { return [Turn(level: level)] }
        return try grant.region(snapshot).map { [Turn(level: level, region: $0 == 0 ? nil : $0)] } ?? []
    }

    /// Each query below scans one index range.
    private func reviews(
        of turn: Turn, _ kind: ReviewKind, _ state: ReviewState, _ request: ListReviewsRequest, _ limit: Int,
        _ snapshot: Snapshot
    ) throws -> [Review] {
        let (kind, level, state) = (kind.rawValue, turn.level.rawValue, state.rawValue)
        let (container, after) = (request.container, request.after)
        let read = Review.columns.read
        if let region = turn.region {
            return container == 0
                ? try snapshot.all(Review.inRegion, kind, level, region, state, after, limit, body: read)
                : try snapshot.all(
                    Review.inRegionOfContainer, kind, level, region, container, state, after, limit, body: read)
        }
        guard let organisation = turn.organisation else {
            return container == 0
                ? try snapshot.all(Review.atLevel, kind, level, state, after, limit, body: read)
                : try snapshot.all(
                    Review.atLevelOfContainer, kind, level, container, state, after, limit, body: read)
        }
        return container == 0
            ? try snapshot.all(Review.atOrganisation, kind, level, organisation, state, after, limit, body: read)
            : try snapshot.all(
                Review.atOrganisationOfContainer, kind, level, organisation, container, state, after, limit, body: read)
    }
}

extension RegionLevel {
    var reviewLevel: ReviewLevel {
        switch self {
        case .county: .county
        case .city: .city
        case .province: .province
        }
    }
}

extension Review {
    static let columns = Columns(
        """
        r.kind, r.subject, r.container, r.title, r.person, p.name, r.state, r.level, r.organisation, r.submitted_ms,
        r.changed_ms, r.reason
        """
    ) { row in
        Review(
            kind: try row.enumeration(), subject: row.id(), container: row.id(), title: row.text(), person: row.id(),
            personName: row.textOrNil() ?? "", state: try row.enumeration(), level: try row.enumeration(),
            organisation: row.id(), submittedMs: row.integer(), changedMs: row.integer(), reason: row.text())
    }

    private static let from: SQL = "FROM review r LEFT JOIN person p ON p.id = r.person"

    private static let fromAbove: SQL = """
        FROM review_above a JOIN review r ON r.kind = a.kind AND r.subject = a.subject
        LEFT JOIN person p ON p.id = r.person
        """

    fileprivate static let inRegion = SQL(
        """
        SELECT \(columns) \(fromAbove) WHERE a.kind = ?1 AND a.level = ?2 AND a.above = ?3 AND a.state = ?4
        AND a.subject > ?5 ORDER BY a.subject LIMIT ?6
        """)

    fileprivate static let inRegionOfContainer = SQL(
        """
        SELECT \(columns) \(fromAbove) WHERE a.kind = ?1 AND a.level = ?2 AND a.above = ?3 AND a.container = ?4
        AND a.state = ?5 AND a.subject > ?6 ORDER BY a.subject LIMIT ?7
        """)

    fileprivate static let atLevel = SQL(
        """
        SELECT \(columns) \(from) WHERE r.kind = ?1 AND r.level = ?2 AND r.state = ?3 AND r.subject > ?4
        ORDER BY r.subject LIMIT ?5
        """)

    // With `state = ?4 AND subject > ?5` SQLite would scan all reviews of the kind by their key.
    fileprivate static let atLevelOfContainer = SQL(
        """
        SELECT \(columns) \(from) WHERE r.kind = ?1 AND r.level = ?2 AND r.container = ?3
        AND (r.state, r.subject) > (?4, ?5) AND r.state <= ?4 ORDER BY r.state, r.subject LIMIT ?6
        """)

    fileprivate static let atOrganisation = SQL(
        """
        SELECT \(columns) \(from) WHERE r.kind = ?1 AND r.level = ?2 AND r.organisation = ?3 AND r.state = ?4
        AND r.subject > ?5 ORDER BY r.subject LIMIT ?6
        """)

    fileprivate static let atOrganisationOfContainer = SQL(
        """
        SELECT \(columns) \(from) WHERE r.kind = ?1 AND r.level = ?2 AND r.organisation = ?3 AND r.container = ?4
        AND (r.state, r.subject) > (?5, ?6) AND r.state <= ?5 ORDER BY r.state, r.subject LIMIT ?7
        """)

    fileprivate static let ofPerson = SQL(
        "SELECT \(columns) \(from) WHERE r.person = ?1 ORDER BY r.kind, r.subject LIMIT ?2")

    fileprivate static let ofPersonAndKind = SQL(
        """
        SELECT \(columns) \(from) WHERE r.person = ?1 AND r.kind = ?2 AND r.subject > ?3 ORDER BY r.subject LIMIT ?4
        """)

    static let one = SQL("SELECT \(columns) \(from) WHERE r.kind = ?1 AND r.subject = ?2")
}
