/// An award's contribution to totals.
package struct AwardedCredit: Equatable, Sendable {
    package let category: CreditCategory
    package let credits: Tenths
    package let hours: Tenths
    package let activityDay: Day
    package let state: AwardState

    package init(category: CreditCategory, credits: Tenths, hours: Tenths, activityDay: Day, state: AwardState) {
        self.category = category
        self.credits = credits
        self.hours = hours
        self.activityDay = activityDay
        self.state = state
    }
}

/// CRD-5: credits and contact hours of one year and category.
package struct YearCredit: Equatable, Sendable {
    package let year: Int
    package let category: CreditCategory
    package var credits: Tenths
    package var hours: Tenths

    /// Newest year first, category I before II. Sums effective awards only, not pending, reversed and hand-entered ones
    /// (CRD-2b, CRD-4), by the year of the activity date.
    package static func totals(_ awards: some Sequence<AwardedCredit>) -> [YearCredit] {
        var totals: [YearCredit] = []
        for award in awards where award.state == .effective {
            let year = award.activityDay.civil.year
            let index =
                totals.firstIndex { $0.year == year && $0.category == award.category }
                ?? {
                    totals.append(YearCredit(year: year, category: award.category, credits: .zero, hours: .zero))
                    return totals.count - 1
                }()
            totals[index].credits = totals[index].credits.adding(award.credits) ?? Tenths(.max)
            totals[index].hours = totals[index].hours.adding(award.hours) ?? Tenths(.max)
        }
        return totals.sorted { ($1.year, $0.category.rawValue) < ($0.year, $1.category.rawValue) }
    }
}
