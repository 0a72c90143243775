import Domain
import Facts
import Journal

/// Judges the facts of a story by an evaluator, and compares the verdicts with true time.
struct ClockOracle {
    /// How a row's time is found: the product's way, or a planted fault.
    typealias Evaluator = @Sendable (_ arrived: ClockStory.Arrived, _ row: Int, _ clock: TerminalClock) -> FactTime

    static let product: Evaluator = { arrived, row, clock in
        BatchTimes(
            arrived.batch, clock: clock, receivedMs: arrived.receivedMs, isServer: false,
            isReceiptGenuine: arrived.isReceiptGenuine
        ).time(of: row)
    }

    private(set) var facts = 0
    private(set) var counted = 0
    private(set) var uncertain = 0
    private(set) var onClocksWord = 0
    /// Counted by a wall clock that had been wrong by more than five minutes, although absent.
    private(set) var misledByClock = 0
    /// Counted although outside the window, or after the arrival; or true time outside the proven interval.
    private(set) var wrong: [String] = []

    mutating func judge(_ story: ClockStory, by evaluator: Evaluator = product) {
        let plan = Self.plan(story)
        let clock = TerminalClock(story.readings)
        for arrived in story.arrived {
            for row in arrived.batch.rows {
                let time = evaluator(arrived, row, clock)
                judge(time, arrived, row, plan, wasClockRight: story.wasRight)
            }
        }
    }

    private mutating func judge(
        _ time: FactTime, _ arrived: ClockStory.Arrived, _ row: Int, _ plan: AttendancePlan, wasClockRight: Bool
    ) {
        let truth = arrived.truth[row]
        let scan = ScanFact(person: 1, earliestMs: time.interval.earliestMs, latestMs: time.interval.latestMs)
        let verdict = plan.verdicts(ofOnePerson: [scan], onRoster: true)[0]
        let exact = ScanFact(person: 1, earliestMs: truth, latestMs: truth)
        let isInside = plan.verdicts(ofOnePerson: [exact], onRoster: true)[0].state == .counted
        facts += 1
        if verdict.code == .timeUncertain { uncertain += 1 }
        if time.basis == .measured, truth < time.interval.earliestMs || truth > time.interval.latestMs {
            wrong.append("made at \(truth), measured \(time.interval)")
        }
        guard verdict.state == .counted else { return }
        counted += 1
        if time.basis == .clocksWord { onClocksWord += 1 }
        if time.interval.latestMs > arrived.receivedMs { wrong.append("\(truth) counted after it came") }
        guard !isInside else { return }
        if time.basis == .clocksWord, !wasClockRight {
            misledByClock += 1
        } else {
            wrong.append("made at \(truth), outside, counted by \(time)")
        }
    }

    private static func plan(_ story: ClockStory) -> AttendancePlan {
        let first = ZoneRule.china.day(of: Instant(ClockStory.start))
        let days = (0..<ClockStory.days).map { first.adding($0) }
        let windows = days.map {
            AttendanceWindow(day: $0, fromMinute: story.window.lowerBound, toMinute: story.window.upperBound)
        }
        return AttendancePlan(
            dates: days, windows: WindowList(stored: windows), demand: .anyOnePeriod, zone: .china)
    }
}
