/// Writes comma-separated text for spreadsheets: UTF-8 with a byte order mark, `\r\n`, cells quoted where necessary.
///
/// A cell that a spreadsheet would evaluate as a formula gets a leading apostrophe (CWE-1236), except a negative
/// number.
package struct DelimitedWriter: Sendable {
    package enum Digits: Sendable {
        /// Unchanged, for programs.
        case plain
        /// Long numbers and those with leading zeros get a trailing tab, which makes a spreadsheet treat them as text
        /// instead of rounding them. A reader that trims cells never sees it.
        case guarded
    }

    private var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let digits: Digits

    package init(digits: Digits = .plain) { self.digits = digits }

    package mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes += [0x0D, 0x0A]
    }

    /// Returns the bytes written since the last call, so that a long export can be sent in pieces.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ cell: String) {
        var text = Array(cell.utf8)
        if Self.isFormula(text) { text.insert(UInt8(ascii: "'"), at: 0) }
        switch digits {
        case .plain: break
        case .guarded: if Self.isAtRisk(text) { text.append(0x09) }
        }
        let mustQuote = text.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x09].contains($0) } || text.first == 0x20
        guard mustQuote || text.last == 0x20 else {
            bytes += text
            return
        }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Ignores leading apostrophes, so that guarding is reversible for cells that start with one.
    private static func isFormula(_ cell: some Sequence<UInt8>) -> Bool {
        let text = Array(cell.drop { $0 == UInt8(ascii: "'") })
        guard let first = text.first else { return false }
        if Self.wideSigns.contains(where: text.starts) { return true }
        return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) && !isNegativeNumber(text)
    }

    /// Full-width signs, which a spreadsheet set to Chinese or Japanese treats as the narrow ones.
    private static let wideSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

    /// True for numbers that a spreadsheet changes: those of more than eleven digits, and those with leading zeros.
    private static func isAtRisk(_ text: [UInt8]) -> Bool {
        guard text.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return text.count > 11 || (text.count > 1 && text[0] == 0x30)
    }

    private static func isNegativeNumber(_ text: [UInt8]) -> Bool {
        let parts = text.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text[0] == UInt8(ascii: "-") && parts.count <= 2 && parts.allSatisfy { decimal($0) != nil }
    }

    /// Returns the original value of a cell of a file for spreadsheets, without what guards it.
    package static func original(_ cell: String) -> String {
        let isGuarded = cell.utf8.last == 0x09 && isAtRisk(Array(cell.utf8.dropLast()))
        return unguarded(isGuarded ? String(cell.dropLast()) : cell)
    }

    /// Returns the original value of a cell: removes the apostrophe before a formula sign.
    package static func unguarded(_ cell: String) -> String {
        cell.first == "'" && isFormula(cell.utf8) ? String(cell.dropFirst()) : cell
    }
}
