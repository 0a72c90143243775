import Application
import Domain
import Messages
import Storage

// ACC-12: accounts disabled, enabled, and given a new first password.
extension Accounts {
    /// At once: the sessions end, those for organisations too, and a command that waits finds its session gone.
    func disableAccount(_ request: DisableAccountRequest, _ context: WriteContext) throws -> GetAccountReply {
        let account = try ruledAccount(request.whose, context.call, context.transaction)
        let reason = try ReviewDecision.reason(request.reason)
        guard !account.isDisabled else { throw Refusal(.wrongState, field: "account") }
        guard try account.person != context.call.person().id else {
            throw Refusal(.wrongState, field: "account", Phrase("your own account", "不能停用本人账号"))
        }
        try context.transaction.execute(
            "UPDATE account SET disabled_ms = ?2 WHERE person = ?1", account.person, context.now)
        try sessions.endSessions(of: account.person, context)
        try terminals.dropCodes(of: account.person, context.transaction)
        context.auditDetail = "person \(account.person): disabled: \(reason)"
        try tell(account.person, .disabled, reason: reason, context)
        return GetAccountReply(account: try staffAccount(account.person, context.call, context.transaction))
    }

    func enableAccount(_ request: EnableAccountRequest, _ context: WriteContext) throws -> GetAccountReply {
        let account = try ruledAccount(request.whose, context.call, context.transaction)
        guard account.isDisabled else { throw Refusal(.wrongState, field: "account") }
        try context.transaction.execute(.enableAccount, account.person)
        context.auditDetail = "person \(account.person): enabled"
        try tell(account.person, .enabled, context)
        return GetAccountReply(account: try staffAccount(account.person, context.call, context.transaction))
    }

    func resetPassword(_ request: ResetPasswordRequest, _ context: WriteContext) throws -> ResetPasswordReply {
        let account = try ruledAccount(request.whose, context.call, context.transaction)
        guard try account.person != context.call.person().id else {
            throw Refusal(
                .wrongState, field: "account",
                Phrase("change your own with: rollcall-admin password", "本人请用 rollcall-admin password 修改"))
        }
        let password = try people.initialPassword(context)
        try Self.setFirstPassword(password.record, of: account.person, context.transaction)
        try sessions.endSessions(of: account.person, context)
        context.auditDetail = "person \(account.person): new first password"
        try tell(account.person, .reset, context)
        return ResetPasswordReply(
            account: try staffAccount(account.person, context.call, context.transaction),
            initialPassword: password.text)
    }

    /// A password that must be changed takes the place of the one there was.
    static func setFirstPassword(_ record: [UInt8], of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(.setPassword, person, record, true)
    }
}
