/// CRD-3, CRD-7: how credit is counted, as an administrator writes it:
/// `counts project; national 2.0; provincial 1.0; city 0.0; cap 25.0`.
package struct CreditRules: Equatable, Sendable {
    package enum Counting: String, CaseIterable, Sendable {
        /// The project's credit, whole, to who meets the demand.
        case project
        /// The sum of the courses attended.
        case courses
    }

    package let counting: Counting
    /// The credits of an hour taught, by the level of the project.
    package let rates: [ProjectLevel: Tenths]
    /// The most credits that an instructor gets of one project.
    package let cap: Tenths

    package static let standard = CreditRules(
        counting: .project, rates: [.national: Tenths(20), .provincial: Tenths(10), .city: .zero], cap: Tenths(250))

    private init(counting: Counting, rates: [ProjectLevel: Tenths], cap: Tenths) {
        self.counting = counting
        self.rates = rates
        self.cap = cap
    }

    private static let levels: [(word: String, level: ProjectLevel)] = [
        ("national", .national), ("provincial", .provincial), ("city", .city),
    ]

    /// Parts that are left out are those of the standard. Nil for an unknown part, one given twice, and a number out of range.
    package init?(text: String) {
        var (counting, rates, cap) = (Self.standard.counting, Self.standard.rates, Self.standard.cap)
        var seen: Set<String> = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count == 2, seen.insert(words[0]).inserted else { return nil }
            if words[0] == "counts" {
                guard let known = Counting(rawValue: words[1]) else { return nil }
                counting = known
                continue
            }
            guard let number = Self.tenths(words[1]) else { return nil }
            if words[0] == "cap" {
                cap = number
            } else if let level = Self.levels.first(where: { $0.word == words[0] })?.level {
                rates[level] = number
            } else {
                return nil
            }
        }
        self.init(counting: counting, rates: rates, cap: cap)
    }

    /// `2` or `1.5`, at most 1,000.
    private static func tenths(_ text: String) -> Tenths? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = decimal(parts[0].utf8), whole <= 1000 else { return nil }
        guard parts.count == 2 else { return Tenths(UInt32(whole * 10)) }
        guard parts[1].utf8.count == 1, let tenth = decimal(parts[1].utf8) else { return nil }
        return Tenths(UInt32(whole * 10 + tenth))
    }

    package var text: String {
        let rates = Self.levels.map { "\($0.word) \(self.rates[$0.level] ?? .zero)" }
        return (["counts \(counting.rawValue)"] + rates + ["cap \(cap)"]).joined(separator: "; ")
    }
}
