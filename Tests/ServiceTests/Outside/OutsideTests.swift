import Messages
import Storage
import Testing

@testable import Service

/// EXM-7: results, contact hours and credits from elsewhere, through the protocol.
@Suite struct OutsideTests {
    /// A base of a province with its administrator, and an officer of the province's commission.
    private struct Scene {
        let world: World
        let base: UInt64
        let keeper: Client
        let officer: Client

        init() throws {
            world = try World()
            let admin = try world.client("admin")
            let province = try admin.region(.province, "四川省")
            base = try admin.organisation(.base, "水利培训中心", parent: province)
            let commission = try admin.organisation(.commission, "四川省水利厅", parent: province)
            for (name, role, seat) in [
                ("water.keeper", Role.baseAdmin, base), ("water.officer", .commissionOfficer, commission),
            ] {
                let _: CreateAccountReply = try admin.call(
                    .accountsCreateAccount,
                    CreateAccountRequest(
                        name: name, personName: "员工", roles: [RoleGrant(role: role, organisation: seat)]))
            }
            keeper = try world.login("water.keeper")
            officer = try world.login("water.officer")
        }

        static let heading = "姓名,身份证号,内容,日期,成绩,学时,学分,类别"

        func upload(_ rows: String...) throws -> Uploaded {
            try keeper.upload(
                Array(([Self.heading] + rows).joined(separator: "\r\n").utf8), to: base, kind: .outsideRecords)
        }

        func list(_ state: OutsideState? = nil) throws -> [OutsideRecord] {
            let reply: ListOutsideReply = try keeper.call(
                .outsideRecordsList, ListOutsideRequest(organisation: base, state: state))
            return reply.records
        }

        func own(_ account: String) throws -> [OutsideRecord] {
            let reply: ListOutsideReply = try world.client(account).call(.outsideRecordsListOwn, MyOutsideRequest())
            return reply.records
        }

        func years(_ account: String) throws -> [YearTotal] {
            let reply: MyCreditsReply = try world.client(account).call(.creditsMyCredits, MyCreditsRequest())
            return reply.years
        }
    }

    private static let row = "张三,\(World.identities[0]),安全生产培训,2025/6/30,86,12,3.5,"

    @Test(
        "EXM-7 what an organiser uploads is seen by its person, marked from outside, and in no total until a commission accepts it"
    )
    func accepted() throws {
        let scene = try Scene()
        let uploaded = try scene.upload(Self.row, "王小明,440524198001010013,岗位考试,2019-03-01,合格,,,")
        #expect(uploaded.added == 2 && uploaded.badCount == 0)
        let mine = try #require(try scene.own("N01").first)
        #expect(mine.state == .fromOutside && mine.idNumber == World.identities[0] && mine.title == "安全生产培训")
        #expect(mine.mark == "86" && mine.hoursTenths == 120 && mine.creditsTenths == 35 && mine.category == .ii)
        #expect(mine.organisationName == "水利培训中心")
        // The number of N02 under another name is not N02's.
        #expect(try scene.own("N02").isEmpty && scene.own("N03").isEmpty)
        #expect(try scene.years("N01").isEmpty)
        let waiting: ListReviewsReply = try scene.officer.call(
            .reviewsListReviews, ListReviewsRequest(kind: .outside, container: scene.base))
        #expect(waiting.reviews.count == 2)
        #expect(waiting.reviews.contains { $0.title.hasPrefix("张三 110***") && $0.title.hasSuffix("12.0 h, 3.5 II") })
        try refused(.notAllowed) { try scene.keeper.decide(.outside, mine.id, .approve) }
        try scene.officer.decide(.outside, mine.id, .approve)
        #expect(try scene.own("N01").map(\.state) == [.accepted])
        let total = try #require(try scene.years("N01").first)
        #expect(total.year == 2025 && total.creditsTenths == 35 && total.hoursTenths == 120 && total.category == .ii)
        let rule = CreditYearRule(fromYear: 2025, creditsTenths: 30)
        let _: YearRuleReply = try scene.world.client("admin").call(
            .creditsSaveYearRule, SaveYearRuleRequest(rule: rule))
        let compliance: ComplianceReply = try scene.world.client("N01").call(
            .creditsMyCompliance, MyComplianceRequest(year: 2025))
        #expect(compliance.compliance?.met == true && compliance.compliance?.creditsTenths == 35)
        let told = try scene.world.client("N01").claim([UInt8](repeating: 9, count: 16)).messages.last
        #expect(told?.kind == .outsideDecided && told?.text.hasSuffix("安全生产培训, approved") == true)
        // A gate is none of it: nobody is eligible for the class by it.
        let eligible: ListEligibleReply = try scene.world.client("keeper").call(
            .creditsListEligible, ListEligibleRequest(offering: scene.world.offering))
        #expect(eligible.eligible == 0)
        let _: OutsideReply = try scene.keeper.call(
            .outsideRecordsWithdraw, WithdrawOutsideRequest(record: mine.id, reason: "录错人"))
        #expect(try scene.years("N01").isEmpty)
        #expect(try scene.own("N01").map(\.reason) == ["录错人"])
    }

