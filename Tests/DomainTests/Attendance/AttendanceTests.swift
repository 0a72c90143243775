import Domain
import Testing

@Suite struct AttendanceTests {
    private let day = Day(20_728)
    private let morning: AttendanceWindow
    private let afternoon: AttendanceWindow
    private let roster = PersonRows([11, 12, 13])

    init() {
        morning = AttendanceWindow(day: day, fromMinute: 480, toMinute: 720)
        afternoon = AttendanceWindow(day: day, fromMinute: 840, toMinute: 1080)
    }

    private func plan(
        _ windows: [AttendanceWindow], days: Int = 1, demand: AttendanceDemand = .theSession, courses: [CourseID] = []
    ) throws -> AttendancePlan {
        let dates = (0..<days).map { day.adding($0) }
        return AttendancePlan(
            dates: dates, windows: try WindowList(windows, dates: dates, courses: courses), demand: demand, zone: .china
        )
    }

    private func ms(_ minute: Int, day offset: Int = 0) -> Int64 {
        ZoneRule.china.instant(day.adding(offset), minute: minute).milliseconds
    }

    private func scan(_ person: UInt64, _ ms: Int64, doubt: Int64 = 0) -> ScanFact {
        ScanFact(person: person, earliestMs: ms, latestMs: ms + doubt)
    }

    @Test("ATT-10a a day is over at the end of its last window, and at six in the evening where that lasts to midnight")
    func evenings() throws {
        func evening(_ toMinute: Int) throws -> Int64 {
            let last = AttendanceWindow(day: day, fromMinute: 840, toMinute: toMinute)
            return try plan([morning, last]).evening(of: day).milliseconds
        }
        #expect(try evening(1080) == ms(1080))
        #expect(try evening(1439) == ms(1439))
        #expect(try evening(1440) == ms(1080))
    }

    @Test("ATT-4a a repeat joins the first scan of its window and needs no decision, whichever arrived first")
    func repeats() throws {
        let scans = [scan(11, ms(500)), scan(11, ms(490)), scan(11, ms(900)), scan(11, ms(490)), scan(12, ms(490))]
        let attendance = Attendance(scans, roster: roster, plan: try plan([morning, afternoon]))
        #expect(attendance.verdicts.map(\.state) == [.repeat, .counted, .counted, .repeat, .counted])
        #expect(attendance.countedScan(row: 0, window: 0) == 1)
        #expect(attendance.totals.repeats == 2)
        #expect(attendance.totals.people == 2)
        #expect(attendance.peopleInWindow == [2, 1])
        #expect(attendance.scansOfPerson == [4, 1, 0])
    }

    @Test("ATT-10a a day is silent from the end of its last window, or from six, until a scan may have been made on it")
    func silentDays() throws {
        let plan = try plan([morning, AttendanceWindow(day: day.adding(1), fromMinute: 1140, toMinute: 1200)], days: 3)
        func silent(_ scans: [ScanFact], at minute: Int, day offset: Int = 0) -> [Day] {
            plan.silentDays(scans, now: Instant(ms(minute, day: offset)))
        }
        #expect(silent([], at: 719) == [] && silent([], at: 720) == [day])
        #expect(silent([], at: 1199, day: 1) == [day] && silent([], at: 1200, day: 1) == [day, day.adding(1)])
        #expect(silent([], at: 1080, day: 9) == [day, day.adding(1), day.adding(2)])
        #expect(silent([scan(11, ms(600))], at: 1080, day: 9) == [day.adding(1), day.adding(2)])
        #expect(silent([scan(0, ms(1430), doubt: 20 * 60_000)], at: 1080, day: 9) == [day.adding(2)])
        #expect(silent([scan(11, ms(1500, day: 2))], at: 1080, day: 9).count == 3)
    }

    @Test(
        "ATT-4b a scan counts from the first millisecond of its window to the last before its end, and dates likewise")
    func boundaries() throws {
        let plan = try plan([morning])
        func state(_ at: Int64) -> ScanState {
            Attendance([scan(11, at)], roster: roster, plan: plan).verdicts[0].state
        }
        #expect(state(ms(480)) == .counted)
        #expect(state(ms(480) - 1) == .outsideWindow)
        #expect(state(ms(720) - 1) == .counted)
        #expect(state(ms(720)) == .outsideWindow)
        #expect(state(ms(0)) == .outsideWindow)
        #expect(state(ms(0) - 1) == .outsideDates)
        #expect(state(ms(1440) - 1) == .outsideWindow)
        #expect(state(ms(1440)) == .outsideDates)
        #expect(state(.min) == .outsideDates)
        #expect(state(.max) == .outsideDates)
    }

