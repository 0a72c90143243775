import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

// Offerings at terminals.
extension Projects {
    /// Publishes the offering and its venue keys to the terminals of its base.
    func publish(_ offering: OfferingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let courses = try courses(of: offering.project, transaction)
        let days = offering.dates.map { date in
            OfferingDay(
                day: date.day.number,
                windowMinutes: offering.windows.filter { $0.day == date.day }
                    .flatMap { [UInt32($0.fromMinute), UInt32($0.toMinute)] })
        }
        try Scope.publish(
            .offering, offering.id,
            OfferingValue(
                title: offering.title, timeZone: offering.timeZone, days: days,
                courses: courses.map { OfferingCourse(id: $0.id, name: $0.name) }),
            base: offering.base, context)
        try venueKeys.make(for: [0] + courses.map(\.id), of: offering, context)
        try venueKeys.follow(offering, context)
    }

    func publishRoster(_ offering: OfferingRecord, _ context: WriteContext) throws {
        let people = try context.transaction.all(
            """
            SELECT r.id, r.person, r.number, p.name FROM roster r JOIN person p ON p.id = r.person
            WHERE r.offering = ?1 ORDER BY r.person
            """, offering.id
        ) { (id: $0.id(0), person: $0.id(1), number: $0.text(2), name: $0.text(3)) }
        for entry in people {
            try publishRosterEntry(
                entry.id, offering, person: entry.person, number: entry.number, name: entry.name, context)
        }
    }

    /// Takes the offering, its venue keys and its roster from the terminals of its base.
    func withdraw(_ offering: OfferingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let entries = try transaction.all("SELECT id FROM roster WHERE offering = ?1 ORDER BY id", offering.id) {
            $0.id(0)
        }
        for entry in entries { try Scope.withdraw(.rosterEntry, entry, base: offering.base, context) }
        try venueKeys.withdraw(of: offering, context)
        if try transaction.exists(.offeringIsSkillsExam, offering.id) {
            try Scope.withdraw(.skillsExam, offering.id, base: offering.base, context)
        }
        try Scope.withdraw(.offering, offering.id, base: offering.base, context)
    }

    /// Publishes a roster entry to terminals, the name encrypted, so that a stolen terminal's disk does not reveal it.
    func publishRosterEntry(
        _ id: UInt64, _ offering: OfferingRecord, person: UInt64, number: String, name: String, _ context: WriteContext
    ) throws {
        let sealed = sealedName(name, of: person, in: offering.id, base: offering.base, context)
        try Scope.publish(
            .rosterEntry, id,
            RosterValue(offering: offering.id, person: person, number: number, encryptedName: sealed),
            base: offering.base, context)
    }

    /// Encrypts the name of somebody in an offering for the terminals of its base.
    func sealedName(
        _ name: String, of person: UInt64, in offering: UInt64, base: UInt64, _ context: WriteContext
    ) -> [UInt8] {
        let nonce = context.random(SealingKey.nonceSize)
        return nonce
            + secrets.rosterKey(base: base).seal(
                Array(name.utf8), nonce: nonce, .rosterName, rosterPlace(offering, person))
    }
}

/// The associated data of an offering's person or course: two u64.
func rosterPlace(_ offering: UInt64, _ other: UInt64) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeFixed64(offering)
    writer.writeFixed64(other)
    return writer.bytes
}
