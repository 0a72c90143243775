/// A validated offering (期): every value satisfies PRJ-3.
package struct ValidOffering: Equatable, Sendable {
    package let title: String
    /// Ascending, without duplicates.
    package let dates: [ActivityDay]
    package let windows: WindowList
    /// Hundredths, at most 10,000.
    package let passMark: Int
    package let codePeriodSeconds: Int

    package static let titleLimit = 200
    package static let dateLimit = 366
    package static let fullMark = 10_000
    package static let defaultCodePeriodSeconds = 60

    /// - Parameters:
    ///   - dates: in any order; at least one. Attendance outside them never counts.
    ///   - courses: the courses of the offering's project.
    ///   - codePeriodMax: the policy's limit in seconds; nil if the programme has no venue code.
    ///   - codePeriodSeconds: 0 for the default, or for the policy's limit if that is less.
    package init(
        title: String, dates: [ActivityDay], windows: [AttendanceWindow], courses: [CourseID], passMark: Int,
        codePeriodSeconds: Int, codePeriodMax: Int?
    ) throws(Refusal) {
        self.title = try checkedTitle(title, field: "title", limit: Self.titleLimit)
        self.dates = try Self.checked(dates)
        self.windows = try WindowList(windows, dates: dates.map(\.day), courses: courses)
        guard (0...Self.fullMark).contains(passMark) else {
            throw Refusal(
                .invalid, field: "pass_mark_hundredths", "the pass mark lies between 0 and \(Self.fullMark)",
                zh: "合格分须在 0 至 \(Self.fullMark) 之间")
        }
        self.passMark = passMark
        let longest = codePeriodMax ?? Self.defaultCodePeriodSeconds
        guard codePeriodSeconds == 0 || (1...longest).contains(codePeriodSeconds) else {
            throw Refusal(
                .invalid, field: "code_period_s", "a venue code lives 1 to \(longest) seconds in this programme",
                zh: "签到码更新周期须为 1 至 \(longest) 秒")
        }
        self.codePeriodSeconds =
            codePeriodSeconds == 0 ? min(longest, Self.defaultCodePeriodSeconds) : codePeriodSeconds
    }

    package var firstDay: Day { dates[0].day }
    package var lastDay: Day { dates[dates.count - 1].day }

    private static func checked(_ dates: [ActivityDay]) throws(Refusal) -> [ActivityDay] {
        guard (1...dateLimit).contains(dates.count) else {
            throw Refusal(
                .invalid, field: "dates", "an offering has 1 to \(dateLimit) activity dates",
                zh: "举办日期须有 1 至 \(dateLimit) 天")
        }
        if let long = dates.first(where: { $0.hours > ActivityDay.hoursLimit }) {
            throw Refusal(.invalid, field: "dates", "\(long.day) has more than 24 hours", zh: "\(long.day) 的学时超过 24")
        }
        let sorted = dates.sorted { $0.day < $1.day }
        if let twice = zip(sorted, sorted.dropFirst()).first(where: { $0.day == $1.day }) {
            throw Refusal(.invalid, field: "dates", "\(twice.0.day) is given twice", zh: "举办日期 \(twice.0.day) 重复")
        }
        return sorted
    }
}
