/// ORD-6a: days whose ledger entries are closed together. Days are those of Beijing, as the gateways' are.
package struct AccountingPeriod: Equatable, Sendable {
    package let first: Day
    package let last: Day

    /// - Parameters:
    ///   - previous: the last day of the period before; nil for the first period.
    ///   - earliest: the first day with an entry; nil without any.
    /// - Throws: `tooEarly` for a day that is not over, `wrongState` for one that is closed, or before anything was entered.
    package init(closing last: Day, after previous: Day?, earliest: Day?, now: Instant) throws(Refusal) {
        guard last < ZoneRule.china.day(of: now) else {
            throw Refusal(.tooEarly, field: "last_day", "\(last) is not over", zh: "\(last) 尚未结束")
        }
        if let previous, last <= previous {
            throw Refusal(
                .wrongState, field: "last_day", "closed already, up to \(previous)", zh: "账期已关闭至 \(previous)")
        }
        guard let first = previous?.adding(1) ?? earliest, first <= last else {
            throw Refusal(.wrongState, field: "last_day", "nothing was entered up to \(last)", zh: "截至 \(last) 没有分录")
        }
        (self.first, self.last) = (first, last)
    }

    package init(first: Day, last: Day) {
        self.first = first
        self.last = last
    }

    /// UTC milliseconds.
    package var range: Range<Int64> {
        ZoneRule.china.instant(first).milliseconds..<ZoneRule.china.instant(last.adding(1)).milliseconds
    }
}
