import Application
import Crypto
import Domain
import Messages
import Storage

extension Uploads {
    /// BAT-1, BAT-3: the roster of an offering from a file. A row is matched to a person by ID number or phone, or
    /// makes a new one; a repeated row changes nothing.
    var rosterRows: RowKind<RosterColumn, RosterRow, OfferingRecord, RosterPlan> {
        RowKind(format: RosterRow.format) { [self] target, call, snapshot in
            let offering = try OfferingRecord(target, snapshot)
            try call.requireAuthority(over: offering, as: format(of: .roster).roles, snapshot)
            try offering.requireHeld()
            return offering
        } judge: { [self] row, sheet, offering, book, snapshot in
            let plan = try rosterPlan(row, sheet, offering, book, snapshot)
            if let person = plan.person {
                if let line = book.line(of: "\(person)") {
                    throw RowFault(RosterColumn.number, "the same person as line \(line)", zh: "与第 \(line) 行是同一人")
                }
                book.enter("\(person)", line: row.line)
            }
            if let swap = plan.swap { book.enter(Self.moved(swap.holder.person), line: row.line) }
            return (plan.change, plan)
        } land: { [self] plan, offering, context in
            let person = try land(plan, offering, context)
            return Landed(effect: plan.change == .added ? [person] : [person, 1])
        } undo: { [self] in
            .byRow { [self] ids, reason, offering, context in
                guard ids.count == 1 else {
                    throw changedSince(
                        "this person was on the roster before, and the row has changed them: change them back by hand",
                        zh: "此人在上传前已在名单中，本行仅作修改：请手工改回")
                }
                try removeEntry(of: ids[0], offering, reason: reason, context)
            }
        }
    }

    /// Takes a person of the file off the roster again, unless they have been in the class.
    private func removeEntry(
        of person: UInt64, _ offering: OfferingRecord, reason: String, _ context: WriteContext
    ) throws {
        guard let entry = try RosterEntryRecord.find(person: person, of: offering.id, context.transaction) else {
            return
        }
        let hasCome = try context.transaction.exists(
            "SELECT 1 FROM first_check_in WHERE offering = ?1 AND person = ?2", offering.id, person)
        guard !hasCome else {
            throw changedSince(
                "\(entry.number) has checked in to this offering", zh: "编号“\(entry.number)”已在本期签到")
        }
        _ = try rosters.removeRosterEntries(
            RemoveRosterEntriesRequest(offering: offering.id, numbers: [entry.number], reason: reason), context)
    }

    /// - Returns: the person.
    private func land(_ plan: RosterPlan, _ offering: OfferingRecord, _ context: WriteContext) throws -> UInt64 {
        let (transaction, row) = (context.transaction, plan.row)
        let person =
            try plan.person
            ?? people.insertPerson(
                People.PersonDetails(
                    name: row.name, phone: row.phone, identity: row.identity, unit: row.unit, title: row.title), context
            )
        if plan.person != nil { try fillIn(person, plan, context) }
        let own = try RosterEntryRecord.find(person: person, of: offering.id, transaction)
        var moves = plan.swap.map { [(entry: $0.holder, number: $0.number)] } ?? []
        if let own, own.number != row.number { moves.append((own, row.number)) }
        if !moves.isEmpty { try rosters.renumber(moves, offering, context) }
        guard own == nil else { return person }
        let entry = try transaction.newID()
        try transaction.execute(
            .insertRosterEntry, offering.id, person, entry,
            row.number)
        try projects.note(.added, of: person, in: offering.id, number: row.number, context)
        try JournalStore.noteAttendanceChange(offering.id, transaction)
        if offering.isOpen {
            try projects.publishRosterEntry(
                entry, offering, person: person, number: row.number, name: row.name, context)
        }
        return person
    }

    /// Takes over what a roster says of somebody known: unit and title; a name, a phone or an ID number where none is
    /// known, or where nobody but rosters has said the one that is.
    private func fillIn(_ person: UInt64, _ plan: RosterPlan, _ context: WriteContext) throws {
        let (transaction, row) = (context.transaction, plan.row)
        if plan.renames { try identities.rename(person, row.name, context) }
        try transaction.execute(
            """
            UPDATE person SET unit = CASE WHEN ?2 = '' THEN unit ELSE ?2 END,
            title = CASE WHEN ?3 = '' THEN title ELSE ?3 END WHERE id = ?1
            """, person, row.unit, row.title)
        if let phone = row.phone {
            let sealed = people.encrypt(phone, of: person, nonce: context.random(SealingKey.nonceSize))
            let hash = people.phoneHash(phone)
            if plan.replacesPhone {
                try transaction.execute(
                    "UPDATE person SET phone_sealed = ?2, phone_hash = ?3 WHERE id = ?1", person, sealed, hash)
            } else {
                try transaction.execute(
                    "UPDATE person SET phone_sealed = ?2, phone_hash = ?3 WHERE id = ?1 AND phone_hash IS NULL", person,
                    sealed, hash)
            }
        }
        if let identity = row.identity {
            try transaction.execute(
                """
                UPDATE person SET id_number_sealed = ?2, id_number_hash = ?3 WHERE id = ?1 AND id_number_hash IS NULL
                """,
                person, people.encrypt(identity, of: person, nonce: context.random(SealingKey.nonceSize)),
                people.idNumberHash(identity))
        }
    }
}
