import Application
import Crypto
import Domain
import Messages
import Storage

extension Service {
    /// BAT-1, BAT-3: the roster of an offering from a file. Rows join a person who is known by ID number or phone,
    /// otherwise a new one; the same row again changes nothing.
    func takeRoster(_ request: UploadRequest, _ file: [UInt8], _ context: WriteContext) throws -> UploadReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering.base, context.transaction)
        let language = Language(locale: context.call.options.locale)
        let (text, encoding) = try TextEncoding.decode(file)
        let sheet = try RosterSheet(text, today: offering.plan.zone.day(of: Instant(context.now)))
        var bad = sheet.bad
        var plans: [RosterPlan] = []
        var lines: [UInt64: Int] = [:]
        for row in sheet.rows {
            switch try plan(row, offering, context) {
            case .success(let plan):
                if let person = plan.person, let line = lines.updateValue(row.line, forKey: person) {
                    bad.append(
                        sheet.refuse(
                            row, .number, Wording("the same person as line \(line)", zh: "与第 \(line) 行是同一人")))
                } else {
                    plans.append(plan)
                }
            case .failure(let fault): bad.append(sheet.refuse(row, fault.column, fault.reason))
            }
        }
        var reply = UploadReply(
            rows: UInt32(sheet.rows.count + sheet.bad.count + sheet.repeated), unchanged: UInt32(sheet.repeated),
            badCount: UInt32(bad.count), encoding: encoding.rawValue, mendFile: sheet.mendFile(bad, in: language))
        reply.bad = bad.sorted { $0.line < $1.line }.flatMap { row in
            row.refusals.map {
                Messages.BadRow(
                    line: UInt32(row.line), column: $0.column, value: $0.value, reason: $0.reason.text(in: language))
            }
        }
        reply.bad.removeSubrange(min(reply.bad.count, Self.badRowsShown)...)
        reply.landed = !request.dryRun && (bad.isEmpty || !request.allOrNothing)
        for plan in plans {
            switch plan.change {
            case .add: reply.added += 1
            case .change: reply.changed += 1
            case .none: reply.unchanged += 1
            }
            if reply.landed { try land(plan, offering, context) }
        }
        context.auditDetail =
            "offering \(offering.id): \(reply.added) added, \(reply.changed) changed, \(reply.badCount) bad"
            + (reply.landed ? "" : ", not landed")
        return reply
    }

    private static let badRowsShown = 1000

    /// What one row would do.
    private struct RosterPlan {
        enum Change { case add, change, none }

        let row: RosterRow
        /// `nil` = a new person.
        let person: UInt64?
        let change: Change
    }

    private struct RowFault: Error {
        let column: RosterColumn
        let reason: Wording
    }

    private func plan(
        _ row: RosterRow, _ offering: OfferingRecord, _ context: WriteContext
    ) throws -> Result<RosterPlan, RowFault> {
        let transaction = context.transaction
        let byIdentity = try row.identity.flatMap { number in
            try transaction.first("SELECT id FROM person WHERE id_number_hash = ?1", idNumberHash(number)) { $0.id(0) }
        }
        let byPhone = try row.phone.flatMap { phone in
            try transaction.first("SELECT id FROM person WHERE phone_hash = ?1", phoneHash(phone)) { $0.id(0) }
        }
        if let byIdentity, let byPhone, byIdentity != byPhone {
            return .failure(
                RowFault(column: .phone, reason: Wording("this phone belongs to somebody else", zh: "该手机号属于他人")))
        }
        let holder = try transaction.first(
            "SELECT person FROM roster WHERE offering = ?1 AND number = ?2", offering.id, row.number
        ) { $0.id(0) }
        guard let person = byIdentity ?? byPhone ?? holder else {
            return .success(RosterPlan(row: row, person: nil, change: .add))
        }
        if let holder, holder != person {
            return .failure(
                RowFault(column: .number, reason: Wording("this number is another person's here", zh: "该编号在本期中属于他人")))
        }
        let known = try transaction.first(
            "SELECT name, unit, title, phone_hash, id_number_hash FROM person WHERE id = ?1", person
        ) {
            (
                name: $0.text(0), unit: $0.text(1), title: $0.text(2), phone: $0.bytesOrNil(3),
                identity: $0.bytesOrNil(4)
            )
        }
        guard let known else { return .success(RosterPlan(row: row, person: nil, change: .add)) }
        if known.name != row.name {
            return .failure(
                RowFault(
                    column: .name, reason: Wording("known by another name", zh: "与已登记姓名不一致")))
        }
        if let identity = row.identity, let other = known.identity, other != idNumberHash(identity) {
            return .failure(
                RowFault(
                    column: .identity, reason: Wording("known by another ID number", zh: "与已登记身份证号不一致")))
        }
        let number = try transaction.first(
            "SELECT number FROM roster WHERE offering = ?1 AND person = ?2", offering.id, person
        ) { $0.text(0) }
        let isSame =
            number == row.number && (row.unit.isEmpty || known.unit == row.unit)
            && (row.title.isEmpty || known.title == row.title) && (row.phone == nil || known.phone != nil)
            && (row.identity == nil || known.identity != nil)
        return .success(RosterPlan(row: row, person: person, change: number == nil ? .add : isSame ? .none : .change))
    }

    private func land(_ plan: RosterPlan, _ offering: OfferingRecord, _ context: WriteContext) throws {
        guard plan.change != .none else { return }
        let (transaction, row) = (context.transaction, plan.row)
        let person =
            try plan.person
            ?? insertPerson(
                PersonDetails(
                    name: row.name, phone: row.phone, identity: row.identity, unit: row.unit, title: row.title), context
            )
        if plan.person != nil { try fillIn(person, row, context) }
        let entry =
            try transaction.first(
                "SELECT id FROM roster WHERE offering = ?1 AND person = ?2", offering.id, person
            ) { $0.id(0) } ?? transaction.newID()
        try transaction.execute(
            """
            INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, ?4) \
            ON CONFLICT (offering, person) DO UPDATE SET number = ?4
            """, offering.id, person, entry, row.number)
        if offering.isOpen {
            try publishRosterEntry(entry, offering, person: person, number: row.number, name: row.name, context)
        }
    }

    /// What a roster says of somebody known: unit and title as it has them; a phone or an ID number only where none is
    /// known, for people log in by them.
    private func fillIn(_ person: UInt64, _ row: RosterRow, _ context: WriteContext) throws {
        let transaction = context.transaction
        try transaction.execute(
            """
            UPDATE person SET unit = CASE WHEN ?2 = '' THEN unit ELSE ?2 END, \
            title = CASE WHEN ?3 = '' THEN title ELSE ?3 END WHERE id = ?1
            """, person, row.unit, row.title)
        if let phone = row.phone {
            try transaction.execute(
                "UPDATE person SET phone_sealed = ?2, phone_hash = ?3 WHERE id = ?1 AND phone_hash IS NULL",
                person, seal(phone, of: person, nonce: context.random(SealingKey.nonceSize)), phoneHash(phone))
        }
        if let identity = row.identity {
            try transaction.execute(
                """
                UPDATE person SET id_number_sealed = ?2, id_number_hash = ?3 WHERE id = ?1 AND id_number_hash IS NULL
                """,
                person, seal(identity, of: person, nonce: context.random(SealingKey.nonceSize)), idNumberHash(identity))
        }
    }
}
