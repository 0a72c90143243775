import Application
import Domain
import Messages
import Storage

// ACC-11b: joins two people who prove to be one. Facts refer to people for ever, so nothing signed changes: the joined
// id becomes an alias of the canonical one, mutable rows follow it, and readers of facts call ``kept(_:_:)``. See
// Docs/Decisions/0009-joined-people.md.
extension Identities {
    /// Makes `joined`, a person of a roster without an account, an alias of `kept`: rosters, credit and messages
    /// follow.
    func join(_ joined: UInt64, into kept: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        try transaction.execute(
            """
            UPDATE person SET phone_sealed = NULL, phone_hash = NULL, id_number_sealed = NULL, id_number_hash = NULL,
            identity_state = 0, identity_level = 0, verified_ms = 0 WHERE id = ?1
            """, joined)
        try transaction.execute(
            """
            UPDATE person SET unit = (SELECT j.unit FROM person j WHERE j.id = ?2),
            title = (SELECT j.title FROM person j WHERE j.id = ?2) WHERE id = ?1 AND unit = '' AND title = ''
            """, kept, joined)
        try sessions.endSessions(of: joined, context)
        try transaction.execute(
            """
            INSERT INTO responsible_person (organisation, person)
            SELECT organisation, ?2 FROM responsible_person WHERE person = ?1 ON CONFLICT DO NOTHING
            """, joined, kept)
        try transaction.execute(.deleteResponsiblePerson, joined)
        let rows = try transaction.all(
            .rostersOfPerson, joined
        ) { RosterPlace(offering: $0.id(0), entry: $0.id(1), number: $0.text(2)) }
        for row in rows {
            let took = try moveEntry(row, from: joined, to: kept, context)
            try transaction.execute(
                "INSERT INTO joined_roster (joined, offering, entry, number, took) VALUES (?1, ?2, ?3, ?4, ?5)",
                joined, row.offering, row.entry, row.number, took)
        }
        try transaction.execute("UPDATE certificate SET person = ?2 WHERE person = ?1", joined, kept)
        try moveEvaluations(from: joined, to: kept, transaction)
        try transaction.execute(.moveAliases, joined, kept)
        try transaction.execute("INSERT INTO person_alias (joined, kept) VALUES (?1, ?2)", joined, kept)
        try noteAliasChange(transaction)
    }

    /// ACC-3c: moves what came to a person by an ID number that belongs to another. Facts that name the first holder
    /// remain theirs.
    func moveJoined(from holder: UInt64, to owner: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        let rows = try transaction.all(
            """
            SELECT a.joined, j.offering, j.entry, j.number, j.took FROM person_alias a
            JOIN joined_roster j ON j.joined = a.joined WHERE a.kept = ?1 ORDER BY a.joined, j.offering
            """, holder
        ) {
            (
                joined: $0.id(0), place: RosterPlace(offering: $0.id(1), entry: $0.id(2), number: $0.text(3)),
                took: $0.bool(4)
            )
        }
        for row in rows {
            // If the first holder had a row before, it stays, and the other gets a new one.
            let took =
                row.took
                ? try moveEntry(row.place, from: holder, to: owner, context)
                : try enter(row.place, owner, context)
            try transaction.execute(
                "UPDATE joined_roster SET took = ?3 WHERE joined = ?1 AND offering = ?2", row.joined,
                row.place.offering, took)
        }
        try transaction.execute(.moveAliases, holder, owner)
        try noteAliasChange(transaction)
    }

