import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// Returns a round; a draft only to its province.
    func getRound(_ request: GetRoundRequest, _ context: ReadContext) throws -> RoundReply {
        let round = try RoundRecord(request.round, context.snapshot)
        if round.state == .draft, try !context.call.isProvince(round.province, context.snapshot) {
            throw Refusal(.notFound, field: "round")
        }
        return RoundReply(round: round.message)
    }

    /// Lists rounds: drafts for their province, closed rounds for callers with a role, open ones for everybody.
    func listRounds(_ request: ListRoundsRequest, _ context: ReadContext) throws -> ListRoundsReply {
        let call = context.call
        let hasOffice = try !call.person().grants.isEmpty
        let page = try listPage(request.limit, by: \.self) { limit in
            var ids: [UInt64] = []
            var after = request.after
            while ids.count < limit {
                let rows = try ListedRound.list(request, after: after, limit, context.snapshot)
                ids += try rows.filter { round in
                    switch round.state {
                    case .open: true
                    case .closed: hasOffice
                    case .draft: try hasOffice && call.isProvince(round.province, context.snapshot)
                    }
                }.map(\.id)
                guard rows.count >= limit, let last = rows.last else { break }
                after = last.id
            }
            return ids
        }
        return ListRoundsReply(
            rounds: try page.elements.map { try RoundRecord($0, context.snapshot).message }, next: page.next ?? 0)
    }
}

/// The columns of a round that decide who sees it.
private struct ListedRound {
    let id: UInt64
    let state: RoundState
    let province: UInt64

    /// Each query is one range of an index.
    static func list(
        _ request: ListRoundsRequest, after: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [ListedRound] {
        let (cohort, state) = (request.cohort, request.state?.rawValue ?? 0)
        return switch (cohort == 0, request.state == nil) {
        case (true, true): try snapshot.all(all, after, limit, body: columns.read)
        case (true, false): try snapshot.all(inState, state, after, limit, body: columns.read)
        case (false, true): try snapshot.all(ofCohort, cohort, after, limit, body: columns.read)
        case (false, false): try snapshot.all(ofCohortInState, cohort, state, after, limit, body: columns.read)
        }
    }

    private static let columns = Columns("r.id, r.state, c.province") { row in
        ListedRound(id: row.id(), state: try row.enumeration(), province: row.id())
    }

    private static let from: SQL = "FROM intake_round r JOIN cohort c ON c.id = r.cohort"

    private static let all = SQL("SELECT \(columns) \(from) WHERE r.id > ?1 ORDER BY r.id LIMIT ?2")

    private static let inState = SQL(
        "SELECT \(columns) \(from) WHERE r.state = ?1 AND r.id > ?2 ORDER BY r.id LIMIT ?3")

    private static let ofCohort = SQL(
        "SELECT \(columns) \(from) WHERE r.cohort = ?1 AND r.id > ?2 ORDER BY r.id LIMIT ?3")

    private static let ofCohortInState = SQL(
        "SELECT \(columns) \(from) WHERE r.cohort = ?1 AND r.state = ?2 AND r.id > ?3 ORDER BY r.id LIMIT ?4")
}
