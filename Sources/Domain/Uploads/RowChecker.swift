/// Checks the cells of one row and collects all faults, so that a person mends the row once.
package struct RowChecker<Column: SheetColumn> {
    let heading: SheetHeading<Column>
    let cells: [String]
    /// Why cells cannot be taken as they are, by their place.
    let faults: [Int: Phrase]
    /// Whether a spreadsheet has damaged the ID numbers of this file.
    let isDamaged: Bool
    /// The upper bound of birth dates.
    let today: Day
    private(set) var refusals: [CellRefusal] = []

    init(
        heading: SheetHeading<Column>, cells: [String], faults: [Int: Phrase], isDamaged: Bool, today: Day
    ) {
        self.heading = heading
        self.cells = cells
        self.faults = faults
        self.isDamaged = isDamaged
        self.today = today
    }

    /// Returns nil if the cell is refused; an empty cell is.
    package mutating func required<Value>(
        _ column: Column, _ check: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let position = heading.columns.firstIndex(of: column) else { return nil }
        guard !cells[position].isEmpty || faults[position] != nil else {
            refuse(position, Phrase("must not be empty", "不能为空"))
            return nil
        }
        return checked(position, column, check)
    }

    /// Returns nil if the column or the cell is missing, or the cell is refused.
    package mutating func optional<Value>(
        _ column: Column, _ check: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let position = heading.columns.firstIndex(of: column), !cells[position].isEmpty || faults[position] != nil
        else { return nil }
        return checked(position, column, check)
    }

    /// Checks an ID number, which a spreadsheet may have truncated.
    package mutating func identityNumber(_ column: Column) -> IdentityNumber? {
        let (isDamaged, today) = (isDamaged, today)
        return optional(column) { text throws(Refusal) in
            if isDamaged, SpreadsheetDamage.endsInZeros(text) { throw Refusal(.invalid, SpreadsheetDamage.zerosReason) }
            return try IdentityNumber(text, today: today)
        }
    }

    /// Refuses the cell of a column.
    mutating func refuse(_ column: Column, _ reason: Phrase) {
        guard let position = heading.columns.firstIndex(of: column) else { return }
        refuse(position, reason)
    }

    /// Checks what several cells make together; a refusal is of the column that its field stands for.
    mutating func whole<Value>(
        _ column: (_ field: String) -> Column, _ check: () throws(Refusal) -> Value
    ) -> Value? {
        do {
            return try check()
        } catch {
            refuse(column(error.field), error.reason)
            return nil
        }
    }

    private mutating func checked<Value>(
        _ position: Int, _ column: Column, _ check: (String) throws(Refusal) -> Value
    ) -> Value? {
        let cell = cells[position]
        if let fault = faults[position] {
            refuse(position, fault)
            return nil
        }
        if column.holdsLongNumbers, SpreadsheetDamage.isDate(cell) {
            refuse(position, SpreadsheetDamage.dateReason(cell))
            return nil
        }
        if column.holdsLongNumbers, SpreadsheetDamage.isExponent(cell) {
            refuse(position, SpreadsheetDamage.exponentReason(cell))
            return nil
        }
        if column.holdsLongNumbers, SpreadsheetDamage.isDecimal(cell) {
            refuse(position, SpreadsheetDamage.decimalReason(cell))
            return nil
        }
        do {
            return try check(cell)
        } catch {
            refuse(position, error.reason)
            return nil
        }
    }

    private mutating func refuse(_ position: Int, _ reason: Phrase) {
        refusals.append(CellRefusal(column: heading.titles[position], value: cells[position], reason: reason))
    }
}
