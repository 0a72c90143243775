import ClientKit
package import Console
package import Domain
import Messages

/// Hours and credits: `1.5`, `12`.
extension Tenths: ArgumentValue {
    package init?(argument: String) {
        guard let value = decimal(argument, places: 1) else { return nil }
        self.init(value)
    }
    package static var expectation: Phrase { Phrase("a number with at most one decimal", "最多一位小数的数") }
    package var argument: String { description }
}

/// Marks: `88`, `88.5`.
struct Hundredths: ArgumentValue {
    let count: UInt32

    init?(argument: String) {
        guard let value = decimal(argument, places: 2) else { return nil }
        count = value
    }
    static var expectation: Phrase { Phrase("a number with at most two decimals", "最多两位小数的数") }
    var argument: String { hundredths(Int(count)) }
}

/// Parses a number of tenths or hundredths; nil for more decimals than `places`.
private func decimal(_ text: String, places: Int) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        !parts[0].isEmpty, parts.count == 1 || (1...places).contains(parts[1].utf8.count)
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    return UInt32(parts[0] + decimals + String(repeating: "0", count: places - decimals.utf8.count))
}

/// An activity date and its hours: `2026-10-02:6.5`.
struct DateSpec: ArgumentValue {
    let day: Day
    let hours: Tenths

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let day = Day(parts[0]), parts.count <= 2 else { return nil }
        self.day = day
        guard parts.count == 2 else {
            hours = .zero
            return
        }
        guard let hours = Tenths(argument: parts[1]) else { return nil }
        self.hours = hours
    }
    static var expectation: Phrase {
        Phrase("a day, perhaps with hours (2026-10-02:6.5)", "日期，可附学时（2026-10-02:6.5）")
    }
    var argument: String { "\(day):\(hours)" }
}

/// A window, with a course by id or name: `2026-10-02 08:00-12:00`, `…@course`.
struct WindowSpec: ArgumentValue {
    let day: Day
    let fromMinute: UInt32
    let toMinute: UInt32
    let course: String?

    init?(argument: String) {
        let halves = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let words = halves[0].split(separator: " ").map(String.init)
        guard words.count == 2, let day = Day(words[0]) else { return nil }
        let times = words[1].split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Self.minute(String($0)) }
        guard times.count == 2, let from = times[0], let to = times[1] else { return nil }
        guard halves.count == 1 || !halves[1].isEmpty else { return nil }
        self.day = day
        (fromMinute, toMinute) = (from, to)
        course = halves.count == 2 ? halves[1] : nil
    }

    private static func minute(_ text: String) -> UInt32? {
        let parts = text.split(separator: ":").map { UInt32($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], hour <= 24, minute < 60,
            hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }
    static var expectation: Phrase {
        Phrase("a window (\"2026-10-02 08:00-12:00\", perhaps with @COURSE)", "考勤时段（\"2026-10-02 08:00-12:00\"，可加 @课程）")
    }
    var argument: String { "\(day)" }
}

/// A course's name, hours and credits: `心肺复苏:6:1.5`.
struct CourseSpec: ArgumentValue {
    let name: String
    let hours: Tenths
    let credits: Tenths

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == ":" || $0 == "：" }).map(String.init)
        guard parts.count >= 3, let credits = Tenths(argument: parts[parts.count - 1]),
            let hours = Tenths(argument: parts[parts.count - 2])
        else { return nil }
        name = parts.dropLast(2).joined(separator: ":")
        self.hours = hours
        self.credits = credits
    }
    static var expectation: Phrase { Phrase("NAME:HOURS:CREDITS", "“名称:学时:学分”") }
    var argument: String { "\(name):\(hours):\(credits)" }
}

/// A policy switch: `leadDays=7`.
struct SwitchSpec: ArgumentValue {
    let name: String
    let value: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        (name, value) = (parts[0], parts[1])
    }
    static var expectation: Phrase { Phrase("SWITCH=VALUE", "“开关=取值”") }
    var argument: String { "\(name)=\(value)" }
    /// Names and values may be in Chinese.
    var message: PolicySwitch {
        let name = PolicyNames.policySwitch(name)
        // A form is a text of the administrator's own, whose commas stay.
        let value =
            [SwitchName.evaluationForm.name, SwitchName.creditRules.name].contains(name)
            ? value : PolicyNames.value(value)
        return .init(name: name, value: value)
    }
}

func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func bytes(hex text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
        guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else {
            return nil
        }
        bytes.append(byte)
    }
    return bytes
}
