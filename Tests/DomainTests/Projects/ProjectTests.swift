import Domain
import Testing

@Suite struct ProjectTests {
    private func project(
        hours: UInt32, credits: UInt32, _ courses: [(String, UInt32, UInt32)]
    ) throws(Refusal) -> ValidProject {
        try ValidProject(
            number: "2026-03-11-001", name: "基层急救", level: .provincial, category: .i, hours: Tenths(hours),
            credits: Tenths(credits),
            courses: courses.map { ValidProject.Course(name: $0.0, hours: Tenths($0.1), credits: Tenths($0.2)) })
    }

    @Test("PRJ-2 a project whose courses add up to its hours and credits is accepted, one total course included")
    func addsUp() throws {
        _ = try project(hours: 60, credits: 10, [("总课程", 60, 10)])
        let two = try project(hours: 65, credits: 15, [(" 理论 ", 25, 5), ("技能", 40, 10)])
        #expect(two.courses.map(\.name) == ["理论", "技能"])
    }

    @Test("PRJ-2 a tenth of an hour or of a credit too much or too little is refused with both sums")
    func differs() {
        for (hours, credits, field, text) in [
            (UInt32(66), UInt32(15), "hours_tenths", "the courses' hours are 6.5, the project's 6.6"),
            (64, 15, "hours_tenths", "the courses' hours are 6.5, the project's 6.4"),
            (65, 16, "credits_tenths", "the courses' credits are 1.5, the project's 1.6"),
        ] {
            let refused = refusal { () throws(Refusal) in
                try project(hours: hours, credits: credits, [("a", 25, 5), ("b", 40, 10)])
            }
            #expect(refused?.code == .hoursDoNotAddUp)
            #expect(refused?.field == field)
            #expect(refused?.text == text)
        }
    }

    @Test("PRJ-2 sums cannot overflow into a match, and a project without courses or with two of one name is refused")
    func limits() {
        #expect(
            refusal { () throws(Refusal) in try project(hours: 0, credits: 0, [("a", .max, 0), ("b", 1, 0)]) }?.code
                == .invalid)
        #expect(refusal { () throws(Refusal) in try project(hours: 0, credits: 0, []) }?.field == "courses")
        #expect(
            refusal { () throws(Refusal) in try project(hours: 2, credits: 0, [("a", 1, 0), ("a ", 1, 0)]) }?.field
                == "courses.name")
        #expect(
            refusal { () throws(Refusal) in try project(hours: 1, credits: 0, [("a\u{202E}b", 1, 0)]) }?.field
                == "courses.name")
    }
}
