import Domain

/// A plain and slow implementation of attendance: every rule over every scan, window and date. The product's fast one
/// must agree.
struct AttendanceOracle {
    let dates: [Day]
    let windows: [AttendanceWindow]
    let zone: ZoneRule

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
        let touchesDate = dates.contains {
            span(.wholeDay($0)).overlaps(scan.earliestMs..<scan.latestMs + 1)
        }
        guard touchesDate else { return ScanVerdict(.outsideDates, code: .outsideActivityDates) }
        if scan.decision != .accepted, scan.evidence != .good {
            return ScanVerdict(.flagged, code: scan.evidence == .codeExpired ? .codeExpired : .codeForged)
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
}
