/// The dates and windows of an offering in UTC milliseconds, so that scans are judged by comparing integers.
package struct AttendancePlan: Sendable {
    struct Period: Sendable {
        let fromMs: Int64
        let toMs: Int64
        /// 0 for any course.
        let course: UInt64
    }

    /// The windows in the order of `periods`; a verdict's `window` is an index of this array.
    package let windows: [AttendanceWindow]
    package let zone: ZoneRule
    let days: [Day]
    let dates: [Period]
    let periods: [Period]
    /// For each date the index of the first period that may start on it.
    let firstPeriod: [Int]
    /// False once the offering has been cancelled: its scans stay, and none counts.
    let isHeld: Bool
    /// LEV-1b: days of approved leave are not demanded, where no credit is awarded.
    package let excusesLeave: Bool

    /// - Parameters:
    ///   - dates: the activity dates, in any order.
    ///   - windows: if empty, every activity date is one window.
    ///   - demand: if it demands every day, a date without a window becomes a window.
    package init(
        dates: [Day], windows: WindowList, demand: AttendanceDemand, zone: ZoneRule, isHeld: Bool = true,
        excusesLeave: Bool = true
    ) {
        days = Set(dates).sorted()
        self.zone = zone
        self.isHeld = isHeld
        self.excusesLeave = excusesLeave
        var planned = windows.windows
        switch demand {
        case .everyDayAndWindow:
            let covered = Set(planned.map(\.day))
            planned = (planned + days.filter { !covered.contains($0) }.map(AttendanceWindow.wholeDay)).sorted()
        case .theSession, .anyOnePeriod:
            if planned.isEmpty { planned = days.map(AttendanceWindow.wholeDay) }
        }
        self.windows = planned
        self.dates = days.map {
            Period(fromMs: zone.instant($0).milliseconds, toMs: zone.instant($0.adding(1)).milliseconds, course: 0)
        }
        periods = planned.map {
            Period(
                fromMs: zone.instant($0.day, minute: $0.fromMinute).milliseconds,
                toMs: zone.instant($0.day, minute: $0.toMinute).milliseconds, course: $0.course?.value ?? 0)
        }
        firstPeriod = days.map { day in planned.firstIndex { $0.day >= day } ?? planned.count }
    }

    /// The relation of a scan's time to the windows, whoever made it.
    enum Place: Equatable {
        case inside(Int)
        /// The interval crosses an edge of this window, the first such.
        case uncertain(Int)
        case outsideWindow
        case outsideDates
    }

    /// - Parameter hint: the index of the date found last; scans are nearly in order, so the next is usually on the
    ///   same.
    func place(_ scan: ScanFact, hint: inout Int) -> Place {
        guard dates.indices.contains(hint) else { return .outsideDates }
        if scan.earliestMs >= dates[hint].toMs || (hint > 0 && scan.earliestMs < dates[hint - 1].toMs) {
            let found = firstDate(endingAfter: scan.earliestMs)
            guard found < dates.count else { return .outsideDates }
            hint = found
        }
        guard dates[hint].fromMs <= scan.latestMs else { return .outsideDates }
        var uncertain: Int?
        var index = firstPeriod[hint]
        while index < periods.count, periods[index].fromMs <= scan.latestMs {
            let period = periods[index]
            if period.toMs > scan.earliestMs, period.course == 0 || scan.course == 0 || period.course == scan.course {
                if period.fromMs <= scan.earliestMs, scan.latestMs < period.toMs { return .inside(index) }
                uncertain = uncertain ?? index
            }
            index += 1
        }
        return uncertain.map(Place.uncertain) ?? .outsideWindow
    }

    /// Returns the window open at an instant for a course (nil for any) and its index, for a venue's display.
    package func openWindow(at now: Instant, course: CourseID?) -> (index: Int, window: AttendanceWindow)? {
        for (index, period) in periods.enumerated()
        where period.fromMs <= now.milliseconds && now.milliseconds < period.toMs {
            if course == nil || period.course == 0 || period.course == course?.value { return (index, windows[index]) }
        }
        return nil
    }

    /// Returns whether the instant is on an activity date (ATT-1a: the venue code is shown only then).
    package func isActivityDate(at now: Instant) -> Bool {
        let index = firstDate(endingAfter: now.milliseconds)
        return index < dates.count && dates[index].fromMs <= now.milliseconds
    }

    private func firstDate(endingAfter instant: Int64) -> Int {
        var low = 0
        var high = dates.count
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].toMs > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
