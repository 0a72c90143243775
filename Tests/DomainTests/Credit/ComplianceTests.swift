import Domain
import Testing

@Suite struct ComplianceTests {
    private func rule(
        _ id: UInt64, from: Int = 2020, to: Int? = nil, province: UInt64? = nil, level: RegionLevel? = nil,
        titles: [String] = [], credits: UInt32 = 250, hours: UInt32 = 0, one: UInt32 = 0, projectCap: UInt32 = 0,
        capOfTwo: UInt32 = 0, span: Int = 1
    ) throws -> YearRule {
        try YearRule(
            id: id, fromYear: from, toYear: to, province: province, unitLevel: level, titles: titles,
            credits: Tenths(credits), hours: Tenths(hours), minimums: [.i: Tenths(one)],
            projectCap: Tenths(projectCap), caps: [.ii: Tenths(capOfTwo)], span: span, basis: "")
    }

    private func credit(
        _ year: Int, _ credits: UInt32, _ category: CreditCategory = .i, project: UInt64 = 1, hours: UInt32 = 0
    ) -> Compliance.Credit {
        Compliance.Credit(
            year: year, project: project, category: category, credits: Tenths(credits), hours: Tenths(hours))
    }

    @Test("CRD-5b the rule of the year holds: titles before level before province, then the one that began last")
    func holding() throws {
        let rules = try [
            rule(1, to: 2024), rule(2, from: 2025), rule(3, province: 7), rule(4, level: .county),
            rule(5, province: 7, titles: ["主任医师", "副主任医师"]), rule(6, from: 2026),
        ]
        func held(_ year: Int, _ province: UInt64?, _ level: RegionLevel?, _ title: String) -> UInt64? {
            YearRule.holding(
                for: RuledPerson(year: year, province: province, unitLevel: level, title: title), among: rules)?.id
        }
        #expect(held(2024, nil, nil, "") == 1)
        #expect(held(2025, nil, nil, "") == 2)
        #expect(held(2026, 8, .city, "护师") == 6)
        #expect(held(2026, 7, .city, "护师") == 3)
        #expect(held(2026, 7, .county, "护师") == 4)
        #expect(held(2026, 7, .county, "副主任医师") == 5)
        #expect(held(2019, 7, .county, "副主任医师") == nil)
    }

    @Test("CRD-5b credits, hours and minimums are each asked for, and what lacks is said")
    func lacking() throws {
        let asked = try rule(1, credits: 250, hours: 900, one: 50)
        let some = [credit(2026, 200, .ii, hours: 800), credit(2026, 30), credit(2025, 999, hours: 999)]
        let compliance = Compliance(some, year: 2026, rule: asked)
        #expect(compliance.credits == Tenths(230) && compliance.hours == Tenths(800))
        #expect(compliance.lacking.map(\.en) == ["2.0 credits", "10.0 hours", "2.0 credits of category I"])
        #expect(compliance.lacking.map(\.zh) == ["2.0 学分", "10.0 学时", "Ⅰ类 2.0 学分"])
        let exact = some + [credit(2026, 20, project: 9, hours: 100)]
        #expect(Compliance(exact, year: 2026, rule: asked).lacking.isEmpty)
    }

    @Test("CRD-5b what exceeds a cap of a project or a category in a year is shown and not counted; years are summed")
    func caps() throws {
        let capped = try rule(1, credits: 250, projectCap: 100, capOfTwo: 50, span: 2)
        let many = [
            credit(2026, 80), credit(2026, 80), credit(2025, 90), credit(2026, 70, .ii, project: 3),
            credit(2025, 40, .ii, project: 3), credit(2024, 500),
        ]
        let compliance = Compliance(many, year: 2026, rule: capped)
        #expect(compliance.counted == [.i: Tenths(190), .ii: Tenths(90)])
        #expect(compliance.excess == Tenths(80) && compliance.lacking.isEmpty)
    }

    @Test("CRD-5 rules that make no sense are refused by the field")
    func refusedRules() {
        func field(_ make: () throws(Refusal) -> YearRule) -> String? { refusal(make)?.field }
        func made(from: Int, to: Int?, span: Int, titles: Int = 0) throws(Refusal) -> YearRule {
            try YearRule(
                id: 1, fromYear: from, toYear: to, province: nil, unitLevel: nil,
                titles: (0..<titles).map { "职称\($0)" }, credits: .zero, hours: .zero, minimums: [:],
                projectCap: .zero, caps: [:], span: span, basis: "")
        }
        #expect(field { () throws(Refusal) in try made(from: 2026, to: 2025, span: 1) } == "from_year")
        #expect(field { () throws(Refusal) in try made(from: 1900, to: nil, span: 1) } == "from_year")
        #expect(field { () throws(Refusal) in try made(from: 2026, to: nil, span: 11) } == "years")
        #expect(field { () throws(Refusal) in try made(from: 2026, to: nil, span: 1, titles: 21) } == "titles")
    }

    @Test("CRD-3, CRD-7, POL-2 how credit is counted is written as it is read; anything else is refused")
    func written() throws {
        #expect(CreditRules.standard.text == "counts project; national 2.0; provincial 1.0; city 0.0; cap 25.0")
        let rules = try #require(CreditRules(text: "counts courses; cap 10; provincial 0.5"))
        #expect(rules.counting == .courses && rules.cap == Tenths(100) && rules.rates[.provincial] == Tenths(5))
        #expect(rules.rates[.national] == Tenths(20))
        #expect(CreditRules(text: rules.text) == rules)
        for text in ["", "counts", "counts both", "cap x", "cap 1.25", "cap 1001", "cap 1; cap 2", "town 1"] {
            #expect(CreditRules(text: text) == nil, "\(text)")
        }
    }

    @Test("CRD-3 an instructor gets hours times the level's rate, as far as the cap of the project has room")
    func taught() throws {
        let rules = CreditRules.standard
        func credits(_ hours: UInt32, _ level: ProjectLevel, before: UInt32 = 0) throws(Refusal) -> UInt32 {
            try InstructorCredit.credits(
                hours: Tenths(hours), taught: Tenths(200), level: level, before: Tenths(before), rules: rules
            ).count
        }
        #expect(try credits(30, .national) == 60)
        #expect(try credits(35, .provincial) == 35)
        #expect(try credits(30, .national, before: 230) == 20)
        #expect(refusal { () throws(Refusal) in try credits(30, .national, before: 250) }?.code == .wrongState)
        #expect(refusal { () throws(Refusal) in try credits(30, .city) }?.code == .wrongState)
        #expect(refusal { () throws(Refusal) in try credits(0, .national) }?.field == "hours_tenths")
        #expect(refusal { () throws(Refusal) in try credits(201, .national) }?.field == "hours_tenths")
    }
}
