import Domain
import Messages
import Signatures
import Storage
import Testing

@testable import Service

/// RPT-1: lists that organisers send on, through the protocol.
@Suite struct ReportTests {
    /// N01 was there, passed and has 2.0 credits; N06 failed; the class is over, and is reported within fourteen days.
    private struct Season {
        let world: World

        init() throws {
            world = try World()
            _ = try world.awardOne()
            let door = try Door(in: world, seed: 0xB0)
            try door.scan(world.person("N06"), offering: world.offering)
            try door.score(world.person("N06"), 5200, by: 21, offering: world.offering)
            try door.sync()
            try world.setPolicy("reportDays", "14")
        }

        func runs(_ request: ListRunReportsRequest, by account: String = "admin") throws -> [RunReport] {
            let client = try world.relogin(account)
            var (runs, request): ([RunReport], ListRunReportsRequest) = ([], request)
            repeat {
                let page: ListRunReportsReply = try client.call(.reportsListRuns, request)
                runs += page.runs
                request.after = page.next
            } while request.after != 0
            return runs
        }
    }

    @Test("RPT-1, PRJ-9a projects approved and held: each run with its people, its credit and how far its report is")
    func runs() throws {
        let season = try Season()
        let (world, made) = (season.world, season.world.made)
        let all = try season.runs(ListRunReportsRequest(limit: 1))
        #expect(all.map { $0.run?.offering } == [made.offering, made.otherOffering])
        #expect(all.allSatisfy { $0.run?.state == .approved })
        let first = try #require(all.first)
        #expect(first.projectNumber == "HN-2026-001" && first.category == .i && first.level == .provincial)
        #expect((first.people, first.awarded, first.awardedTenths, first.hoursTenths) == (12, 1, 20, 60))
        #expect(first.ownerName == "第一培训基地" && first.run?.baseName == "第一培训基地")
        #expect(first.reportDueDay == TestServer.day + 14 && first.report == nil && first.modality == .inPerson)
        // Over, the report of each is due; of one that was begun, still.
        world.clock.set(ExamHall.noon + 86_400_000)
        #expect(try season.runs(ListRunReportsRequest(state: .reportDue)).count == 2)
        let _: PostReportReply = try world.relogin("keeper").call(
            .postReportsSave,
            SavePostReportRequest(offering: made.offering, pages: [PostReportPage(kind: .overview, text: "如期举办")]))
        let due = try season.runs(ListRunReportsRequest(organisation: made.base, state: .reportDue), by: "keeper")
        #expect(due.map(\.report) == [.draft])
        #expect(try season.runs(ListRunReportsRequest(state: .approved)).isEmpty)
        #expect(try season.runs(ListRunReportsRequest(project: made.project), by: "keeper").count == 1)
        #expect(try season.runs(ListRunReportsRequest(fromDay: TestServer.day + 1)).isEmpty)
        #expect(try season.runs(ListRunReportsRequest(untilDay: TestServer.day - 1)).isEmpty)
        #expect(try season.runs(ListRunReportsRequest(fromDay: TestServer.day, untilDay: TestServer.day)).count == 2)
        // A cancelled one is no run.
        let _: OfferingReply = try world.relogin("admin").call(
            .projectsCancelOffering, CancelOfferingRequest(offering: made.otherOffering, reason: "停办"))
        #expect(try season.runs(ListRunReportsRequest()).count == 1)
    }

    @Test("RPT-1, ORG-2 a base lists what is its own, a region what lies in it; nobody lists what is beyond them")
    func reach() throws {
        let season = try Season()
        let world = season.world
        let admin = try world.client("admin")
        let city = try admin.region(.city, "长沙市")
        let base = try admin.organisation(.base, "长沙基地", parent: city)
        let held = try World.open(at: base, world.made, admin, day: TestServer.day)
        #expect(try season.runs(ListRunReportsRequest(organisation: city)).map { $0.run?.offering } == [held])
        // The project is the first base's, wherever it is held.
        let own = try season.runs(ListRunReportsRequest(organisation: world.made.base), by: "keeper")
        #expect(own.map { $0.run?.offering } == [world.offering, held])
        for request in [
            ListRunReportsRequest(), ListRunReportsRequest(organisation: city),
            ListRunReportsRequest(organisation: world.made.otherBase),
        ] {
            try refused(.notAllowed) { try season.runs(request, by: "keeper") }
        }
        let foreign = ListRunReportsRequest(project: world.made.project)
        try refused(.notAllowed) { try season.runs(foreign, by: "stranger") }
        try refused(.notFound, field: "project") { try season.runs(ListRunReportsRequest(project: 1 << 40)) }
    }

