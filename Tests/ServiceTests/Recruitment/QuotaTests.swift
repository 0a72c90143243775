import Crypto
import Messages
import Storage
import Testing
import Wire

@Suite struct QuotaTests {
    @Test(
        "REC-4 quotas are set by the province for its cities and, in a round of specialties, a specialty; no quota is no place"
    )
    func setting() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: nil)
        let id = try intake.apply("张三", round)
        for officer in ["浏阳市", "长沙市"] { try intake.decide(officer, [id]) }
        #expect(try intake.decide("湖南省", [id]).outcomes.first?.failure?.code == .quotaFull)
        #expect(try intake.mine("张三", id).state == .submitted)
        // Another city's and another specialty's quota do not count.
        try intake.setQuota(round, "株洲市", intake.made.specialties[0], 5)
        try intake.setQuota(round, "长沙市", intake.made.specialties[1], 5)
        #expect(try intake.decide("湖南省", [id]).outcomes.first?.failure?.code == .quotaFull)
        let quota = try intake.setQuota(round, "长沙市", intake.made.specialties[0], 1)
        #expect(quota.cityName == "长沙市" && quota.specialtyName == "妇产科" && quota.seats == 1)
        #expect(try intake.decide("湖南省", [id]).decided == 1)
        #expect(try intake.quotas(round).count == 3)
        for (city, specialty, field) in [
            ("浏阳市", intake.made.specialties[0], "city"), ("重庆市", intake.made.specialties[0], "city"),
            ("湘雅医院", intake.made.specialties[0], "city"), ("湖南省", intake.made.specialties[0], "city"),
        ] {
            try refused(.invalid, field: field) { try intake.setQuota(round, city, specialty, 1) }
        }
        try refused(.notFound, field: "specialty") { try intake.setQuota(round, "长沙市", 0, 1) }
        let ofBases = try intake.create(intake.draft("基地批", kind: .base))
        try refused(.invalid, field: "specialty") {
            try intake.setQuota(ofBases, "长沙市", intake.made.specialties[0], 1)
        }
        #expect(try intake.setQuota(ofBases, "长沙市", 0, 1).seats == 1)
        for officer in ["长沙市", "重庆市"] {
            let client = try intake.client(officer)
            try refused(.notAllowed) {
                try client.call(
                    .recruitmentSetQuota,
                    SetQuotaRequest(
                        round: round, city: intake.place("长沙市"), specialty: intake.made.specialties[0], seats: 9),
                    reply: SetQuotaReply.self)
            }
            try refused(.notAllowed) {
                try client.call(
                    .recruitmentListQuotas, ListQuotasRequest(round: round), reply: ListQuotasReply.self)
            }
        }
    }

    @Test("REC-4 quotas are listed page by page")
    func pages() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: 7)
        let client = try intake.client("湖南省")
        var (found, after): ([QuotaKey], QuotaKey?) = ([], nil)
        repeat {
            let reply: ListQuotasReply = try client.call(
                .recruitmentListQuotas, ListQuotasRequest(round: round, after: after, limit: 3))
            found += reply.quotas.map { QuotaKey(city: $0.city, specialty: $0.specialty) }
            after = reply.next
        } while after != nil
        #expect(found.count == 8)
        #expect(Set(found.map { "\($0.city)-\($0.specialty)" }).count == 8)
    }

    @Test("REC-4 a municipality without cities is counted as its own city")
    func municipality() throws {
        let intake = try Intake()
        let municipal = try intake.client("重庆市")
        let cohort: CreateCohortReply = try municipal.call(
            .recruitmentCreateCohort,
            CreateCohortRequest(province: intake.place("重庆市"), year: 2026, name: "2026 界"))
        var draft = intake.draft()
        draft.cohort = cohort.cohort?.id ?? 0
        let created: RoundReply = try municipal.call(.recruitmentCreateRound, CreateRoundRequest(round: draft))
        let round = created.round?.id ?? 0
        let _: SetQuotaReply = try municipal.call(
            .recruitmentSetQuota,
            SetQuotaRequest(
                round: round, city: intake.place("重庆市"), specialty: intake.made.specialties[0], seats: 1))
        let _: RoundReply = try municipal.call(.recruitmentOpenRound, OpenRoundRequest(round: round))
        let id = try intake.apply("孙七", round)
        try intake.decide("巫山县", [id])
        #expect(try intake.mine("孙七", id).level == .province)
        #expect(try intake.decide("重庆市", [id]).decided == 1)
        let listed: ListQuotasReply = try municipal.call(
            .recruitmentListQuotas, ListQuotasRequest(round: round, recount: true))
        #expect(listed.quotas.map(\.approved) == [1])
        #expect(listed.quotas.map(\.approvedRecount) == [1])
    }

    @Test("REC-4c a quota is never lowered below its use; nothing changes then")
    func lowering() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: 3)
        try intake.approve(["张三", "李四"].map { try intake.apply($0, round) })
        let specialty = intake.made.specialties[0]
        for seats in [UInt32(0), 1] {
            try refused(.quotaInUse, field: "seats") { try intake.setQuota(round, "长沙市", specialty, seats) }
        }
        #expect(try intake.setQuota(round, "长沙市", specialty, 2).seats == 2)
        try refused(.invalid, field: "seats") { try intake.setQuota(round, "长沙市", specialty, 1_000_001) }
        try intake.expectCountersHold(round)
    }

    @Test(
        "REC-4, BAT-1 quotas come from a file too: good rows land, bad ones are told, lowering below use is one of them"
    )
    func upload() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: nil)
        try intake.setQuota(round, "长沙市", intake.made.specialties[0], 2)
        try intake.approve(["张三", "李四"].map { try intake.apply($0, round) })
        let file = [
            "地市,专业,名额", "长沙市,妇产科,1", "长沙市,儿科,5", "株洲市,TS2,3", "岳阳市,儿科,1", "株洲市,骨科,1", "株洲市,儿科,很多",
        ].joined(separator: "\r\n")
        func send(_ name: String, _ file: String) throws -> Uploaded {
            try intake.client(name).upload(Array(file.utf8), to: round, kind: .quotas)
        }
        let reply = try send("湖南省", file)
        #expect(reply.added == 2 && reply.landed)
        #expect(reply.bad.map(\.line) == [2, 5, 6, 7])
        #expect(reply.bad[0].reason == "2 are taken")
        #expect(try intake.quotas(round).map(\.seats).sorted() == [2, 3, 5])
        let again = try send("湖南省", "地市,专业,名额\r\n长沙市,儿科,5\r\n株洲市,TS2,4")
        #expect(again.unchanged == 1 && again.changed == 1)
        for officer in ["长沙市", "重庆市", "湘雅医院"] { try refused(.notAllowed) { try send(officer, file) } }
        let template: TemplateReply = try intake.client("湖南省").call(
            .uploadsTemplate, TemplateRequest(kind: .quotas))
        #expect(String(decoding: template.bytes, as: UTF8.self).contains("city,specialty,seats"))
    }

    /// Two hundred applicants of one city and specialty, approved up to the last level.
    private func crowd(_ intake: Intake, _ round: UInt64) throws -> [UInt64] {
        let ids = try (0..<200).map { number in
            try intake.apply(intake.newcomer("学员\(number)", of: "浏阳人民医院"), round, intake.form())
        }
        for officer in ["浏阳市", "长沙市"] {
            guard try intake.decide(officer, ids).decided == 200 else { throw Missing(what: officer) }
        }
        return ids
    }

    /// Sends one call on each of many connections before the server does anything.
    private func atOnce<Reply: Message>(
        _ intake: Intake, as name: String, _ method: Method, _ requests: [[UInt8]], of: Reply.Type
    ) throws -> [Reply] {
        let calls = try requests.map { request in
            let client = try intake.client(name)
            return (client, client.begin(method, request))
        }
        calls.first?.0.settle()
        return try calls.map { client, stream in
            guard let answer = client.answer(stream), answer.isOver, answer.failure == nil else {
                throw Missing(what: "an answer")
            }
            return try Reply(serialized: answer.message)
        }
    }

    @Test(
        "REC-4a of 200 final approvals at once exactly 37 take the 37 seats, and 163 are refused as the quota is full")
    func approvalRace() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: 37)
        let ids = try crowd(intake, round)
        let replies = try atOnce(
            intake, as: "湖南省", .reviewsDecideReviews,
            ids.map { DecideReviewsRequest(kind: .application, subjects: [$0], action: .approve).serialized() },
            of: DecideReviewsReply.self)
        #expect(replies.filter { $0.decided == 1 }.count == 37)
        #expect(replies.filter { $0.outcomes.first?.failure?.code == .quotaFull }.count == 163)
        let quota = try #require(try intake.quotas(round).first { $0.approved > 0 })
        #expect(quota.approved == 37 && quota.approvedRecount == 37 && quota.admitted == 0)
        #expect(
            try intake.server.count("SELECT COUNT(*) FROM review WHERE state = 2 AND container = ?1", round) == 37)
        try intake.expectCountersHold(round)
    }

    @Test("REC-4b of 200 admissions at once by several bases exactly the seats are taken")
    func admissionRace() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft(), seats: 200)
        let ids = try crowd(intake, round)
        #expect(try intake.decide("湖南省", ids).decided == 200)
        #expect(try intake.assign(Array(ids.prefix(100)), round, to: "湘雅医院").done == 100)
        #expect(try intake.assign(Array(ids.dropFirst(100)), round, to: "省人民医院").done == 100)
        // Approvals hold 200 seats, so admissions can be fewer than seats only by the counter of their own.
        try intake.server.database.write { transaction in
            try transaction.execute("UPDATE quota SET places = 37 WHERE round = ?1", round)
        }
        var requests: [(base: String, Client, UInt32)] = []
        for (index, id) in ids.enumerated() {
            let base = index < 100 ? "湘雅医院" : "省人民医院"
            let client = try intake.client(base)
            let request = AdmitApplicationsRequest(round: round, base: try intake.place(base), applications: [id])
            requests.append((base, client, client.begin(.recruitmentAdmitApplications, request.serialized())))
        }
        requests[0].1.settle()
        let outcomes = try requests.map { _, client, stream in
            let answer = try #require(client.answer(stream))
            return try ApplicationsReply(serialized: answer.message).outcomes[0]
        }
        #expect(outcomes.filter { $0.state == .admitted }.count == 37)
        #expect(outcomes.filter { $0.failure?.code == .quotaFull }.count == 163)
        let quota = try #require(try intake.quotas(round).first { $0.admitted > 0 })
        #expect(quota.admitted == 37 && quota.admittedRecount == 37)
    }
}

