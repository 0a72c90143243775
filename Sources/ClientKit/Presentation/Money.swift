package import Console
package import Domain

/// Amounts: `1160`, `1,160.00`, `¥0.01`.
extension Fen: ArgumentValue {
    package init?(argument: String) {
        self.init(yuan: argument)
    }
    package static var expectation: Phrase { Phrase("an amount in yuan, such as 1160.00", "金额（元），如 1160.00") }
    package var argument: String { description }
}

extension Shown {
    /// `¥1,160.00`; JSON has the fen.
    package static func fen(_ count: some BinaryInteger) -> Table.Cell {
        Table.Cell(Fen(Int64(clamping: count)))
    }
}
