/// CRD-7: credit of courses that are analysed one by one.
package struct CourseCredit: Equatable, Sendable {
    package let course: UInt64
    package let credits: Tenths
    package let hours: Tenths

    package init(course: UInt64, credits: Tenths, hours: Tenths) {
        self.course = course
        self.credits = credits
        self.hours = hours
    }

    /// Returns what the courses attended are worth: their sum, never more than the project.
    package static func worth(
        of attended: Set<UInt64>, among courses: [CourseCredit], project: (credits: Tenths, hours: Tenths)
    ) -> (credits: Tenths, hours: Tenths) {
        let counted = courses.filter { attended.contains($0.course) }
        let credits = Tenths.sum(counted.map(\.credits)) ?? project.credits
        let hours = Tenths.sum(counted.map(\.hours)) ?? project.hours
        return (min(credits, project.credits), min(hours, project.hours))
    }
}

/// CRD-3: the credit of an instructor.
package enum InstructorCredit {
    /// Returns hours taught × the rate of the project's level, as far as the cap of the project has room.
    /// - Parameters:
    ///   - taught: the hours that the offering says they teach.
    ///   - before: what the person has as an instructor of the project.
    /// - Throws: `invalid` for more hours than taught; `wrongState` where nothing is left, or nothing given.
    package static func credits(
        hours: Tenths, taught most: Tenths, level: ProjectLevel, before: Tenths, rules: CreditRules
    ) throws(Refusal) -> Tenths {
        guard hours <= most else {
            throw Refusal(
                .invalid, field: "hours_tenths", "they teach \(most) hours of it", zh: "登记的授课学时为 \(most)")
        }
        let rate = rules.rates[level] ?? .zero
        let earned = Tenths(UInt32(clamping: UInt64(hours.count) * UInt64(rate.count) / 10))
        let room = before < rules.cap ? Tenths(rules.cap.count - before.count) : .zero
        let credits = min(earned, room)
        guard credits > .zero else {
            throw Refusal(
                .wrongState, field: "hours_tenths",
                earned == .zero
                    ? Phrase("projects of this level give instructors no credit", "该级别项目不授予授课学分")
                    : Phrase("the project's cap of \(rules.cap) credits is reached", "已达该项目授课学分上限 \(rules.cap)"))
        }
        return credits
    }
}
