import Application
import Crypto
import Domain
import Messages
import Storage

/// ATT-1: the keys of venue codes at the terminals of a base, which show the codes without a network. A terminal has a key
/// only while the code may be shown: once the questions that the offering needs are enabled (ATT-3).
struct VenueKeys: Sendable {
    let secrets: Secrets

    private static let ofOffering: SQL = "SELECT id, course, key_sealed FROM venue_key WHERE offering = ?1 ORDER BY id"

    /// Makes the keys that there are not yet; each course has its own, and course 0 is the offering as a whole.
    func make(for courses: [UInt64], of offering: OfferingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let known = Set(try transaction.all(Self.ofOffering, offering.id) { $0.id(1) })
        for course in courses where !known.contains(course) {
            let sealed = secrets.atRest.seal(
                context.random(32), nonce: context.random(SealingKey.nonceSize), .venueKey,
                rosterPlace(offering.id, course))
            try transaction.execute(
                "INSERT INTO venue_key (offering, course, key_id, id, key_sealed) VALUES (?1, ?2, 1, ?3, ?4)",
                offering.id, course, transaction.newID(), sealed)
        }
    }

    /// Gives the keys of an open offering to the terminals of its base, or takes them back. Call after any change of what
    /// it demands.
    func follow(_ offering: OfferingRecord, _ context: WriteContext) throws {
        guard try QuestionDemand(of: offering.id, context.transaction).isMet else {
            return try withdraw(of: offering, context)
        }
        let keys = try context.transaction.all(Self.ofOffering, offering.id) {
            (id: $0.id(0), course: $0.id(1), sealed: $0.bytes(2))
        }
        for key in keys {
            try Scope.publish(
                .venueKey, key.id,
                VenueKeyValue(
                    offering: offering.id, course: key.course, keyId: 1,
                    key: secrets.openVenueKey(key.sealed, offering: offering.id, course: key.course),
                    periodS: UInt32(offering.codePeriodSeconds)),
                base: offering.base, context)
        }
    }

    func withdraw(of offering: OfferingRecord, _ context: WriteContext) throws {
        for key in try context.transaction.all(Self.ofOffering, offering.id, body: { $0.id(0) }) {
            try Scope.withdraw(.venueKey, key, base: offering.base, context)
        }
    }
}

extension Secrets {
    /// Decrypts `venue_key.key_sealed`.
    func openVenueKey(_ sealed: [UInt8], offering: UInt64, course: UInt64) throws -> [UInt8] {
        try atRest.open(sealed, .venueKey, rosterPlace(offering, course))
    }
}
