import Application
import Domain
import Messages
import Storage

extension Identities {
    /// ACC-11e: deletes the photos, claims, profile and units of a person who closes the account.
    func forgetIdentity(of person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        for claim in try transaction.all(
            "SELECT id FROM identity_claim WHERE person = ?1 ORDER BY id", person, body: { $0.id(0) })
        {
            try reviews.forgetReview(.identity, claim, context)
        }
        try transaction.execute("DELETE FROM identity_claim WHERE person = ?1", person)
        try transaction.execute(.clearIdentityState, person, IdentityState.claimed.rawValue)
        let photos = try transaction.all("SELECT address FROM identity_photo WHERE person = ?1 ORDER BY side", person) {
            BlobAddress($0.bytes(0))
        }
        // Another person's copy of the same bytes remains.
        for photo in photos { try blobs.release(photo, in: transaction) }
        try transaction.execute("DELETE FROM identity_photo WHERE person = ?1", person)

        try transaction.execute("DELETE FROM profile_section WHERE person = ?1", person)
        try transaction.execute(.deleteUnitOfProfile, person)
        for membership in try transaction.all(
            "SELECT id FROM membership WHERE person = ?1 ORDER BY id", person, body: { $0.id(0) })
        {
            try reviews.forgetReview(.membership, membership, context)
        }
        try transaction.execute("DELETE FROM membership WHERE person = ?1", person)
    }

    /// Deletes name and number of a person who is in no register: neither on a roster nor with credit nor in training.
    func forgetNumber(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE person SET id_number_sealed = NULL, id_number_hash = NULL, identity_state = 0, identity_level = 0,
            verified_ms = 0 WHERE id = ?1
            """, person)
    }

    /// ACC-11e: the name of who closed their account, where no register needs it.
    func forgetName(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE person SET name = '' WHERE id = ?1", person)
        // People joined to them have the same name.
        try transaction.execute(
            """
            UPDATE person SET name = '', unit = '', title = ''
            WHERE id IN (SELECT joined FROM person_alias WHERE kept = ?1)
            """, person)
    }
}
