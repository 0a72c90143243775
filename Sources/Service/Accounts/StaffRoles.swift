import Application
import Domain
import Messages
import Storage

// ACC-12: roles of accounts that are there.
extension Accounts {
    func grantRole(_ request: GrantRoleRequest, _ context: WriteContext) throws -> GetAccountReply {
        let transaction = context.transaction
        guard context.call.answers(for: request.role?.organisation ?? 0) else { throw Refusal(.notAllowed) }
        let seat = try seat(request.role, field: "role", transaction)
        try requireGiving(seat, context.call)
        let person = try account(request.whose, transaction).person
        let isNew = try give(seat, to: person, context)
        context.auditDetail = "person \(person): \(seat.title) " + (isNew ? "given" : "unchanged")
        if isNew { try tell(person, .given, of: seat, context) }
        return GetAccountReply(account: try staffAccount(person, context.call, transaction))
    }

    /// At once: every transaction reads the caller's roles again, those of commands that wait too.
    func revokeRole(_ request: RevokeRoleRequest, _ context: WriteContext) throws -> GetAccountReply {
        let transaction = context.transaction
        guard context.call.answers(for: request.role?.organisation ?? 0) else { throw Refusal(.notAllowed) }
        let seat = try seat(request.role, field: "role", transaction)
        try requireGiving(seat, context.call)
        let reason = try ReviewDecision.reason(request.reason)
        let person = try account(request.whose, transaction).person
        if seat.role == .platformAdmin { try requireAnotherAdministrator(than: person, transaction) }
        try take(seat, from: person, context)
        context.auditDetail = "person \(person): \(seat.title) taken: \(reason)"
        try tell(person, .taken, of: seat, reason: reason, context)
        return GetAccountReply(account: try staffAccount(person, context.call, transaction))
    }

    /// Tells somebody what was done to their account.
    func tell(
        _ person: UInt64, _ change: AccountChange, of seat: Seat? = nil, reason: String = "", _ context: WriteContext
    ) throws {
        try notices.notify(
            person, .accountChanged, subject: person,
            details: ["\(change)", seat.map { "\($0.role)" } ?? "", seat?.organisation?.name ?? "", reason], context)
    }
}
