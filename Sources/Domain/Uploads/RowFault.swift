/// Why a well-formed row cannot be applied.
package struct RowFault<Column: SheetColumn>: Error {
    /// Nil if no single cell is at fault.
    package let column: Column?
    package let reason: Wording

    package init(_ column: Column?, _ reason: Wording) {
        self.column = column
        self.reason = reason
    }

    package init(_ column: Column?, _ english: String, zh chinese: String) {
        self.init(column, Wording(english, zh: chinese))
    }
}
