import Domain

/// UnionPay's list: lines of fields of fixed widths, a blank behind each, amounts in fen, times without their year.
struct UnionPayStatement {
    /// Up to the last field that is read.
    private static let widths = [3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32]
    private static let starts = widths.indices.map { widths[..<$0].reduce($0, +) }
    private static let least = starts[11] + widths[11]

    private let day: Day

    init(_ day: Day) { self.day = day }

    func take(_ line: [UInt8], number: Int) throws(Refusal) -> StatementEntry? {
        guard !line.isEmpty else { return nil }
        guard line.count >= Self.least else {
            throw damaged("line \(number) is cut short", zh: "第 \(number) 行不完整")
        }
        func field(_ index: Int) -> String {
            let start = Self.starts[index]
            let bytes = line[start..<start + Self.widths[index]]
            return String(decoding: bytes.filter { $0 != 0x20 }, as: UTF8.self)
        }
        let kind: StatementRowKind
        switch field(0) {
        case "S22": kind = .payment
        case "S30", "S31": kind = .refund
        default: return nil
        }
        guard let fen = UInt64(field(6)) else {
            throw damaged("line \(number): “\(field(6))” is no amount", zh: "第 \(number) 行：“\(field(6))”不是金额")
        }
        return try StatementEntry(
            kind: kind, number: field(11), transaction: field(9), fen: fen,
            atMs: kind == .payment ? moment(field(4)) : nil)
    }

    /// `MMDDhhmmss`, of the year that is nearest to the day of the statement.
    private func moment(_ text: String) -> Int64? {
        let digits = Array(text.utf8).map { Int($0) - 0x30 }
        guard digits.count == 10, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        func two(_ place: Int) -> String { "\(digits[place])\(digits[place + 1])" }
        let year = Int(day.description.prefix(4)) ?? 0
        let moments = [year - 1, year, year + 1].compactMap { (year: Int) -> Int64? in
            var clock = BeijingClock()
            return clock.ms(Array("\(year)-\(two(0))-\(two(2)) \(two(4)):\(two(6)):\(two(8))".utf8)[...])
        }
        let noon = ZoneRule.china.instant(day, minute: 720).milliseconds
        return moments.min { abs($0 - noon) < abs($1 - noon) }
    }
}
