import Domain
import Testing

@Suite struct OfferingTests {
    private let first = Day(20_728)
    private let courses: [CourseID]

    init() throws {
        courses = try [#require(CourseID(7)), #require(CourseID(8))]
    }

    private func offering(
        dates: [Int] = [0, 1], windows: [AttendanceWindow] = [], passMark: Int = 6000, period: Int = 60,
        periodMax: Int? = 60
    ) throws(Refusal) -> ValidOffering {
        try ValidOffering(
            title: "第一期", dates: dates.map { ActivityDay(day: first.adding($0), hours: Tenths(60)) },
            windows: windows, courses: courses, passMark: passMark, codePeriodSeconds: period, codePeriodMax: periodMax)
    }

    private func window(_ from: Int, _ to: Int, day: Int = 0, course: CourseID? = nil) -> AttendanceWindow {
        AttendanceWindow(day: first.adding(day), fromMinute: from, toMinute: to, course: course)
    }

    @Test("PRJ-3 dates and windows are put in order")
    func sorted() throws {
        let made = try offering(
            dates: [1, 0], windows: [window(480, 720, day: 1), window(840, 1080), window(480, 720)])
        #expect(made.dates.map(\.day) == [first, first.adding(1)])
        #expect(made.firstDay == first)
        #expect(made.lastDay == first.adding(1))
        #expect(made.windows.windows.map(\.fromMinute) == [480, 840, 480])
    }

    @Test("PRJ-3 an offering without dates, with too many or with one twice is refused")
    func dates() {
        for dates in [[], Array(0...366), [0, 1, 0]] {
            #expect(refusal { () throws(Refusal) in try offering(dates: dates) }?.field == "dates")
        }
    }

    @Test("PRJ-3 a window ends after it begins and stays inside its day")
    func minutes() throws {
        for (from, to) in [(480, 480), (481, 480), (-1, 480), (0, 1441)] {
            let refused = refusal { () throws(Refusal) in try offering(windows: [window(from, to)]) }
            #expect(refused?.code == .invalid)
            #expect(refused?.field == "windows")
        }
        _ = try offering(windows: [window(0, 1440), window(0, 1, day: 1)])
    }

    @Test("PRJ-3 a window outside the activity dates is refused with the reason")
    func outside() {
        let refused = refusal { () throws(Refusal) in try offering(windows: [window(480, 720, day: 2)]) }
        #expect(refused?.code == .outsideActivityDates)
        #expect(refused?.text == "2026-10-04 08:00–12:00 is not inside an activity date")
    }

    @Test("PRJ-3 windows of one course do not overlap; those of two courses may; one for any course overlaps none")
    func overlap() throws {
        _ = try offering(windows: [window(480, 720, course: courses[0]), window(480, 720, course: courses[1])])
        _ = try offering(windows: [window(480, 720), window(720, 800)])
        for pair in [
            [window(480, 720), window(719, 800)],
            [window(480, 720, course: courses[0]), window(500, 510, course: courses[0])],
            [window(480, 720), window(500, 510, course: courses[0])],
            [
                window(480, 500, course: courses[0]), window(480, 720, course: courses[1]),
                window(499, 510, course: courses[0]),
            ],
        ] {
            #expect(refusal { () throws(Refusal) in try offering(windows: pair) }?.code == .invalid)
        }
    }

    @Test("PRJ-3 a window of a course that the project does not have is refused")
    func unknownCourse() throws {
        let stranger = try #require(CourseID(9))
        #expect(
            refusal { () throws(Refusal) in try offering(windows: [window(1, 2, course: stranger)]) }?.code == .notFound
        )
    }

    @Test("ATT-1a a code's period is at most the policy's, and none asked for means the default within it")
    func codePeriod() throws {
        #expect(try offering(period: 0, periodMax: 600).codePeriodSeconds == 60)
        #expect(try offering(period: 0, periodMax: 30).codePeriodSeconds == 30)
        #expect(try offering(period: 600, periodMax: 600).codePeriodSeconds == 600)
        #expect(refusal { () throws(Refusal) in try offering(period: 601, periodMax: 600) }?.field == "code_period_s")
    }

    @Test("a pass mark lies between nothing and everything")
    func passMark() throws {
        _ = try offering(passMark: 0)
        _ = try offering(passMark: 10_000)
        #expect(refusal { () throws(Refusal) in try offering(passMark: 10_001) }?.field == "pass_mark_hundredths")
        #expect(refusal { () throws(Refusal) in try offering(passMark: -1) }?.field == "pass_mark_hundredths")
    }
}
