/// POL-1: a limit of N days is N calendar days in the programme's zone, whatever the hour. Each answer is an instant;
/// what is before it lies on one side, the instant itself and what follows on the other.
package struct CalendarLimit: Sendable {
    package let days: Int
    package let zone: ZoneRule

    package init(days: Int, zone: ZoneRule) {
        self.days = days
        self.zone = zone
    }

    /// Something that opens N days after `day` opens at the first instant of the Nth day.
    package func opens(after day: Day) -> Instant { zone.instant(day.adding(days)) }

    /// Something due within N days after `day` is late from here on: the end of the Nth day.
    package func lateFrom(after day: Day) -> Instant { zone.instant(day.adding(days + 1)) }

    /// Something due at least N days before `day` is late from here on: the end of the Nth day before it.
    package func lateFrom(before day: Day) -> Instant { zone.instant(day.adding(1 - days)) }
}
