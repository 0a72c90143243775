import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// The effect that one row would have.
    struct RosterPlan {
        let row: RosterRow
        /// Nil for a new person.
        let person: UInt64?
        let change: RowChange
        /// The row's name or phone takes the place of the one that is known.
        var renames = false
        var replacesPhone = false
        var swap: NumberSwap?
    }

    /// The person who has the row's number now, and the number they get for it until their own row below is read.
    struct NumberSwap {
        let holder: RosterEntryRecord
        let number: String
    }

    /// In the book, somebody whose number a row has taken.
    static func moved(_ person: UInt64) -> String { "moved \(person)" }

    /// - Throws: ``RowFault`` where the row contradicts what is known.
    func rosterPlan(
        _ sheetRow: SheetRow<RosterRow>, _ sheet: Sheet<RosterColumn, RosterRow>, _ offering: OfferingRecord,
        _ book: LineBook, _ snapshot: Snapshot
    ) throws -> RosterPlan {
        let row = sheetRow.value
        let marked = try marked(by: row, snapshot)
        let holder = try holder(of: row.number, offering, book, snapshot)
        guard let person = marked ?? holder else { return RosterPlan(row: row, person: nil, change: .added) }
        // Where another row is the holder's, this one is somebody new who gets the number.
        if marked == nil, let swap = try self.swap(with: person, for: nil, sheetRow, sheet, offering, book, snapshot) {
            return RosterPlan(row: row, person: nil, change: .added, swap: swap)
        }
        let own = try RosterEntryRecord.find(person: person, of: offering.id, snapshot)
        var swap: NumberSwap?
        if let holder, holder != person {
            swap = try self.swap(with: holder, for: own, sheetRow, sheet, offering, book, snapshot)
            guard swap != nil else { throw numberFault(person, own, book) }
        }
        guard let known = try known(person, snapshot) else { return RosterPlan(row: row, person: nil, change: .added) }
        try check(row, person, known, marked: marked, holder: holder, offering, snapshot)
        let renames = ComparedName(row.name) != known.name
        let replacesPhone = replacesPhone(row, known)
        let isSame =
            own?.number == row.number && (row.unit.isEmpty || known.unit == row.unit)
            && (row.title.isEmpty || known.title == row.title) && (row.phone == nil || known.phone != nil)
            && (row.identity == nil || known.identity != nil) && !renames && !replacesPhone
            && book.line(of: Self.moved(person)) == nil
        return RosterPlan(
            row: row, person: person, change: own == nil ? .added : isSame ? .unchanged : .changed, renames: renames,
            replacesPhone: replacesPhone, swap: swap)
    }

    /// Returns the person a row means by ID number or phone; nil for nobody who is known.
    private func marked(by row: RosterRow, _ snapshot: Snapshot) throws -> UInt64? {
        let byIdentity = try row.identity.flatMap { number in
            try snapshot.first(.personByIDNumber, people.idNumberHash(number)) { $0.id(0) }
        }
        let byPhone = try row.phone.flatMap { phone in
            try snapshot.first(.personByPhone, people.phoneHash(phone)) { $0.id(0) }
        }
        if let byIdentity, let byPhone, byIdentity != byPhone {
            throw RowFault(RosterColumn.phone, "this phone belongs to somebody else", zh: "该手机号属于他人")
        }
        return byIdentity ?? byPhone
    }

    /// Returns the person who has a number, unless a row above gives them another.
    private func holder(
        of number: String, _ offering: OfferingRecord, _ book: LineBook, _ snapshot: Snapshot
    ) throws -> UInt64? {
        let holder = try snapshot.first(.personByNumber, offering.id, number) { $0.id(0) }
        return holder.flatMap { book.line(of: "\($0)") == nil ? $0 : nil }
    }

    private struct Known {
        let name: ComparedName
        let unit: String
        let title: String
        let phone: [UInt8]?
        let identity: [UInt8]?

        /// A name that was typed wrongly is put right where the number and another mark say who it is. Of somebody who has
        /// no other mark, the number alone says it, unless the names have little in common: then it may have been given to
        /// somebody else.
        func isCorrected(by other: ComparedName) -> Bool {
            phone == nil && identity == nil && other.resembles(name)
        }
    }

    private func known(_ person: UInt64, _ snapshot: Snapshot) throws -> Known? {
        try snapshot.first("SELECT name, unit, title, phone_hash, id_number_hash FROM person WHERE id = ?1", person) {
            Known(
                name: ComparedName($0.text(0)), unit: $0.text(1), title: $0.text(2), phone: $0.bytesOrNil(3),
                identity: $0.bytesOrNil(4))
        }
    }

    private func replacesPhone(_ row: RosterRow, _ known: Known) -> Bool {
        row.phone.map { known.phone != nil && known.phone != people.phoneHash($0) } ?? false
    }

    /// - Parameters:
    ///   - marked: whom the row means by ID number or phone.
    ///   - holder: who has the row's number.
    private func check(
        _ row: RosterRow, _ person: UInt64, _ known: Known, marked: UInt64?, holder: UInt64?,
        _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws {
        let keeper = try identities.keeper(of: person, besides: offering.base, snapshot)
        let name = ComparedName(row.name)
        if !known.name.isEmpty, let difference = name.difference(from: known.name),
            keeper != nil || holder != person || (marked != person && !known.isCorrected(by: name))
        {
            let remedy = try keeper.map { try identities.correction(by: $0, snapshot) } ?? correction(person, snapshot)
            throw RowFault(RosterColumn.name, remedy.map { difference.followed(by: $0) } ?? difference)
        }
        if replacesPhone(row, known), keeper != nil || holder != person {
            throw RowFault(
                RosterColumn.phone,
                "known by another phone, which is for them or for whoever entered it to change; leave the cell empty",
                zh: "与已登记手机号不同，应由本人或原登记单位修改，请将此格留空")
        }
        if let identity = row.identity, let other = known.identity, other != people.idNumberHash(identity) {
            throw RowFault(RosterColumn.identity, "known by another ID number", zh: "与已登记身份证号不一致")
        }
    }
}

