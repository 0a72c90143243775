/// CRD-5: what is asked of people in a year, from a year on, of whom it is about. Limits of zero ask for nothing, and caps of zero
/// cap nothing.
package struct YearRule: Equatable, Sendable {
    package static let years = 1...10
    package static let calendar = 1990...2200
    package static let titleCount = 20
    package static let basisLimit = 200

    package let id: UInt64
    package let fromYear: Int
    /// Nil for open.
    package let toYear: Int?
    /// A region; nil for any.
    package let province: UInt64?
    package let unitLevel: RegionLevel?
    /// Professional titles; empty for any.
    package let titles: [String]
    package let credits: Tenths
    package let hours: Tenths
    package let minimums: [CreditCategory: Tenths]
    /// The most that counts of one project in a year.
    package let projectCap: Tenths
    /// The most that counts of a category in a year.
    package let caps: [CreditCategory: Tenths]
    /// How many years are summed, the last of them the year asked about.
    package let span: Int
    /// The document that it follows.
    package let basis: String

    /// - Throws: `invalid`, and names the field.
    package init(
        id: UInt64, fromYear: Int, toYear: Int?, province: UInt64?, unitLevel: RegionLevel?, titles: [String],
        credits: Tenths, hours: Tenths, minimums: [CreditCategory: Tenths], projectCap: Tenths,
        caps: [CreditCategory: Tenths], span: Int, basis: String
    ) throws(Refusal) {
        guard Self.calendar.contains(fromYear), toYear.map({ $0 >= fromYear && Self.calendar.contains($0) }) ?? true
        else {
            throw Refusal(.invalid, field: "from_year", "years that follow each other", zh: "起止年度有误")
        }
        guard Self.years.contains(span) else {
            throw Refusal(.invalid, field: "years", "1 to 10 years", zh: "须为 1 至 10 年")
        }
        for category in CreditCategory.allCases {
            guard let cap = caps[category], cap.count > 0, minimums[category]?.count ?? 0 > cap.count else { continue }
            throw Refusal(
                .invalid, field: "category_\(category)_cap_tenths", "at least so much is asked, and less counts",
                zh: "计入上限低于学分下限")
        }
        guard titles.count <= Self.titleCount else {
            throw Refusal(.invalid, field: "titles", "at most \(Self.titleCount)", zh: "最多 \(Self.titleCount) 个职称")
        }
        var kept: [String] = []
        for title in titles { kept.append(try checkedTitle(title, field: "titles", limit: 50)) }
        self.id = id
        self.fromYear = fromYear
        self.toYear = toYear
        self.province = province
        self.unitLevel = unitLevel
        self.titles = kept
        self.credits = credits
        self.hours = hours
        self.minimums = minimums
        self.projectCap = projectCap
        self.caps = caps
        self.span = span
        self.basis = basis.isEmpty ? "" : try checkedTitle(basis, field: "basis", limit: Self.basisLimit)
    }
}

/// A person in a year, as far as rules look at them.
package struct RuledPerson: Equatable, Sendable {
    package let year: Int
    /// Nil without a unit in a province.
    package let province: UInt64?
    package let unitLevel: RegionLevel?
    package let title: String

    package init(year: Int, province: UInt64?, unitLevel: RegionLevel?, title: String) {
        self.year = year
        self.province = province
        self.unitLevel = unitLevel
        self.title = title
    }
}

extension YearRule {
    /// Returns the rule that holds: of those that are about the person, one that names titles before one that does not, then
    /// one that names a level, then a province; of equals the one that began last.
    package static func holding(for person: RuledPerson, among rules: [YearRule]) -> YearRule? {
        rules.filter { $0.isAbout(person) }.max { ($0.rank, $0.fromYear, $0.id) < ($1.rank, $1.fromYear, $1.id) }
    }

    private var rank: Int {
        (titles.isEmpty ? 0 : 4) + (unitLevel == nil ? 0 : 2) + (province == nil ? 0 : 1)
    }

    private func isAbout(_ person: RuledPerson) -> Bool {
        person.year >= fromYear && person.year <= toYear ?? person.year
            && (province == nil || province == person.province)
            && (unitLevel == nil || unitLevel == person.unitLevel)
            && (titles.isEmpty || titles.contains { ComparedName($0) == ComparedName(person.title) })
    }
}
