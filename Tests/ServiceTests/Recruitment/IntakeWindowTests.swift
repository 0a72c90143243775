import Messages
import Testing
import Wire

@Suite struct IntakeWindowTests {
    /// Windows that do not touch: enrolment 1–2, county 3–4, city 5–6, province 7–8, admission 9–10.
    private func round(_ intake: Intake) throws -> UInt64 {
        var round = intake.draft()
        round.enrolment = Intake.window(1, 2)
        for index in 0..<3 { round.levels[index].window = Intake.window(3 + 2 * Int64(index), 4 + 2 * Int64(index)) }
        round.admission = Intake.window(9, 10)
        return try intake.open(round)
    }

    /// Tries an act a second before each boundary of [from, to) hours, at it and after; leaves the clock inside.
    private func bounds(_ intake: Intake, _ from: Int64, _ to: Int64, _ act: () throws -> ErrorCode?) throws {
        for (hours, seconds, expected) in [
            (from, Int64(-1), ErrorCode?.some(.tooEarly)), (to, 0, .tooLate), (to, 1, .tooLate), (to, -1, nil),
            (from, 0, nil), (from, 1, nil),
        ] {
            intake.clock.set(Intake.start + hours * Intake.hour + seconds * 1000)
            #expect(try act() == expected, "\(seconds) s from hour \(hours)")
        }
    }

    @Test("REC-3a enrolling outside its window is refused, a second before and at its end, with the time")
    func enrolment() throws {
        let intake = try Intake()
        let id = try round(intake)
        let client = try intake.client("张三")
        let request = SaveApplicationRequest(round: id, form: intake.form()).serialized()
        try bounds(intake, 1, 2) { try client.code(.recruitmentSaveApplication, request) }
        let saved = try ApplicationReply(serialized: client.raw(.recruitmentSaveApplication, request))
        let submit = SubmitApplicationRequest(application: saved.application?.id ?? 0, dataConfirmed: true)
        intake.clock.set(Intake.start + 2 * Intake.hour)
        let late = try refused(.tooLate) {
            try client.call(.recruitmentSubmitApplication, submit, reply: ApplicationReply.self)
        }
        #expect(late.text.contains("2026-10-02 11:00:00"))
        intake.clock.set(Intake.start + 2 * Intake.hour - 1)
        let done: ApplicationReply = try client.call(.recruitmentSubmitApplication, submit)
        #expect(done.application?.state == .submitted)
    }

    @Test("REC-3a each level decides within its own window alone")
    func levels() throws {
        let intake = try Intake()
        let id = try round(intake)
        for (ordinal, officer) in ["浏阳市", "长沙市", "湖南省"].enumerated() {
            // A new one for every try, brought to this level.
            var waiting: [UInt64] = []
            for number in 0..<3 {
                intake.clock.set(Intake.start + Intake.hour)
                let trainee = try intake.newcomer("新人\(ordinal)\(number)", of: "浏阳人民医院")
                let application = try intake.apply(trainee, id, intake.form())
                for (earlier, level) in ["浏阳市", "长沙市"].prefix(ordinal).enumerated() {
                    intake.clock.set(Intake.start + (3 + 2 * Int64(earlier)) * Intake.hour)
                    try intake.decide(level, [application])
                }
                waiting.append(application)
            }
            try bounds(intake, 3 + 2 * Int64(ordinal), 4 + 2 * Int64(ordinal)) {
                let reply = try intake.decide(officer, [waiting[0]])
                let code = reply.outcomes.first?.failure?.code
                if code == nil { waiting.removeFirst() }
                return code
            }
        }
    }

    @Test("REC-3a a base admits and gives back within the admission window alone")
    func admission() throws {
        let intake = try Intake()
        let id = try round(intake)
        var assigned: [UInt64] = []
        for number in 0..<4 {
            intake.clock.set(Intake.start + Intake.hour)
            let trainee = try intake.newcomer("新人\(number)", of: "浏阳人民医院")
            let application = try intake.apply(trainee, id, intake.form())
            for (level, officer) in ["浏阳市", "长沙市", "湖南省"].enumerated() {
                intake.clock.set(Intake.start + (3 + 2 * Int64(level)) * Intake.hour)
                try intake.decide(officer, [application])
            }
            assigned.append(application)
        }
        #expect(try intake.assign(assigned, id, to: "湘雅医院").done == 4)
        let base = try intake.client("湘雅医院")
        try bounds(intake, 9, 10) {
            let request = AdmitApplicationsRequest(
                round: id, base: try intake.place("湘雅医院"), applications: [assigned[0]])
            let code = try base.code(.recruitmentAdmitApplications, request.serialized())
            if code == nil { assigned.removeFirst() }
            return code
        }
        intake.clock.set(Intake.start + 10 * Intake.hour)
        try refused(.tooLate) {
            try base.call(
                .recruitmentReleaseApplications,
                ReleaseApplicationsRequest(
                    round: id, base: intake.place("湘雅医院"), applications: assigned, reason: "床位不足"),
                reply: ApplicationsReply.self)
        }
    }

    @Test("REC-3a a window that is moved counts from then on, by the server's clock alone")
    func moved() throws {
        let intake = try Intake()
        let id = try round(intake)
        intake.clock.set(Intake.start + 2 * Intake.hour)
        let client = try intake.client("张三")
        let request = SaveApplicationRequest(round: id, form: intake.form()).serialized()
        #expect(try client.code(.recruitmentSaveApplication, request) == .tooLate)
        let province = try intake.client("湖南省")
        let reply: RoundReply = try province.call(.recruitmentGetRound, GetRoundRequest(round: id))
        var round = try #require(reply.round)
        round.enrolment?.toMs += 1
        let _: RoundReply = try province.call(.recruitmentChangeRound, ChangeRoundRequest(round: round))
        #expect(try client.code(.recruitmentSaveApplication, request) == nil)
        intake.clock.advance(ms: 1)
        #expect(try client.code(.recruitmentSaveApplication, request) == .tooLate)
    }
}
