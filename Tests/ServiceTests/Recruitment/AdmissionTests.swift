import Messages
import Testing

@Suite struct AdmissionTests {
    @Test("REC-7a the province assigns approved trainees to bases, many at once, and again until one admits")
    func assignment() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let approved = try ["张三", "李四"].map { try intake.apply($0, round) }
        try intake.approve(approved)
        let waiting = try intake.apply("王五", round)
        let reply = try intake.assign([approved[0], waiting, 999, approved[1]], round, to: "湘雅医院")
        #expect(reply.outcomes.map { $0.failure?.code } == [nil, .wrongState, .notFound, nil])
        #expect(reply.outcomes.map(\.state) == [.assigned, nil, nil, .assigned])
        #expect(reply.done == 2)
        #expect(try intake.mine("张三", approved[0]).baseName == "湘雅医院")
        #expect(try intake.assign([approved[0]], round, to: "省人民医院").done == 1)
        #expect(try intake.mine("张三", approved[0]).baseName == "省人民医院")
        let other = try intake.open(intake.draft("第二批"))
        #expect(try intake.assign([approved[1]], other, to: "湘雅医院").outcomes[0].failure?.code == .notFound)
        #expect(
            try intake.assign([approved[1]], round, to: "市教学医院").outcomes[0].failure?.field == "base")
        try refused(.notFound, field: "base") { try intake.assign(approved, round, to: "浏阳人民医院") }
        try refused(.invalid, field: "applications") { try intake.assign([], round, to: "湘雅医院") }
        try refused(.invalid, field: "applications") {
            try intake.assign([UInt64](1...1001), round, to: "湘雅医院")
        }
        #expect(try intake.admit([approved[0]], round, by: "省人民医院").done == 1)
        #expect(
            try intake.assign([approved[0]], round, to: "湘雅医院").outcomes[0].failure?.code == .wrongState)
        for officer in ["长沙市", "重庆市", "湘雅医院"] {
            let client = try intake.client(officer)
            try refused(.notAllowed) {
                try client.call(
                    .recruitmentAssignApplications,
                    AssignApplicationsRequest(
                        round: round, base: intake.place("湘雅医院"), applications: approved),
                    reply: ApplicationsReply.self)
            }
        }
    }

    @Test("REC-7b a base admits those assigned to it, many at once, and nobody else's")
    func admission() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let ids = try ["张三", "李四"].map { try intake.apply($0, round) }
        try intake.approve(ids)
        _ = try intake.assign([ids[0]], round, to: "湘雅医院")
        let reply = try intake.admit(ids, round, by: "湘雅医院")
        #expect(reply.outcomes.map { $0.failure?.code } == [nil, .wrongState])
        #expect(
            try intake.admit([ids[0]], round, by: "省人民医院").outcomes[0].failure?.code == .wrongState)
        try refused(.notAllowed) {
            try intake.client("省人民医院").call(
                .recruitmentAdmitApplications,
                AdmitApplicationsRequest(round: round, base: intake.place("湘雅医院"), applications: ids),
                reply: ApplicationsReply.self)
        }
        try intake.expectCountersHold(round)
    }

    @Test("REC-7b by preference a base admits the unassigned who name it, where the policy says so")
    func preference() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(kind: .base))
        let form = try intake.form(0, preferences: [intake.place("湘雅医院"), intake.place("省人民医院")])
        let ids = try ["张三", "李四"].map { try intake.apply(intake.client($0), round, form) }
        try intake.approve(ids)
        let listed = ListApplicationsRequest(round: round, organisation: try intake.place("省人民医院"), state: .approved)
        #expect(try intake.list("省人民医院", listed) == ids)
        #expect(try intake.admit([ids[0]], round, by: "省儿童医院").outcomes[0].failure?.code == .wrongState)
        #expect(try intake.admit([ids[0]], round, by: "省人民医院").done == 1)
        _ = try intake.assign([ids[1]], round, to: "湘雅医院")
        #expect(try intake.list("省人民医院", listed) == [])
        #expect(try intake.admit([ids[1]], round, by: "省人民医院").outcomes[0].failure?.code == .wrongState)
        let programme: CreateProgrammeReply = try intake.client("admin").call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: "仅分配", preset: "county-recruitment",
                changes: [PolicySwitch(name: "admissionFrom", value: "assigned")]))
        var draft = intake.draft("第二批", kind: .base)
        draft.programme = programme.programme?.id ?? 0
        let assignedOnly = try intake.open(draft)
        let other = try intake.apply(intake.client("张三"), assignedOnly, form)
        try intake.approve([other])
        #expect(
            try intake.admit([other], assignedOnly, by: "湘雅医院").outcomes[0].failure?.code == .wrongState)
    }

    @Test("REC-7c a base declines with a reason, which returns the trainee to the province")
    func release() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.approve([id])
        _ = try intake.assign([id], round, to: "湘雅医院")
        func release(_ reason: String, by base: String = "湘雅医院") throws -> ApplicationsReply {
            try intake.client(base).call(
                .recruitmentReleaseApplications,
                ReleaseApplicationsRequest(
                    round: round, base: intake.place(base), applications: [id], reason: reason))
        }
        try refused(.invalid, field: "reason") { try release("") }
        #expect(try release("床位不足", by: "省人民医院").outcomes[0].failure?.code == .wrongState)
        #expect(try release("床位不足").done == 1)
        let released = try intake.mine("张三", id)
        #expect(released.state == .approved && released.base == 0 && released.reason == "床位不足")
        #expect(released.steps.last?.organisationName == "湘雅医院")
        #expect(try intake.assign([id], round, to: "省人民医院").done == 1)
        try intake.expectCountersHold(round)
    }

    @Test("REC-7c, REC-8 an admission by mistake is taken back until training began; a wrong first day is put right")
    func mistaken() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.approve([id])
        func admit() throws {
            _ = try intake.assign([id], round, to: "湘雅医院")
            #expect(try intake.admit([id], round, by: "湘雅医院").done == 1)
        }
        func release() throws -> ApplicationsReply {
            try intake.client("湘雅医院").call(
                .recruitmentReleaseApplications,
                ReleaseApplicationsRequest(
                    round: round, base: intake.place("湘雅医院"), applications: [id], reason: "误录"))
        }
        func start(_ day: Int32) throws -> ApplicationsReply {
            try intake.client("湘雅医院").call(
                .recruitmentChangeTraining,
                ChangeTrainingRequest(base: intake.place("湘雅医院"), applications: [id], step: .start, day: day))
        }
        try admit()
        #expect(try release().done == 1)
        let back = try intake.mine("张三", id)
        #expect(back.state == .approved && back.base == 0 && back.reason == "误录")
        try intake.expectCountersHold(round)
        try admit()
        try intake.expectCountersHold(round)
        intake.clock.advance(days: 1)
        for day in [TestServer.day + 1, TestServer.day] { #expect(try start(day).done == 1) }
        #expect(try intake.mine("张三", id).trainingFrom == TestServer.day)
        #expect(try release().outcomes[0].failure?.code == .wrongState)
        try intake.expectCountersHold(round)
    }

    @Test("LEV-1, REC-8 the admitted ask their base for leave once their training has begun")
    func leave() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.approve([id])
        _ = try intake.assign([id], round, to: "湘雅医院")
        _ = try intake.admit([id], round, by: "湘雅医院")
        let request = RequestLeaveRequest(
            kind: .sick, fromDay: TestServer.day + 1, toDay: TestServer.day + 2, reason: "感冒")
        try refused(.wrongState) {
            try intake.client("张三").call(.leavesRequestLeave, request, reply: LeaveReply.self)
        }
        let _: ApplicationsReply = try intake.client("湘雅医院").call(
            .recruitmentChangeTraining,
            ChangeTrainingRequest(
                base: intake.place("湘雅医院"), applications: [id], step: .start, day: TestServer.day))
        let reply: LeaveReply = try intake.client("张三").call(.leavesRequestLeave, request)
        #expect(try reply.leave?.base == intake.place("湘雅医院"))
    }

    @Test("REC-8 after admission a base says when training began, was completed or given up, and why")
    func training() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let ids = try ["张三", "李四"].map { try intake.apply($0, round) }
        try intake.approve(ids)
        _ = try intake.assign(ids, round, to: "湘雅医院")
        _ = try intake.admit(ids, round, by: "湘雅医院")
        func change(
            _ step: TrainingStep, _ ids: [UInt64], day: Int32 = TestServer.day, reason: String = "",
            by base: String = "湘雅医院"
        ) throws -> [ErrorCode?] {
            let reply: ApplicationsReply = try intake.client(base).call(
                .recruitmentChangeTraining,
                ChangeTrainingRequest(
                    base: intake.place(base), applications: ids, step: step, day: day, reason: reason))
            return reply.outcomes.map { $0.failure?.code }
        }
        #expect(try change(.complete, [ids[0]]) == [.wrongState])
        #expect(try change(.start, ids, by: "省人民医院") == [.notFound, .notFound])
        #expect(try change(.start, [ids[0]], day: TestServer.day + 1) == [.invalid])
        #expect(try change(.start, [ids[0]], day: TestServer.day - 1) == [.invalid])
        #expect(try change(.start, [ids[0]]) == [nil])
        try refused(.wrongState) {
            try intake.client("张三").call(
                .recruitmentDeclineAdmission, DeclineAdmissionRequest(application: ids[0]),
                reply: ApplicationReply.self)
        }
        intake.clock.advance(days: 2)
        // From the day on which it began.
        #expect(try change(.start, [ids[1]], day: TestServer.day + 1) == [nil])
        #expect(try change(.complete, [ids[1]], day: TestServer.day) == [.invalid])
        try refused(.invalid, field: "reason") { try change(.withdraw, [ids[0]], day: TestServer.day + 2) }
        #expect(try change(.withdraw, [ids[0]], day: TestServer.day + 2, reason: "调离") == [nil])
        #expect(try change(.complete, [ids[1]], day: TestServer.day + 2) == [nil])
        let left = try intake.mine("张三", ids[0])
        #expect(left.state == .trainingWithdrawn && left.reason == "调离")
        #expect(left.trainingFrom == TestServer.day && left.trainingTo == TestServer.day + 2)
        try intake.expectCountersHold(round)
        #expect(try intake.quotas(round).map(\.admitted).reduce(0, +) == 1)

        // What was recorded by mistake is taken back, with a reason that stays and that the trainee is told.
        try refused(.invalid, field: "reason") { try change(.resume, ids) }
        #expect(try change(.resume, ids, reason: "登记有误", by: "省人民医院") == [.notFound, .notFound])
        #expect(try change(.resume, ids, reason: "登记有误") == [nil, nil])
        #expect(try change(.resume, ids, reason: "登记有误") == [.wrongState, .wrongState])
        for (name, id) in zip(["张三", "李四"], ids) {
            let back = try intake.mine(name, id)
            #expect(back.state == .inTraining && back.trainingFrom != 0 && back.trainingTo == 0)
            #expect(back.steps.suffix(2).map(\.event).last == .resumeTraining && back.steps.last?.reason == "登记有误")
            #expect(try intake.messages(name).contains(.trainingResumed))
        }
        try intake.expectCountersHold(round)
        #expect(try intake.quotas(round).map(\.admitted).reduce(0, +) == 2)
        #expect(try change(.complete, ids, day: TestServer.day + 2) == [nil, nil])
    }
}
