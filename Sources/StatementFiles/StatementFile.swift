package import Domain

/// ORD-6b: a gateway's statement in the gateway's own form, read piece by piece: a file of any length needs the same memory.
package struct StatementFile: ~Copyable {
    private enum Form {
        case weChat(WeChatStatement)
        case alipay(AlipayStatement)
        case unionPay(UnionPayStatement)
    }

    private var archive: Unzip?
    private var lines = LineReader()
    private var form: Form

    /// - Parameter day: of the statement; UnionPay's file does not say the year.
    package init(_ channel: PaymentChannel, day: Day) {
        switch channel {
        case .weChat: form = .weChat(WeChatStatement())
        case .alipay:
            form = .alipay(AlipayStatement())
            archive = Unzip()
        case .unionPay: form = .unionPay(UnionPayStatement(day))
        }
    }

    /// Reads the next bytes of the file.
    /// - Throws: `invalid` with the line that is not as the gateway writes it.
    package mutating func read(_ bytes: [UInt8]) throws(Refusal) -> [StatementEntry] {
        var entries: [StatementEntry] = []
        guard archive != nil else {
            for line in try lines.read(bytes) { try take(line, &entries) }
            return entries
        }
        for part in try archive?.read(bytes) ?? [] {
            switch part {
            case .beginning:
                if let line = lines.finish() { try take(line, &entries) }
                if case .alipay(var alipay) = form {
                    alipay.beginFile()
                    form = .alipay(alipay)
                }
            case .bytes(let bytes):
                for line in try lines.read(bytes) { try take(line, &entries) }
            }
        }
        return entries
    }

    /// Reads what is left at the end of the file.
    /// - Throws: `invalid` for a file that is cut short, or whose sums are not those of its rows.
    package mutating func finish() throws(Refusal) -> [StatementEntry] {
        var entries: [StatementEntry] = []
        try archive?.finish()
        if let line = lines.finish() { try take(line, &entries) }
        switch form {
        case .weChat(let statement): try statement.finish()
        case .alipay(let statement): try statement.finish()
        case .unionPay: break
        }
        return entries
    }

    private mutating func take(_ line: LineReader.Line, _ entries: inout [StatementEntry]) throws(Refusal) {
        let entry: StatementEntry?
        switch form {
        case .weChat(var statement):
            entry = try statement.take(line.bytes, number: line.number)
            form = .weChat(statement)
        case .alipay(var statement):
            entry = try statement.take(line.bytes, number: line.number)
            form = .alipay(statement)
        case .unionPay(let statement): entry = try statement.take(line.bytes, number: line.number)
        }
        if let entry { entries.append(entry) }
    }
}

/// The lines of a text that comes in pieces, without their ends.
struct LineReader {
    struct Line {
        /// From 1.
        let number: Int
        let bytes: [UInt8]
    }

    private static let limit = 16 << 10
    private var rest: [UInt8] = []
    private var count = 0

    mutating func read(_ bytes: [UInt8]) throws(Refusal) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            count += 1
            lines.append(Line(number: count, bytes: Self.withoutReturn(rest + bytes[start..<end])))
            rest = []
            start = end + 1
        }
        rest += bytes[start...]
        guard rest.count <= Self.limit else { throw damaged("a line is too long", zh: "有一行过长") }
        return lines
    }

    /// - Returns: the last line, if it has no end.
    mutating func finish() -> Line? {
        defer { rest = [] }
        guard !rest.isEmpty else { return nil }
        count += 1
        return Line(number: count, bytes: Self.withoutReturn(rest))
    }

    private static func withoutReturn(_ line: consuming [UInt8]) -> [UInt8] {
        if line.last == 0x0D { line.removeLast() }
        return line
    }
}

/// The columns of a list by their names.
struct NamedColumns {
    private let places: [String: Int]
    let count: Int

    init(_ names: [String]) {
        places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        count = names.count
    }

    /// - Returns: the place of the first of some names that the list has; nil for none.
    func place(_ names: String...) -> Int? { names.lazy.compactMap { places[$0] }.first }
}

/// Reads an amount in yuan as gateways write it, `1160.00`, `1160`, `-1160.00` of a refund: its size. Nil for anything else.
func fen(yuan text: ArraySlice<UInt8>) -> Fen? {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    // Sums of a month are larger than any payment.
    guard (1...16).contains(digits.count) else { return nil }
    var (count, decimals): (Int64, Int?) = (0, nil)
    for byte in digits {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            count = count * 10 + Int64(byte - UInt8(ascii: "0"))
            decimals = decimals.map { $0 + 1 }
        case UInt8(ascii: ".") where decimals == nil: decimals = 0
        default: return nil
        }
    }
    switch decimals {
    case nil where digits.count <= 13: return Fen(count * 100)
    case 1?: return digits.count > 2 ? Fen(count * 10) : nil
    case 2?: return digits.count > 3 ? Fen(count) : nil
    default: return nil
    }
}

/// The amount of a row, with the line in what is refused.
func amount(_ text: ArraySlice<UInt8>, line: Int) throws(Refusal) -> Fen {
    if let amount = fen(yuan: text) { return amount }
    let shown = String(decoding: text, as: UTF8.self)
    throw damaged("line \(line): “\(shown)” is no amount", zh: "第 \(line) 行：“\(shown)”不是金额")
}

func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

/// Reads times of Beijing; those of a statement are of one day or two.
struct BeijingClock {
    private var day: ArraySlice<UInt8> = []
    private var midnightMs: Int64 = 0

    /// UTC milliseconds of `2026-10-02 08:31:07`; nil for anything else.
    mutating func ms(_ text: ArraySlice<UInt8>) -> Int64? {
        guard text.count == 19 else { return nil }
        let start = text.startIndex
        if !text.prefix(10).elementsEqual(day) {
            guard let day = Day(String(decoding: text.prefix(10), as: UTF8.self)) else { return nil }
            self.day = ArraySlice(Array(text.prefix(10)))
            midnightMs = ZoneRule.china.instant(day).milliseconds
        }
        func number(_ place: Int) -> Int64? {
            let (tens, ones) = (text[start + place] &- 0x30, text[start + place + 1] &- 0x30)
            return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : nil
        }
        guard text[start + 10] == UInt8(ascii: " "), text[start + 13] == UInt8(ascii: ":"),
            text[start + 16] == UInt8(ascii: ":"), let hour = number(11), let minute = number(14),
            let second = number(17), hour < 24, minute < 60, second < 60
        else { return nil }
        return midnightMs + hour * 3_600_000 + minute * 60_000 + second * 1000
    }
}

func damaged(_ english: String, zh chinese: String) -> Refusal {
    Refusal(.invalid, field: "file", english, zh: chinese)
}
