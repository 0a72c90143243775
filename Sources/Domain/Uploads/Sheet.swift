/// What one kind of file holds, row by row.
package struct SheetFormat<Column: SheetColumn, Value: Equatable & Sendable>: Sendable {
    /// What a row says; `nil` when the checker refused something that is needed.
    let read: @Sendable (inout RowChecker<Column>) -> Value?
    /// What no two rows share, as column and text. Two rows that agree in the first key must be the same row; then the
    /// second changes nothing.
    let keys: @Sendable (Value) -> [(column: Column, text: String)]

    package init(
        read: @escaping @Sendable (inout RowChecker<Column>) -> Value?,
        keys: @escaping @Sendable (Value) -> [(column: Column, text: String)]
    ) {
        self.read = read
        self.keys = keys
    }
}

/// One good row of a file.
package struct SheetRow<Value: Equatable & Sendable>: Equatable, Sendable {
    package let line: Int
    package let value: Value
    /// As in the file, for the mend file.
    package let cells: [String]
}

/// BAT-1, BAT-3: an uploaded file read as a whole: the rows that can be taken and those that must be mended.
package struct Sheet<Column: SheetColumn, Value: Equatable & Sendable>: Sendable {
    /// What a row of the file is, by its place in `rows` or `bad`.
    package enum Entry: Equatable, Sendable {
        case good(Int)
        case bad(Int)
        /// It says the same as an earlier one, and changes nothing (BAT-3e).
        case repeated
    }

    /// Every row of the file, in its order.
    package private(set) var entries: [Entry] = []
    package private(set) var rows: [SheetRow<Value>] = []
    package private(set) var bad: [BadRow] = []
    let heading: SheetHeading<Column>
    private let format: SheetFormat<Column, Value>

    /// - Parameters:
    ///   - bytes: the file in UTF-8, with or without a byte order mark.
    ///   - today: no birth date is later.
    /// - Throws: a refusal of the whole file: no heading, a heading changed, broken quoting, limits.
    package init(_ bytes: [UInt8], as format: SheetFormat<Column, Value>, today: Day) throws(Refusal) {
        self.format = format
        var reader = DelimitedReader(bytes)
        guard let first = try reader.next() else {
            throw Refusal(.invalid, field: "line 1", "the file is empty", zh: "文件为空")
        }
        heading = try SheetHeading(first)
        var source: [DelimitedRow] = []
        while let row = try reader.next() { source.append(row) }
        let isDamaged = source.contains { showsDamage($0, today: today) }
        var taken: [Key: Int] = [:]
        for row in source { entries.append(take(row, today: today, isDamaged: isDamaged, taken: &taken)) }
    }

    /// A column that went through a spreadsheet as numbers is damaged from top to bottom, so one sure case makes an
    /// ID number that ends in zeros suspect even where its check digit happens to be right.
    private func showsDamage(_ row: DelimitedRow, today: Day) -> Bool {
        guard let column = Column.identityNumbers, let position = heading.columns.firstIndex(of: column),
            let cells = heading.cells(of: row)
        else { return false }
        let cell = halfWidth(cells[position])
        if SpreadsheetDamage.isExponent(cell) { return true }
        // Asked is whether it is a number; why it is none is told with its row.
        return SpreadsheetDamage.endsInZeros(cell) && (try? IdentityNumber(cell, today: today)) == nil
    }

    private struct Key: Hashable {
        let column: Column
        let text: String
    }

    /// - Parameter taken: the positions in `rows` of the keys so far.
    private mutating func take(
        _ row: DelimitedRow, today: Day, isDamaged: Bool, taken: inout [Key: Int]
    ) -> Entry {
        guard let cells = heading.cells(of: row) else {
            let reason = Wording("more cells than headings", zh: "单元格多于表头")
            return put(
                BadRow(
                    line: row.line, cells: Array(row.cells.prefix(heading.columns.count)),
                    refusals: [CellRefusal(column: "", value: row.cells.last ?? "", reason: reason)]))
        }
        var checker = RowChecker(heading: heading, cells: cells, isDamaged: isDamaged, today: today)
        let value = format.read(&checker)
        guard checker.refusals.isEmpty, let value else {
            return put(BadRow(line: row.line, cells: cells, refusals: checker.refusals))
        }
        let made = SheetRow(line: row.line, value: value, cells: cells)
        let keys = format.keys(value).map { Key(column: $0.column, text: $0.text) }
        if let first = keys.first, let position = taken[first], rows[position].value == value { return .repeated }
        for key in keys {
            guard let position = taken[key] else { continue }
            let line = rows[position].line
            return put(
                refuse(
                    made, key.column,
                    Wording("stands in line \(line) already, for something else", zh: "与第 \(line) 行重复，但内容不同")))
        }
        for key in keys { taken[key] = rows.count }
        rows.append(made)
        return .good(rows.count - 1)
    }

    private mutating func put(_ row: BadRow) -> Entry {
        bad.append(row)
        return .bad(bad.count - 1)
    }

    /// A good row that cannot land after all, because of what the server knows; it goes into the mend file as well.
    /// - Parameter column: `nil` where no single cell is at fault.
    package func refuse(_ row: SheetRow<Value>, _ column: Column?, _ reason: Wording) -> BadRow {
        guard let column else {
            return BadRow(
                line: row.line, cells: row.cells, refusals: [CellRefusal(column: "", value: "", reason: reason)])
        }
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
