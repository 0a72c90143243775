import Foundation
import Messages
import Storage
import Testing

@Suite struct IntakeClosingTests {
    private let intake: Intake
    private let round: UInt64

    init() throws {
        intake = try Intake()
        round = try intake.open(intake.draft())
        // Everybody's, as a hundred hashes would cost more than the tests.
        try intake.server.database.write { transaction in
            try transaction.execute(
                "UPDATE account SET password = (SELECT a.password FROM account a WHERE a.name = 'admin')")
        }
    }

    private func close(_ name: String) throws { try intake.client(name).close(World.password) }

    @Test("ACC-11e while an application is under way its applicant's account stays; a draft is withdrawn with it")
    func underWay() throws {
        let id = try intake.apply("张三", round)
        try refused(.wrongState) { try close("张三") }
        try intake.approve([id])
        try refused(.wrongState) { try close("张三") }
        _ = try intake.assign([id], round, to: "湘雅医院")
        _ = try intake.admit([id], round, by: "湘雅医院")
        try refused(.wrongState) { try close("张三") }
        #expect(try intake.mine("张三", id).state == .admitted)

        let saved: ApplicationReply = try intake.client("李四").call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: EnrolmentForm(batch: 1)))
        let draft = try #require(saved.application).id
        try close("李四")
        #expect(
            try intake.server.count(
                "SELECT COUNT(*) FROM application WHERE id = ?1 AND state = 10 AND person_name = ''", draft) == 1)
    }

    @Test("ACC-11e an application that came to nothing loses the name everywhere it stands")
    func rejected() throws {
        let id = try intake.apply("张三", round)
        try intake.decide("浏阳市", [id], .reject, reason: "材料不全")
        try close("张三")
        let page: ListApplicationsReply = try intake.client("湖南省").call(
            .recruitmentListApplications, ListApplicationsRequest(round: round, organisation: intake.place("湖南省")))
        #expect(page.applications.allSatisfy { $0.id != id || $0.personName.isEmpty })
        #expect(try intake.server.count("SELECT COUNT(*) FROM application_place WHERE person_name = '张三'") == 0)
        #expect(try intake.server.count("SELECT COUNT(*) FROM review WHERE subject = ?1 AND title <> ''", id) == 0)
        #expect(
            try intake.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND name = ''", intake.made.persons["张三"] ?? 0)
                == 1)
    }

    @Test("ACC-11e who was admitted stays in the register of the round by name, whatever became of it")
    func admitted() throws {
        let id = try intake.apply("张三", round)
        try intake.approve([id])
        _ = try intake.assign([id], round, to: "湘雅医院")
        _ = try intake.admit([id], round, by: "湘雅医院")
        let training = try intake.client("湘雅医院")
        for step in [TrainingStep.start, .withdraw] {
            let _: ApplicationsReply = try training.call(
                .recruitmentChangeTraining,
                ChangeTrainingRequest(
                    base: intake.place("湘雅医院"), applications: [id], step: step, day: TestServer.day,
                    reason: step == .start ? "" : "停训"))
        }
        try close("张三")
        #expect(
            try intake.server.count("SELECT COUNT(*) FROM application WHERE id = ?1 AND person_name = '张三'", id) == 1)
        #expect(
            try intake.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND name = '张三'", intake.made.persons["张三"] ?? 0)
                == 1)
    }
}