    @Test(
        "RPT-1 people in detail: attendance, exam and credit in one row, and what is lacking in the reader's language")
    func people() throws {
        let season = try Season()
        let world = season.world
        let keeper = try world.client("keeper")
        var (people, after): ([PersonReport], UInt64) = ([], 0)
        repeat {
            let page: ListPeopleReportReply = try keeper.call(
                .reportsListPeople, ListPeopleReportRequest(offering: world.offering, after: after, limit: 5))
            #expect(page.ofWindows == 1)
            people += page.people
            after = page.next
        } while after != 0
        #expect(people.map(\.number).sorted() == World.numbers)
        let one = try #require(people.first { $0.number == "N01" })
        #expect(one.name == "张三" && one.unit == "第一人民医院" && one.title == "主治医师")
        #expect(one.present && one.windows == 1 && one.examPassed && one.examHundredths == 8000 && one.lacking.isEmpty)
        #expect((one.award, one.creditsTenths, one.hoursTenths) == (.effective, 20, 60))
        let failed = try #require(people.first { $0.number == "N06" })
        #expect(failed.present && failed.examTaken && !failed.examPassed && failed.examHundredths == 5200)
        #expect(failed.award == nil && failed.lacking == ["exam failed 52.00 < 60.00"])
        let absent = try #require(people.first { $0.number == "N02" })
        #expect(!absent.present && absent.windows == 0 && !absent.examTaken)
        keeper.locale = "zh"
        let chinese: ListPeopleReportReply = try keeper.call(
            .reportsListPeople, ListPeopleReportRequest(offering: world.offering))
        #expect(chinese.people.first { $0.number == "N06" }?.lacking == ["考试未通过：52.00 < 60.00"])
        // Credit taken back shows as such, unless other credit counts.
        let awards: ListAwardsReply = try keeper.call(.creditsListAwards, ListAwardsRequest(offering: world.offering))
        let _: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: awards.awards[0].id, reason: "误授"))
        let after2: ListPeopleReportReply = try keeper.call(
            .reportsListPeople, ListPeopleReportRequest(offering: world.offering))
        #expect(after2.people.first { $0.number == "N01" }?.award == .reversed)
        let foreign = ListPeopleReportRequest(offering: world.made.otherOffering)
        try refused(.notAllowed) { try keeper.call(.reportsListPeople, foreign, reply: ListPeopleReportReply.self) }
    }

    @Test(
        "RPT-1, CRD-5 a trainee gets a year's statement as a signed file, and only their own; without a key there is none"
    )
    func statement() throws {
        let season = try Season()
        let world = season.world
        let trainee = try world.client("N01")
        func file(_ year: UInt32, by client: Client) throws -> CertificateFile {
            try client.call(.reportsGetOwnStatement, OwnStatementRequest(year: year))
        }
        try refused(.wrongState) { try file(2026, by: trainee) }
        let signer = try DocumentSigner.make(
            commonName: "documents", under: nil, serial: [1], fromMs: 0, days: 30_000)
        world.server.service.adopt(CertificateSettings(signer: signer))
        trainee.locale = "zh"
        let own = try file(2026, by: trainee)
        #expect(own.fileName == "2026 年度学分情况.pdf" && own.bytes.starts(with: Array("%PDF".utf8)))
        #expect(own.bytes.firstRange(of: Array("/SubFilter /adbe.pkcs7.detached".utf8)) != nil)
        #expect(try file(2025, by: trainee).bytes.count < own.bytes.count)
        try refused(.invalid, field: "year") { try file(10_000, by: trainee) }
    }

    @Test("RPT-1, CRD-5c the credit of units in a year, with who has what is asked: by region, or a unit's own")
    func units() throws {
        let season = try Season()
        let world = season.world
        let admin = try world.client("admin")
        let city = try admin.region(.city, "长沙市")
        let county = try admin.region(.county, "宁乡县", under: city)
        let unit = try admin.organisation(.unit, "宁乡县人民医院", parent: county)
        let empty = try admin.organisation(.unit, "长沙市第三医院", parent: city)
        try world.server.database.write { transaction in
            for number in ["N01", "N06"] {
                try transaction.execute(
                    "INSERT INTO membership (unit, person, id, state, by_person, changed_ms) VALUES (?1, ?2, ?2, ?3, 0, 0)",
                    unit, world.person(number), MembershipState.confirmed.rawValue)
            }
        }
        let _: YearRuleReply = try admin.call(
            .creditsSaveYearRule,
            SaveYearRuleRequest(rule: CreditYearRule(fromYear: 2026, creditsTenths: 20)))
        func units(_ region: UInt64, year: UInt32 = 2026) throws -> [UnitReport] {
            let reply: ListUnitReportsReply = try admin.call(
                .reportsListUnits, ListUnitReportsRequest(region: region, year: year))
            return reply.units
        }
        let own = UnitReport(
            unit: unit, name: "宁乡县人民医院", region: county, regionName: "宁乡县", people: 2, credited: 1, categoryITenths: 20,
            hoursTenths: 60, met: 1)
        #expect(try units(county) == [own] && units(unit) == [own])
        #expect(try units(city).map(\.unit) == [unit, empty])
        #expect(try units(county, year: 2025).map(\.credited) == [0])
        #expect(try units(county, year: 2025).map(\.ruleless) == [2])
        // One page ends, and the next goes on behind it.
        let page: ListUnitReportsReply = try admin.call(
            .reportsListUnits, ListUnitReportsRequest(region: city, year: 2026, limit: 1))
        #expect(page.units == [own] && page.next == unit)
        try refused(.notAllowed) {
            try world.client("keeper").call(
                .reportsListUnits, ListUnitReportsRequest(region: county), reply: ListUnitReportsReply.self)
        }
    }
}
