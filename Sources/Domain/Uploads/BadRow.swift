/// Why one cell of an upload was refused.
package struct CellRefusal: Equatable, Sendable {
    /// The heading as it stands in the file; empty where the row as a whole is at fault.
    package let column: String
    package let value: String
    package let reason: Wording

    /// What is shown of a value: enough to find it.
    package static let shownLimit = 100

    init(column: String, value: String, reason: Wording) {
        self.column = column
        self.value = value.count > Self.shownLimit ? value.prefix(Self.shownLimit) + "…" : value
        self.reason = reason
    }
}

/// BAT-3c: a row that could not be taken, with every fault of it.
package struct BadRow: Equatable, Sendable {
    package let line: Int
    /// As in the file, for the mend file.
    package let cells: [String]
    package let refusals: [CellRefusal]
}
