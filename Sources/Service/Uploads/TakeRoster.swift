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
            try call.requireAuthority(over: offering.base, as: format(of: .roster).roles, snapshot)
            return offering
        } judge: { [self] row, offering, book, snapshot in
            let plan = try plan(row.value, offering, book, snapshot)
            if let person = plan.person {
                if let line = book.line(of: "\(person)") {
                    throw RowFault(RosterColumn.number, "the same person as line \(line)", zh: "与第 \(line) 行是同一人")
                }
                book.enter("\(person)", line: row.line)
            }
            return (plan.change, plan)
        } land: { [self] plan, offering, context in
            try land(plan, offering, context)
            return []
        }
    }

    /// The effect that one row would have.
    struct RosterPlan {
        let row: RosterRow
        /// Nil for a new person.
        let person: UInt64?
        let change: RowChange
        /// The row's name or phone takes the place of the one that is known.
        var renames = false
        var replacesPhone = false
    }

    private func plan(
        _ row: RosterRow, _ offering: OfferingRecord, _ book: LineBook, _ snapshot: Snapshot
    ) throws -> RosterPlan {
        let byIdentity = try row.identity.flatMap { number in
            try snapshot.first(.personByIDNumber, people.idNumberHash(number)) {
                $0.id(0)
            }
        }
        let byPhone = try row.phone.flatMap { phone in
            try snapshot.first(.personByPhone, people.phoneHash(phone)) { $0.id(0) }
        }
        if let byIdentity, let byPhone, byIdentity != byPhone {
            throw RowFault(RosterColumn.phone, "this phone belongs to somebody else", zh: "该手机号属于他人")
        }
        var holder = try snapshot.first(.personByNumber, offering.id, row.number) { $0.id(0) }
        // A row above gives them another number.
        if let moved = holder, book.line(of: "\(moved)") != nil { holder = nil }
        guard let person = byIdentity ?? byPhone ?? holder else {
            return RosterPlan(row: row, person: nil, change: .added)
        }
        if let holder, holder != person {
            throw RowFault(RosterColumn.number, "this number is another person's here", zh: "该编号在本期中属于他人")
        }
        let known = try snapshot.first(
            "SELECT name, unit, title, phone_hash, id_number_hash FROM person WHERE id = ?1", person
        ) {
            (
                name: $0.text(0), unit: $0.text(1), title: $0.text(2), phone: $0.bytesOrNil(3),
                identity: $0.bytesOrNil(4)
            )
        }
        guard let known else { return RosterPlan(row: row, person: nil, change: .added) }
        let isOthers = try isOthers(person, than: offering.base, snapshot)
        // A name that was typed wrongly here is put right where the number and another mark say who it is.
        let isSamePerson = holder == person && (byIdentity ?? byPhone) == person
        let knownName = ComparedName(known.name)
        if !knownName.isEmpty, let difference = ComparedName(row.name).difference(from: knownName),
            isOthers || !isSamePerson
        {
            throw RowFault(RosterColumn.name, difference)
        }
        let replacesPhone = row.phone.map { known.phone != nil && known.phone != people.phoneHash($0) } ?? false
        if replacesPhone, isOthers || holder != person {
            throw RowFault(
                RosterColumn.phone,
                "known by another phone, which is for them or for whoever entered it to change; leave the cell empty",
                zh: "与已登记手机号不同，应由本人或原登记单位修改，请将此格留空")
        }
        if let identity = row.identity, let other = known.identity, other != people.idNumberHash(identity) {
            throw RowFault(RosterColumn.identity, "known by another ID number", zh: "与已登记身份证号不一致")
        }
        let number = try snapshot.first(
            "SELECT number FROM roster WHERE offering = ?1 AND person = ?2", offering.id, person
        ) { $0.text(0) }
        let isSame =
            number == row.number && (row.unit.isEmpty || known.unit == row.unit)
            && (row.title.isEmpty || known.title == row.title) && (row.phone == nil || known.phone != nil)
            && (row.identity == nil || known.identity != nil) && ComparedName(row.name) == knownName && !replacesPhone
        return RosterPlan(
            row: row, person: person, change: number == nil ? .added : isSame ? .unchanged : .changed,
            renames: ComparedName(row.name) != knownName, replacesPhone: replacesPhone)
    }

    /// Whether what is known of the person is for somebody else than the base to change: they log in, their identity has been
    /// verified, a unit has them as a member, or another base has them on a roster. Else whoever knows an ID number could give
    /// its holder another phone, and register by it.
    private func isOthers(_ person: UInt64, than base: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try IdentityRecord(person, snapshot).level.reaches(.numberChecked)
            || snapshot.exists(.personHasAccount, person)
            || snapshot.exists("SELECT 1 FROM membership WHERE person = ?1", person)
            || snapshot.exists(
                "SELECT 1 FROM roster r JOIN offering o ON o.id = r.offering WHERE r.person = ?1 AND o.base <> ?2",
                person, base)
    }

    private func land(_ plan: RosterPlan, _ offering: OfferingRecord, _ context: WriteContext) throws {
        let (transaction, row) = (context.transaction, plan.row)
        let person =
            try plan.person
            ?? people.insertPerson(
                People.PersonDetails(
                    name: row.name, phone: row.phone, identity: row.identity, unit: row.unit, title: row.title), context
            )
        if plan.person != nil { try fillIn(person, plan, context) }
        let entry =
            try transaction.first(
                "SELECT id FROM roster WHERE offering = ?1 AND person = ?2", offering.id, person
            ) { $0.id(0) } ?? transaction.newID()
        try transaction.execute(
            """
            INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (offering, person) DO UPDATE SET number = ?4
            """, offering.id, person, entry, row.number)
        try JournalStore.noteAttendanceChange(offering.id, transaction)
        if offering.isOpen {
            try projects.publishRosterEntry(
                entry, offering, person: person, number: row.number, name: row.name, context)
        }
    }

    /// Takes over what a roster says of somebody known: unit and title; a name, a phone or an ID number where none is
    /// known, or where nobody but rosters has said the one that is.
    private func fillIn(_ person: UInt64, _ plan: RosterPlan, _ context: WriteContext) throws {
        let (transaction, row) = (context.transaction, plan.row)
        if plan.renames {
            try transaction.execute("UPDATE person SET name = ?2 WHERE id = ?1", person, row.name)
            try identities.renameOnRosters(person, row.name, context)
        }
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
