import Messages
import Storage
import Testing

@testable import Service

/// CRD-3, CRD-5, CRD-7 through the protocol.
@Suite struct YearRuleTests {
    /// N01 has 2.0 credits and 6.0 hours of 2026, and is confirmed by a unit of a county.
    private struct Province {
        let world: World
        let province: UInt64
        let county: UInt64
        let unit: UInt64

        init() throws {
            world = try World()
            _ = try world.awardOne()
            let admin = try world.client("admin")
            province = try admin.region(.province, "湖南省")
            let city = try admin.region(.city, "长沙市", under: province)
            county = try admin.region(.county, "宁乡县", under: city)
            unit = try admin.organisation(.unit, "宁乡县人民医院", parent: county)
            try world.server.database.write { [unit, world] transaction in
                try transaction.execute(
                    """
                    INSERT INTO membership (unit, person, id, state, by_person, changed_ms) VALUES (?1, ?2, ?2, ?3, 0, 0)
                    """, unit, world.person("N01"), MembershipState.confirmed.rawValue)
            }
        }

        @discardableResult
        func rule(_ rule: CreditYearRule) throws -> UInt64 {
            let reply: YearRuleReply = try world.client("admin").call(
                .creditsSaveYearRule, SaveYearRuleRequest(rule: rule))
            return try #require(reply.rule).id
        }

        func mine(_ number: String = "N01", year: UInt32 = 2026) throws -> CreditCompliance {
            let reply: ComplianceReply = try world.client(number).call(
                .creditsMyCompliance, MyComplianceRequest(year: year))
            return try #require(reply.compliance)
        }
    }

    @Test("CRD-5a what counts of a category is capped by the rule; a cap below what must be of it is refused")
    func capped() throws {
        let site = try Province()
        let capped = CreditYearRule(fromYear: 2025, creditsTenths: 20, categoryICapTenths: 15)
        try site.rule(capped)
        #expect(try site.mine().creditsTenths == 15 && site.mine().lacking == ["0.5 credits"])
        var wrong = capped
        wrong.categoryITenths = 16
        try refused(.invalid, field: "category_i_cap_tenths") { try site.rule(wrong) }
        wrong = CreditYearRule(fromYear: 2025, categoryIiTenths: 10, categoryIiCapTenths: 9)
        try refused(.invalid, field: "category_ii_cap_tenths") { try site.rule(wrong) }
        wrong.categoryIiCapTenths = 10
        try site.rule(wrong)
    }

    @Test(
        "CRD-5a, CRD-5b a trainee sees what counts of a year and what lacks, by the rule that is about them; without one, nothing is asked"
    )
    func mine() throws {
        let site = try Province()
        #expect(try site.mine().rule == 0 && !site.mine().met)
        let general = try site.rule(CreditYearRule(fromYear: 2025, creditsTenths: 250, hoursTenths: 900))
        let mine = try site.mine()
        #expect(mine.rule == general && mine.creditsTenths == 20 && mine.hoursTenths == 60)
        #expect(!mine.met && mine.lacking == ["23.0 credits", "84.0 hours"])
        #expect(try site.mine(year: 2025).lacking == ["25.0 credits", "90.0 hours"])
        // In a county less is asked; and of a title there, less still.
        let inCounty = try site.rule(CreditYearRule(fromYear: 2025, unitLevel: .county, creditsTenths: 20))
        #expect(try site.mine().rule == inCounty && site.mine().met)
        #expect(try site.mine("N02").rule == general)
        let titled = try site.rule(
            CreditYearRule(
                fromYear: 2025, province: site.province, titles: ["主治医师"], creditsTenths: 30, years: 2))
        #expect(try site.mine().rule == titled && site.mine().lacking == ["1.0 credits"])
        // Pending, reversed and hand-entered credit counts nowhere.
        try site.world.server.database.write { try $0.execute("UPDATE award SET state = 1") }
        #expect(try site.mine().creditsTenths == 0)
    }

