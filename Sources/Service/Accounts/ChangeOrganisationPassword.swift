import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct OrganisationPasswordChange: Sendable {
        let account: OrganisationAccount
        let old: [UInt8]
        let new: [UInt8]
        let salt: [UInt8]
        /// The record of the new password; nil if the old one was wrong.
        var record: [UInt8]?
    }

    func loadOrganisationPassword(
        _ request: ChangeOrganisationPasswordRequest, _ context: ReadContext
    ) throws -> OrganisationPasswordChange {
        let account = try actingAccount(context.call, context.snapshot)
        guard request.oldPassword.utf8.count <= Password.longestBytes else { throw Refusal(.wrongCredentials) }
        let subject = loginSubject(organisation: account.organisation, context.call)
        try checkThrottle(subject, context.snapshot, now: context.now)
        let caller = try people.known(of: context.call.person().id, context.snapshot)
        try Password.check(request.newPassword, known: [account.name, account.organisationName] + caller)
        guard request.newPassword != request.oldPassword else {
            throw Refusal(
                .weakPassword, field: "new_password", Phrase("the same as the old one", "新密码不能与旧密码相同"))
        }
        return OrganisationPasswordChange(
            account: account, old: Array(request.oldPassword.utf8), new: Array(request.newPassword.utf8),
            salt: context.random(PasswordHash.saltSize))
    }

    func hashOrganisationPassword(_ change: OrganisationPasswordChange) throws -> OrganisationPasswordChange {
        guard try PasswordHash(record: change.account.password).matches(change.old) else { return change }
        var change = change
        change.record = try PasswordHash(password: change.new, salt: change.salt).record
        return change
    }

    /// ACC-6a, ACC-7: changes the password and ends all other sessions for the organisation, and logins in progress.
    /// Wrong attempts at the old password are throttled like logins.
    func changeOrganisationPassword(
        _ change: OrganisationPasswordChange, _ context: WriteContext
    ) throws -> ChangeOrganisationPasswordReply {
        let account = try actingAccount(context.call, context.transaction)
        guard account.organisation == change.account.organisation, account.password == change.account.password else {
            throw Refusal(.staleContext)
        }
        let subject = loginSubject(organisation: account.organisation, context.call)
        try checkThrottle(subject, context.transaction, now: context.now)
        context.auditDetail = "organisation \(account.organisation)"
        guard let record = change.record else {
            try recordFailure(subject, context)
            context.refuseAfterCommit(Refusal(.wrongCredentials, field: "old_password"))
            return ChangeOrganisationPasswordReply()
        }
        try recordSuccess(subject, context)
        try context.transaction.execute(.setOrganisationPassword, account.organisation, record, false)
        try sessions.endSessions(for: account.organisation, except: context.call.person().session, context)
        context.auditDetail += ": password changed"
        return ChangeOrganisationPasswordReply()
    }

    /// Returns the account of the organisation that the caller's session is for.
    private func actingAccount(_ call: Call, _ snapshot: Snapshot) throws -> OrganisationAccount {
        let organisation = try snapshot.first(.organisationOfSession, call.person().session) { $0.id(0) }
        guard let organisation, organisation != 0,
            let account = try OrganisationAccount(of: organisation, snapshot)
        else {
            throw Refusal(.wrongState, Phrase("log in for an organisation first", "请先以机构账号登录"))
        }
        return account
    }
}
