import Messages
import Testing

@Suite struct ApplicationReviewTests {
    @Test(
        "REC-3b an application reaches a level only when the one before approved, in the round's order; rejection ends it"
    )
    func order() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(levels: [.province, .county]))
        let id = try intake.apply("张三", round)
        #expect(try intake.mine("张三", id).level == .province)
        try refused(.notAllowed) { try intake.decide("浏阳市", [id]) }
        try refused(.notAllowed) { try intake.decide("长沙市", [id]) }
        try intake.decide("湖南省", [id])
        #expect(try intake.mine("张三", id).level == .county)
        try intake.decide("浏阳市", [id])
        #expect(try intake.mine("张三", id).state == .approved)
        let other = try intake.apply("李四", round)
        try intake.decide("湖南省", [other], .reject, reason: "不符合条件")
        #expect(try intake.decide("湖南省", [other]).outcomes.first?.failure?.code == .wrongState)
        #expect(try intake.mine("李四", other).state == .rejected)
    }

    @Test("REC-3b only the commission of the unit's own region decides; a unit in a municipality passes over the city")
    func regions() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("王五", round)
        // Not those above either: it is the county's turn.
        for stranger in ["浏阳市", "醴陵市", "株洲市", "重庆市", "湘雅医院", "长沙市", "湖南省"] {
            try refused(.notAllowed) { try intake.decide(stranger, [id]) }
        }
        #expect(try intake.decide("宁乡市", [id]).decided == 1)
        try refused(.invalid, field: "unit") { try intake.apply("孙七", round) }
    }

    @Test("REC-1 where application approval is needed the applicant's unit decides before the levels do")
    func unitApproval() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(levels: [.unit, .county]))
        let id = try intake.apply("张三", round)
        #expect(try intake.mine("张三", id).level == .unit)
        try refused(.notAllowed) { try intake.decide("宁乡人民医院", [id]) }
        try refused(.notAllowed) { try intake.decide("浏阳市", [id]) }
        #expect(try intake.decide("浏阳人民医院", [id]).decided == 1)
        #expect(try intake.decide("浏阳市", [id]).decided == 1)
        #expect(try intake.mine("张三", id).state == .approved)
    }

    @Test("REC-3c a resubmission returns to the level that returned it, edited, while that level's window is open")
    func resubmission() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.decide("浏阳市", [id])
        try intake.decide("长沙市", [id], .return, reason: "专业填写有误")
        // Enrolment ended at 10, the city reviews until 30.
        intake.clock.set(Intake.start + 30 * Intake.hour - 1)
        #expect(try intake.apply(intake.client("张三"), round, intake.form(2)) == id)
        let resubmitted = try intake.mine("张三", id)
        #expect(resubmitted.state == .submitted)
        #expect(resubmitted.level == .city)
        #expect(resubmitted.specialtyName == "急诊科")
        try intake.decide("长沙市", [id], .return, reason: "再改")
        intake.clock.set(Intake.start + 30 * Intake.hour)
        try refused(.tooLate) { try intake.apply(intake.client("张三"), round, intake.form()) }
    }

    @Test("REC-6 many are decided at once, each with its outcome; a bad row changes nothing and stops no other")
    func many() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let mine = try ["张三", "李四"].map { try intake.apply($0, round) }
        let foreign = try intake.apply("王五", round)
        let reply = try intake.decide("浏阳市", [mine[0], 999, foreign, mine[1], mine[0]])
        #expect(
            reply.outcomes.map { $0.failure?.code } == [nil, .notFound, .notAllowed, nil, .notAllowed]
                || reply.outcomes.map { $0.failure?.code } == [nil, .notFound, .notAllowed, nil, .wrongState])
        #expect(reply.decided == 2)
        #expect(try intake.mine("王五", foreign).level == .county)
        let history: ReviewHistoryReply = try intake.client("浏阳市").call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .application, subject: mine[0]))
        #expect(history.steps.map(\.level) == [.county, .county])
        #expect(history.steps.map(\.organisationName) == ["浏阳市", "浏阳市"])
        for action in [ReviewAction.reject, .return] {
            try refused(.invalid, field: "reason") { try intake.decide("长沙市", mine, action) }
        }
        let waiting: ListReviewsReply = try intake.client("长沙市").call(
            .reviewsListReviews, ListReviewsRequest(kind: .application, container: round))
        #expect(waiting.reviews.map(\.subject) == mine)
        #expect(waiting.reviews.map(\.personName) == ["张三", "李四"])
    }

    @Test(
        "NOT-2 an applicant is told of everything: enrolled, returned, rejected, approved, assigned, declined by the base, admitted"
    )
    func messages() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.decide("浏阳市", [id], .return, reason: "补充")
        _ = try intake.apply("张三", round)
        try intake.approve([id])
        _ = try intake.assign([id], round, to: "湘雅医院")
        let _: ApplicationsReply = try intake.client("湘雅医院").call(
            .recruitmentReleaseApplications,
            ReleaseApplicationsRequest(
                round: round, base: intake.place("湘雅医院"), applications: [id], reason: "专业不符"))
        _ = try intake.assign([id], round, to: "省人民医院")
        _ = try intake.admit([id], round, by: "省人民医院")
        #expect(
            try intake.messages("张三") == [
                .enrolmentConfirmed, .applicationReturned, .applicationApproved, .applicationAssigned,
                .applicationDeclined,
                .applicationAssigned, .applicationAdmitted,
            ])
        let other = try intake.apply("李四", round)
        try intake.decide("浏阳市", [other], .reject, reason: "不符合条件")
        #expect(try intake.messages("李四") == [.enrolmentConfirmed, .applicationRejected])
    }

    @Test("REC-6 who reviews, employs or trains an applicant sees what they have said of themselves; nobody else does")
    func information() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        func shown(to name: String) throws -> [String] {
            let reply: ApplicationReply = try intake.client(name).call(
                .recruitmentGetApplication, GetApplicationRequest(application: id))
            return reply.application?.profile.flatMap(\.fields).filter { !$0.value.isEmpty }.map {
                "\($0.name)=\($0.value)"
            }
                ?? []
        }
        for officer in ["浏阳市", "长沙市", "湖南省"] {
            let fields = try shown(to: officer)
            #expect(fields.contains("degree=填写degree") && fields.contains("name=张三"), "\(officer)")
            #expect(fields.contains("phone=139****0001"), "\(officer)")
        }
        // Applicants have it in their profile.
        #expect(try shown(to: "张三").isEmpty)
        for stranger in ["醴陵市", "株洲市", "湘雅医院", "李四"] {
            try refused(.notFound) { try shown(to: stranger) }
        }
        try intake.approve([id])
        _ = try intake.assign([id], round, to: "湘雅医院")
        #expect(try shown(to: "湘雅医院").contains("school=填写school"))
        try refused(.notFound) { try shown(to: "省人民医院") }
    }
}
