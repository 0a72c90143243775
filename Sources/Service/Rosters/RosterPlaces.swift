import Application
import Journal
import Messages
import Storage

// The face of rosters for areas in which people come to an offering otherwise than by a file.
extension Rosters {
    /// Puts a person on a roster under a number. One who is on it already keeps their place.
    func join(_ offering: UInt64, _ person: UInt64, number: String, _ context: WriteContext) throws {
        let transaction = context.transaction
        guard try !transaction.exists(.personIsOnRoster, offering, person) else { return }
        let record = try OfferingRecord(offering, transaction)
        let name = try transaction.first(.nameOfPerson, person) { $0.text(0) } ?? ""
        let id = try transaction.newID()
        try transaction.execute(
            .insertRosterEntry, offering, person, id, number)
        try projects.note(.added, of: person, in: offering, number: number, context)
        try JournalStore.noteAttendanceChange(offering, transaction)
        if record.isOpen {
            try projects.publishRosterEntry(id, record, person: person, number: number, name: name, context)
        }
    }

    /// Takes a person off a roster who came to it under that number; one whom a file has put there stays.
    func leave(_ offering: UInt64, _ person: UInt64, number: String, _ context: WriteContext) throws {
        let transaction = context.transaction
        let id = try transaction.first(
            "SELECT id FROM roster WHERE offering = ?1 AND person = ?2 AND number = ?3", offering, person, number
        ) { $0.id(0) }
        guard let id else { return }
        let record = try OfferingRecord(offering, transaction)
        try transaction.execute(.deleteRosterEntry, offering, person)
        try projects.note(.removed, of: person, in: offering, number: number, context)
        try JournalStore.noteAttendanceChange(offering, transaction)
        if record.isOpen { try Scope.withdraw(.rosterEntry, id, base: record.base, context) }
    }
}
