import Application
import Domain
import Messages
import Storage

extension Service {
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
        let person = try context.call.person()
        let limit = pageLimit(request.limit)
        let ids = try context.snapshot.all(
            """
            SELECT r.id FROM intake_round r JOIN cohort c ON c.id = r.cohort WHERE r.id > ?1 \
            AND (?2 = 0 OR r.cohort = ?2) AND (?3 = 0 OR r.state = ?3) \
            AND (r.state = ?4 OR (r.state = ?5 AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person = ?6)) \
            OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person = ?6 AND g.role = ?7) \
            OR EXISTS (SELECT 1 FROM role_grant g JOIN organisation o ON o.id = g.organisation \
            WHERE g.person = ?6 AND g.role = ?8 AND (o.id = c.province OR o.parent = c.province))) \
            ORDER BY r.id LIMIT ?9
            """, request.after, request.cohort, request.state.rawValue, Domain.RoundState.open.rawValue,
            Domain.RoundState.closed.rawValue, person.id, Role.platformAdmin.rawValue,
            Role.commissionOfficer.rawValue, limit
        ) { $0.id(0) }
        return ListRoundsReply(
            rounds: try ids.map { try RoundRecord($0, context.snapshot).message },
            next: ids.count == limit ? ids.last ?? 0 : 0)
    }
}
