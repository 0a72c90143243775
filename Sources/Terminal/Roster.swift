import Crypto
import Domain
package import Messages
import Storage
import Wire

/// A person on an offering's roster.
package struct Attendee: Sendable, Equatable {
    package let person: UInt64
    package let number: String
    /// Nil without the roster key.
    package let name: String?
}

/// The part of an offering that a terminal needs.
package struct OfferingSummary: Sendable, Equatable {
    package let id: UInt64
    package let value: OfferingValue
    package let rosterSize: UInt64
}

extension TerminalCore {
    private static let summaries: SQL = """
        SELECT s.item, s.value, (SELECT COUNT(*) FROM roster r WHERE r.offering = s.item)
        FROM scope_item s WHERE s.kind = ?1 AND s.item BETWEEN ?2 AND ?3 ORDER BY s.item
        """

    /// Returns the offerings of the scope, by id.
    package func offerings() throws -> [OfferingSummary] {
        try database.read { try offerings(1...UInt64(Int64.max), $0) }
    }

    /// - Throws: `notFound`.
    func offeringSummary(_ id: UInt64, _ snapshot: Snapshot) throws -> OfferingSummary {
        guard let found = try offerings(id...id, snapshot).first else { throw Refusal(.notFound, field: "offering") }
        return found
    }

    private func offerings(_ ids: ClosedRange<UInt64>, _ snapshot: Snapshot) throws -> [OfferingSummary] {
        try snapshot.all(Self.summaries, ItemKind.offering.rawValue, ids.lowerBound, ids.upperBound) {
            OfferingSummary(id: $0.id(0), value: try OfferingValue(serialized: $0.bytes(1)), rosterSize: $0.id(2))
        }
    }

    /// Returns the next `limit` people of an offering's roster after `number`, by number.
    package func roster(of offering: UInt64, behind number: String = "", limit: Int = 500) throws -> [Attendee] {
        try database.read { snapshot in
            try snapshot.all(
                """
                SELECT person, number, sealed_name FROM roster WHERE offering = ?1 AND number > ?2
                ORDER BY number LIMIT ?3
                """, offering, number, limit
            ) { row in attendee(offering, row.id(0), row.text(1), row.bytes(2)) }
        }
    }

    func attendee(number: String, offering: UInt64, _ snapshot: Snapshot) throws -> Attendee? {
        try snapshot.first(
            "SELECT person, number, sealed_name FROM roster WHERE offering = ?1 AND number = ?2", offering, number
        ) { row in attendee(offering, row.id(0), row.text(1), row.bytes(2)) }
    }

    func attendee(person: UInt64, offering: UInt64, _ snapshot: Snapshot) throws -> Attendee? {
        try snapshot.first(
            "SELECT person, number, sealed_name FROM roster WHERE offering = ?1 AND person = ?2", offering, person
        ) { row in attendee(offering, row.id(0), row.text(1), row.bytes(2)) }
    }

    /// Returns the values of all entities of a kind in the scope.
    func scopeValues(_ kind: ItemKind, _ snapshot: Snapshot) throws -> [[UInt8]] {
        try snapshot.all("SELECT value FROM scope_item WHERE kind = ?1 ORDER BY item", kind.rawValue) { $0.bytes(0) }
    }

    /// Returns the value of an entity of the scope; nil for one that there is not.
    func scopeValue(_ kind: ItemKind, _ item: UInt64, _ snapshot: Snapshot) throws -> [UInt8]? {
        try snapshot.first("SELECT value FROM scope_item WHERE kind = ?1 AND item = ?2", kind.rawValue, item) {
            $0.bytes(0)
        }
    }

    /// Returns the zone of an offering's days; UTC if it is unknown.
    func zone(of offering: UInt64, _ snapshot: Snapshot) throws -> ZoneRule {
        if let known = zoneOfOffering[offering] { return known }
        let value = try scopeValue(.offering, offering, snapshot).map { try OfferingValue(serialized: $0) }
        let rule = value.flatMap { zones($0.timeZone) } ?? .utc
        if value != nil { zoneOfOffering[offering] = rule }
        return rule
    }

    private func attendee(_ offering: UInt64, _ person: UInt64, _ number: String, _ sealed: [UInt8]) -> Attendee {
        Attendee(person: person, number: number, name: name(sealed, offering: offering, person: person))
    }

    /// Decrypts a name; nil if the key does not fit, which does not prevent a scan.
    private func name(_ sealed: [UInt8], offering: UInt64, person: UInt64) -> String? {
        guard let rosterKey, sealed.count > SealingKey.nonceSize else { return nil }
        var place = ByteWriter(capacity: 16)
        place.writeFixed64(offering)
        place.writeFixed64(person)
        do {
            let nonce = Array(sealed[..<SealingKey.nonceSize])
            let plain = try rosterKey.open(
                Array(sealed[SealingKey.nonceSize...]), nonce: nonce, .rosterName, place.bytes)
            return String(decoding: plain, as: UTF8.self)
        } catch {
            return nil
        }
    }
}
