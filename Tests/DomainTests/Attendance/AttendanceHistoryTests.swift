import Domain
import Foundation
import Seeded
import Testing

/// ATT-4, ATT-5, LEV-1, CRD-7 against ``AttendanceOracle``, which knows nothing of order, batches and tables.
///
/// `make simulate-attendance RUNS=N` judges more histories.
@Suite struct AttendanceHistoryTests {
    private static let runs =
        ProcessInfo.processInfo.environment["ROLLCALL_ATTENDANCE_RUNS"].flatMap { UInt64($0) } ?? 10_000
    private static let parts: UInt64 = 4

    /// A class, its people and all that was recorded of them.
    private struct History {
        let seed: UInt64
        let set: [AttendanceWindow]
        let dates: [Day]
        let demand: AttendanceDemand
        let zone: ZoneRule
        let isHeld: Bool
        let excusesLeave: Bool
        let people: [UInt64]
        let leave: [UInt64: [ClosedRange<Day>]]
        let scans: [ScanFact]
        /// After so many scans each, something asks: they arrived in these batches.
        let batches: [Int]

        init(seed: UInt64) throws {
            var random = SeededRandom(seed: seed)
            let courses = [CourseID(7), CourseID(8)].compactMap(\.self)
            let dates = (0..<4).filter { _ in random.chance(60) }.map { Day(20_728 + Int32($0)) } + [Day(20_734)]
            self.seed = seed
            self.dates = dates
            set = try Self.windows(dates, courses, &random)
            demand = AttendanceDemand.allCases.randomElement(using: &random) ?? .theSession
            zone = random.chance(70) ? .china : ZoneRule(offsetSeconds: -12_600)
            isHeld = random.chance(97)
            excusesLeave = random.chance(50)
            people = (1...5).filter { _ in random.chance(80) } + [6]
            var leave: [UInt64: [ClosedRange<Day>]] = [:]
            for person in people where random.chance(30) {
                for _ in 0...Int.random(in: 0...1, using: &random) {
                    let from = Day(20_726 + Int32.random(in: 0...8, using: &random))
                    leave[person, default: []].append(from...from.adding(Int.random(in: 0...4, using: &random)))
                }
            }
            self.leave = leave
            scans = Self.scans(dates, set, zone, &random)
            var (batches, rest) = ([Int](), scans.count)
            while rest > 0 {
                batches.append(Int.random(in: 1...rest, using: &random))
                rest -= batches.last ?? 0
            }
            self.batches = batches
        }

        private static func windows(
            _ dates: [Day], _ courses: [CourseID], _ random: inout SeededRandom
        ) throws -> [AttendanceWindow] {
            var windows: [AttendanceWindow] = []
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let from = Int.random(in: 0..<24, using: &random) * 60
                let candidate = AttendanceWindow(
                    day: dates.randomElement(using: &random) ?? dates[0], fromMinute: from,
                    toMinute: min(1440, from + Int.random(in: 1...10, using: &random) * 60),
                    course: random.chance(50) ? nil : courses.randomElement(using: &random))
                if (try? WindowList(windows + [candidate], dates: dates, courses: courses)) != nil {
                    windows.append(candidate)
                }
            }
            return windows
        }

