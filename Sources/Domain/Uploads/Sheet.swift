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

/// The rows of a file that are not blank, wherever they are kept: the heading, then the others.
package struct SheetRows: Sendable {
    let count: Int
    let read: @Sendable (Range<Int>) throws -> [DelimitedRow]

    /// - Parameter read: returns the rows of a range, which may be asked for in any order.
    package init(count: Int, read: @escaping @Sendable (Range<Int>) throws -> [DelimitedRow]) {
        self.count = count
        self.read = read
    }

    package init(_ rows: [DelimitedRow]) {
        self.init(count: rows.count) { Array(rows[$0]) }
    }
}

/// BAT-1, BAT-3: an uploaded file, of which no more is in memory than the rows that are asked for, and sixteen bytes a key.
package struct Sheet<Column: SheetColumn, Value: Equatable & Sendable>: Sendable {
    package enum Entry: Equatable, Sendable {
        case good(SheetRow<Value>)
        case bad(FaultyRow)
        /// Equal to an earlier row; changes nothing (BAT-3e).
        case repeated
    }

    /// The number of rows, without the heading, and the instructions and the example below it.
    package let count: Int
    let heading: SheetHeading<Column>
    private let format: SheetFormat<Column, Value>
    private let source: SheetRows
    private let first: Int
    private let today: Day
    private var isDamaged = false
    /// The first rows that have a key.
    private var places = LineTable()
    /// The rows whose damage has been looked for, and those whose keys are known.
    private var (lookedAt, entered) = (0, 0)

    /// - Parameters:
    ///   - source: to be read through by `readOn` before anything else is asked.
    ///   - today: the upper bound of birth dates.
    /// - Throws: a refusal of the whole file: a missing or changed heading.
    package init(_ source: SheetRows, as format: SheetFormat<Column, Value>, today: Day) throws {
        self.format = format
        self.source = source
        self.today = today
        guard let first = try source.read(0..<min(1, source.count)).first else {
            throw Refusal(.invalid, field: "line 1", "the file is empty", zh: "文件为空")
        }
        let heading = try SheetHeading<Column>(first)
        self.heading = heading
        var start = 1
        while start < source.count, let row = try source.read(start..<start + 1).first,
            heading.isInstruction(row) || heading.isExample(row)
        {
            start += 1
        }
        self.first = start
        count = source.count - start
    }

    /// Reads some more rows, all of them twice: damage that any row shows is a reason against others, and a row may name one
    /// below it.
    package mutating func readOn(_ rows: Int) throws {
        if lookedAt < count {
            let range = lookedAt..<min(lookedAt + rows, count)
            for row in try read(range) where !isDamaged { isDamaged = showsDamage(row) }
            lookedAt = isDamaged ? count : range.upperBound
        } else if entered < count {
            let range = entered..<min(entered + rows, count)
            for (index, row) in zip(range, try read(range)) {
                guard case .good(let row) = check(row) else { continue }
                let keys = keys(of: row.value)
                if keys.contains(where: { places[$0] != nil }) { continue }
                for key in keys { places.enter(key, line: index) }
            }
            entered = range.upperBound
        }
    }

    /// Whether all rows are read.
    package var isRead: Bool { entered == count }

    private func read(_ range: Range<Int>) throws -> [DelimitedRow] {
        try source.read(first + range.lowerBound..<first + range.upperBound)
    }

    /// Returns what the rows of a range are.
    package func entries(_ range: Range<Int>) throws -> [Entry] {
        let rows = try read(range)
        return try zip(range, rows).map { index, row in
            let entry = check(row)
            guard case .good(let made) = entry else { return entry }
            func earlier(_ key: Key) -> Int? { places[key].flatMap { $0 < index ? $0 : nil } }
            let keys = keys(of: made.value)
            if let first = keys.first, let place = earlier(first), try valid(place)?.value == made.value {
                return .repeated
            }
            for key in keys {
                guard let place = earlier(key), let line = try valid(place)?.line else { continue }
                return .bad(
                    refuse(
                        made, key.column,
                        Phrase("stands in line \(line) already, for something else", "与第 \(line) 行重复，但内容不同")))
            }
            return entry
        }
    }

    /// Returns the valid row with this key; nil if there is none.
    package func row(_ column: Column, _ text: String) throws -> SheetRow<Value>? {
        try places[Key(column: column, text: text)].flatMap { try valid($0) }
    }

    private func valid(_ index: Int) throws -> SheetRow<Value>? {
        guard let row = try read(index..<index + 1).first, case .good(let valid) = check(row) else { return nil }
        return valid
    }

    /// A spreadsheet damages a whole column, so one certain case makes every ID number that ends in zeros suspect, even
    /// if its check digit is right.
    private func showsDamage(_ row: DelimitedRow) -> Bool {
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

    private func keys(of value: Value) -> [Key] { format.keys(value).map { Key(column: $0.column, text: $0.text) } }

    /// Returns a row as its own cells have it.
    private func check(_ row: DelimitedRow) -> Entry {
        guard let cells = heading.cells(of: row) else {
            let reason = Phrase("more cells than headings", "单元格多于表头")
            return .bad(
                FaultyRow(
                    line: row.line, cells: Array(row.cells.prefix(heading.columns.count)),
                    refusals: [CellRefusal(column: "", value: row.cells.last ?? "", reason: reason)]))
        }
        var checker = RowChecker(
            heading: heading, cells: cells, faults: heading.faults(of: row), isDamaged: isDamaged, today: today)
        let value = format.read(&checker)
        guard checker.refusals.isEmpty, let value else {
            return .bad(FaultyRow(line: row.line, cells: cells, refusals: checker.refusals))
        }
        return .good(SheetRow(line: row.line, value: value, cells: cells))
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
