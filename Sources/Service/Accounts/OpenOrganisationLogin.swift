import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct OrganisationAttempt: Sendable {
        let request: OpenOrganisationLoginRequest
        let subject: LoginSubject
        let account: OrganisationAccount?
        let salt: [UInt8]
        let permits: [Permit]
        var check: PasswordCheck?
    }

    /// ACC-7b, first step: checks the organisation's password. Wrong passwords are throttled like a person's.
    func loadOrganisationLogin(
        _ request: OpenOrganisationLoginRequest, _ context: ReadContext
    ) throws -> OrganisationAttempt {
        guard request.password.utf8.count <= Password.longestBytes, request.name.utf8.count <= Password.longestBytes
        else { throw Refusal(.wrongCredentials) }
        if settings.challengesOrganisations { _ = try checked(request.solution, now: context.now) }
        let name = try? AccountName(request.name)
        let account = try name.flatMap { try OrganisationAccount(name: $0.text, context.snapshot) }
        let subject =
            account.map { loginSubject(organisation: $0.organisation, context.call) }
            ?? loginSubject(nobody: request.name, context.call)
        try checkThrottle(subject, context.snapshot, now: context.now)
        return OrganisationAttempt(
            request: request, subject: subject, account: account, salt: context.random(PasswordHash.saltSize),
            permits: try beginTrying(subject, now: context.now))
    }

    func checkOrganisationLogin(_ attempt: OrganisationAttempt) throws -> OrganisationAttempt {
        var attempt = attempt
        attempt.check = try PasswordCheck(
            Array(attempt.request.password.utf8), against: attempt.account?.password, salt: attempt.salt)
        return attempt
    }

    func openOrganisationLogin(
        _ attempt: OrganisationAttempt, _ context: WriteContext
    ) throws -> OpenOrganisationLoginReply {
        let transaction = context.transaction
        try checkThrottle(attempt.subject, transaction, now: context.now)
        if settings.challengesOrganisations { try spend(attempt.request.solution, context) }
        let account = try attempt.account.flatMap { try OrganisationAccount(of: $0.organisation, transaction) }
        // A password that was changed meanwhile was not tried.
        guard account?.password == attempt.account?.password else { throw Refusal(.wrongCredentials) }
        guard let account, !account.isClosed, attempt.check?.isRight == true else {
            try recordFailure(attempt.subject, context)
            context.refuseAfterCommit(Refusal(.wrongCredentials))
            return OpenOrganisationLoginReply()
        }
        try recordSuccess(attempt.subject, context)
        let ticket = OrganisationTicket(account, now: context.now)
        let people = try responsiblePeople(of: account.organisation, transaction)
        return OpenOrganisationLoginReply(
            ticket: encrypt(ticket, nonce: context.random(SealingKey.nonceSize)), expiresMs: ticket.expires,
            organisation: account.organisation, organisationName: account.organisationName, people: people,
            mustAddPerson: people.isEmpty, mustChangePassword: account.mustChange)
    }
}