        private static func scans(
            _ dates: [Day], _ windows: [AttendanceWindow], _ zone: ZoneRule, _ random: inout SeededRandom
        ) -> [ScanFact] {
            let edges =
                windows.flatMap {
                    [zone.instant($0.day, minute: $0.fromMinute), zone.instant($0.day, minute: $0.toMinute)]
                }
                + dates.flatMap { [zone.instant($0), zone.instant($0.adding(1))] }
            var scans: [ScanFact] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                if random.chance(10), let earlier = scans.randomElement(using: &random) {
                    // The same record by another way, or somebody at the same instant.
                    scans.append(earlier)
                    continue
                }
                let edge = (edges.randomElement(using: &random) ?? Instant(0)).milliseconds
                let near =
                    edge
                    + [0, -1, 1, Int64.random(in: -20_000_000...20_000_000, using: &random)][
                        Int.random(in: 0...3, using: &random)]
                let wide = random.chance(75) ? 0 : Int64.random(in: 1...40_000_000, using: &random)
                scans.append(
                    ScanFact(
                        person: UInt64.random(in: 0...7, using: &random), earliestMs: near, latestMs: near + wide,
                        course: [0, 0, 7, 8, 9].randomElement(using: &random) ?? 0,
                        evidence: random.chance(85) ? .good : doubts.randomElement(using: &random) ?? .good,
                        decision: random.chance(80) ? .none : decisions.randomElement(using: &random) ?? .none))
            }
            return scans
        }

        private static let doubts: [ScanFact.Evidence] = [
            .codeExpired, .codeForged, .courseUnknown, .codeUncertain, .withoutTerminal,
        ]
        private static let decisions: [ScanFact.Finding] = [.accepted, .voided, .discarded, .elsewhere, .contested]
    }

    @Test(
        "ATT-4 ATT-5 LEV-1b CRD-7 in 10,000 random histories of windows, courses, leave, duplicates, uncertain times, voids, decisions and late batches the analysis equals a naive reference",
        arguments: 0..<parts)
    func histories(part: UInt64) throws {
        for seed in stride(from: part, to: Self.runs, by: Int(Self.parts)) {
            let history = try History(seed: seed)
            let difference = try Self.difference(history)
            #expect(difference == nil, "seed \(seed)")
            guard difference == nil else { return }
        }
    }

    /// The first thing that is judged otherwise; nil for nothing.
    private static func difference(_ history: History) throws -> String? {
        let plan = AttendancePlan(
            dates: history.dates,
            windows: try WindowList(
                history.set, dates: history.dates, courses: [CourseID(7), CourseID(8)].compactMap(\.self)),
            demand: history.demand, zone: history.zone, isHeld: history.isHeld, excusesLeave: history.excusesLeave)
        var oracle = AttendanceOracle(
            history.set, dates: history.dates, demand: history.demand, zone: history.zone)
        (oracle.isHeld, oracle.excusesLeave) = (history.isHeld, history.excusesLeave)
        guard plan.windows == oracle.windows else { return "windows \(plan.windows)" }

        var judged = Attendance([], roster: PersonRows(history.people), plan: plan)
        var arrived = 0
        for batch in history.batches {
            arrived += batch
            judged.judge(Array(history.scans[..<arrived]))
        }
        let expected = oracle.verdicts(history.scans, roster: Set(history.people))
        for (position, verdict) in expected.enumerated() where judged.verdicts[position] != verdict {
            return "scan \(position): \(judged.verdicts[position]), not \(verdict)"
        }
        let attendance = judged.excusing(history.leave)
        var present = 0
        for (row, person) in history.people.enumerated() {
            let attended = oracle.attended(person, history.scans, expected)
            let result = oracle.result(attended, history.demand, leave: history.leave[person] ?? [])
            let presence = attendance.presence(row: row)
            guard presence.result(history.demand, in: plan) == result else {
                return "person \(person): \(presence.result(history.demand, in: plan)), not \(result)"
            }
            guard attendance.isPresent(row: row, demand: history.demand) == (result == .present) else {
                return "person \(person) is counted otherwise"
            }
            let courses = oracle.courses(attended, history.demand)
            guard presence.courses(history.demand, in: plan) == courses else { return "courses of person \(person)" }
            if result == .present { present += 1 }
        }
        let totals = attendance.totals
        guard attendance.presentCount(history.demand) == present else { return "how many were present" }
        let states = Dictionary(grouping: expected, by: \.state).mapValues(\.count)
        let counted: [(ScanState, Int)] = [
            (.counted, totals.counted), (.repeat, totals.repeats), (.flagged, totals.flagged),
            (.voided, totals.voided), (.discarded, totals.discarded), (.elsewhere, totals.elsewhere),
            (.outsideDates, totals.outsideDates), (.outsideWindow, totals.outsideWindow),
        ]
        return counted.first { states[$0.0, default: 0] != $0.1 }.map { "the sum of \($0.0)" }
    }
}
