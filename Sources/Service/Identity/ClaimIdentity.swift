import Application
import Crypto
import Domain
import Messages
import Storage

/// A person's claim to an ID number.
struct IdentityClaim: Sendable {
    let person: UInt64
    let name: String
    let number: IdentityNumber
    var withPhotos = false
    /// Nil if there is no provider.
    var answer: ProviderAnswer?
}

enum IdentityOutcome: Equatable {
    /// The number is the person's.
    case verified
    /// A reviewer decides.
    case waiting(claim: UInt64)
    /// Somebody has the number already: the claim is refused, and a reviewer decides.
    case contested(claim: UInt64)

    /// For the audit log.
    var title: AuditDetail {
        switch self {
        case .verified: "verified"
        case .waiting(let claim): "waits, claim \(claim)"
        case .contested(let claim): "contested, claim \(claim)"
        }
    }
}

extension Identities {
    /// ACC-3b, ACC-3c: decides a claim, or submits it to a reviewer. Never throws because of who has the number: the
    /// caller decides what to tell the claimant.
    /// A name other than the verified one, or than the one on rosters, waits for a reviewer.
    /// - Throws: `claimWaiting` while an earlier claim of the person is undecided; `wrongState` if the person's
    ///   identity is verified with another number; `invalid` if the provider denies the name.
    func claimIdentity(_ claim: IdentityClaim, _ context: WriteContext) throws -> IdentityOutcome {
        let transaction = context.transaction
        guard
            try !transaction.exists(.claimInState, claim.person, ClaimState.waiting.rawValue)
        else { throw Refusal(.claimWaiting) }
        let known = try IdentityRecord(claim.person, transaction)
        let hash = people.idNumberHash(claim.number)
        let isOther = known.numberHash.map { $0 != hash } ?? false
        let isVerified = known.level.reaches(.numberChecked)
        if isVerified, isOther {
            throw Refusal(
                .wrongState, field: "id_number", "the identity is verified with another number", zh: "已以其他号码实名认证")
        }
        let isRenamed =
            try isVerified
            ? ComparedName(known.name) != ComparedName(claim.name)
            : known.name != claim.name && isOnRosters(claim.person, transaction)
        let holder = try self.holder(of: hash, besides: claim.person, transaction)
        let decision = try ClaimDecision(
            name: claim.name, holder: holder.standing, needsReviewer: claim.withPhotos || isOther || isRenamed,
            provider: claim.answer)
        switch decision {
        case .accept: break
        case .join: try join(holder.person, into: claim.person, context)
        case .review: return .waiting(claim: try queue(claim, holder: 0, context))
        case .contested: return .contested(claim: try queue(claim, holder: holder.person, context))
        }
        try acceptClaim(claim, level: .numberChecked, context)
        return .verified
    }

    /// The number becomes the person's.
    func acceptClaim(_ claim: IdentityClaim, level: IdentityLevel, _ context: WriteContext) throws {
        let (person, number) = (claim.person, claim.number)
        let before = try IdentityRecord(person, context.transaction)
        try context.transaction.execute(
            """
            UPDATE person SET name = ?2, id_number_sealed = ?3, id_number_hash = ?4, identity_state = ?5,
            identity_level = ?6, verified_ms = ?7 WHERE id = ?1
            """, person, claim.name, people.encrypt(number, of: person, nonce: context.random(SealingKey.nonceSize)),
            people.idNumberHash(number), IdentityState.verified.rawValue, max(level, before.level ?? level).rawValue,
            context.now)
        if before.name != claim.name {
            try renameOnRosters(person, claim.name, before: before.name, context)
        }
    }

    /// Returns who else has the number, or claims it.
    func holder(
        of hash: [UInt8], besides person: UInt64, _ snapshot: Snapshot
    ) throws -> (standing: NumberHolder, person: UInt64) {
        let found = try snapshot.first(
            """
            SELECT p.id, p.name, a.person, p.phone_hash, p.closed_ms,
            (SELECT COUNT(*) FROM responsible_person r WHERE r.person = p.id)
            FROM person p LEFT JOIN account a ON a.person = p.id WHERE p.id_number_hash = ?1
            """, hash
        ) {
            (
                id: $0.id(0), name: $0.text(1), hasAccount: !$0.isNull(2), hasPhone: !$0.isNull(3),
                isGuarded: $0.integer(4) > 0 || $0.integer(5) > 0
            )
        }
        if let found, found.id != person {
            let standing: NumberHolder =
                found.hasAccount
                ? .somebodyElse
                : .withoutAccount(name: found.name, hasPhone: found.hasPhone, isGuarded: found.isGuarded)
            return (standing, found.id)
        }
        let rival = try snapshot.first(
            "SELECT person FROM identity_claim WHERE number_hash = ?1 AND state = ?2 AND person <> ?3 ORDER BY id",
            hash, ClaimState.waiting.rawValue, person
        ) { $0.id(0) }
        if let rival { return (.somebodyElse, rival) }
        return (found == nil ? .nobody : .claimant, person)
    }

    private func queue(_ claim: IdentityClaim, holder: UInt64, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO identity_claim (id, person, name, number_sealed, number_hash, holder, with_photos, state,
            submitted_ms, decided_ms, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, '')
            """, id, claim.person, claim.name,
            people.encrypt(Array(claim.number.text.utf8), "identity_claim.number", id, context),
            people.idNumberHash(claim.number),
            holder,
            claim.withPhotos, ClaimState.waiting.rawValue, context.now)
        try transaction.execute(
            "UPDATE person SET identity_state = ?2 WHERE id = ?1 AND identity_state = 0", claim.person,
            IdentityState.claimed.rawValue)
        try reviews.openReview(
            identityReview, subject: id, container: 0, person: claim.person,
            stops: [ReviewStop(level: .identity, organisation: try home(of: claim.person, transaction))], context)
        return id
    }

    /// Returns the unit that places a person for identity reviewers; 0 for none.
    func home(of person: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        try snapshot.first(
            .unitsOfPersonInState, person,
            MembershipState.confirmed.rawValue
        ) { $0.id(0) }
            ?? snapshot.first(.unitOfProfile, person) { $0.id(0) } ?? 0
    }

    func isOnRosters(_ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists(.personIsOnAnyRoster, person)
    }
}
