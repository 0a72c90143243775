import Seeded
import Domain
import Testing

@Suite struct AttendanceAgreementTests {
    @Test(
        "ATT-4 the fast form, the plain form and the form for one person agree on random offerings", arguments: 1...60)
    func agree(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let courses = [CourseID(7), CourseID(8)].compactMap(\.self)
        let dates = (0..<6).filter { _ in Bool.random(using: &random) }.map { Day(20_728 + Int32($0)) } + [Day(20_740)]
        var windows: [AttendanceWindow] = []
        for _ in 0..<12 {
            let from = Int.random(in: 0..<1400, using: &random)
            let candidate = AttendanceWindow(
                day: try #require(dates.randomElement(using: &random)), fromMinute: from,
                toMinute: Int.random(in: from + 1...1440, using: &random),
                course: [nil, courses[0], courses[1]].randomElement(using: &random) ?? nil)
            if (try? WindowList(windows + [candidate], dates: dates, courses: courses)) != nil {
                windows.append(candidate)
            }
        }
        let zone = try #require(
            [ZoneRule.china, ZoneRule(offsetSeconds: -12_600)].randomElement(using: &random))
        let demand = try #require(AttendanceDemand.allCases.randomElement(using: &random))
        let plan = AttendancePlan(
            dates: dates, windows: try WindowList(windows, dates: dates, courses: courses), demand: demand, zone: zone)
        let people = Array(UInt64(1)...20)
        let roster = PersonRows(people)
        let edges = plan.windows.flatMap {
            [
                zone.instant($0.day, minute: $0.fromMinute), zone.instant($0.day, minute: $0.toMinute),
                zone.instant($0.day),
            ]
        }
        let scans = (0..<400).map { _ in
            let near = (edges.randomElement(using: &random) ?? Instant(0)).milliseconds
            let earliest = near + Int64.random(in: -5_000_000...5_000_000, using: &random)
            let exact = Int64.random(in: 0...3, using: &random) == 0 ? near : earliest
            return ScanFact(
                person: UInt64.random(in: 0...22, using: &random), earliestMs: exact,
                latestMs: [
                    exact, exact + Int64.random(in: 0...90_000_000, using: &random),
                    (edges.randomElement(using: &random)?.milliseconds ?? exact)
                        - Int64.random(in: 0...1, using: &random),
                ].randomElement(using: &random) ?? exact,
                course: [0, 7, 8, 9].randomElement(using: &random) ?? 0,
                evidence: [.good, .good, .good, .codeExpired, .codeForged].randomElement(using: &random) ?? .good,
                decision: [.none, .none, .accepted, .voided].randomElement(using: &random) ?? .none)
        }
        let attendance = Attendance(scans, roster: roster, plan: plan)
        let oracle = AttendanceOracle(dates: dates, windows: plan.windows, zone: zone)
        let expected = oracle.verdicts(scans, roster: Set(people))
        try #require(attendance.verdicts == expected, "seed \(seed)")
        for person in UInt64(0)...22 {
            let own = scans.indices.filter { scans[$0].person == person }
            #expect(
                plan.verdicts(ofOnePerson: own.map { scans[$0] }, onRoster: roster.row(of: person) != nil)
                    == own.map { expected[$0] }, "seed \(seed), person \(person)")
        }
        let counted = Set(expected.indices.filter { expected[$0].state == .counted }.map { scans[$0].person })
        #expect(attendance.totals.people == counted.count, "seed \(seed)")
    }

    @Test("scans in another order give the same verdicts where no two share a millisecond", arguments: 1...20)
    func order(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let day = Day(20_728)
        let plan = AttendancePlan(
            dates: [day], windows: try WindowList([.wholeDay(day)], dates: [day], courses: []), demand: .theSession,
            zone: .china)
        let roster = PersonRows(Array(1...5))
        let start = ZoneRule.china.instant(day).milliseconds
        let scans = (0..<50).map { ScanFact(person: UInt64($0 % 6), earliestMs: start + $0 * 977, latestMs: 0) }
        let shuffled = scans.shuffled(using: &random)
        let verdicts = Attendance(shuffled, roster: roster, plan: plan).verdicts
        let straight = Attendance(scans, roster: roster, plan: plan).verdicts
        for (fact, verdict) in zip(shuffled, verdicts) {
            let position = try #require(scans.firstIndex(of: fact))
            #expect(straight[position] == verdict, "seed \(seed)")
        }
    }

    @Test("a roster finds everybody on it and nobody else, also with ids far apart", arguments: [0, 1, 7, 5000])
    func rows(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let people = Set((0..<count).map { _ in UInt64.random(in: 1..<1 << 53, using: &random) }).sorted()
        let rows = PersonRows(people)
        #expect(people.indices.allSatisfy { rows.row(of: people[$0]) == $0 })
        let known = Set(people)
        #expect(
            (0..<1000).allSatisfy { _ in
                let stranger = UInt64.random(in: 0..<1 << 53, using: &random)
                return known.contains(stranger) || rows.row(of: stranger) == nil
            })
    }
}
