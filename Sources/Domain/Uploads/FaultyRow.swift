/// Why one cell of an upload was refused.
package struct CellRefusal: Equatable, Sendable {
    /// The heading as in the file; empty if the row as a whole is at fault.
    package let column: String
    package let value: String
    package let reason: Phrase

    /// The most characters of a value that are shown, enough to find it.
    package static let shownLimit = 100

    init(column: String, value: String, reason: Phrase) {
        self.column = column
        self.value = value.count > Self.shownLimit ? value.prefix(Self.shownLimit) + "…" : value
        self.reason = reason
    }
}

/// BAT-3c: a rejected row with all its faults.
package struct FaultyRow: Equatable, Sendable {
    package let line: Int
    /// The cells as in the file, for the mend file.
    package let cells: [String]
    package let refusals: [CellRefusal]
}