    private func noteAliasChange(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO alias_change (id, number) VALUES (1, 1)
            ON CONFLICT (id) DO UPDATE SET number = alias_change.number + 1
            """)
    }

    private struct RosterPlace {
        let offering: UInt64
        let entry: UInt64
        let number: String
    }

    /// - Returns: whether the row moved; the other person may have one already.
    private func moveEntry(
        _ place: RosterPlace, from: UInt64, to: UInt64, _ context: WriteContext
    ) throws -> Bool {
        let transaction = context.transaction
        try transaction.execute(.deleteRosterEntry, place.offering, from)
        try JournalStore.noteAttendanceChange(place.offering, transaction)
        let took = try enter(place, to, context)
        try transaction.execute(
            """
            INSERT INTO first_check_in (offering, person, day, from_minute, course, at_ms)
            SELECT offering, ?3, day, from_minute, course, at_ms FROM first_check_in
            WHERE offering = ?1 AND person = ?2 ON CONFLICT DO NOTHING
            """, place.offering, from, to)
        try transaction.execute(
            "DELETE FROM first_check_in WHERE offering = ?1 AND person = ?2", place.offering, from)
        try moveAwards(of: place.offering, from: from, to: to, context)
        return took
    }

    private func enter(_ place: RosterPlace, _ person: UInt64, _ context: WriteContext) throws -> Bool {
        let transaction = context.transaction
        let offering = try OfferingRecord(place.offering, transaction)
        let isNew = try !transaction.exists(.personIsOnRoster, place.offering, person)
        guard isNew else {
            if offering.isOpen {
                try Scope.withdraw(.rosterEntry, place.entry, base: offering.base, context)
            }
            return false
        }
        try transaction.execute(
            .insertRosterEntry, place.offering, person,
            place.entry, place.number)
        try JournalStore.noteAttendanceChange(place.offering, transaction)
        if offering.isOpen {
            let name = try IdentityRecord(person, transaction).name
            try projects.publishRosterEntry(
                place.entry, offering, person: person, number: place.number, name: name, context)
        }
        return true
    }

    /// EVA-1: one person has one evaluation of a thing; that of the account which is kept stays.
    private func moveEvaluations(from: UInt64, to: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE evaluation SET person = ?2 WHERE person = ?1 AND NOT EXISTS (SELECT 1 FROM evaluation o
            WHERE o.subject = evaluation.subject AND o.target = evaluation.target AND o.course = evaluation.course
            AND o.person = ?2)
            """, from, to)
        try transaction.execute("DELETE FROM evaluation WHERE person = ?1", from)
    }

    /// Moves awards with their certificates; of two awards for the same offering, reverses the later one.
    private func moveAwards(of offering: UInt64, from: UInt64, to: UInt64, _ context: WriteContext) throws {
        let (pending, effective) = (AwardState.pending.rawValue, AwardState.effective.rawValue)
        let transaction = context.transaction
        try transaction.execute(
            "UPDATE award SET person = ?3 WHERE offering = ?1 AND person = ?2", offering, from, to)
        try transaction.execute(
            """
            UPDATE award_exclusion SET person = ?3 WHERE offering = ?1 AND person = ?2 AND NOT EXISTS
            (SELECT 1 FROM award_exclusion o WHERE o.offering = ?1 AND o.person = ?3)
            """, offering, from, to)
        try transaction.execute(
            """
            UPDATE certificate SET person = ?3 WHERE person = ?2 AND award IN
            (SELECT id FROM award WHERE offering = ?1 AND person = ?3)
            """, offering, from, to)
        let live = try transaction.all(
            "SELECT id FROM award WHERE offering = ?1 AND person = ?2 AND state IN (?3, ?4) ORDER BY id", offering, to,
            pending, effective
        ) { $0.id(0) }
        for award in live.dropFirst() {
            let reason = "one person, one award (\(from) is \(to))"
            let state = AwardState.reversed.rawValue
            try transaction.execute(
                .insertCreditEntry, award, transaction.newID(), CreditEvent.reversed.rawValue, state, reason, "", 0,
                context.now)
            try transaction.execute(.setAwardState, award, state, reason)
            try transaction.execute(
                "UPDATE certificate SET state = ?2, standing = id, reason = ?3 WHERE award = ?1 AND standing = 0",
                award,
                CertificateState.revoked.rawValue, reason)
        }
    }

    /// Gives a person another name, which terminals get too.
    func rename(_ person: UInt64, _ name: String, _ context: WriteContext) throws {
        let before = try context.transaction.first(.nameOfPerson, person) { $0.text(0) } ?? ""
        try context.transaction.execute("UPDATE person SET name = ?2 WHERE id = ?1", person, name)
        try renameOnRosters(person, name, before: before, context)
    }

    /// Publishes the verified name to terminals.
    func renameOnRosters(
        _ person: UInt64, _ name: String, before: String, _ context: WriteContext
    ) throws {
        let rows = try context.transaction.all(
            .rostersOfPerson, person
        ) { RosterPlace(offering: $0.id(0), entry: $0.id(1), number: $0.text(2)) }
        for row in rows {
            let offering = try OfferingRecord(row.offering, context.transaction)
            try projects.note(
                .renamed, of: person, in: offering.id, number: row.number, before: before, context)
            guard offering.isOpen else { continue }
            try projects.publishRosterEntry(
                row.entry, offering, person: person, number: row.number, name: name, context)
        }
    }
}
