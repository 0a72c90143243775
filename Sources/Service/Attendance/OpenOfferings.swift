import Application
import Domain
import Passes
import Storage
import Threads

/// An offering prepared for check-ins: with its attendance plan, and its venue keys decrypted.
final class OpenOffering: Sendable {
    struct KeyName: Hashable {
        let course: UInt64
        let id: UInt32
    }

    let record: OfferingRecord
    let venueKeys: [KeyName: VenueKey]
    /// ATT-7: the first moment at which people sign in to a skills exam; nil for a class.
    let signIn: Instant?
    fileprivate let revision: UInt64
    /// The code last verified: within its minute a whole class scans the same one.
    private let genuine = Locked<VenueCode?>(nil)

    fileprivate init(_ id: UInt64, revision: UInt64, _ secrets: Secrets, _ snapshot: Snapshot) throws {
        self.revision = revision
        let offering = try OfferingRecord(id, snapshot)
        record = offering
        signIn = try offering.signIn(snapshot)
        let keys = try snapshot.all(
            "SELECT course, key_id, key_sealed FROM venue_key WHERE offering = ?1 ORDER BY course, key_id", id
        ) { row in
            let name = KeyName(course: row.id(0), id: row.uint32(1))
            return (name, try secrets.venueKey(name, sealed: row.bytes(2), of: offering))
        }
        venueKeys = Dictionary(uniqueKeysWithValues: keys)
    }

    /// Returns the present validity of a code for this offering.
    func validity(_ code: VenueCode, nowMs: Int64) -> Validity {
        guard let key = venueKeys[KeyName(course: code.course, id: code.keyID)] else { return .forged }
        let tolerance = OfferingScans.toleranceMs
        if let genuine = genuine.withLock({ $0 }), code.isSame(as: genuine) {
            return code.validity(genuineUnder: key, nowMs: nowMs, toleranceMs: tolerance)
        }
        let validity = code.validity([key], nowMs: nowMs, toleranceMs: tolerance)
        if validity != .forged { genuine.withLock { $0 = code } }
        return validity
    }
}

/// A cache of offerings for check-ins. An entry is valid while the offering's row, read in the transaction that uses
/// it, has the same revision.
final class OpenOfferings: Sendable {
    private let kept = Locked<[UInt64: OpenOffering]>([:])
    private let revisions = RowCache<Int64>(of: "offering", limit: 1024)
    private static let limit = 256

    /// Returns nil for an unknown id.
    func offering(_ id: UInt64, _ secrets: Secrets, _ snapshot: Snapshot) throws -> OpenOffering? {
        let revision = try revisions.find(snapshot, id) {
            try snapshot.first("SELECT revision FROM offering WHERE id = ?1", id) { $0.integer(0) }
        }
        guard let revision = revision.map(UInt64.init(bitPattern:)) else { return nil }
        if let found = kept.withLock({ $0[id] }), found.revision == revision { return found }
        let loaded = try OpenOffering(id, revision: revision, secrets, snapshot)
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll() }
            kept[id] = loaded
        }
        return loaded
    }
}
