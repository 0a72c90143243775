import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// A draft is not found but by its province.
    func getRound(_ request: GetRoundRequest, _ context: ReadContext) throws -> RoundReply {
        let round = try RoundRecord(request.round, context.snapshot)
        if round.state == .draft, try !context.call.isProvince(round.province, context.snapshot) {
            throw Refused(.notFound, field: "round")
        }
        return RoundReply(round: round.message)
    }

    /// Drafts to their province, closed rounds to whoever has an office, open ones to everybody.
    func listRounds(_ request: ListRoundsRequest, _ context: ReadContext) throws -> ListRoundsReply {
        let call = context.call
        let hasOffice = try !call.person().grants.isEmpty
        let limit = pageLimit(request.limit)
        var ids: [UInt64] = []
        var after = request.after
        var count = 0
        repeat {
            let rows = try context.snapshot.all(
                """
                SELECT r.id, r.state, c.province FROM intake_round r JOIN cohort c ON c.id = r.cohort WHERE r.id > ?1
                AND (?2 = 0 OR r.cohort = ?2) AND (?3 = 0 OR r.state = ?3) ORDER BY r.id LIMIT ?4
                """, after, request.cohort, request.state.rawValue, limit
            ) { (id: $0.id(0), state: try $0.enumeration(1, Domain.RoundState.self), province: $0.id(2)) }
            for row in rows {
                let isShown =
                    switch row.state {
                    case .open: true
                    case .closed: hasOffice
                    case .draft: try hasOffice && call.isProvince(row.province, context.snapshot)
                    }
                if isShown { ids.append(row.id) }
            }
            (after, count) = (rows.last?.id ?? 0, rows.count)
        } while count == limit && ids.count < limit
        ids.removeSubrange(min(limit, ids.count)...)
        return ListRoundsReply(
            rounds: try ids.map { try RoundRecord($0, context.snapshot).message },
            next: ids.count == limit ? ids.last ?? 0 : 0)
    }
}
