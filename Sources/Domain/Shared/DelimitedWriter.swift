/// Writes comma-separated text for spreadsheets: UTF-8 with a byte order mark, `\r\n`, cells quoted where they must be.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236); a negative number does not,
/// it is meant.
package struct DelimitedWriter: Sendable {
    package enum Digits: Sendable {
        /// As they are, for programs.
        case plain
        /// Long numbers and those with leading zeros get a tab behind, which makes a spreadsheet take them for text
        /// instead of rounding them. A reader that trims never sees it.
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

    /// What has been written since the last call, so that a long export goes out in pieces.
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

    /// Apostrophes in front do not count, so that what was guarded once is guarded again and can be told apart.
    private static func isFormula(_ cell: some Sequence<UInt8>) -> Bool {
        let text = Array(cell.drop { $0 == UInt8(ascii: "'") })
        guard let first = text.first else { return false }
        if Self.wideSigns.contains(where: text.starts) { return true }
        return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) && !isNegativeNumber(text)
    }

    /// Full-width signs, which a spreadsheet set to Chinese or Japanese takes for the narrow ones.
    private static let wideSigns = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }

    /// A spreadsheet shows at most eleven digits without an exponent, and none of the zeros in front.
    private static func isAtRisk(_ text: [UInt8]) -> Bool {
        guard text.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return text.count > 11 || (text.count > 1 && text[0] == 0x30)
    }

    private static func isNegativeNumber(_ text: [UInt8]) -> Bool {
        let parts = text.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text[0] == UInt8(ascii: "-") && parts.count <= 2 && parts.allSatisfy { decimal($0) != nil }
    }

    /// What a cell said before it was written: without the apostrophe in front of a formula sign.
    package static func unguarded(_ cell: String) -> String {
        cell.first == "'" && isFormula(cell.utf8) ? String(cell.dropFirst()) : cell
    }
}
