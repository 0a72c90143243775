/// The windows of an offering, or of an analysis: validated and sorted.
package struct WindowList: Equatable, Sendable {
    package let windows: [AttendanceWindow]

    package static let limit = 512

    /// PRJ-3, ATT-5a: throws unless every window is inside an activity date, ends after it begins, names a course of
    /// the offering and overlaps no other of its course. A window of any course must overlap none at all, because one
    /// scan would belong to two windows.
    package init(_ windows: [AttendanceWindow], dates: [Day], courses: [CourseID]) throws(Refusal) {
        guard windows.count <= Self.limit else {
            throw Refusal(
                .invalid, field: "windows", "at most \(Self.limit) windows", zh: "考勤时段最多 \(Self.limit) 个")
        }
        let days = Set(dates)
        let known = Set(courses)
        for window in windows {
            guard window.fromMinute >= 0, window.fromMinute < window.toMinute,
                window.toMinute <= AttendanceWindow.minutesPerDay
            else {
                throw Refusal(
                    .invalid, field: "windows",
                    "a window must begin before it ends, within the minutes 0–1440 of its day: \(window)",
                    zh: "考勤时段的起止时间无效：\(window)")
            }
            guard days.contains(window.day) else {
                throw Refusal(
                    .outsideActivityDates, field: "windows", "\(window) is not inside an activity date",
                    zh: "\(window) 不在举办周期内")
            }
            if let course = window.course, !known.contains(course) {
                throw Refusal(
                    .notFound, field: "windows", "the offering's project has no course \(course)",
                    zh: "项目没有编号为 \(course) 的课程")
            }
        }
        let sorted = windows.sorted()
        try Self.refuseOverlap(sorted)
        self.windows = sorted
    }

    private static func refuseOverlap(_ sorted: [AttendanceWindow]) throws(Refusal) {
        for (index, window) in sorted.enumerated() {
            for later in sorted[(index + 1)...] {
                guard later.day == window.day, later.fromMinute < window.toMinute else { break }
                guard later.course == window.course || later.course == nil || window.course == nil else { continue }
                throw Refusal(
                    .invalid, field: "windows", "\(window) and \(later) overlap", zh: "考勤时段重叠：\(window) 与 \(later)")
            }
        }
    }
}

extension WindowList {
    /// Restores stored windows, which were validated and sorted.
    package init(stored windows: [AttendanceWindow]) { self.windows = windows }
}
