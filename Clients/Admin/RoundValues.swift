import ClientKit
import Console
import Domain
import Messages

/// Local time, in the zone of what it is about: `2026-10-01 08:00`.
struct ClockTime {
    let day: Day
    let minute: Int

    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard (1...2).contains(words.count), let day = Day(words[0]) else { return nil }
        self.day = day
        guard words.count == 2 else {
            minute = 0
            return
        }
        let parts = words[1].split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let rest = parts[1], (0...24).contains(hour),
            (0..<60).contains(rest), hour * 60 + rest <= 1440
        else { return nil }
        minute = hour * 60 + rest
    }

    func milliseconds(zone: String) -> Int64 { Shown.milliseconds(day, minute: minute, zone: zone) }
}

extension ClockTime: ArgumentValue {
    init?(argument: String) { self.init(argument) }
    static var expectation: Phrase { Phrase("a day and a time (2026-10-01 08:00)", "日期和时间（2026-10-01 08:00）") }
    var argument: String { "\(day) \(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)" }
}

/// A period with an exclusive end: `2026-10-01 08:00/2026-10-10 18:00`.
struct PeriodSpec: ArgumentValue {
    let from: ClockTime
    let to: ClockTime
    let argument: String

    init?(argument: String) {
        let halves = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, let from = ClockTime(halves[0]), let to = ClockTime(halves[1]) else { return nil }
        self.from = from
        self.to = to
        self.argument = argument
    }
    static var expectation: Phrase {
        Phrase("a time window (\"2026-10-01 08:00/2026-10-10 18:00\")", "时间段（\"2026-10-01 08:00/2026-10-10 18:00\"）")
    }

    func window(zone: String) -> RoundWindow {
        RoundWindow(fromMs: from.milliseconds(zone: zone), toMs: to.milliseconds(zone: zone))
    }
}

/// A review level and its window: `county=2026-10-01 08:00/2026-10-10 18:00`.
struct LevelSpec: ArgumentValue {
    let level: ReviewLevel
    let period: PeriodSpec
    let argument: String

    private static let levels: [ReviewLevel] = [.unit, .county, .city, .province]

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let level = Self.levels.first(where: { $0.isCalled(parts[0]) }),
            let period = PeriodSpec(argument: parts[1])
        else { return nil }
        self.level = level
        self.period = period
        self.argument = argument
    }
    static var expectation: Phrase {
        Phrase(
            "unit, county, city or province, and its window (\"county=2026-10-01/2026-10-10 18:00\")",
            "级别与时间段（\"区县=2026-10-01/2026-10-10 18:00\"，级别为单位、区县、地市、省级）")
    }
}

/// A preference batch (name, preferences, person types, base categories): `第一志愿:2:学科带头人,医疗技术骨干:专科医院,附属医院`.
struct BatchSpec: ArgumentValue {
    let name: String
    let preferences: UInt32
    let personTypes: [String]
    let baseCategories: [String]
    let argument: String

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == ":" || $0 == "：" }).map(String.init)
        guard parts.count == 4, let preferences = UInt32(parts[1]) else { return nil }
        name = parts[0]
        self.preferences = preferences
        personTypes = Self.list(parts[2])
        baseCategories = Self.list(parts[3])
        self.argument = argument
    }

    private static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { ",，、".contains($0) }).map(String.init)
    }
    static var expectation: Phrase {
        Phrase("NAME:PREFERENCES:TYPES:CATEGORIES", "“名称:志愿数:人员类型:基地类别”，多项以逗号分隔")
    }
}
