/// POL-1: a limit of N days is N calendar days in the programme's zone, whatever the hour. Each result is the instant
/// from which the other side of the limit begins.
package struct CalendarLimit: Sendable {
    package let days: Int
    package let zone: ZoneRule

    package init(days: Int, zone: ZoneRule) {
        self.days = days
        self.zone = zone
    }

    /// Returns when something opens that opens N days after `day`: the first instant of the Nth day.
    package func opens(after day: Day) -> Instant { zone.instant(day.adding(days)) }

    /// Returns from when something due within N days after `day` is late: the end of the Nth day.
    package func lateFrom(after day: Day) -> Instant { zone.instant(day.adding(days + 1)) }

    /// Returns from when something due at least N days before `day` is late: the end of the Nth day before it.
    package func lateFrom(before day: Day) -> Instant { zone.instant(day.adding(1 - days)) }
}
