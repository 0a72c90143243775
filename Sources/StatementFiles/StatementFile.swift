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
        for (place, byte) in bytes.enumerated() where byte == 0x0A {
            count += 1
            lines.append(Line(number: count, bytes: Self.withoutReturn(rest + bytes[start..<place])))
            rest = []
            start = place + 1
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

    private static func withoutReturn(_ line: [UInt8]) -> [UInt8] { line.last == 0x0D ? line.dropLast() : line }
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

/// The row of a line, with the line in what is refused.
func entry(
    _ kind: StatementRowKind, _ number: String, _ transaction: String, yuan: String, at time: String?, line: Int
) throws(Refusal) -> StatementEntry {
    guard let amount = Fen(yuan: yuan.hasPrefix("-") ? String(yuan.dropFirst()) : yuan) else {
        throw damaged("line \(line): “\(yuan)” is no amount", zh: "第 \(line) 行：“\(yuan)”不是金额")
    }
    return try StatementEntry(
        kind: kind, number: number, transaction: transaction, fen: UInt64(clamping: amount.count),
        atMs: time.flatMap(beijingMs))
}

/// UTC milliseconds of `2026-10-02 08:31:07` in Beijing; nil for anything else.
func beijingMs(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
    let clock = parts[1].split(separator: ":").map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
        (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    return ZoneRule.china.instant(day, minute: hour * 60 + minute).milliseconds + Int64(second) * 1000
}

func damaged(_ english: String, zh chinese: String) -> Refusal {
    Refusal(.invalid, field: "file", english, zh: chinese)
}
