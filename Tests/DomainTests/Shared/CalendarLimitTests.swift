import Domain
import Testing

@Suite struct CalendarLimitTests {
    private let zones: [ZoneRule] = [.china, .utc, ZoneRule(offsetSeconds: -9 * 3600 - 1800)]

    @Test("POL-1 a wait of N days ends at the first instant of the Nth day in the programme's zone, and not before")
    func opens() throws {
        let end = try #require(Day("2026-02-26"))
        for zone in zones {
            for (days, expected) in [(0, "2026-02-26"), (1, "2026-02-27"), (3, "2026-03-01"), (7, "2026-03-05")] {
                let opening = CalendarLimit(days: days, zone: zone).opens(after: end)
                #expect(zone.day(of: opening) == Day(expected))
                #expect(zone.day(of: opening.adding(milliseconds: -1)) == Day(expected)?.adding(-1))
            }
        }
    }

    @Test("POL-1 what is due within N days after a day is in time to the last millisecond of the Nth day")
    func dueAfter() throws {
        let end = try #require(Day("2026-10-02"))
        for zone in zones {
            let late = CalendarLimit(days: 14, zone: zone).lateFrom(after: end)
            #expect(zone.day(of: late.adding(milliseconds: -1)) == Day("2026-10-16"))
            #expect(zone.day(of: late) == Day("2026-10-17"))
        }
    }

    @Test("POL-1 what is due N days before a day is in time to the last millisecond of the Nth day before it")
    func dueBefore() throws {
        let start = try #require(Day("2026-10-08"))
        for zone in zones {
            let late = CalendarLimit(days: 7, zone: zone).lateFrom(before: start)
            #expect(zone.day(of: late.adding(milliseconds: -1)) == Day("2026-10-01"))
            #expect(zone.day(of: late) == Day("2026-10-02"))
        }
    }
}