    @Test(
        "EXM-7 BAT-3e the same row twice changes nothing, another mark corrects what waits, and what is accepted is not changed by a file"
    )
    func repeated() throws {
        let scene = try Scene()
        #expect(try scene.upload(Self.row, Self.row).added == 1)
        #expect(try scene.upload(Self.row).unchanged == 1)
        let changed = Self.row.replacing(",86,", with: ",88,")
        #expect(try scene.upload(changed).changed == 1)
        #expect(try scene.list().map(\.mark) == ["88"])
        let id = try #require(try scene.list().first).id
        try scene.officer.decide(.outside, id, .approve)
        let refused = try scene.upload(Self.row)
        #expect(refused.badCount == 1 && refused.bad.first?.reason.contains("\(id)") == true)
        #expect(try scene.upload(changed).unchanged == 1)
    }

    @Test(
        "EXM-7 a rejection names its reason and the same row does not come back; what was returned is corrected and waits again, with its history"
    )
    func rejected() throws {
        let scene = try Scene()
        _ = try scene.upload(Self.row, "张三,\(World.identities[0]),汛期培训,2025-05-01,,8,,")
        let records = try scene.list()
        let (second, first) = (records[0].id, records[1].id)
        try scene.officer.decide(.outside, first, .reject, reason: "无证明")
        #expect(try scene.own("N01").map(\.state) == [.fromOutside, .rejected])
        #expect(try scene.own("N01").last?.reason == "无证明")
        let again = try scene.upload(Self.row)
        #expect(again.badCount == 1 && again.bad.first?.reason.contains("无证明") == true)
        try scene.officer.decide(.outside, second, .return, reason: "学时不符")
        let corrected: OutsideReply = try scene.keeper.call(
            .outsideRecordsCorrect,
            CorrectOutsideRequest(
                record: OutsideRecord(id: second, hoursTenths: 60, creditsTenths: 20), reason: "按证书更正"))
        #expect(corrected.record?.state == .fromOutside && corrected.record?.hoursTenths == 60)
        #expect(corrected.record?.creditsTenths == 20)
        #expect(corrected.record?.title == "汛期培训")
        let history: ReviewHistoryReply = try scene.officer.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .outside, subject: second))
        #expect(history.steps.map(\.action) == [.submit, .return, .resubmit])
        #expect(history.steps.map(\.reason) == ["", "学时不符", "按证书更正"])
        try refused(.wrongState) {
            try scene.keeper.call(
                .outsideRecordsCorrect,
                CorrectOutsideRequest(record: OutsideRecord(id: first, mark: "90"), reason: "x"),
                reply: OutsideReply.self)
        }
    }

    @Test(
        "EXM-7 bad rows are told by column: check sign, a record that says nothing, a day to come; the instruction row is passed over"
    )
    func badRows() throws {
        let scene = try Scene()
        let template: TemplateReply = try scene.keeper.call(
            .uploadsTemplate, TemplateRequest(kind: .outsideRecords))
        let lines = String(decoding: template.bytes.dropFirst(3), as: UTF8.self)
        let file = Array((lines + Self.row + "\r\n").utf8)
        #expect(try scene.keeper.upload(file, to: scene.base, kind: .outsideRecords).added == 1)
        let bad = try scene.upload(
            "张三,110105194912310021,甲,2025-06-30,86,,,", "张三,\(World.identities[0]),乙,2025-06-30,,,,",
            "张三,\(World.identities[0]),丙,2099-06-30,86,,,", "张三,\(World.identities[0]),丁,2025-06-30,86,1.25,,")
        #expect(bad.badCount == 4 && bad.bad.map(\.column) == ["身份证号", "成绩", "日期", "学时"])
        // The file of one base is not another's to send.
        try refused(.notAllowed) {
            try scene.world.client("stranger").upload(file, to: scene.base, kind: .outsideRecords)
        }
        try refused(.notFound, field: "record") {
            try scene.keeper.call(
                .outsideRecordsWithdraw, WithdrawOutsideRequest(record: 1, reason: "x"), reply: OutsideReply.self)
        }
    }

    @Test(
        "EXM-7 one is entered by hand, once; ACC-11e an account that closes takes its name out of what nobody has accepted"
    )
    func forgotten() throws {
        let scene = try Scene()
        let record = OutsideRecord(
            name: "张三", idNumber: World.identities[0], title: "进修", day: TestServer.day - 100, hoursTenths: 900)
        let entered: OutsideReply = try scene.keeper.call(
            .outsideRecordsEnter, EnterOutsideRequest(organisation: scene.base, record: record))
        #expect(entered.record?.idNumber.hasPrefix("110") == true && entered.record?.idNumber.contains("*") == true)
        try refused(.alreadyExists, field: "record") {
            try scene.keeper.call(
                .outsideRecordsEnter, EnterOutsideRequest(organisation: scene.base, record: record),
                reply: OutsideReply.self)
        }
        let person = try scene.world.person("N01")
        let forgetting = scene.world.server.service.forgetting
        try scene.world.server.perform { _ = try forgetting.outside.forgetRecords(of: person, $0) }
        let left = try #require(try scene.list().first)
        #expect(left.name.isEmpty && left.idNumber.isEmpty && left.state == .withdrawn)
        #expect(
            try scene.world.server.count("SELECT COUNT(*) FROM outside_record WHERE id_number_hash IS NOT NULL") == 0)
    }
}
