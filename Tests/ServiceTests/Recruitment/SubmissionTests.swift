import Domain
import Messages
import Storage
import Testing
import Wire

/// REC-9: what was submitted is fixed.
@Suite struct SubmissionTests {
    private let intake: Intake
    private let round: UInt64

    init() throws {
        intake = try Intake()
        round = try intake.open(intake.draft())
    }

    private func shown(to name: String, _ id: UInt64) throws -> GetSubmissionReply {
        try intake.client(name).call(.recruitmentGetSubmission, GetSubmissionRequest(application: id))
    }

    private func save(_ school: String) throws {
        let client = try intake.client("张三")
        let profile: GetProfileReply = try client.call(.profilesGet, GetProfileRequest())
        let revision = profile.sections.first { $0.section == .education }?.revision ?? 0
        let _: SaveProfileReply = try client.call(
            .profilesSave,
            SaveProfileRequest(
                section: .education, revision: revision, fields: [ProfileField(name: "school", value: school)]))
    }

    @Test("REC-9a every level sees what was submitted as it stood, and what differs today")
    func fixed() throws {
        let id = try intake.apply("张三", round)
        try save("湘雅医学院")
        for officer in ["浏阳市", "长沙市", "湖南省", "张三"] {
            let reply = try shown(to: officer, id)
            #expect(reply.atMs != 0 && reply.beforeMs == 0)
            let school = try #require(reply.fields.first { $0.name == "education.school" })
            #expect((school.submitted, school.before, school.today) == ("填写school", "填写school", "湘雅医学院"))
            #expect(reply.fields.filter { $0.today != $0.submitted } == [school])
            let since = try #require(reply.fields.first { $0.name == "title_since" })
            #expect(since.submitted == "\(Day(TestServer.day - 900))")
        }
        for stranger in ["醴陵市", "湘雅医院", "李四"] {
            try refused(.notFound, field: "application") { _ = try shown(to: stranger, id) }
        }
    }

    @Test("REC-9b who submits again after a return shows reviewers what changed")
    func again() throws {
        let id = try intake.apply("张三", round)
        try intake.decide("浏阳市", [id], .return, reason: "补充学校")
        try save("湘雅医学院")
        var form = intake.form()
        form.titleSince = TestServer.day - 800
        _ = try intake.apply(intake.client("张三"), round, form)
        let reply = try shown(to: "浏阳市", id)
        #expect(reply.beforeMs != 0)
        let changed = reply.fields.filter { $0.before != $0.submitted }
        #expect(changed.map(\.name) == ["title_since", "education.school"])
        #expect(changed.map(\.before) == ["\(Day(TestServer.day - 900))", "填写school"])
        #expect(reply.fields.allSatisfy { $0.today == $0.submitted })
    }

    @Test("REC-9a a draft has nothing submitted")
    func draft() throws {
        let saved: ApplicationReply = try intake.client("张三").call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: intake.form()))
        try refused(.notFound, field: "application") { _ = try shown(to: "张三", saved.application?.id ?? 0) }
    }
}
