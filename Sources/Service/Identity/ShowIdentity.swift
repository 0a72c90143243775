import Application
import Domain
import Messages
import Storage

extension Identities {
    func myIdentity(_ request: MyIdentityRequest, _ context: ReadContext) throws -> MyIdentityReply {
        try identity(of: context.call.person().id, programme: request.programme, context.snapshot)
    }

    func identity(of person: UInt64, programme: UInt64, _ snapshot: Snapshot) throws -> MyIdentityReply {
        let known = try IdentityRecord(person, snapshot)
        let standing = try standing(of: person, snapshot)
        let claim = try snapshot.first(
            "SELECT state, reason FROM identity_claim WHERE person = ?1 ORDER BY id DESC", person
        ) { (state: try $0.enumeration(0, ClaimState.self), reason: $0.text(1)) }
        let number = try known.numberSealed.map { IdentityNumber.masked(try people.decryptIDNumber($0, of: person)) }
        return MyIdentityReply(
            level: known.level, name: known.name, idNumber: number ?? "",
            unitConfirmed: standing.isUnitConfirmed,
            claim: claim?.state, reason: claim?.reason ?? "",
            photos: try photos(of: person, snapshot),
            satisfied: try programme == 0 || standing.satisfies(evidence(of: programme, snapshot)))
    }

    /// ACC-3c: shows a reviewer both claimants of a number.
    func getClaim(_ request: GetClaimRequest, _ context: ReadContext) throws -> GetClaimReply {
        let snapshot = context.snapshot
        let record = try ReviewRecord(.identity, request.claim, snapshot)
        try context.call.requireAuthority(over: record.stop.organisation, snapshot)
        let claim = try claim(request.claim, snapshot)
        // The present holder, not the one at the time of the claim.
        let now = try holder(of: people.idNumberHash(claim.number), besides: claim.person, snapshot)
        let holder: UInt64 =
            switch now.standing {
            case .nobody, .claimant: 0
            case .withoutAccount, .somebodyElse: now.person
            }
        return GetClaimReply(
            claim: claim.id, state: claim.state, name: claim.name,
            idNumber: shownIdentity(claim.number.text, to: context.call), withPhotos: claim.withPhotos,
            photos: try photos(of: claim.person, snapshot), claimant: try party(claim.person, snapshot),
            holder: holder == 0 ? nil : try party(holder, snapshot), submittedMs: claim.submitted)
    }

    private func party(_ person: UInt64, _ snapshot: Snapshot) throws -> ClaimParty? {
        try snapshot.first(
            """
            SELECT p.name, p.phone_sealed, p.identity_level, a.person,
            (SELECT COUNT(*) FROM responsible_person r WHERE r.person = p.id)
            FROM person p LEFT JOIN account a ON a.person = p.id WHERE p.id = ?1
            """, person
        ) { row in
            ClaimParty(
                person: person, name: row.text(0),
                phone: try row.bytesOrNil(1).map { try people.decryptPhone($0, of: person).masked } ?? "",
                level: try row.enumerationUnlessZero(2), hasAccount: !row.isNull(3),
                responsible: row.integer(4) > 0)
        }
    }
}
