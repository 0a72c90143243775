/// A validated project.
package struct ValidProject: Equatable, Sendable {
    package struct Course: Equatable, Sendable {
        package let name: String
        package let hours: Tenths
        package let credits: Tenths

        package init(name: String, hours: Tenths, credits: Tenths) {
            self.name = name
            self.hours = hours
            self.credits = credits
        }
    }

    package let number: String
    package let name: String
    package let level: ProjectLevel
    package let category: CreditCategory
    package let hours: Tenths
    package let credits: Tenths
    package let courses: [Course]

    package static let numberLimit = 40
    package static let nameLimit = 200
    package static let courseLimit = 200
    /// 10,000 hours or credits: more than any project has, and safe to sum.
    package static let tenthsLimit = Tenths(100_000)

    /// PRJ-2: the courses' hours and credits must each sum to the project's. At least one course is required.
    package init(
        number: String, name: String, level: ProjectLevel, category: CreditCategory, hours: Tenths, credits: Tenths,
        courses: [Course]
    ) throws(Refusal) {
        self.number = try checkedTitle(number, field: "number", limit: Self.numberLimit)
        self.name = try checkedTitle(name, field: "name", limit: Self.nameLimit)
        self.level = level
        self.category = category
        self.hours = hours
        self.credits = credits
        var named: [Course] = []
        for course in courses {
            named.append(
                Course(
                    name: try checkedTitle(course.name, field: "courses.name", limit: Self.nameLimit),
                    hours: course.hours, credits: course.credits))
        }
        self.courses = named
        guard (1...Self.courseLimit).contains(courses.count) else {
            throw Refusal(
                .invalid, field: "courses", "a project has 1 to \(Self.courseLimit) courses",
                zh: "项目须有 1 至 \(Self.courseLimit) 门课程")
        }
        guard Set(named.map(\.name)).count == named.count else {
            throw Refusal(.invalid, field: "courses.name", "two courses have the same name", zh: "课程名称重复")
        }
        try Self.check(sum: courses.map(\.hours), is: hours, field: "hours_tenths", "hours", zh: "学时")
        try Self.check(sum: courses.map(\.credits), is: credits, field: "credits_tenths", "credits", zh: "学分")
    }

    private static func check(
        sum parts: [Tenths], is whole: Tenths, field: String, _ english: String, zh chinese: String
    ) throws(Refusal) {
        guard whole <= tenthsLimit, parts.allSatisfy({ $0 <= tenthsLimit }) else {
            throw Refusal(
                .invalid, field: field, "more than \(tenthsLimit) \(english)", zh: "\(chinese)不得超过 \(tenthsLimit)")
        }
        let sum = Tenths.sum(parts)
        guard sum == whole else {
            let total = sum.map { "\($0)" } ?? "more"
            throw Refusal(
                .hoursDoNotAddUp, field: field, "the courses' \(english) are \(total), the project's \(whole)",
                zh: "课程\(chinese)之和为 \(total)，项目为 \(whole)")
        }
    }
}
