extension AttendancePlan {
    /// The minute from which a day without windows of its own is over, as far as check-ins go: six in the evening.
    private static let evening = 18 * 60

    /// ATT-10a: returns the activity dates of which no scan is known, from the end of their last window on, or from six in
    /// the evening where that lasts to midnight. A scan of any worth speaks for every date on which it may have been made.
    package func silentDays(_ scans: some Sequence<ScanFact>, now: Instant) -> [Day] {
        var silent = days.indices.filter { evening(of: days[$0]) <= now }
        for scan in scans {
            if silent.isEmpty { break }
            silent.removeAll { scan.earliestMs < dates[$0].toMs && dates[$0].fromMs <= scan.latestMs }
        }
        return silent.map { days[$0] }
    }

    /// Returns when an activity date is over, as far as check-ins go.
    package func evening(of day: Day) -> Instant {
        let last = windows.last { $0.day == day }?.toMinute ?? AttendanceWindow.minutesPerDay
        return zone.instant(day, minute: last < AttendanceWindow.minutesPerDay ? last : Self.evening)
    }
}
