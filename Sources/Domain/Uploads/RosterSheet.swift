/// BAT-1, BAT-3: a roster file read as a whole: the rows that can be taken and those that must be mended.
package struct RosterSheet: Sendable {
    package private(set) var rows: [RosterRow] = []
    package private(set) var bad: [BadRow] = []
    /// Rows that say the same as an earlier one; they change nothing (BAT-3e).
    package private(set) var repeated = 0
    let heading: RosterHeading

    private static let unitLimit = 200
    private static let titleLimit = 100

    /// - Parameters:
    ///   - bytes: the file in UTF-8, with or without a byte order mark.
    ///   - today: no birth date is later.
    /// - Throws: a refusal of the whole file: no heading, a heading changed, broken quoting, limits.
    package init(_ bytes: [UInt8], today: Day) throws(Refusal) {
        var reader = DelimitedReader(bytes)
        guard let first = try reader.next() else {
            throw Refusal(.invalid, field: "line 1", "the file is empty", zh: "文件为空")
        }
        heading = try RosterHeading(first)
        var source: [DelimitedRow] = []
        while let row = try reader.next() { source.append(row) }
        let isDamaged = source.contains { showsDamage($0, today: today) }
        var lines = LinesTaken()
        for row in source { take(row, today: today, isDamaged: isDamaged, lines: &lines) }
    }

    /// Where numbers stand already.
    private struct LinesTaken {
        var byNumber: [String: Int] = [:]
        var byIdentity: [String: Int] = [:]
        var byPhone: [MobileNumber: Int] = [:]
        /// Position in `rows` by line.
        var positions: [Int: Int] = [:]
    }

    /// A column that went through a spreadsheet as numbers is damaged from top to bottom, so one sure case makes an
    /// ID number that ends in zeros suspect even where its check digit happens to be right.
    private func showsDamage(_ row: DelimitedRow, today: Day) -> Bool {
        guard let position = heading.columns.firstIndex(of: .identity), let cells = heading.cells(of: row) else {
            return false
        }
        let cell = halfWidth(cells[position])
        if SpreadsheetDamage.isExponent(cell) { return true }
        return SpreadsheetDamage.endsInZeros(cell) && (try? IdentityNumber(cell, today: today)) == nil
    }

    private mutating func take(_ row: DelimitedRow, today: Day, isDamaged: Bool, lines: inout LinesTaken) {
        guard let cells = heading.cells(of: row) else {
            let reason = Wording("more cells than headings", zh: "单元格多于表头")
            bad.append(
                BadRow(
                    line: row.line, cells: Array(row.cells.prefix(heading.columns.count)),
                    refusals: [CellRefusal(column: "", value: row.cells.last ?? "", reason: reason)]))
            return
        }
        var checker = RowChecker(heading: heading, cells: cells)
        let number = checker.required(.number) { text throws(Refusal) in try ParticipantNumber.checked(text) }
        let name = checker.required(.name) { text throws(Refusal) in try PersonName.checked(text) }
        let phone = checker.optional(.phone) { text throws(Refusal) in try MobileNumber(text) }
        let identity = checker.optional(.identity) { text throws(Refusal) in
            if SpreadsheetDamage.endsInZeros(text), isDamaged { throw Refusal(.invalid, SpreadsheetDamage.zerosReason) }
            return try IdentityNumber(text, today: today)
        }
        let unit = checker.optional(.unit) { text throws(Refusal) in
            try checkedTitle(text, field: "unit", limit: Self.unitLimit)
        }
        let title = checker.optional(.title) { text throws(Refusal) in
            try checkedTitle(text, field: "title", limit: Self.titleLimit)
        }
        guard checker.refusals.isEmpty, let number, let name else {
            bad.append(BadRow(line: row.line, cells: cells, refusals: checker.refusals))
            return
        }
        let made = RosterRow(
            line: row.line, number: number, name: name, phone: phone, identity: identity, unit: unit ?? "",
            title: title ?? "", cells: cells)
        if let earlier = lines.byNumber[number] {
            if let position = lines.positions[earlier], rows[position].saysTheSame(as: made) {
                repeated += 1
            } else {
                bad.append(duplicate(made, .number, of: earlier))
            }
            return
        }
        if let identity, let earlier = lines.byIdentity[identity.text] {
            bad.append(duplicate(made, .identity, of: earlier))
            return
        }
        if let phone, let earlier = lines.byPhone[phone] {
            bad.append(duplicate(made, .phone, of: earlier))
            return
        }
        lines.byNumber[number] = row.line
        if let phone { lines.byPhone[phone] = row.line }
        if let identity { lines.byIdentity[identity.text] = row.line }
        lines.positions[row.line] = rows.count
        rows.append(made)
    }

    private func duplicate(_ row: RosterRow, _ column: RosterColumn, of line: Int) -> BadRow {
        refuse(
            row, column, Wording("stands in line \(line) already, for somebody else", zh: "与第 \(line) 行重复，但内容不同"))
    }

    /// A good row that cannot land after all, because of what the server knows; it goes into the mend file as well.
    package func refuse(_ row: RosterRow, _ column: RosterColumn, _ reason: Wording) -> BadRow {
        let position = heading.columns.firstIndex(of: column)
        return BadRow(
            line: row.line, cells: row.cells,
            refusals: [
                CellRefusal(
                    column: position.map { heading.titles[$0] } ?? column.heading.text(in: heading.language),
                    value: position.map { row.cells[$0] } ?? "", reason: reason)
            ])
    }
}

extension RosterRow {
    fileprivate func saysTheSame(as other: RosterRow) -> Bool {
        number == other.number && name == other.name && phone == other.phone && identity == other.identity
            && unit == other.unit && title == other.title
    }
}
