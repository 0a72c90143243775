/// CRD-2a: the decision on awards: people who get credit now, who have it already, who are excluded, and who are
/// refused.
package struct AwardDecision: Equatable, Sendable {
    package struct Exclusion: Equatable, Sendable {
        package let person: PersonID
        package let reason: String
        /// Made before this decision.
        package let isEarlier: Bool

        package init(person: PersonID, reason: String, isEarlier: Bool = false) {
            self.person = person
            self.reason = reason
            self.isEarlier = isEarlier
        }
    }

    package struct Ineligible: Equatable, Sendable {
        package let person: PersonID
        package let reasons: [Phrase]

        package init(person: PersonID, reasons: [Phrase]) {
            self.person = person
            self.reasons = reasons
        }
    }

    /// In the order of the eligibility list, like the others.
    package let awarded: [PersonID]
    package let already: [PersonID]
    package let excluded: [Exclusion]
    /// People who had been excluded, and get credit because they are named now.
    package let readmitted: [PersonID]
    /// People named in the request who are not eligible; empty if the request is for everybody.
    package let refused: [Ineligible]
    package let activityDay: Day
    package let state: AwardState

    /// - Parameters:
    ///   - list: the eligibility of everybody on the roster.
    ///   - people: empty for everybody eligible who was not excluded before.
    ///   - activityDay: nil for the last activity date.
    ///   - dates: the offering's activity dates, at least one.
    /// - Throws: refuses the whole request if the programme awards no credit, the day is not an activity date, or an
    ///   exclusion has no reason, names a person outside the roster, or is repeated.
    package init(
        list: [Eligibility], people: [PersonID], exclusions: [Exclusion], activityDay: Day?, dates: [Day],
        effective: CreditEffective?
    ) throws(Refusal) {
        state = try AwardLifecycle.initial(effective)
        self.activityDay = try Self.day(activityDay, among: dates)
        let known = Set(list.map(\.person))
        let reasons = try Self.reasons(exclusions, known: known)
        let wanted = Set(people)
        var awarded: [PersonID] = []
        var already: [PersonID] = []
        var excluded: [Exclusion] = []
        var readmitted: [PersonID] = []
        var refused: [Ineligible] = []
        for entry in list where wanted.isEmpty || wanted.contains(entry.person) || reasons[entry.person] != nil {
            if entry.award != nil {
                already.append(entry.person)
            } else if let reason = reasons[entry.person] {
                excluded.append(Exclusion(person: entry.person, reason: reason))
            } else if let reason = entry.exclusion, wanted.isEmpty {
                excluded.append(Exclusion(person: entry.person, reason: reason, isEarlier: true))
            } else if entry.reasons.isEmpty {
                awarded.append(entry.person)
                if entry.exclusion != nil { readmitted.append(entry.person) }
            } else if !wanted.isEmpty {
                refused.append(Ineligible(person: entry.person, reasons: entry.reasons))
            }
        }
        for stranger in wanted.subtracting(known).sorted() {
            refused.append(Ineligible(person: stranger, reasons: [Phrase("not on the roster", "不在本期名单中")]))
        }
        self.awarded = awarded
        self.already = already
        self.excluded = excluded
        self.readmitted = readmitted
        self.refused = refused
    }

    /// The day that is asked for, or the last activity date.
    /// - Throws: `outsideActivityDates`.
    package static func day(_ asked: Day?, among dates: [Day]) throws(Refusal) -> Day {
        guard let last = dates.max() else {
            throw Refusal(.wrongState, field: "offering", "the offering has no activity dates", zh: "本期没有举办日期")
        }
        guard let asked else { return last }
        guard dates.contains(asked) else {
            throw Refusal(
                .outsideActivityDates, field: "activity_day", "\(asked) is no activity date", zh: "\(asked) 不在举办周期内")
        }
        return asked
    }

    private static func reasons(
        _ exclusions: [Exclusion], known: Set<PersonID>
    ) throws(Refusal) -> [PersonID: String] {
        var reasons: [PersonID: String] = [:]
        for exclusion in exclusions {
            let reason = try checkedTitle(
                exclusion.reason, field: "exclusions.reason", limit: AwardLifecycle.reasonLimit)
            guard known.contains(exclusion.person) else {
                throw Refusal(
                    .notFound, field: "exclusions.person", "person \(exclusion.person) is not on the roster",
                    zh: "人员 \(exclusion.person) 不在本期名单中")
            }
            guard reasons.updateValue(reason, forKey: exclusion.person) == nil else {
                throw Refusal(
                    .invalid, field: "exclusions.person", "person \(exclusion.person) is excluded twice",
                    zh: "人员 \(exclusion.person) 重复排除")
            }
        }
        return reasons
    }
}
