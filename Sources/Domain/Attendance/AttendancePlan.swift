/// When scans of an offering count: its dates and windows turned into UTC milliseconds once, so that a scan is judged by
/// comparing integers.
package struct AttendancePlan: Sendable {
    struct Period: Sendable {
        let fromMs: Int64
        let toMs: Int64
        /// 0 = any.
        let course: UInt64
    }

    /// In the order of `Period`s and of every verdict's `window`.
    package let windows: [Window]
    package let zone: ZoneRule
    let days: [Day]
    let dates: [Period]
    let periods: [Period]
    /// For each date the first period that may begin in it.
    let firstPeriod: [Int]

    /// - Parameters:
    ///   - dates: the activity dates, in any order.
    ///   - windows: none means that every activity date is one window.
    ///   - demand: where it asks for every day, a date without a window of its own is a window as a whole.
    package init(dates: [Day], windows: WindowList, demand: AttendanceDemand, zone: ZoneRule) {
        days = Set(dates).sorted()
        self.zone = zone
        var planned = windows.windows
        switch demand {
        case .everyDayAndWindow:
            let covered = Set(planned.map(\.day))
            planned = (planned + days.filter { !covered.contains($0) }.map(Window.wholeDay)).sorted()
        case .theSession, .anyOnePeriod:
            if planned.isEmpty { planned = days.map(Window.wholeDay) }
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

    /// Where a scan lies in time, whoever made it.
    enum Place: Equatable {
        case inside(Int)
        /// The interval reaches from inside a window to outside of it; the first such window.
        case uncertain(Int)
        case outsideWindow
        case outsideDates
    }

    /// - Parameter hint: the date found last; scans come nearly in order, so the next is usually in the same.
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

    /// The window that is open at an instant for a course (`nil`: for any), with its position; what a venue's display
    /// shows.
    package func openWindow(at now: Instant, course: CourseID?) -> (index: Int, window: Window)? {
        for (index, period) in periods.enumerated()
        where period.fromMs <= now.milliseconds && now.milliseconds < period.toMs {
            if course == nil || period.course == 0 || period.course == course?.value { return (index, windows[index]) }
        }
        return nil
    }

    /// Whether the instant lies on an activity date (ATT-1a: the venue code is shown only then).
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
