extension AttendancePlan {
    /// ATT-5b: suggests the window from the first to the last scan of an activity date, rounded outwards to whole
    /// minutes. Ignores voided scans, doubtful evidence and people not on the roster. Returns nil without scans on that
    /// day, or if the day is not an activity date.
    package func suggestWindow(on day: Day, scans: [ScanFact], roster: PersonRows) -> AttendanceWindow? {
        guard let index = days.firstIndex(of: day) else { return nil }
        let date = dates[index]
        var firstMs = Int64.max
        var lastMs = Int64.min
        for scan in scans where scan.earliestMs >= date.fromMs && scan.latestMs < date.toMs {
            guard scan.decision == .accepted || (scan.decision == .none && scan.evidence == .good),
                roster.row(of: scan.person) != nil
            else { continue }
            firstMs = min(firstMs, scan.earliestMs)
            lastMs = max(lastMs, scan.latestMs)
        }
        guard firstMs <= lastMs else { return nil }
        let from = Int(zone.local(Instant(firstMs)).milliseconds / 60_000)
        let last = Int(zone.local(Instant(lastMs)).milliseconds / 60_000)
        // If the clock went back in between, the later scan may have the earlier minute.
        return AttendanceWindow(
            day: day, fromMinute: min(from, last), toMinute: min(max(from, last) + 1, AttendanceWindow.minutesPerDay))
    }
}
