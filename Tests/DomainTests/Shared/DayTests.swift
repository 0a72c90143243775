import Domain
import Testing

@Suite struct DayTests {
    @Test("every day from 1900 to 2200 follows the one before it, and its date gives the same day")
    func calendar() throws {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        #expect(day.number == -25_567)
        var expected = (year: 1900, month: 1, date: 1)
        while expected.year <= 2200 {
            let civil = day.civil
            try #require(civil == (expected.year, expected.month, expected.date))
            try #require(Day(year: civil.year, month: civil.month, day: civil.day) == day)
            day = day.adding(1)
            expected.date += 1
            if Day(year: expected.year, month: expected.month, day: expected.date) == nil {
                expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
            }
        }
    }

    @Test(
        "dates that do not exist are refused",
        arguments: [
            (2025, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (0, 1, 1),
            (10_000, 1, 1),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("a day is written and read as an ISO date")
    func text() throws {
        #expect(Day(0).description == "1970-01-01")
        #expect(Day("2026-10-02") == Day(20_728))
        #expect(Day(20_728).description == "2026-10-02")
        #expect(Day("2000-02-29") != nil)
        for bad in ["2026-1-02", "2026/10/02", "2026-10-02 ", "+026-10-02", "", "２０２６-10-02"] {
            #expect(Day(bad) == nil, "\(bad)")
        }
    }

    @Test("days and instants stop at the ends of their range instead of trapping")
    func saturation() {
        #expect(Day(.max).adding(1) == Day(.max))
        #expect(Day(.min).adding(.min) == Day(.min))
        #expect(Instant(.max).adding(milliseconds: 1) == Instant(.max))
        #expect(ZoneRule.china.local(Instant(.max)).day == Day(.max))
        #expect(ZoneRule.china.local(Instant(.min)).day == Day(.min))
        _ = Day(.max).civil
        _ = Day(.min).civil
    }
}
