import Application
import Crypto
import Domain
import Messages
import Storage

// ACC-2b: outside accounts (a WeChat openid), linked and used to log in. The provider is called outside the
// transaction, a code is accepted once, and only a keyed hash of the openid is stored.
extension Accounts {
    struct OutsideAttempt: Sendable {
        let provider: String
        let code: String
        let now: Int64
        /// The provider's name for the account.
        var subject: [UInt8] = []
        var expires: Int64 = 0
    }

    func loadLink(_ request: LinkOutsideRequest, _ context: ReadContext) throws -> OutsideAttempt {
        OutsideAttempt(provider: request.provider, code: request.code, now: context.now)
    }

    func loadOutsideLogin(_ request: LoginOutsideRequest, _ context: ReadContext) throws -> OutsideAttempt {
        OutsideAttempt(provider: request.provider, code: request.code, now: context.now)
    }

    func askProvider(_ attempt: OutsideAttempt) throws -> OutsideAttempt {
        guard let provider = ports.services.logins[attempt.provider] else {
            throw Refusal(.notFound, field: "provider")
        }
        let verified = try provider.verify(attempt.code, attempt.now)
        var attempt = attempt
        attempt.subject = secrets.outsideSubjects.mac(
            .outsideSubject, Array(attempt.provider.utf8), [0], Array(verified.subject.utf8))
        attempt.expires = verified.expiresMs
        return attempt
    }

    func linkOutside(_ attempt: OutsideAttempt, _ context: WriteContext) throws -> LinkOutsideReply {
        let person = try context.call.person().id
        try spendCode(attempt, context)
        let holder = try context.transaction.first(
            .personOfOutsideLink, attempt.provider,
            attempt.subject
        ) { $0.id(0) }
        guard holder == nil || holder == person else { throw Refusal(.alreadyExists, field: "code") }
        // Another account with the same provider takes the place of the one before.
        try context.transaction.execute(.deleteOutsideLink, person, attempt.provider)
        try context.transaction.execute(
            "INSERT INTO outside_link (provider, subject_hash, person, linked_ms) VALUES (?1, ?2, ?3, ?4)",
            attempt.provider, attempt.subject, person, context.now)
        context.auditDetail = "person \(person): \(attempt.provider) linked"
        return LinkOutsideReply()
    }

    func unlinkOutside(_ request: UnlinkOutsideRequest, _ context: WriteContext) throws -> UnlinkOutsideReply {
        let person = try context.call.person().id
        let ended = try context.transaction.execute(.deleteOutsideLink, person, request.provider)
        guard ended == 1 else { throw Refusal(.notFound, field: "provider") }
        // What was linked is one of the providers' names: it may be said.
        context.auditDetail = "person \(person): \(request.provider) unlinked"
        return UnlinkOutsideReply()
    }

    func listLinks(_ request: ListLinksRequest, _ context: ReadContext) throws -> ListLinksReply {
        let links = try context.snapshot.all(
            "SELECT provider, linked_ms FROM outside_link WHERE person = ?1 ORDER BY provider",
            try context.call.person().id
        ) { OutsideLink(provider: $0.text(0), linkedMs: $0.integer(1)) }
        return ListLinksReply(links: links, providers: ports.services.logins.keys.sorted())
    }

    func loginOutside(_ attempt: OutsideAttempt, _ context: WriteContext) throws -> LoginReply {
        try spendCode(attempt, context)
        let person = try context.transaction.first(
            .personOfOutsideLink, attempt.provider,
            attempt.subject
        ) { $0.id(0) }
        guard let person, let account = try account(person: person, context.transaction) else {
            throw Refusal(.notLinked)
        }
        return try openSession(for: account, context)
    }

    private func spendCode(_ attempt: OutsideAttempt, _ context: WriteContext) throws {
        guard context.now < attempt.expires else { throw Refusal(.outsideCodeInvalid) }
        let token = Digest.hash16(.spentOutsideCode, Array(attempt.provider.utf8), [0], Array(attempt.code.utf8))
        try spendOnce(token, expires: attempt.expires, else: .outsideCodeInvalid, context.transaction)
    }
}
