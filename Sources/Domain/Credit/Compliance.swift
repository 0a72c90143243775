/// CRD-5: whether somebody has what a rule asks for, and what lacks.
package struct Compliance: Equatable, Sendable {
    /// Credit as far as a rule depends on it; only effective credit is given.
    package struct Credit: Equatable, Sendable {
        package let year: Int
        package let project: UInt64
        package let category: CreditCategory
        package let credits: Tenths
        package let hours: Tenths

        package init(year: Int, project: UInt64, category: CreditCategory, credits: Tenths, hours: Tenths) {
            self.year = year
            self.project = project
            self.category = category
            self.credits = credits
            self.hours = hours
        }
    }

    /// By category, after the caps.
    package let counted: [CreditCategory: Tenths]
    package let hours: Tenths
    /// Credit above a cap, which is shown and not counted.
    package let excess: Tenths
    /// Empty where the rule is met.
    package let lacking: [Phrase]

    package var credits: Tenths { Tenths.sum(counted.values) ?? Tenths(.max) }

    private struct Share: Hashable {
        let year: Int
        let project: UInt64
        let category: CreditCategory
    }

    /// - Parameters:
    ///   - credits: of any years; those of the rule's span count.
    ///   - year: the last year of the span.
    package init(_ credits: [Credit], year: Int, rule: YearRule) {
        let inSpan = credits.filter { ($0.year > year - rule.span) && $0.year <= year }
        hours = Tenths.sum(inSpan.map(\.hours)) ?? Tenths(.max)
        var ofProject: [Share: Tenths] = [:]
        for credit in inSpan {
            let share = Share(year: credit.year, project: credit.project, category: credit.category)
            ofProject[share] = (ofProject[share] ?? .zero).adding(credit.credits) ?? Tenths(.max)
        }
        var excess: UInt64 = 0
        var ofYear: [Share: Tenths] = [:]
        for (share, sum) in ofProject {
            let part = Self.capped(sum, rule.projectCap, &excess)
            let whole = Share(year: share.year, project: 0, category: share.category)
            ofYear[whole] = (ofYear[whole] ?? .zero).adding(part) ?? Tenths(.max)
        }
        var counted: [CreditCategory: Tenths] = [:]
        for (share, sum) in ofYear {
            let part = Self.capped(sum, rule.caps[share.category] ?? .zero, &excess)
            counted[share.category] = (counted[share.category] ?? .zero).adding(part) ?? Tenths(.max)
        }
        self.counted = counted
        self.excess = Tenths(UInt32(clamping: excess))
        let total = Tenths.sum(counted.values) ?? Tenths(.max)
        var lacking: [Phrase] = []
        if let lack = Self.lack(total, of: rule.credits) { lacking.append(Phrase("\(lack) credits", "\(lack) 学分")) }
        if let lack = Self.lack(hours, of: rule.hours) { lacking.append(Phrase("\(lack) hours", "\(lack) 学时")) }
        for category in CreditCategory.allCases {
            let has = counted[category] ?? .zero
            guard let lack = Self.lack(has, of: rule.minimums[category] ?? .zero) else { continue }
            let name = category.phrase
            lacking.append(Phrase("\(lack) credits of category \(name.en)", "\(name.zh) \(lack) 学分"))
        }
        self.lacking = lacking
    }

    /// A cap of zero caps nothing.
    private static func capped(_ sum: Tenths, _ cap: Tenths, _ excess: inout UInt64) -> Tenths {
        guard cap > .zero, sum > cap else { return sum }
        excess += UInt64(sum.count - cap.count)
        return cap
    }

    private static func lack(_ has: Tenths, of needed: Tenths) -> Tenths? {
        has < needed ? Tenths(needed.count - has.count) : nil
    }
}
