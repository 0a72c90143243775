/// EXM-7: a result, contact hours or credits from elsewhere, as an organiser enters them.
package struct ValidOutsideRecord: Equatable, Sendable {
    package let name: String
    package let identity: IdentityNumber
    /// Of the training or exam, 1 … 200 characters.
    package let title: String
    /// Its last day.
    package let day: Day
    /// As it was given there; empty for none. No scale is assumed, since nothing is computed from it.
    package let mark: String
    package let hours: Tenths
    package let credits: Tenths
    /// Of hours and credits.
    package let category: CreditCategory

    package static let titleLimit = 200
    package static let markLimit = 32
    /// 10,000 hours or credits.
    package static let tenthsLimit: UInt32 = 100_000

    /// - Throws: `invalid` for the field at fault, and for a record that says nothing: no mark, no hours and no credits.
    package init(
        name: String, identity: IdentityNumber, title: String, day: Day, mark: String, hours: Tenths, credits: Tenths,
        category: CreditCategory?, today: Day
    ) throws(Refusal) {
        self.name = try PersonName.checked(name)
        self.identity = identity
        self.title = try checkedTitle(title, field: "title", limit: Self.titleLimit)
        guard day > identity.birthDay, day <= today else {
            throw Refusal(.invalid, field: "day", "not after today, nor before they were born", zh: "日期须不晚于今天，且晚于出生日期")
        }
        self.day = day
        self.mark = mark.isEmpty ? "" : try checkedTitle(mark, field: "mark", limit: Self.markLimit)
        for (field, value) in [("hours_tenths", hours), ("credits_tenths", credits)]
        where value.count > Self.tenthsLimit {
            throw Refusal(.invalid, field: field, "more than 10,000", zh: "不得超过 10000")
        }
        guard !self.mark.isEmpty || hours > .zero || credits > .zero else {
            throw Refusal(.invalid, field: "mark", "a mark, hours or credits", zh: "成绩、学时、学分至少填一项")
        }
        (self.hours, self.credits, self.category) = (hours, credits, category ?? .ii)
    }
}
