/// The damage that spreadsheets do to long numbers: they keep 15 digits and show an exponent from the 12th on.
enum SpreadsheetDamage {
    /// `5.10322E+17`
    static func isExponent(_ cell: String) -> Bool {
        let parts = cell.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].first == "+", decimal(parts[1].dropFirst().utf8) != nil else { return false }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return mantissa.count <= 2 && mantissa.allSatisfy { decimal($0.utf8) != nil }
    }

    /// True for 18 digits that end in three zeros, as one in about 1,200 real ID numbers does.
    static func endsInZeros(_ cell: String) -> Bool {
        cell.utf8.count == 18 && decimal(cell.utf8) != nil && cell.hasSuffix("000")
    }

    /// `1001.0`: a whole number that was kept as a number and exported as one.
    static func isDecimal(_ cell: String) -> Bool {
        cell.hasSuffix(".0") && decimal(cell.dropLast(2).utf8) != nil
    }

    /// `2026-01-02`, `2-Jan`, `Jan-26`: what was typed as `1-2`, and became a date.
    static func isDate(_ cell: String) -> Bool {
        if Day(String(cell.prefix(10))) != nil { return true }
        let parts = cell.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.count { months.contains(String($0)) } == 1
            && parts.contains { (1...2).contains($0.utf8.count) && decimal($0.utf8) != nil }
    }

    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    static func dateReason(_ cell: String) -> Phrase {
        Phrase(
            "a spreadsheet has turned the number into the date \(cell); format the column as text and enter it again",
            "表格软件已将号码变为日期 \(cell)；请将该列设为文本格式后重新填写")
    }

    static func decimalReason(_ cell: String) -> Phrase {
        Phrase(
            "a spreadsheet has turned \(cell.dropLast(2)) into \(cell); format the column as text and enter it again",
            "表格软件已将 \(cell.dropLast(2)) 变为 \(cell)；请将该列设为文本格式后重新填写")
    }

    static func exponentReason(_ cell: String) -> Phrase {
        Phrase(
            "a spreadsheet has turned the number into \(cell); format the column as text and enter it again",
            "表格软件已将号码变为 \(cell)；请将该列设为文本格式后重新填写")
    }

    static let zerosReason = Phrase(
        "a spreadsheet has replaced the last digits by 000; format the column as text and enter the number again",
        "表格软件已将末几位变为 000；请将该列设为文本格式后重新填写")
}
