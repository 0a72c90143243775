import Application
import Crypto
import Domain
import Messages
import Storage

extension Accounts {
    struct RegistrationAttempt: Sendable {
        /// The claim of the first step; nil for a registration by phone alone.
        let claim: (name: String, number: IdentityNumber)?
        let account: AccountName?
        let phone: MobileNumber
        let code: String
        let password: [UInt8]
        let salt: [UInt8]
        let isCodeRight: Bool
        /// The record of the password; nil if the code was wrong.
        var record: [UInt8]?
        /// The provider's answer to the claim; nil without a claim or a provider.
        var answer: ProviderAnswer?
    }

    func loadRegistration(_ request: RegisterRequest, _ context: ReadContext) throws -> RegistrationAttempt {
        // ACC-11d: the agreement must be to the present text.
        guard request.privacyVersion == settings.privacyVersion else {
            throw Refusal(.consentRequired, field: "privacy_version")
        }
        let ticket = try request.ticket.isEmpty ? nil : openTicket(request.ticket, now: context.now)
        let claim = try ticket.map { ticket in
            let today = ZoneRule.china.day(of: Instant(context.now))
            return (ticket.name, try IdentityNumber(ticket.identity, today: today))
        }
        let isUnnamed = claim == nil && request.account.isEmpty
        let account = try isUnnamed ? nil : AccountName.chosen(request.account, field: "account")
        let phone = try MobileNumber(request.phone)
        let known = [account?.text, phone.text, claim?.0, claim?.1.text].compactMap { $0 }
        do {
            try Password.check(request.password, known: known)
        } catch {
            throw error.about("password")
        }
        return RegistrationAttempt(
            claim: claim, account: account, phone: phone, code: request.code, password: Array(request.password.utf8),
            salt: context.random(PasswordHash.saltSize),
            isCodeRight: try isRight(
                code: request.code, from: phone, for: .register, context.snapshot, now: context.now))
    }

    func askAboutRegistration(_ attempt: RegistrationAttempt) -> RegistrationAttempt {
        guard attempt.isCodeRight else { return attempt }
        var attempt = attempt
        attempt.answer = attempt.claim.flatMap { ports.services.identities?.check($0.name, $0.number) }
        return attempt
    }

    func hashRegistration(_ attempt: RegistrationAttempt) throws -> RegistrationAttempt {
        guard attempt.isCodeRight else { return attempt }
        var attempt = attempt
        attempt.record = try PasswordHash(password: attempt.password, salt: attempt.salt).record
        return attempt
    }

    /// ACC-1a, ACC-1b: registers. Only the holder of the phone learns that it, or the ID number, is taken.
    func register(_ attempt: RegistrationAttempt, _ context: WriteContext) throws -> RegisterReply {
        let transaction = context.transaction
        let registration = attempt.record == nil ? nil : try registration(attempt, transaction)
        if let refused = try refusal(ofCode: attempt.code, from: attempt.phone, for: .register, context) {
            context.refuseAfterCommit(refused)
            return RegisterReply()
        }
        guard let record = attempt.record, let registration else { throw Refusal(.staleContext) }
        let person = try person(for: registration, attempt, context)
        if let claim = attempt.claim {
            // The person asks later whether it was verified or waits for a reviewer.
            _ = try identities.claimIdentity(
                IdentityClaim(person: person, name: claim.name, number: claim.number, answer: attempt.answer), context)
        }
        let name = attempt.account?.text ?? AccountName.given(to: person)
        guard try !transaction.exists(.accountIsNamed, name) else {
            throw Refusal(.alreadyExists, field: "account")
        }
        try transaction.execute(.insertAccount, person, name, record, false)
        try bind(attempt.phone, to: person, context)
        try transaction.execute(
            "INSERT INTO consent (person, version, at_ms) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            person, settings.privacyVersion, context.now)
        context.auditDetail =
            "person \(person) by \(attempt.claim == nil ? "phone" as AuditDetail : "name and ID number")"
        return RegisterReply(person: person, account: name)
    }

    private func registration(_ attempt: RegistrationAttempt, _ snapshot: Snapshot) throws -> Registration {
        let phone = try holder(
            try snapshot.first(.personByPhone, people.phoneHash(attempt.phone)) {
                $0.id(0)
            },
            attempt, snapshot)
        guard let claim = attempt.claim else { return try Registration.byPhone(phone) }
        let identity = try holder(
            try snapshot.first(.personByIDNumber, people.idNumberHash(claim.number)) {
                $0.id(0)
            }, attempt, snapshot)
        return try Registration.byIdentity(phone: phone, identity: identity)
    }

    private func holder(
        _ person: UInt64?, _ attempt: RegistrationAttempt, _ snapshot: Snapshot
    ) throws -> Registration.Holder? {
        guard let person, let id = PersonID(person) else { return nil }
        return try snapshot.first(
            """
            SELECT p.name, p.id_number_hash, a.person FROM person p LEFT JOIN account a ON a.person = p.id
            WHERE p.id = ?1
            """, person
        ) {
            Registration.Holder(
                person: id, hasAccount: !$0.isNull(2), hasIdentity: !$0.isNull(1),
                isNamesake: $0.text(0) == attempt.claim?.name)
        }
    }

    private func person(
        for registration: Registration, _ attempt: RegistrationAttempt, _ context: WriteContext
    ) throws -> UInt64 {
        switch registration {
        case .join(let person): return person.value
        case .newPerson(let holder):
            if let holder {
                try context.transaction.execute(.unbindPhone, holder.value)
            }
            return try people.insertPerson(
                People.PersonDetails(name: attempt.claim?.name ?? "", phone: nil, identity: nil, unit: "", title: ""),
                context)
        }
    }
}