    @Test(
        "CRD-5c a unit sees its people, a commission the units of its region; a year is excused with a reason, and asked again"
    )
    func seen() throws {
        let site = try Province()
        try site.rule(CreditYearRule(fromYear: 2025, creditsTenths: 250))
        let admin = try site.world.client("admin")
        func people() throws -> [CreditCompliance] {
            let reply: ListComplianceReply = try admin.call(
                .creditsListCompliance, ListComplianceRequest(unit: site.unit, year: 2026))
            return reply.people
        }
        func units() throws -> [UnitCompliance] {
            let reply: ListUnitComplianceReply = try admin.call(
                .creditsListUnitCompliance, ListUnitComplianceRequest(region: site.province, year: 2026))
            return reply.units
        }
        #expect(try people().map(\.lacking) == [["23.0 credits"]])
        #expect(
            try units() == [UnitCompliance(unit: site.unit, name: "宁乡县人民医院", people: 1, met: 0, ruleless: 0)])
        let person = try site.world.person("N01")
        func excuse(_ reason: String) throws -> CreditCompliance? {
            let reply: ComplianceReply = try admin.call(
                .creditsExcuseYear, ExcuseYearRequest(person: person, year: 2026, reason: reason))
            return reply.compliance
        }
        #expect(try excuse("援外一年")?.met == true)
        #expect(try people().first?.excused == "援外一年" && units().first?.met == 1)
        #expect(try !site.mine(year: 2025).met)
        #expect(try excuse("")?.met == false)
        try refused(.notAllowed) {
            try site.world.client("keeper").call(
                .creditsListCompliance, ListComplianceRequest(unit: site.unit), reply: ListComplianceReply.self)
        }
    }

    @Test(
        "CRD-3 an instructor gets hours times rate, once a course and offering, up to the project's cap, and not also as a participant"
    )
    func instructors() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let (theory, practice) = (world.made.courses[0], world.made.courses[1])
        func teach(_ person: UInt64, _ course: UInt64, _ hours: UInt32) throws -> Award {
            let reply: ReverseAwardReply = try keeper.call(
                .creditsAwardInstructor,
                AwardInstructorRequest(
                    offering: world.offering, course: course, person: person, hoursTenths: hours))
            return try #require(reply.award)
        }
        let teacher = try #require(world.made.persons["officer"])
        try refused(.notFound, field: "person") { try teach(teacher, theory, 40) }
        try world.name(instructors: [
            (theory, teacher, 40), (practice, teacher, 20), (practice, world.person("N01"), 20),
        ])
        let first = try teach(teacher, theory, 0)
        #expect(first.creditsTenths == 40 && first.hoursTenths == 40 && first.state == .effective)
        try refused(.alreadyExists, field: "course") { try teach(teacher, theory, 10) }
        try world.setPolicy("creditRules", "provincial 1; cap 5")
        #expect(try teach(teacher, practice, 20).creditsTenths == 10)
        try refused(.invalid, field: "hours_tenths") { try teach(world.person("N01"), practice, 21) }
        try refused(.notFound, field: "person") { try teach(world.person("N02"), practice, 10) }
        try refused(.notFound, field: "person") { try teach(teacher, 1 << 40, 10) }
        _ = try world.awardOne()
        try refused(.alreadyExists, field: "person") { try teach(world.person("N01"), practice, 10) }
        // Taken back, the course may be given anew.
        let _: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: first.id, reason: "误授"))
        #expect(try teach(teacher, theory, 40).creditsTenths == 40)
    }

    @Test(
        "CRD-7 with courses analysed one by one credit is the sum of the courses attended; what comes late is a difference"
    )
    func byCourse() throws {
        let world = try World()
        try world.setPolicy("creditRules", "counts courses")
        try world.setPolicy("minQuestions", "0")
        let (theory, practice) = (world.made.courses[0], world.made.courses[1])
        try world.server.database.write { [world] transaction in
            try transaction.execute(
                "UPDATE offering_window SET to_minute = 600, course = ?2 WHERE offering = ?1", world.offering, theory)
            try transaction.execute(
                """
                INSERT INTO offering_window (offering, ordinal, day, from_minute, to_minute, course)
                VALUES (?1, 2, ?2, 600, 720, ?3)
                """, world.offering, TestServer.day, practice)
        }
        let door = try Door(in: world, seed: 1)
        for number in ["N01", "N02"] { try door.scan(world.person(number), offering: world.offering) }
        door.time = World.midnight + 11 * 3_600_000
        world.clock.set(door.time + 60_000)
        try door.scan(world.person("N02"), offering: world.offering)
        try door.sync()
        let keeper = try world.client("keeper")
        let reply: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        #expect(reply.awarded == 2)
        let list: ListAwardsReply = try keeper.call(.creditsListAwards, ListAwardsRequest(offering: world.offering))
        #expect(list.awards.map(\.creditsTenths) == [15, 20] && list.awards.map(\.hoursTenths) == [40, 60])
        let late = try Door(in: world, seed: 2)
        late.time = World.midnight + 11 * 3_600_000
        try late.scan(world.person("N01"), offering: world.offering)
        try late.sync()
        let found: ListCreditDifferencesReply = try keeper.call(
            .creditsListDifferences, ListCreditDifferencesRequest(offering: world.offering))
        #expect(found.differences.map(\.reasons) == [["1.5 credits were awarded, and 2.0 are due"]])
        let _: SettleCreditReply = try keeper.call(
            .creditsSettleDifferences,
            SettleCreditRequest(offering: world.offering, awards: [list.awards[0].id], reason: "补传签到"))
        let again: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        #expect(again.awarded == 1)
        let after: ListAwardsReply = try keeper.call(.creditsListAwards, ListAwardsRequest(offering: world.offering))
        #expect(after.awards.last?.creditsTenths == 20)
    }
}

extension World {
    /// Names the instructors of the offering: of a course, by person, for hours in tenths.
    func name(instructors: [(course: UInt64, person: UInt64, hours: UInt32)]) throws {
        try server.database.write { transaction in
            for instructor in instructors {
                try transaction.execute(
                    "INSERT INTO instructor (id, offering, course, person, hours_tenths) VALUES (?1, ?2, ?3, ?4, ?5)",
                    transaction.newID(), offering, instructor.course, instructor.person, instructor.hours)
            }
        }
    }
}