/// PRJ-8c: what recruitment was given by mistake, taken away while nothing depends on it.
@Suite struct RecruitmentRemovalTests {
    private let intake: Intake
    private let province: Client

    init() throws {
        intake = try Intake()
        province = try intake.client("湖南省")
    }

    private func remove(round: UInt64) throws {
        let _: RemoveRoundReply = try province.call(.recruitmentRemoveRound, RemoveRoundRequest(round: round))
    }

    @Test("PRJ-8c a row of quotas is removed while no seat of it is taken")
    func quota() throws {
        let round = try intake.open(intake.draft(), seats: nil)
        let specialty = intake.made.specialties[0]
        func remove(_ city: String) throws {
            let request = RemoveQuotaRequest(round: round, city: try intake.place(city), specialty: specialty)
            let _: RemoveQuotaReply = try province.call(.recruitmentRemoveQuota, request)
        }
        for city in ["长沙市", "株洲市"] { try intake.setQuota(round, city, specialty, 5) }
        let id = try intake.apply("张三", round)
        try intake.approve([id])
        try refused(.wrongState, field: "city") { try remove("长沙市") }
        try remove("株洲市")
        try refused(.notFound, field: "city") { try remove("株洲市") }
        #expect(try intake.quotas(round).map(\.cityName) == ["长沙市"])
    }

