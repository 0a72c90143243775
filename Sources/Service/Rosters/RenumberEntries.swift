import Application
import Domain
import Messages
import Storage

extension Rosters {
    /// Gives people of a roster other numbers, all at once: they may be each other's.
    /// - Throws: `alreadyExists` where somebody else has one of them.
    func renumber(
        _ entries: [(entry: RosterEntryRecord, number: String)], _ offering: OfferingRecord, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        // A number has one holder at every moment: all are given back before any is taken. No number begins with a blank.
        for (entry, _) in entries { try setNumber(of: entry, " \(entry.id)", offering, transaction) }
        for (entry, number) in entries {
            guard try !transaction.exists(.personByNumber, offering.id, number) else {
                throw numberIsTaken(number, field: "new_number")
            }
            try setNumber(of: entry, number, offering, transaction)
            try projects.note(
                .renumbered, of: entry.person, in: offering.id, number: number, before: entry.number, context)
            // Of people who were joined: should they be told apart again, the number moves with them.
            try transaction.execute(
                """
                UPDATE joined_roster SET number = ?3 WHERE offering = ?1 AND took = 1
                AND joined IN (SELECT joined FROM person_alias WHERE kept = ?2)
                """, offering.id, entry.person, number)
            if offering.isOpen {
                try projects.publishRosterEntry(
                    entry.id, offering, person: entry.person, number: number, name: entry.name, context)
            }
        }
        try JournalStore.noteAttendanceChange(offering.id, transaction)
    }

    private func setNumber(
        of entry: RosterEntryRecord, _ number: String, _ offering: OfferingRecord, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            "UPDATE roster SET number = ?3 WHERE offering = ?1 AND person = ?2", offering.id, entry.person, number)
    }

    func numberIsTaken(_ number: String, field: String) -> Refusal {
        Refusal(
            .alreadyExists, field: field,
            "somebody else has the number \(number) here: swap the two numbers, or give them another first",
            zh: "编号“\(number)”在本期中属于他人：请互换两人编号，或先为其更换编号")
    }
}
