import Messages
import Storage
import Testing
import Wire

@Suite struct IntakeApplicationTests {
    @Test("REC-5a a trainee enrols by round, person type, own data, specialty, title, preferences, and submits")
    func enrol() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let client = try intake.client("张三")
        let draft: ApplicationReply = try client.call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: EnrolmentForm(batch: 1)))
        #expect(draft.application?.state == .draft)
        let form = intake.form(0, preferences: [intake.made.specialties[0], intake.made.specialties[2]])
        let saved: ApplicationReply = try client.call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: form))
        let id = try #require(saved.application?.id)
        #expect(id == draft.application?.id)
        try refused(.invalid, field: "data_confirmed") {
            try client.call(
                .recruitmentSubmitApplication, SubmitApplicationRequest(application: id),
                reply: ApplicationReply.self)
        }
        let reply: ApplicationReply = try client.call(
            .recruitmentSubmitApplication, SubmitApplicationRequest(application: id, dataConfirmed: true))
        let application = try #require(reply.application)
        #expect(application.state == .submitted)
        #expect(application.level == .county)
        #expect(application.form == form)
        #expect(application.preferences.map(\.name) == ["妇产科", "急诊科"])
        #expect(application.personTypeName == "医疗技术骨干")
        #expect(application.titleName == "主治医师")
        #expect(application.unitName == "浏阳人民医院")
        #expect(try application.county == intake.place("浏阳市"))
        #expect(try application.city == intake.place("长沙市"))
        #expect(application.phone == Intake.phone)
    }

    @Test("REC-5a what is missing, repeated, too much or no choice of the round is refused on submitting, by its field")
    func fields() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let client = try intake.client("张三")
        func refuses(_ field: String, _ change: (inout EnrolmentForm) -> Void) throws {
            var form = intake.form()
            change(&form)
            try refused(.invalid, field: field) { try intake.apply(client, round, form) }
        }
        try refuses("batch") { $0.batch = 2 }
        try refuses("person_type") { $0.personType = intake.made.titles[0] }
        try refuses("specialty") { $0.specialty = 0 }
        try refuses("title") { $0.title = intake.made.specialties[0] }
        try refuses("title_since") { $0.titleSince = 0 }
        try refuses("title_since") { $0.titleSince = TestServer.day + 1 }
        try refuses("specialty_since") { $0.specialtySince = -1 }
        try refuses("preferences") { $0.preferences = [] }
        try refuses("preferences") { $0.preferences += $0.preferences }
        try refuses("preferences") { $0.preferences = intake.made.specialties }
        try refuses("preferences") { $0.preferences = [UInt64](repeating: 1, count: 1000) }
        try refuses("preferences") { $0.preferences = [intake.made.specialties[1]] }
        #expect(try intake.apply(client, round, intake.form()) != 0)
    }

    @Test("REC-5a, ORG-3 what a catalogue has retired is chosen no more")
    func retired() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        for (id, field) in [(intake.made.specialties[0], "specialty"), (intake.made.titles[0], "title")] {
            func retire(_ isRetired: Bool) throws {
                try intake.server.database.write {
                    _ = try $0.execute("UPDATE catalogue_entry SET retired = ?2 WHERE id = ?1", id, isRetired)
                }
            }
            try retire(true)
            try refused(.invalid, field: field) { try intake.apply("张三", round) }
            try retire(false)
        }
        #expect(try intake.apply("张三", round) != 0)
    }

    @Test("REC-5a in a round of bases the preferences are training bases of the batch's categories")
    func bases() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(kind: .base))
        let client = try intake.client("张三")
        try refused(.invalid, field: "preferences") { try intake.apply(client, round, intake.form()) }
        let excluded = try intake.form(0, preferences: [intake.place("市教学医院")])
        try refused(.invalid, field: "preferences") { try intake.apply(client, round, excluded) }
        let form = try intake.form(0, preferences: [intake.place("省人民医院"), intake.place("湘雅医院")])
        let id = try intake.apply(client, round, form)
        #expect(try intake.mine("张三", id).preferences.map(\.name) == ["省人民医院", "湘雅医院"])
    }

    @Test(
        "REC-5a, ACC-8, ACC-1b only a complete profile and a verified identity are submitted, and the unit must lie in the province"
    )
    func readiness() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let client = try intake.client("张三")
        let person = intake.made.persons["张三"] ?? 0
        let saved: ApplicationReply = try client.call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: intake.form()))
        let submit = SubmitApplicationRequest(application: saved.application?.id ?? 0, dataConfirmed: true)
        func submits() throws -> ErrorCode? { try client.code(.recruitmentSubmitApplication, submit.serialized()) }
        func set(_ sql: SQL) throws {
            try intake.server.database.write { _ = try $0.execute(sql, person) }
        }
        for level in ["none", "declared"] {
            if level == "none" {
                try set("UPDATE person SET identity_level = 0 WHERE id = ?1")
            } else {
                try set("UPDATE person SET identity_level = 1 WHERE id = ?1")
            }
            #expect(try submits() == .identityNotVerified)
        }
        try set("UPDATE person SET identity_level = 2 WHERE id = ?1")
        try set("UPDATE profile_section SET present = 'school,major,graduated' WHERE person = ?1 AND section = 3")
        try refused(.profileIncomplete, field: "degree") {
            try client.call(.recruitmentSubmitApplication, submit, reply: ApplicationReply.self)
        }
        try set(
            "UPDATE profile_section SET present = 'degree,school,major,graduated' WHERE person = ?1 AND section = 3")
        #expect(try submits() == nil)
        try refused(.invalid, field: "unit") { try intake.apply("孙七", round) }
        try intake.server.database.write {
            _ = try $0.execute("DELETE FROM profile_unit WHERE person = ?1", intake.made.persons["李四"] ?? 0)
        }
        try refused(.invalid, field: "unit") { try intake.apply("李四", round) }
    }

    @Test("REC-5b the applicant sees state, level, reason and history at every step; another trainee sees nothing")
    func history() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.decide("浏阳市", [id])
        #expect(try intake.mine("张三", id).level == .city)
        try intake.decide("长沙市", [id], .return, reason: "职称证书不清晰")
        let returned = try intake.mine("张三", id)
        #expect(returned.state == .returned)
        #expect(returned.level == .city)
        #expect(returned.reason == "职称证书不清晰")
        _ = try intake.apply("张三", round)
        try intake.decide("长沙市", [id])
        try intake.decide("湖南省", [id], .reject, reason: "名额有限")
        let rejected = try intake.mine("张三", id)
        #expect(rejected.state == .rejected)
        #expect(rejected.reason == "名额有限")
        #expect(
            rejected.steps.map(\.event) == [.submit, .passOn, .sendBack, .resubmit, .passOn, .reject])
        #expect(rejected.steps.map(\.level) == [nil, .county, .city, nil, .city, .province])
        #expect(rejected.steps[1].organisationName == "浏阳市")
        #expect(rejected.steps[5].reason == "名额有限")
        let listed: ListApplicationsReply = try intake.client("张三").call(
            .recruitmentMyApplications, MyApplicationsRequest())
        #expect(listed.applications.map(\.id) == [id])
        try refused(.notFound, field: "application") { try intake.mine("李四", id) }
        let none: ListApplicationsReply = try intake.client("李四").call(
            .recruitmentMyApplications, MyApplicationsRequest())
        #expect(none.applications == [])
    }

    @Test("REC-5c one live application a round; one withdrawn makes room, one rejected does not")
    func one() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let client = try intake.client("张三")
        let first = try intake.apply(client, round, intake.form())
        try refused(.alreadyExists, field: "round") { try intake.apply(client, round, intake.form(1)) }
        let withdrawn: ApplicationReply = try client.call(
            .recruitmentWithdrawApplication, WithdrawApplicationRequest(application: first))
        #expect(withdrawn.application?.state == .withdrawn)
        #expect(try intake.decide("浏阳市", [first]).outcomes.first?.failure?.code == .wrongState)
        let second = try intake.apply(client, round, intake.form(1))
        #expect(second != first)
        try intake.decide("浏阳市", [second], .reject, reason: "不符合条件")
        try refused(.alreadyExists, field: "round") { try intake.apply(client, round, intake.form()) }
        let other = try intake.open(intake.draft("第二批"))
        #expect(try intake.apply(client, other, intake.form()) != 0)
    }

    @Test("REC-5c an application is withdrawn before the first review, not after it")
    func withdrawal() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        func withdraw(_ name: String) throws -> ErrorCode? {
            try intake.client(name).code(
                .recruitmentWithdrawApplication, WithdrawApplicationRequest(application: id).serialized())
        }
        #expect(try withdraw("李四") == .notFound)
        try intake.decide("浏阳市", [id])
        #expect(try withdraw("张三") == .wrongState)
        try intake.decide("长沙市", [id], .return, reason: "补充材料")
        #expect(try withdraw("张三") == .wrongState)
    }

    @Test("REC-5c declining after admission frees the place for somebody else")
    func declining() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: 1)
        let (first, second) = (try intake.apply("张三", round), try intake.apply("李四", round))
        try intake.approve([first])
        for officer in ["浏阳市", "长沙市"] { try intake.decide(officer, [second]) }
        #expect(try intake.decide("湖南省", [second]).outcomes.first?.failure?.code == .quotaFull)
        let decline = DeclineAdmissionRequest(application: first, reason: "家庭原因")
        try refused(.wrongState) {
            try intake.client("张三").call(.recruitmentDeclineAdmission, decline, reply: ApplicationReply.self)
        }
        #expect(try intake.assign([first], round, to: "湘雅医院").done == 1)
        #expect(try intake.admit([first], round, by: "湘雅医院").done == 1)
        try refused(.notFound) {
            try intake.client("李四").call(.recruitmentDeclineAdmission, decline, reply: ApplicationReply.self)
        }
        let declined: ApplicationReply = try intake.client("张三").call(.recruitmentDeclineAdmission, decline)
        #expect(declined.application?.state == .declined)
        #expect(try intake.apply("张三", round) != first)
        try intake.expectCountersHold(round)
        #expect(try intake.decide("湖南省", [second]).decided == 1)
        #expect(try intake.assign([second], round, to: "湘雅医院").done == 1)
        #expect(try intake.admit([second], round, by: "湘雅医院").done == 1)
        try intake.expectCountersHold(round)
    }
}
