/// The format of one kind of file.
package struct SheetFormat<Column: SheetColumn, Value: Equatable & Sendable>: Sendable {
    /// Converts a row; returns nil if the checker refused a required cell.
    let read: @Sendable (inout RowChecker<Column>) -> Value?
    /// The unique keys of a row, as column and text. Two rows with the same first key must be equal; the second is then
    /// a repetition.
    let keys: @Sendable (Value) -> [(column: Column, text: String)]

    package init(
        read: @escaping @Sendable (inout RowChecker<Column>) -> Value?,
        keys: @escaping @Sendable (Value) -> [(column: Column, text: String)]
    ) {
        self.read = read
        self.keys = keys
    }
}

/// One valid row of a file.
package struct SheetRow<Value: Equatable & Sendable>: Equatable, Sendable {
    package let line: Int
    package let value: Value
    /// The cells as in the file, for the mend file.
    package let cells: [String]
}

/// BAT-1, BAT-3: an uploaded file: its valid rows and its bad rows.
package struct Sheet<Column: SheetColumn, Value: Equatable & Sendable>: Sendable {
    /// The kind of a row, with its index in `rows` or `bad`.
    package enum Entry: Equatable, Sendable {
        case good(Int)
        case bad(Int)
        /// Equal to an earlier row; changes nothing (BAT-3e).
        case repeated
    }

    /// Every row of the file, in order.
    package private(set) var entries: [Entry] = []
    package private(set) var rows: [SheetRow<Value>] = []
    package private(set) var bad: [FaultyRow] = []
    let heading: SheetHeading<Column>
    /// The indices in `rows` of their keys.
    private var places: [Key: Int] = [:]
    private let format: SheetFormat<Column, Value>

    /// - Parameters:
    ///   - bytes: the file in UTF-8, with or without a byte order mark.
    ///   - today: the upper bound of birth dates.
    /// - Throws: a refusal of the whole file: a missing or changed heading, broken quoting, limits.
    package init(_ bytes: [UInt8], as format: SheetFormat<Column, Value>, today: Day) throws(Refusal) {
        var reader = DelimitedReader(bytes)
        try self.init(rows: reader.rest(), as: format, today: today)
    }

    /// - Parameters:
    ///   - rows: the heading, then those of the file that are not blank.
    ///   - today: the upper bound of birth dates.
    /// - Throws: a refusal of the whole file: a missing or changed heading.
    package init(rows: [DelimitedRow], as format: SheetFormat<Column, Value>, today: Day) throws(Refusal) {
        self.format = format
        guard let first = rows.first else {
            throw Refusal(.invalid, field: "line 1", "the file is empty", zh: "文件为空")
        }
        let heading = try SheetHeading<Column>(first)
        self.heading = heading
        let source = rows.dropFirst().drop { heading.isInstruction($0) || heading.isExample($0) }
        let isDamaged = source.contains { showsDamage($0, today: today) }
        for row in source { entries.append(take(row, today: today, isDamaged: isDamaged)) }
    }

    /// Returns the valid row with this key; nil if there is none.
    package func row(_ column: Column, _ text: String) -> SheetRow<Value>? {
        places[Key(column: column, text: text)].map { rows[$0] }
    }

    /// A spreadsheet damages a whole column, so one certain case makes every ID number that ends in zeros suspect, even
    /// if its check digit is right.
    private func showsDamage(_ row: DelimitedRow, today: Day) -> Bool {
        guard let column = Column.identityNumbers, let position = heading.columns.firstIndex(of: column),
            let cells = heading.cells(of: row)
        else { return false }
        let cell = halfWidth(cells[position])
        if SpreadsheetDamage.isExponent(cell) { return true }
        // Only the validity matters here; the reason is reported with the row.
        return SpreadsheetDamage.endsInZeros(cell) && (try? IdentityNumber(cell, today: today)) == nil
    }

    private struct Key: Hashable, Sendable {
        let column: Column
        let text: String
    }

    private mutating func take(_ row: DelimitedRow, today: Day, isDamaged: Bool) -> Entry {
        guard let cells = heading.cells(of: row) else {
            let reason = Phrase("more cells than headings", "单元格多于表头")
            return put(
                FaultyRow(
                    line: row.line, cells: Array(row.cells.prefix(heading.columns.count)),
                    refusals: [CellRefusal(column: "", value: row.cells.last ?? "", reason: reason)]))
        }
        var checker = RowChecker(
            heading: heading, cells: cells, faults: heading.faults(of: row), isDamaged: isDamaged, today: today)
        let value = format.read(&checker)
        guard checker.refusals.isEmpty, let value else {
            return put(FaultyRow(line: row.line, cells: cells, refusals: checker.refusals))
        }
        let made = SheetRow(line: row.line, value: value, cells: cells)
        let keys = format.keys(value).map { Key(column: $0.column, text: $0.text) }
        if let first = keys.first, let position = places[first], rows[position].value == value { return .repeated }
        for key in keys {
            guard let position = places[key] else { continue }
            let line = rows[position].line
            return put(
                refuse(
                    made, key.column,
                    Phrase("stands in line \(line) already, for something else", "与第 \(line) 行重复，但内容不同")))
        }
        for key in keys { places[key] = rows.count }
        rows.append(made)
        return .good(rows.count - 1)
    }

    private mutating func put(_ row: FaultyRow) -> Entry {
        bad.append(row)
        return .bad(bad.count - 1)
    }

    /// Rejects a valid row because of the server's data; it goes into the mend file too.
    /// - Parameter column: nil if no single cell is at fault.
    package func refuse(_ row: SheetRow<Value>, _ column: Column?, _ reason: Phrase) -> FaultyRow {
        guard let column else {
            return FaultyRow(
                line: row.line, cells: row.cells, refusals: [CellRefusal(column: "", value: "", reason: reason)])
        }
        let position = heading.columns.firstIndex(of: column)
        return FaultyRow(
            line: row.line, cells: row.cells,
            refusals: [
                CellRefusal(
                    column: position.map { heading.titles[$0] } ?? column.heading.text(in: heading.language),
                    value: position.map { row.cells[$0] } ?? "", reason: reason)
            ])
    }
}
