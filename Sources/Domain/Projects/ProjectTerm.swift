/// PRJ-1b, PRJ-9a: when the runs of a project are held, and how many were approved.
package struct ProjectTerm: Equatable, Sendable {
    /// 0 for a project without one.
    package let year: Int
    /// Nil for a project that is held at any time.
    package let days: ClosedRange<Day>?
    /// 0 for any number.
    package let runs: Int

    package static let years = 1990...2100
    package static let runLimit = 100

    /// - Parameters:
    ///   - year: 0 for that of the first day.
    ///   - fromDay: both days 0 for none.
    /// - Throws: `invalid`.
    package init(year: UInt32, fromDay: Int32, untilDay: Int32, runs: UInt32) throws(Refusal) {
        guard runs <= Self.runLimit else {
            throw Refusal(
                .invalid, field: "runs", "at most \(Self.runLimit) runs", zh: "最多 \(Self.runLimit) 期")
        }
        guard (fromDay == 0) == (untilDay == 0), fromDay <= untilDay else {
            throw Refusal(
                .invalid, field: "from_day", "a term has a first and a last day, in this order",
                zh: "执行期限须有开始与结束日期，且开始不晚于结束")
        }
        days = fromDay == 0 ? nil : Day(fromDay)...Day(untilDay)
        self.runs = Int(runs)
        let year = year == 0 ? days?.lowerBound.civil.year ?? 0 : Int(clamping: year)
        guard year == 0 || Self.years.contains(year) else {
            throw Refusal(.invalid, field: "year", "\(year) is no year of a project", zh: "年度 \(year) 无效")
        }
        self.year = year
    }

    /// Throws `outsideActivityDates` for a day beyond the term.
    package func requireWithin(_ dates: [Day]) throws(Refusal) {
        guard let days, let outside = dates.first(where: { !days.contains($0) }) else { return }
        throw Refusal(
            .invalid, field: "dates",
            "\(outside) is not in the project's term, \(days.lowerBound) to \(days.upperBound)",
            zh: "\(outside) 不在项目执行期限（\(days.lowerBound) 至 \(days.upperBound)）内")
    }

    /// PRJ-9a: throws `full` where as many runs are registered as were approved.
    package func requireAnother(registered: Int) throws(Refusal) {
        guard runs == 0 || registered < runs else {
            throw Refusal(
                .full, field: "project", "\(runs) runs of the project were approved, and all are registered",
                zh: "该项目获批 \(runs) 期，已全部登记")
        }
    }
}