    @Test("PRJ-8c a draft of a round is removed with its quotas, one that was opened is not")
    func round() throws {
        let draft = try intake.create(intake.draft("误建"))
        try intake.setQuota(draft, "长沙市", intake.made.specialties[0], 5)
        try remove(round: draft)
        try refused(.notFound) { try remove(round: draft) }
        #expect(try intake.create(intake.draft("误建")) != draft)
        let open = try intake.open(intake.draft("第二批"))
        try refused(.wrongState, field: "round") { try remove(round: open) }
    }

    @Test("PRJ-8c a cohort is removed while it has no round")
    func cohort() throws {
        let made: CreateCohortReply = try province.call(
            .recruitmentCreateCohort,
            CreateCohortRequest(province: try intake.place("湖南省"), year: 2027, name: "误建"))
        func remove(_ cohort: UInt64) throws {
            let _: RemoveCohortReply = try province.call(
                .recruitmentRemoveCohort, RemoveCohortRequest(cohort: cohort))
        }
        let cohort = made.cohort?.id ?? 0
        try remove(cohort)
        try refused(.notFound, field: "cohort") { try remove(cohort) }
        _ = try intake.create(intake.draft())
        try refused(.wrongState, field: "cohort") { try remove(intake.made.cohort) }
    }
}
