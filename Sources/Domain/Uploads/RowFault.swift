/// Why a well-formed row cannot be applied.
package struct RowFault<Column: SheetColumn>: Error {
    /// Nil if no single cell is at fault.
    package let column: Column?
    package let reason: Phrase

    package init(_ column: Column?, _ reason: Phrase) {
        self.column = column
        self.reason = reason
    }

    package init(_ column: Column?, _ english: String, zh chinese: String) {
        self.init(column, Phrase(english, chinese))
    }
}