    @Test("ATT-4c an uncertain time is flagged only where it could be inside and could be outside")
    func uncertain() throws {
        let plan = try plan([morning])
        func verdict(_ from: Int64, _ to: Int64) -> ScanVerdict {
            Attendance([scan(11, from, doubt: to - from)], roster: roster, plan: plan).verdicts[0]
        }
        #expect(verdict(ms(480), ms(720) - 1).state == .counted)
        #expect(verdict(ms(480), ms(720)) == ScanVerdict(.flagged, code: .timeUncertain))
        #expect(verdict(ms(480) - 1, ms(500)) == ScanVerdict(.flagged, code: .timeUncertain))
        #expect(verdict(ms(0), ms(480) - 1).state == .outsideWindow)
        #expect(verdict(ms(-900), ms(-1)).state == .outsideDates)
        #expect(verdict(ms(-900), ms(3)).state == .outsideWindow)
        #expect(verdict(ms(-900), ms(3000)) == ScanVerdict(.flagged, code: .timeUncertain))
    }

    @Test("ATT-4c a doubtful code counts only after a person accepts it, and a voided scan never")
    func decisions() throws {
        var expired = scan(11, ms(500))
        expired.evidence = .codeExpired
        var forged = scan(12, ms(500))
        forged.evidence = .codeForged
        var accepted = expired
        accepted.decision = .accepted
        var uncertain = scan(13, ms(719), doubt: 100_000)
        uncertain.decision = .accepted
        var voided = scan(12, ms(500))
        voided.decision = .voided
        let verdicts = Attendance(
            [expired, forged, accepted, uncertain, voided], roster: roster, plan: try plan([morning])
        ).verdicts
        #expect(
            verdicts == [
                ScanVerdict(.flagged, code: .codeExpired), ScanVerdict(.flagged, code: .codeForged),
                ScanVerdict(.counted, window: 0), ScanVerdict(.counted, window: 0), ScanVerdict(.voided),
            ])
    }

    @Test("a scan of somebody who is not on the roster is flagged, not lost")
    func stranger() throws {
        let attendance = Attendance([scan(99, ms(500)), scan(0, ms(500))], roster: roster, plan: try plan([morning]))
        #expect(attendance.verdicts == Array(repeating: ScanVerdict(.flagged, code: .notOnRoster), count: 2))
        #expect(attendance.totals.flagged == 2)
        #expect(attendance.totals.people == 0)
    }

    @Test(
        "a scan counts in a window of its own course or of any course; one at the door counts in the window that is open"
    )
    func courses() throws {
        let theory = try #require(CourseID(7))
        let skills = try #require(CourseID(8))
        let plan = try plan(
            [
                AttendanceWindow(day: day, fromMinute: 480, toMinute: 720, course: skills),
                AttendanceWindow(day: day, fromMinute: 500, toMinute: 720, course: theory), afternoon,
            ], courses: [theory, skills])
        func window(_ minute: Int, _ course: UInt64) -> Int16 {
            var fact = scan(11, ms(minute))
            fact.course = course
            return Attendance([fact], roster: roster, plan: plan).verdicts[0].window
        }
        #expect(window(600, 7) == 1)
        #expect(window(600, 8) == 0)
        #expect(window(490, 7) == -1)
        #expect(window(900, 7) == 2)
        #expect(window(600, 0) == 0)
        #expect(window(600, 9) == -1)
        #expect(plan.openWindow(at: Instant(ms(600)), course: theory)?.index == 1)
        #expect(plan.openWindow(at: Instant(ms(600)), course: nil)?.index == 0)
        #expect(plan.openWindow(at: Instant(ms(720)), course: nil) == nil)
    }

    @Test("ATT-5a present means a counted scan in every window")
    func everyWindow() throws {
        let plan = try plan([morning, afternoon])
        let attendance = Attendance(
            [scan(11, ms(500)), scan(11, ms(900)), scan(12, ms(500))], roster: roster, plan: plan)
        #expect(
            (0..<3).map { attendance.presence(row: $0).result(.theSession, in: plan) }
                == [.present, .missing([afternoon]), .missing([morning, afternoon])])
        #expect((0..<3).map { attendance.isPresent(row: $0, demand: .theSession) } == [true, false, false])
    }

    @Test("ATT-5c each demand asks for what the policy says")
    func demands() throws {
        func present(_ demand: AttendanceDemand, _ windows: [AttendanceWindow], days: Int, _ scans: [ScanFact]) throws
            -> Bool
        {
            let plan = try plan(windows, days: days, demand: demand)
            let attendance = Attendance(scans, roster: roster, plan: plan)
            #expect(
                attendance.isPresent(row: 0, demand: demand)
                    == (attendance.presence(row: 0).result(demand, in: plan) == .present))
            return attendance.isPresent(row: 0, demand: demand)
        }
        let firstDay = scan(11, ms(500))
        let secondDay = scan(11, ms(700, day: 1))
        #expect(try present(.anyOnePeriod, [morning, afternoon], days: 2, [firstDay]))
        #expect(try !present(.anyOnePeriod, [morning, afternoon], days: 2, [secondDay]))
        #expect(try present(.theSession, [morning], days: 2, [firstDay]))
        #expect(try !present(.everyDayAndWindow, [morning], days: 2, [firstDay]))
        #expect(try present(.everyDayAndWindow, [morning], days: 2, [firstDay, secondDay]))
        #expect(try !present(.everyDayAndWindow, [morning, afternoon], days: 2, [firstDay, secondDay]))
        #expect(try !present(.theSession, [], days: 2, [firstDay]))
        #expect(try present(.theSession, [], days: 2, [firstDay, secondDay]))
    }

    @Test("ATT-8 what is missing is named by day and period, and nothing once the demand is met")
    func missing() throws {
        let everyDay = try plan([morning], days: 2, demand: .everyDayAndWindow)
        let nobody = Attendance([], roster: roster, plan: everyDay).presence(row: 0)
        let result = nobody.result(.everyDayAndWindow, in: everyDay)
        #expect(result.missing.map(\.en) == ["attendance 2026-10-02 08:00–12:00", "attendance 2026-10-03"])
        #expect(result.obstacles.map(\.en) == ["absent 2026-10-02 08:00–12:00", "absent 2026-10-03"])
        let any = try plan([morning, afternoon], demand: .anyOnePeriod)
        let one = Attendance([scan(11, ms(900))], roster: roster, plan: any)
        #expect(one.presence(row: 0).result(.anyOnePeriod, in: any).missing.isEmpty)
        #expect(one.presence(row: 1).result(.anyOnePeriod, in: any) == .noPeriod)
    }

    @Test("ATT-5b the suggested window reaches from the day's first scan to its last and holds both")
    func suggestion() throws {
        let plan = try plan([], days: 2)
        var voided = scan(11, ms(30))
        voided.decision = .voided
        let scans = [
            scan(11, ms(495) + 59_999), scan(12, ms(731)), voided, scan(99, ms(10)), scan(13, ms(1439, day: 1)),
        ]
        let first = try #require(plan.suggestWindow(on: day, scans: scans, roster: roster))
        #expect(first == AttendanceWindow(day: day, fromMinute: 495, toMinute: 732))
        let last = try #require(plan.suggestWindow(on: day.adding(1), scans: scans, roster: roster))
        #expect(last == AttendanceWindow(day: day.adding(1), fromMinute: 1439, toMinute: 1440))
        #expect(plan.suggestWindow(on: day.adding(2), scans: scans, roster: roster) == nil)
        #expect(plan.suggestWindow(on: day, scans: [voided], roster: roster) == nil)
    }

    @Test("ATT-1a the code is shown on activity dates only")
    func activityDates() throws {
        let plan = try plan([morning])
        #expect(plan.isActivityDate(at: Instant(ms(0))))
        #expect(!plan.isActivityDate(at: Instant(ms(0) - 1)))
        #expect(!plan.isActivityDate(at: Instant(ms(1440))))
    }
}
