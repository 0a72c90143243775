/// A period of one activity date in which a scan counts, in local time of the programme's zone.
package struct AttendanceWindow: Hashable, Sendable {
    package let day: Day
    /// Minutes from midnight; `toMinute` is exclusive, at most 1440.
    package let fromMinute: Int
    package let toMinute: Int
    /// Nil for any course.
    package let course: CourseID?

    package init(day: Day, fromMinute: Int, toMinute: Int, course: CourseID? = nil) {
        self.day = day
        self.fromMinute = fromMinute
        self.toMinute = toMinute
        self.course = course
    }

    package static let minutesPerDay = 1440

    package static func wholeDay(_ day: Day) -> AttendanceWindow {
        AttendanceWindow(day: day, fromMinute: 0, toMinute: minutesPerDay)
    }

    package var isWholeDay: Bool { fromMinute == 0 && toMinute == Self.minutesPerDay }
}

extension AttendanceWindow: CustomStringConvertible {
    /// `2026-10-02`, or `2026-10-02 08:00–12:00`.
    package var description: String {
        isWholeDay ? "\(day)" : "\(day) \(Self.clock(fromMinute))–\(Self.clock(toMinute))"
    }

    static func clock(_ minute: Int) -> String { "\(digits(minute / 60, 2)):\(digits(minute % 60, 2))" }
}

extension AttendanceWindow: Comparable {
    /// Ordered by time, then by course.
    package static func < (left: AttendanceWindow, right: AttendanceWindow) -> Bool {
        (left.day, left.fromMinute, left.toMinute, left.course?.value ?? 0)
            < (right.day, right.fromMinute, right.toMinute, right.course?.value ?? 0)
    }
}
