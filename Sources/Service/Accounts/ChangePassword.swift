import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct PasswordChange: Sendable {
        let account: AccountRecord
        let old: [UInt8]
        let new: [UInt8]
        let salt: [UInt8]
        /// The record of the new password; nil if the old one was wrong.
        var record: [UInt8]?
    }

    func loadPasswordChange(_ request: ChangePasswordRequest, _ context: ReadContext) throws -> PasswordChange {
        let person = try context.call.person()
        guard let account = try self.account(person: person.id, context.snapshot) else { throw Refusal(.notFound) }
        let subject = loginSubject(person: person.id, context.call)
        try checkThrottle(subject, context.snapshot, now: context.now)
        try Password.check(request.newPassword, known: [account.name] + people.known(of: person.id, context.snapshot))
        guard request.newPassword != request.oldPassword else {
            throw Refusal(
                .weakPassword, field: "new_password", Phrase("the same as the old one", "新密码不能与旧密码相同"))
        }
        return PasswordChange(
            account: account, old: Array(request.oldPassword.utf8), new: Array(request.newPassword.utf8),
            salt: context.random(PasswordHash.saltSize))
    }

    func hashPasswordChange(_ change: PasswordChange) throws -> PasswordChange {
        guard try PasswordHash(record: change.account.password).matches(change.old) else { return change }
        var change = change
        change.record = try PasswordHash(password: change.new, salt: change.salt).record
        return change
    }

    /// ACC-6a: changes the password and ends all other sessions of the person. Wrong attempts at the old password are
    /// throttled like logins.
    func changePassword(_ change: PasswordChange, _ context: WriteContext) throws -> ChangePasswordReply {
        var person = try context.call.person()
        let account = try self.account(person: person.id, context.transaction)
        guard let account, account.password == change.account.password else { throw Refusal(.staleContext) }
        let subject = loginSubject(person: person.id, context.call)
        try checkThrottle(subject, context.transaction, now: context.now)
        guard let record = change.record else {
            try recordFailure(subject, context)
            context.refuseAfterCommit(Refusal(.wrongCredentials, field: "old_password"))
            return ChangePasswordReply()
        }
        try recordSuccess(subject, context)
        try context.transaction.execute(.setPassword, person.id, record, false)
        try sessions.endSessions(of: person.id, except: person.session, context)
        context.auditDetail =
            "password of person \(person.id): \(person.mustChangePassword ? "first one replaced" as AuditDetail : "changed")"
        person.mustChangePassword = false
        context.become(.person(person))
        return ChangePasswordReply()
    }
}
