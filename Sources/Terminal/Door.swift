package import Domain
import Messages
import Storage

/// An offering as the person at the door needs it: whether it is on, and how far it has come.
package struct Door: Sendable, Equatable {
    /// The relation of a moment to an offering's activity dates.
    package enum Time: Sendable, Equatable {
        /// Within a window, or within an hour before one.
        case now
        /// An activity date, outside its windows.
        case today
        case anotherDay
    }

    package let offering: OfferingSummary
    package let time: Time
    package let day: Day
    /// Minutes from midnight at the venue.
    let minute: Int
    /// Windows of the day, as minutes from midnight; empty for the whole day.
    package let windows: [ClosedRange<Int>]

    init(_ offering: OfferingSummary, _ zone: ZoneRule, at instant: Instant) {
        let (day, restMs) = zone.local(instant)
        minute = Int(restMs / 60_000)
        let dates = offering.value.days.filter { $0.day == day.number }
        let bounds = dates.flatMap(\.windowMinutes).map { Int($0) }
        self.offering = offering
        self.day = day
        windows = stride(from: 0, to: bounds.count - bounds.count % 2, by: 2)
            .map { bounds[$0]...max(bounds[$0], bounds[$0 + 1]) }
        if dates.isEmpty {
            time = .anotherDay
        } else {
            let minute = minute
            let isNow = windows.isEmpty || windows.contains { $0.lowerBound - 60 <= minute && minute <= $0.upperBound }
            time = isNow ? .now : .today
        }
    }

    /// Whether the minute is in a window.
    var hasBegun: Bool { time == .now && (windows.isEmpty || windows.contains { $0.contains(minute) }) }

    /// Whether a clock at the venue showed an activity date when it showed so many milliseconds since 1970.
    package func isDay(ofLocalMs localMs: Int64) -> Bool {
        offering.value.days.contains { Int64($0.day) == (localMs - (localMs < 0 ? 86_399_999 : 0)) / 86_400_000 }
    }

    /// `08:00–12:00, 14:00–17:30`
    package var hours: String {
        windows.map(Self.clock).joined(separator: ", ")
    }

    /// `08:00–12:00`
    package static func clock(_ window: ClosedRange<Int>) -> String {
        "\(clock(window.lowerBound))–\(clock(window.upperBound))"
    }

    /// `08:00`, of minutes from midnight.
    static func clock(_ minute: Int) -> String {
        "\(minute / 600)\(minute / 60 % 10):\(minute % 60 / 10)\(minute % 10)"
    }
}

extension TerminalCore {
    /// Returns the offerings that this terminal knows, those that are on first.
    package func doors(at time: DeviceTime) throws -> [Door] {
        let offerings = try offerings()
        return try database.read { snapshot in
            let doors = try offerings.map { Door($0, try zone(of: $0.id, snapshot), at: Instant(time.wallMs)) }
            return [.now, .today, .anotherDay].flatMap { time in doors.filter { $0.time == time } }
        }
    }

    /// Finds the offering to record for.
    /// - Parameter named: its id, its title, or a part of its title that no other has; nil for the one that is on.
    /// - Throws: `notFound` where none is named so or is on, `invalid` where several are; the refusal lists them.
    package func door(named: String?, at time: DeviceTime) throws -> Door {
        let doors = try doors(at: time)
        guard let named else {
            let today = doors.filter { $0.time != .anotherDay }
            let on = today.filter { $0.time == .now }
            // An hour before its window an offering is on, but for where another's window has begun.
            let begun = on.filter(\.hasBegun)
            let now = begun.isEmpty ? on : begun
            if let only = now.count == 1 ? now.first : today.count == 1 ? today.first : nil { return only }
            throw today.isEmpty
                ? Refusal(
                    .notFound, field: "offering", "no offering known here is on today; give --offering: \(list(doors))",
                    zh: "本终端今天没有期次，请用 --offering 指定：\(list(doors))")
                : Refusal(
                    .invalid, field: "offering", "several offerings are on today; give --offering: \(list(today))",
                    zh: "今天有多个期次，请用 --offering 指定：\(list(today))")
        }
        let titled =
            [
                { "\($0.offering.id)" == named }, { $0.offering.value.title == named },
                { $0.offering.value.title.contains(named) },
            ].lazy.map { (isNamed: (Door) -> Bool) in doors.filter(isNamed) }.first { !$0.isEmpty } ?? []
        if titled.count == 1, let only = titled.first { return only }
        throw titled.isEmpty
            ? Refusal(
                .notFound, field: "offering",
                "this terminal knows no offering “\(named)”; sync, or give one of: \(list(doors))",
                zh: "本终端没有期次“\(named)”，请先同步（rollcall-terminal sync），或指定：\(list(doors))")
            : Refusal(
                .invalid, field: "offering", "“\(named)” names several offerings: \(list(titled))",
                zh: "“\(named)”对应多个期次：\(list(titled))")
    }

    /// Finds a course of an offering.
    /// - Parameter named: its id, its name, or a part of its name that no other has.
    package func course(named: String, of door: Door) throws -> UInt64 {
        let courses = door.offering.value.courses
        let found = courses.filter { "\($0.id)" == named || $0.name == named }
        let matching = found.isEmpty ? courses.filter { $0.name.contains(named) } : found
        if matching.count == 1, let only = matching.first { return only.id }
        let list = courses.isEmpty ? "–" : courses.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
        throw Refusal(
            .notFound, field: "course", "“\(named)” is no course of this offering; it has: \(list)",
            zh: "“\(named)”不是本期课程；本期课程：\(list)")
    }

    /// Counts the people on the roster who were scanned live on a day.
    package func arrived(at door: Door) throws -> Int {
        try database.read { snapshot in
            try snapshot.first(
                "SELECT COUNT(*) FROM seen WHERE offering = ?1 AND day = ?2 AND person > 0", door.offering.id,
                door.day.number
            ) { $0.int(0) } ?? 0
        }
    }

    private func list(_ doors: [Door]) -> String {
        if doors.isEmpty { return "–" }
        let shown = doors.prefix(8).map { "\($0.offering.id) \($0.offering.value.title)" }.joined(separator: ", ")
        return doors.count > 8 ? shown + " …" : shown
    }
}
