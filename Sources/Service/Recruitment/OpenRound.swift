import Application
import Domain
import Messages
import Storage

extension Recruitment {
    func openRound(_ request: OpenRoundRequest, _ context: WriteContext) throws -> RoundReply {
        try moveRound(request.round, .open, context)
    }

    func closeRound(_ request: CloseRoundRequest, _ context: WriteContext) throws -> RoundReply {
        try moveRound(request.round, .close, context)
    }

    private func moveRound(_ id: UInt64, _ event: RoundEvent, _ context: WriteContext) throws -> RoundReply {
        let transaction = context.transaction
        let round = try RoundRecord(id, transaction)
        try context.call.requireProvince(round.province, transaction)
        let state = try RoundLifecycle.table.next(round.state, event)
        try transaction.execute("UPDATE intake_round SET state = ?2 WHERE id = ?1", id, state.rawValue)
        context.auditDetail = "round \(id): \(round.state) → \(state)"
        return RoundReply(round: try RoundRecord(id, transaction).message)
    }
}