extension Uploads {
    /// The command that gives somebody of a roster another name; nil for somebody who is on none.
    private func correction(_ person: UInt64, _ snapshot: Snapshot) throws -> Phrase? {
        try snapshot.first(.rostersOfPerson, person) { row in
            let command = "rollcall-admin roster change \(row.id(0)) \(row.text(2)) --name"
            return Phrase("if it is the same person: \(command) NAME", "若为同一人：\(command) 姓名")
        }
    }
}

// PRJ-8b: numbers that people of a file take from each other, two or many round a ring. Rows land one after another, so the
// first leaves its own number to whoever has the one it takes; the last finds its number there.
extension Uploads {
    /// - Parameter own: the entry of the row's person, who leaves its number to the holder.
    /// - Returns: nil where no good row below gives the holder another number.
    private func swap(
        with holder: UInt64, for own: RosterEntryRecord?, _ row: SheetRow<RosterRow>,
        _ sheet: Sheet<RosterColumn, RosterRow>, _ offering: OfferingRecord, _ book: LineBook, _ snapshot: Snapshot
    ) throws -> NumberSwap? {
        guard let entry = try RosterEntryRecord.find(person: holder, of: offering.id, snapshot),
            let theirs = try rowOfPerson(holder, sheet, snapshot), theirs.line > row.line,
            let known = try known(holder, snapshot)
        else { return nil }
        do {
            guard try marked(by: theirs.value, snapshot) == holder else { return nil }
            try check(theirs.value, holder, known, marked: holder, holder: nil, offering, snapshot)
        } catch is RowFault<RosterColumn> { return nil }
        if let own { return NumberSwap(holder: entry, number: own.number) }
        // Somebody new has no number to leave: the holder takes the one below at once, if it is free.
        guard try self.holder(of: theirs.value.number, offering, book, snapshot) == nil else { return nil }
        return NumberSwap(holder: entry, number: theirs.value.number)
    }

    /// The row that names somebody by phone or ID number.
    private func rowOfPerson(
        _ person: UInt64, _ sheet: Sheet<RosterColumn, RosterRow>, _ snapshot: Snapshot
    ) throws -> SheetRow<RosterRow>? {
        let sealed = try snapshot.first("SELECT phone_sealed, id_number_sealed FROM person WHERE id = ?1", person) {
            (phone: $0.bytesOrNil(0), identity: $0.bytesOrNil(1))
        }
        if let phone = try sealed?.phone.map({ try people.decryptPhone($0, of: person).text }),
            let row = try sheet.row(.phone, phone)
        {
            return row
        }
        return try sealed?.identity.flatMap { try sheet.row(.identity, try people.decryptIDNumber($0, of: person)) }
    }

    /// A row whose number cannot be taken from its holder, with what became of its person's own.
    private func numberFault(
        _ person: UInt64, _ own: RosterEntryRecord?, _ book: LineBook
    ) -> RowFault<RosterColumn> {
        guard let line = book.line(of: Self.moved(person)), let own else {
            return RowFault(.number, "this number is another person's here", zh: "该编号在本期中属于他人")
        }
        return RowFault(
            .number,
            "this number is another person's here; line \(line) has taken the one this person had and left them \(own.number)",
            zh: "该编号在本期中属于他人；第 \(line) 行已取用此人原编号，此人现编号为“\(own.number)”")
    }
}
