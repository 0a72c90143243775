/// One punch of an attendance file, unverified.
package struct Punch: Equatable, Sendable {
    package let line: Int
    /// As printed, without leading blanks; leading zeros are kept.
    package let pin: String
    /// The device's local time, as milliseconds since 1970 in its own zone.
    package let localMs: Int64
    package let device: UInt64
    /// The device's in or out; never trusted.
    package let status: UInt64
    package let verify: UInt64
    package let workCode: UInt64
}

/// A line that is not a punch; reported to the administrator.
package struct UnreadLine: Equatable, Sendable {
    package let line: Int
    package let text: String
    package let reason: Phrase

    package static let shownLimit = 100
}

/// The file that common attendance terminals write to a USB stick (`attlog.dat`): one punch per line, ended by `\r\n`
/// or `\n`, columns separated by tabs:
/// ```
/// PIN (padded with blanks) ⇥ yyyy-MM-dd HH:mm:ss ⇥ device ⇥ status ⇥ verify ⇥ work code
/// ```
/// Columns after the time may be missing from the end. Some models put a line with their serial number first and one
/// with a checksum last; they are reported like every line that is not a punch.
package struct AttendanceFile: Sendable {
    package private(set) var punches: [Punch] = []
    /// The first unread lines, at most `unreadLimit`.
    package private(set) var unread: [UnreadLine] = []
    package private(set) var unreadCount = 0

    package static let unreadLimit = 1000
    package static let lineLimit = 1_000_000
    /// The most bytes of a line that are looked at.
    private static let lineBytes = 1024
    /// The most bytes of a file: as many lines as it may have, of the length that devices write.
    package static let sizeLimit = 64 << 20
    package static let pinLimit = 32

    /// - Throws: only for a file with more than `lineLimit` lines.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            line += 1
            guard line <= Self.lineLimit else {
                throw Refusal(
                    .invalid, field: "line \(line)", "more than \(Self.lineLimit) lines", zh: "超过 \(Self.lineLimit) 行")
            }
            take(bytes[start..<end], line: line)
            let isReturn = end < bytes.count && bytes[end] == 0x0D
            start = end + (isReturn && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
        }
    }

    private mutating func take(_ text: ArraySlice<UInt8>, line: Int) {
        // Of a line that no device writes the beginning tells as much.
        let text = text.prefix(Self.lineBytes)
        guard text.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
        switch Self.punch(text, line: line) {
        case .success(let punch): punches.append(punch)
        case .failure(let fault):
            unreadCount += 1
            guard unread.count < Self.unreadLimit else { return }
            unread.append(
                UnreadLine(
                    line: line, text: String(decoding: text.prefix(UnreadLine.shownLimit), as: UTF8.self),
                    reason: fault.reason))
        }
    }

    private enum Fault: Error {
        case noPunch
        case badPIN
        case badTime
        case badNumber

        var reason: Phrase {
            switch self {
            case .noPunch:
                Phrase("no punch: a serial number, a checksum or another format", "不是打卡记录（序列号、校验和或其他格式）")
            case .badPIN:
                Phrase("the PIN is empty, too long or not letters and digits", "编号为空、过长或含有字母数字以外的字符")
            case .badTime: Phrase("no possible date and time", "日期时间无效")
            case .badNumber: Phrase("a column that should be a number is not", "应为数字的列不是数字")
            }
        }
    }

    private static func punch(_ text: ArraySlice<UInt8>, line: Int) -> Result<Punch, Fault> {
        let columns = text.split(separator: 0x09, maxSplits: 7, omittingEmptySubsequences: false).map(trimmed)
        guard columns.count >= 2, columns[1].count >= 8, columns[1].contains(0x3A) else { return .failure(.noPunch) }
        let pin = columns[0]
        guard (1...pinLimit).contains(pin.count), pin.allSatisfy(isPINByte) else { return .failure(.badPIN) }
        guard let localMs = localMs(Array(columns[1])) else { return .failure(.badTime) }
        var numbers: [UInt64] = [0, 0, 0, 0]
        for (index, column) in columns.dropFirst(2).prefix(4).enumerated() where !column.isEmpty {
            guard let number = decimal(column) else { return .failure(.badNumber) }
            numbers[index] = UInt64(number)
        }
        return .success(
            Punch(
                line: line, pin: String(decoding: pin, as: UTF8.self), localMs: localMs, device: numbers[0],
                status: numbers[1], verify: numbers[2], workCode: numbers[3]))
    }

    private static func trimmed(_ column: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = column.firstIndex { $0 != 0x20 } ?? column.endIndex
        let end = column.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
        return column[start..<end]
    }

    private static func isPINByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// `2026-10-03 08:59:01`
    private static func localMs(_ text: [UInt8]) -> Int64? {
        guard text.count == 19, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x20, text[13] == 0x3A, text[16] == 0x3A,
            let year = decimal(text[0..<4]), let month = decimal(text[5..<7]), let date = decimal(text[8..<10]),
            let hour = decimal(text[11..<13]), let minute = decimal(text[14..<16]), let second = decimal(text[17..<19]),
            let day = Day(year: year, month: month, day: date), hour < 24, minute < 60, second < 60
        else { return nil }
        return Int64(day.number) * 86_400_000 + Int64((hour * 60 + minute) * 60 + second) * 1000
    }
}
