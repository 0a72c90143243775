import Domain
import Testing

@Suite struct ZoneRuleTests {
    /// Berlin in 2026: forward on 29 March at 01:00 UTC, back on 25 October at 01:00 UTC.
    private func berlin() throws -> ZoneRule {
        try #require(
            ZoneRule(
                initialOffsetSeconds: 3600,
                transitions: [
                    .init(at: Instant(1_774_746_000_000), offsetSeconds: 7200),
                    .init(at: Instant(1_792_890_000_000), offsetSeconds: 3600),
                ]))
    }

    @Test("a day in China begins at 16:00 UTC of the day before")
    func china() throws {
        let day = try #require(Day("2026-10-02"))
        let midnight = ZoneRule.china.instant(day)
        #expect(midnight == Instant(1_790_870_400_000))
        #expect(ZoneRule.china.day(of: midnight) == day)
        #expect(ZoneRule.china.day(of: midnight.adding(milliseconds: -1)) == day.adding(-1))
        #expect(ZoneRule.china.local(ZoneRule.china.instant(day, minute: 510)).milliseconds == 510 * 60_000)
    }

    @Test("days before 1970 and offsets west of UTC keep their midnights")
    func west() throws {
        let zone = ZoneRule(offsetSeconds: -5 * 3600)
        for number: Int32 in [-1000, -1, 0, 1] {
            let midnight = zone.instant(Day(number))
            #expect(zone.day(of: midnight) == Day(number))
            #expect(zone.day(of: midnight.adding(milliseconds: -1)) == Day(number - 1))
        }
    }

    @Test("a day that changes the clocks has 23 or 25 hours")
    func summerTime() throws {
        let zone = try berlin()
        let spring = try #require(Day("2026-03-29"))
        let autumn = try #require(Day("2026-10-25"))
        func hours(_ day: Day) -> Int64 {
            (zone.instant(day.adding(1)).milliseconds - zone.instant(day).milliseconds) / 3_600_000
        }
        #expect(hours(spring) == 23)
        #expect(hours(autumn) == 25)
        #expect(hours(autumn.adding(1)) == 24)
    }

    @Test("a time that the clock skips is the moment of the change, and one it shows twice is the first")
    func skippedAndRepeated() throws {
        let zone = try berlin()
        let spring = try #require(Day("2026-03-29"))
        let autumn = try #require(Day("2026-10-25"))
        #expect(zone.instant(spring, minute: 150) == Instant(1_774_746_000_000))
        #expect(zone.instant(autumn, minute: 150) == Instant(1_792_890_000_000 - 1_800_000))
    }

    @Test("a table whose transitions do not rise is refused")
    func unordered() {
        let transition = ZoneRule.Transition(at: Instant(5), offsetSeconds: 0)
        #expect(ZoneRule(initialOffsetSeconds: 0, transitions: [transition, transition]) == nil)
        #expect(ZoneRule(initialOffsetSeconds: 90_000, transitions: []) == nil)
    }
}
