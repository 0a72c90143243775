import Application
import Crypto
import Domain
import Messages
import Storage

extension Forgetting {
    struct Closing: Sendable {
        let account: AccountRecord
        let password: [UInt8]
        var isRight = false
    }

    func loadClosing(_ request: CloseAccountRequest, _ context: ReadContext) throws -> Closing {
        let person = try context.call.person().id
        guard request.password.utf8.count <= Password.longestBytes else { throw Refusal(.wrongCredentials) }
        guard let account = try accounts.account(person: person, context.snapshot) else {
            throw Refusal(.sessionExpired)
        }
        try accounts.checkThrottle(
            accounts.loginSubject(person: person, context.call), context.snapshot, now: context.now)
        return Closing(account: account, password: Array(request.password.utf8))
    }

    func checkClosing(_ closing: Closing) throws -> Closing {
        var closing = closing
        closing.isRight = try PasswordHash(record: closing.account.password).matches(closing.password)
        return closing
    }

    /// ACC-11e: closes the account and deletes personal data. A person with credit, on a roster or admitted keeps name
    /// and ID number, because a register must identify its entries; one who has decided on others keeps the name.
    func closeAccount(_ closing: Closing, _ context: WriteContext) throws -> CloseAccountReply {
        let transaction = context.transaction
        let person = closing.account.person
        let subject = accounts.loginSubject(person: person, context.call)
        try accounts.checkThrottle(subject, transaction, now: context.now)
        guard try accounts.account(person: person, transaction)?.password == closing.account.password else {
            throw Refusal(.staleContext)
        }
        guard closing.isRight else {
            try accounts.recordFailure(subject, context)
            context.refuseAfterCommit(Refusal(.wrongCredentials, field: "password"))
            return CloseAccountReply()
        }
        try accounts.requireAnotherAdministrator(than: person, transaction)
        try requireAnotherResponsible(than: person, transaction)
        let kept = try forget(person, context)
        context.become(.anonymous)
        try sessions.endSessions(of: person, context)
        context.auditDetail = "person \(person), kept: \(kept.title)"
        return CloseAccountReply()
    }

    private func requireAnotherResponsible(than person: UInt64, _ snapshot: Snapshot) throws {
        let isLast = try snapshot.exists(
            """
            SELECT 1 FROM responsible_person r WHERE r.person = ?1 AND NOT EXISTS
            (SELECT 1 FROM responsible_person o WHERE o.organisation = r.organisation AND o.person <> ?1)
            """, person)
        guard !isLast else {
            throw Refusal(
                .wrongState, Phrase("the last responsible person of an organisation", "不能注销机构的最后一名负责人"))
        }
    }
}
