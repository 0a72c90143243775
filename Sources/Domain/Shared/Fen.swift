/// An amount of money in whole fen, 100 to the yuan. Sums that leave the range are refused, never wrapped.
package struct Fen: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// One hundred million yuan: no order or payment is larger.
    package static let most = Fen(10_000_000_000)
    package static let zero = Fen(0)

    package let count: Int64

    package init(_ count: Int64) { self.count = count }

    /// - Throws: `invalid` above ``most``.
    package init(checking count: UInt64, field: String) throws(Refusal) {
        guard count <= UInt64(Self.most.count) else {
            throw Refusal(.invalid, field: field, "at most \(Self.most)", zh: "最多 \(Self.most)")
        }
        self.count = Int64(count)
    }

    package static func < (left: Fen, right: Fen) -> Bool { left.count < right.count }

    /// - Throws: `invalid` on overflow.
    package func adding(_ other: Fen) throws(Refusal) -> Fen {
        let (sum, isOverflow) = count.addingReportingOverflow(other.count)
        guard !isOverflow else { throw Refusal(.invalid, field: "amount", "too much money", zh: "金额过大") }
        return Fen(sum)
    }

    /// - Throws: `invalid` on overflow.
    package func subtracting(_ other: Fen) throws(Refusal) -> Fen {
        let (rest, isOverflow) = count.subtractingReportingOverflow(other.count)
        guard !isOverflow else { throw Refusal(.invalid, field: "amount", "too much money", zh: "金额过大") }
        return Fen(rest)
    }

    /// - Throws: `invalid` on overflow.
    package static func sum(_ amounts: some Sequence<Fen>) throws(Refusal) -> Fen {
        var total = Fen.zero
        for amount in amounts { total = try total.adding(amount) }
        return total
    }

    /// As people write it: `¥1,234.50`, `-¥0.05`.
    package var description: String {
        let magnitude = count.magnitude
        let (yuan, fen) = (String(magnitude / 100), magnitude % 100)
        var grouped = ""
        for (index, digit) in yuan.enumerated() {
            if index > 0, (yuan.count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return "\(count < 0 ? "-" : "")¥\(grouped).\(fen < 10 ? "0" : "")\(fen)"
    }

    /// For spreadsheets: `1234.50`, `-0.05`.
    package var yuan: String {
        let fen = count.magnitude % 100
        return "\(count < 0 ? "-" : "")\(count.magnitude / 100).\(fen < 10 ? "0" : "")\(fen)"
    }

    /// Reads an amount in yuan: `1234.5`, `¥1,234.50`, full width or not. Returns nil for anything else, and for a negative
    /// amount.
    package init?(yuan text: String) {
        var digits = trimmed(halfWidth(text))
        for sign in ["¥", "￥"] where digits.hasPrefix(sign) { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let whole = parts[0].replacing(",", with: "")
        let fraction = parts.count == 2 ? parts[1] : ""
        let isNumber = (whole + fraction).unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        guard parts.count <= 2, isNumber, !whole.isEmpty, fraction.count <= 2, parts.count == 1 || !fraction.isEmpty,
            whole.count <= 12, let yuan = Int64(whole),
            let fen = Int64(fraction.isEmpty ? "0" : fraction.count == 1 ? fraction + "0" : fraction)
        else { return nil }
        let amount = Fen(yuan * 100 + fen)
        guard amount <= Self.most else { return nil }
        self = amount
    }

    /// Reads an amount in yuan.
    /// - Throws: `invalid` for what is none, or too much.
    package init(yuan text: String, field: String) throws(Refusal) {
        guard let amount = Fen(yuan: text) else {
            throw Refusal(
                .invalid, field: field, "an amount in yuan with at most two decimals, such as 1160.00",
                zh: "须为金额（元），最多两位小数，如 1160.00")
        }
        self = amount
    }
}
