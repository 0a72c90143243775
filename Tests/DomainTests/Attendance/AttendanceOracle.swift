import Domain

/// A plain and slow implementation of attendance: every rule over every scan, window and date. The product's fast one
/// must agree.
struct AttendanceOracle {
    let dates: [Day]
    let windows: [AttendanceWindow]
    let zone: ZoneRule
    var isHeld = true
    /// LEV-1b: no credit is awarded, so that days of leave are not demanded.
    var excusesLeave = true

    init(dates: [Day], windows: [AttendanceWindow], zone: ZoneRule) {
        (self.dates, self.windows, self.zone) = (dates, windows, zone)
    }

    /// The windows of an offering as ATT-5 says: those that were set; a date without one is a window where every day is
    /// demanded, and every date is one where none was set.
    init(_ set: [AttendanceWindow], dates: [Day], demand: AttendanceDemand, zone: ZoneRule) {
        let bare = dates.filter { date in
            demand == .everyDayAndWindow ? !set.contains { $0.day == date } : set.isEmpty
        }
        let all = set + Set(bare).map { AttendanceWindow.wholeDay($0) }
        self.init(
            dates: dates,
            windows: all.sorted {
                ($0.day, $0.fromMinute, $0.toMinute, $0.course?.value ?? 0)
                    < ($1.day, $1.fromMinute, $1.toMinute, $1.course?.value ?? 0)
            }, zone: zone)
    }

    private func span(_ window: AttendanceWindow) -> Range<Int64> {
        zone.instant(window.day, minute: window.fromMinute)
            .milliseconds..<zone.instant(window.day, minute: window.toMinute).milliseconds
    }

    func verdicts(_ scans: [ScanFact], roster: Set<UInt64>) -> [ScanVerdict] {
        var verdicts = scans.map { alone($0, onRoster: roster.contains($0.person)) }
        for position in scans.indices where verdicts[position].state == .counted {
            let rivals = scans.indices.filter {
                [.counted, .repeat].contains(verdicts[$0].state) && verdicts[$0].window == verdicts[position].window
                    && scans[$0].person == scans[position].person
            }
            let winner = rivals.min { (scans[$0].earliestMs, $0) < (scans[$1].earliestMs, $1) }
            for rival in rivals where rival != winner { verdicts[rival].state = .repeat }
        }
        return verdicts
    }

    private func alone(_ scan: ScanFact, onRoster: Bool) -> ScanVerdict {
        if scan.decision == .voided { return ScanVerdict(.voided) }
        if scan.decision == .elsewhere { return ScanVerdict(.elsewhere) }
        if scan.decision == .discarded { return ScanVerdict(.discarded) }
        guard isHeld else { return ScanVerdict(.flagged, code: .wrongState) }
        let touchesDate = dates.contains {
            span(.wholeDay($0)).overlaps(scan.earliestMs..<scan.latestMs + 1)
        }
        guard touchesDate else { return ScanVerdict(.outsideDates, code: .outsideActivityDates) }
        if scan.decision == .contested { return ScanVerdict(.flagged, code: .decisionsDiffer) }
        if scan.decision != .accepted, let doubt = Self.doubts[scan.evidence] {
            return ScanVerdict(.flagged, code: doubt)
        }
        guard onRoster else { return ScanVerdict(.flagged, code: .notOnRoster) }
        let fitting = windows.indices.filter {
            windows[$0].course == nil || scan.course == 0 || windows[$0].course?.value == scan.course
        }
        if let window = fitting.first(where: {
            span(windows[$0]).contains(scan.earliestMs) && span(windows[$0]).contains(scan.latestMs)
        }) {
            return ScanVerdict(.counted, window: Int16(window))
        }
        if let window = fitting.first(where: { span(windows[$0]).overlaps(scan.earliestMs..<scan.latestMs + 1) }) {
            return scan.decision == .accepted
                ? ScanVerdict(.counted, window: Int16(window)) : ScanVerdict(.flagged, code: .timeUncertain)
        }
        return ScanVerdict(.outsideWindow)
    }

    private static let doubts: [ScanFact.Evidence: ErrorCode] = [
        .codeExpired: .codeExpired, .codeForged: .codeForged, .courseUnknown: .unknownCourse,
        .codeUncertain: .timeUncertain, .withoutTerminal: .noTerminal,
    ]

    // What a person's scans amount to

    /// The windows in which one of the person's scans counts.
    func attended(_ person: UInt64, _ scans: [ScanFact], _ verdicts: [ScanVerdict]) -> Set<Int> {
        Set(
            scans.indices.filter { scans[$0].person == person && verdicts[$0].state == .counted }
                .map { Int(verdicts[$0].window) })
    }

    /// ATT-5c, LEV-1b: whether that is enough, window by window.
    func result(_ attended: Set<Int>, _ demand: AttendanceDemand, leave: [ClosedRange<Day>]) -> AttendanceResult {
        if demand == .anyOnePeriod { return attended.isEmpty ? .noPeriod : .present }
        func isOnLeave(_ window: Int) -> Bool { leave.contains { $0.contains(windows[window].day) } }
        let missing = windows.indices.filter { !attended.contains($0) }
        let away = missing.filter(isOnLeave)
        if !excusesLeave {
            return missing.isEmpty
                ? .present : .missing(missing.map { windows[$0] }, onLeave: away.map { windows[$0] })
        }
        if !away.isEmpty, attended.isEmpty, away == missing { return .onLeave }
        let demanded = missing.filter { !isOnLeave($0) }
        return demanded.isEmpty ? .present : .missing(demanded.map { windows[$0] })
    }

    /// CRD-7: the courses with every window attended, or with one where one period suffices.
    func courses(_ attended: Set<Int>, _ demand: AttendanceDemand) -> Set<UInt64> {
        let all = Set(windows.compactMap { $0.course?.value })
        return all.filter { course in
            let own = windows.indices.filter { windows[$0].course?.value == course }
            return own.allSatisfy(attended.contains)
                || demand == .anyOnePeriod && own.contains(where: attended.contains)
        }
    }
}
