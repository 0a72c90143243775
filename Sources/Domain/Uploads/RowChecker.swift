/// Checks the cells of one row and keeps every fault, so that a row is mended once and not once a fault.
struct RowChecker {
    let heading: RosterHeading
    let cells: [String]
    private(set) var refusals: [CellRefusal] = []

    init(heading: RosterHeading, cells: [String]) {
        self.heading = heading
        self.cells = cells
    }

    /// `nil` when refused; an empty cell is.
    mutating func required<Value>(
        _ column: RosterColumn, _ check: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let position = heading.columns.firstIndex(of: column) else { return nil }
        guard !cells[position].isEmpty else {
            refuse(position, Wording("must not be empty", zh: "不能为空"))
            return nil
        }
        return checked(position, column, check)
    }

    /// `nil` when the column or the cell is not there, and when refused.
    mutating func optional<Value>(
        _ column: RosterColumn, _ check: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard let position = heading.columns.firstIndex(of: column), !cells[position].isEmpty else { return nil }
        return checked(position, column, check)
    }

    private mutating func checked<Value>(
        _ position: Int, _ column: RosterColumn, _ check: (String) throws(Refusal) -> Value
    ) -> Value? {
        let cell = cells[position]
        switch column {
        case .number, .phone, .identity:
            if SpreadsheetDamage.isExponent(cell) {
                refuse(position, SpreadsheetDamage.exponentReason(cell))
                return nil
            }
        case .name, .unit, .title: break
        }
        do {
            return try check(cell)
        } catch {
            refuse(position, error.wording)
            return nil
        }
    }

    private mutating func refuse(_ position: Int, _ reason: Wording) {
        refusals.append(CellRefusal(column: heading.titles[position], value: cells[position], reason: reason))
    }
}
