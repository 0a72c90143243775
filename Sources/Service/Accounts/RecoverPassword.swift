import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct Recovery: Sendable {
        let account: AccountRecord?
        let phone: MobileNumber
        let code: String
        let password: [UInt8]
        let salt: [UInt8]
        let isCodeRight: Bool
        /// The record of the new password; nil if the code was wrong.
        var record: [UInt8]?
    }

    func loadRecovery(_ request: RecoverPasswordRequest, _ context: ReadContext) throws -> Recovery {
        let phone = try MobileNumber(request.phone)
        let account = try account(phone: phone, context.snapshot)
        let isCodeRight = try isRight(
            code: request.code, from: phone, for: .recover, context.snapshot, now: context.now)
        // Personal data is used only for the right person.
        var facts = [phone.text]
        if isCodeRight, let account {
            facts += [account.name] + (try people.known(of: account.person, context.snapshot))
        }
        try Password.check(request.newPassword, known: facts)
        return Recovery(
            account: account, phone: phone, code: request.code, password: Array(request.newPassword.utf8),
            salt: context.random(PasswordHash.saltSize), isCodeRight: isCodeRight)
    }

    func hashRecovery(_ recovery: Recovery) throws -> Recovery {
        guard recovery.isCodeRight else { return recovery }
        var recovery = recovery
        recovery.record = try PasswordHash(password: recovery.password, salt: recovery.salt).record
        return recovery
    }

    /// ACC-6b: sets the new password and ends every session. Failures from elsewhere do not delay the next login from
    /// here.
    func recoverPassword(_ recovery: Recovery, _ context: WriteContext) throws -> RecoverPasswordReply {
        if let refused = try refusal(ofCode: recovery.code, from: recovery.phone, for: .recover, context) {
            context.refuseAfterCommit(refused)
            return RecoverPasswordReply()
        }
        guard let record = recovery.record, let account = recovery.account,
            try self.account(phone: recovery.phone, context.transaction)?.person == account.person
        else { throw Refusal(.staleContext) }
        try context.transaction.execute(.setPassword, account.person, record, false)
        // The code proves the phone, whether it was proven before or not.
        try bind(recovery.phone, to: account.person, context)
        // The connection that asks stays open for the answer.
        if case .person(let caller) = context.call.caller, caller.id == account.person { context.become(.anonymous) }
        try sessions.endSessions(of: account.person, context)
        try recordSuccess(loginSubject(person: account.person, context.call), context)
        context.auditDetail = "password of person \(account.person)"
        return RecoverPasswordReply()
    }
}
