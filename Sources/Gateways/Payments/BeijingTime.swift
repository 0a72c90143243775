import Domain

/// UTC milliseconds in the forms in which the gateways write time: UTC+8, without summer time.
package enum BeijingTime {
    private static let offsetMs: Int64 = 8 * 3_600_000
    private static let dayMs: Int64 = 86_400_000

    /// `2026-11-30 01:20:00`
    package static func spaced(_ ms: Int64) -> String {
        let (day, time) = parts(ms)
        return "\(day) \(time)"
    }

    /// `20261130012000`
    package static func compact(_ ms: Int64) -> String { spaced(ms).filter(\.isNumber) }

    /// `2026-11-30T01:20:00+08:00`
    package static func rfc3339(_ ms: Int64) -> String {
        let (day, time) = parts(ms)
        return "\(day)T\(time)+08:00"
    }

    /// Reads any of the three forms; nil for anything else.
    package static func ms(_ text: String) -> Int64? {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        guard digits.count == 14 || digits.count == 18,
            let day = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
            number(8..<10) < 24, number(10..<12) < 60, number(12..<14) < 60
        else { return nil }
        let seconds = (number(8..<10) * 60 + number(10..<12)) * 60 + number(12..<14)
        let ms = Int64(day.number) * dayMs + Int64(seconds) * 1000 - offsetMs
        return [compact(ms), spaced(ms), rfc3339(ms)].contains(text) ? ms : nil
    }

    private static func parts(_ ms: Int64) -> (day: Day, time: String) {
        let local = ms + offsetMs
        let days = Int32(clamping: local >= 0 ? local / dayMs : (local - dayMs + 1) / dayMs)
        let seconds = (local - Int64(days) * dayMs) / 1000
        func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
        return (Day(days), "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))")
    }
}
