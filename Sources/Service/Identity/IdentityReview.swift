import Application
import Domain
import Messages
import Storage

/// A claim as stored.
struct ClaimRecord {
    let id: UInt64
    let person: UInt64
    let name: String
    let number: IdentityNumber
    /// The holder of the number at the time of the claim; 0 for nobody.
    let holder: UInt64
    let withPhotos: Bool
    let state: ClaimState
    let submitted: Int64
}

extension Identities {
    func claim(_ id: UInt64, _ snapshot: Snapshot) throws -> ClaimRecord {
        let found = try snapshot.first(
            """
            SELECT person, name, number_sealed, holder, with_photos, state, submitted_ms FROM identity_claim WHERE id = ?1
            """, id
        ) { row in
            let number = try people.decrypt(row.bytes(2), "identity_claim.number", id)
            return ClaimRecord(
                id: id, person: row.id(0), name: row.text(1),
                // The number was validated when it was submitted.
                number: try IdentityNumber(String(decoding: number, as: UTF8.self), today: Day(.max)),
                holder: row.id(3), withPhotos: row.bool(4),
                state: try row.enumeration(5), submitted: row.integer(6))
        }
        guard let found else { throw Refusal(.notFound, field: "claim") }
        return found
    }

    /// ACC-3b, ACC-3c: the review of an identity claim.
    var identityReview: ReviewSubject {
        ReviewSubject(kind: .identity, isReturnable: false) { [self] subject, snapshot in
            let claim = try claim(subject, snapshot)
            let known = try IdentityRecord(claim.person, snapshot).name
            // Whoever decides must see that it gives somebody another name.
            if claim.holder == 0, !known.isEmpty, ComparedName(known) != ComparedName(claim.name) {
                return "\(known) → \(claim.name)"
            }
            let name = PersonName.masked(claim.name)
            return claim.holder == 0 ? name : "\(name) ≠"
        } check: { [self] record, decision, context in
            guard decision == .approved else { return }
            let claim = try claim(record.subject, context.transaction)
            let holder = try holder(of: people.idNumberHash(claim.number), besides: claim.person, context.transaction)
            // Whoever decides must have seen that there are two.
            if claim.holder == 0, holder.standing == .somebodyElse { throw Refusal(.identityTaken, field: "subject") }
        } decided: { [self] record, decision, context in
            try settle(claim(record.subject, context.transaction), decision, context)
        }
    }

    private func settle(_ claim: ClaimRecord, _ decision: ReviewDecision, _ context: WriteContext) throws {
        let event: IdentityClaimEvent = decision == .approved ? .approve : .reject
        let state = try IdentityClaimLifecycle.table.next(claim.state, event)
        try context.transaction.execute(
            "UPDATE identity_claim SET state = ?2, decided_ms = ?3, reason = ?4 WHERE id = ?1", claim.id,
            state.rawValue, context.now, decision.reason)
        switch event {
        case .approve: try approve(claim, context)
        case .reject:
            try context.transaction.execute(.clearIdentityState, claim.person, IdentityState.claimed.rawValue)
        }
        try notices.notify(
            claim.person, .identityDecided, subject: claim.id, details: ["\(state)", decision.reason], context)
    }

    private func approve(_ claim: ClaimRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let known = try IdentityRecord(claim.person, transaction)
        let holder = try holder(of: people.idNumberHash(claim.number), besides: claim.person, transaction)
        switch holder.standing {
        case .nobody, .claimant: break
        case .withoutAccount: try join(holder.person, into: claim.person, context)
        case .somebodyElse: try takeNumber(claim, from: holder.person, context)
        }
        // Without photos only the number was checked.
        try acceptClaim(
            IdentityClaim(person: claim.person, name: claim.name, number: claim.number),
            level: claim.withPhotos ? .photosReviewed : max(.numberChecked, known.level ?? .numberChecked), context)
    }

    /// Takes the number from its first holder, who becomes unverified and is notified.
    private func takeNumber(_ claim: ClaimRecord, from holder: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        let isHeld = try IdentityRecord(holder, transaction).numberHash == people.idNumberHash(claim.number)
        // A person with a pending claim does not have the number.
        guard isHeld else { return }
        try transaction.execute(
            """
            UPDATE person SET id_number_sealed = NULL, id_number_hash = NULL, identity_state = 0, identity_level = ?2,
            verified_ms = 0 WHERE id = ?1
            """, holder, IdentityLevel.declared.rawValue)
        try moveJoined(from: holder, to: claim.person, context)
        try notices.notify(holder, .identityDecided, subject: claim.id, details: ["moved", ""], context)
    }
}
