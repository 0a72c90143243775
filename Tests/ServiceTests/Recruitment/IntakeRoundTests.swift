import Messages
import Storage
import Testing

@Suite struct IntakeRoundTests {
    @Test(
        "REC-1 the province creates cohorts and rounds; unless said a round is of specialties and needs no application approval"
    )
    func creation() throws {
        let intake = try Intake()
        var round = intake.draft()
        round.kind = nil
        let id = try intake.create(round)
        let reply: RoundReply = try intake.client("湖南省").call(.recruitmentGetRound, GetRoundRequest(round: id))
        #expect(reply.round?.kind == .specialty)
        #expect(reply.round?.needsUnitApproval == false)
        #expect(reply.round?.state == .draft)
        #expect(reply.round?.levels.map(\.level) == [.county, .city, .province])
        #expect(reply.round?.cohortName == "2026 界")
        for officer in ["长沙市", "浏阳市", "重庆市", "湘雅医院"] {
            let client = try intake.client(officer)
            try refused(.notAllowed) {
                try client.call(
                    .recruitmentCreateRound, CreateRoundRequest(round: intake.draft("另一批")), reply: RoundReply.self)
            }
            try refused(.notAllowed) {
                try client.call(
                    .recruitmentCreateCohort,
                    CreateCohortRequest(province: intake.place("湖南省"), year: 2027, name: "2027 界"),
                    reply: CreateCohortReply.self)
            }
        }
        let cohorts: ListCohortsReply = try intake.client("张三").call(
            .recruitmentListCohorts, ListCohortsRequest(province: intake.place("湖南省")))
        #expect(cohorts.cohorts.map(\.name) == ["2026 界"])
    }

    @Test("REC-1 what does not fit together in a cohort or round is refused by its field")
    func invalid() throws {
        let intake = try Intake()
        let province = try intake.client("湖南省")
        func field(_ change: (inout IntakeRound) -> Void) throws -> String {
            var round = intake.draft("坏批次")
            change(&round)
            do {
                _ = try intake.create(round)
                return "taken"
            } catch let refusal as Client.Refusal {
                return refusal.failure.field
            }
        }
        #expect(try field { $0.name = "" } == "name")
        #expect(try field { $0.name = String(repeating: "批", count: 10_000) } == "name")
        #expect(try field { $0.name = "批\u{202E}次" } == "name")
        #expect(try field { $0.cohort = 99 } == "cohort")
        #expect(try field { $0.programme = 99 } == "programme")
        #expect(try field { $0.levels = [] } == "levels")
        #expect(try field { $0.levels[0].level = .committee } == "levels")
        #expect(try field { $0.levels[0].window = nil } == "levels")
        #expect(try field { $0.enrolment = nil } == "enrolment")
        #expect(try field { $0.admission?.toMs = 4_102_444_800_001 } == "admission")
        #expect(try field { $0.needsUnitApproval = true } == "levels")
        #expect(try field { $0.batches = [] } == "batches")
        #expect(try field { $0.batches[0].personTypes = intake.made.titles } == "batches.person_types")
        #expect(try field { $0.batches[0].baseCategories = [99] } == "batches.base_categories")
        _ = try intake.create(intake.draft())
        #expect(try field { $0.name = "第一批" } == "name")
        try refused(.invalid, field: "province") {
            try intake.client("admin").call(
                .recruitmentCreateCohort,
                CreateCohortRequest(province: intake.place("长沙市"), year: 2026, name: "市界"),
                reply: CreateCohortReply.self)
        }
        try refused(.invalid, field: "year") {
            try province.call(
                .recruitmentCreateCohort,
                CreateCohortRequest(province: intake.place("湖南省"), year: 1999, name: "旧"),
                reply: CreateCohortReply.self)
        }
        try refused(.alreadyExists, field: "name") {
            try province.call(
                .recruitmentCreateCohort,
                CreateCohortRequest(province: intake.place("湖南省"), year: 2026, name: "2026 界"),
                reply: CreateCohortReply.self)
        }
    }

    @Test("REC-1 a draft is its province's alone; an open round is everybody's; a closed one takes nothing more")
    func visibility() throws {
        let intake = try Intake()
        let id = try intake.create(intake.draft())
        let (province, trainee) = (try intake.client("湖南省"), try intake.client("张三"))
        func listed(_ client: Client) throws -> [UInt64] {
            let reply: ListRoundsReply = try client.call(.recruitmentListRounds, ListRoundsRequest())
            return reply.rounds.map(\.id)
        }
        #expect(try listed(province) == [id])
        for other in ["张三", "长沙市", "重庆市"] {
            #expect(try listed(intake.client(other)) == [])
            try refused(.notFound, field: "round") {
                try intake.client(other).call(
                    .recruitmentGetRound, GetRoundRequest(round: id), reply: RoundReply.self)
            }
        }
        try refused(.notFound) { try intake.apply(trainee, id, intake.form()) }
        try refused(.notAllowed) {
            try intake.client("长沙市").call(
                .recruitmentOpenRound, OpenRoundRequest(round: id), reply: RoundReply.self)
        }
        let _: RoundReply = try province.call(.recruitmentOpenRound, OpenRoundRequest(round: id))
        #expect(try listed(trainee) == [id])
        let _: RoundReply = try province.call(.recruitmentCloseRound, CloseRoundRequest(round: id))
        #expect(try listed(trainee) == [])
        #expect(try listed(intake.client("长沙市")) == [id])
        try refused(.wrongState) { try intake.apply(trainee, id, intake.form()) }
        try refused(.wrongState) {
            try province.call(.recruitmentOpenRound, OpenRoundRequest(round: id), reply: RoundReply.self)
        }
    }

    @Test("REC-1 a closed round is changed no more, and nobody is assigned or admitted in it")
    func closed() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let ids = try ["张三", "李四"].map { try intake.apply($0, round) }
        try intake.approve(ids)
        _ = try intake.assign([ids[0]], round, to: "湘雅医院")
        let province = try intake.client("湖南省")
        let _: RoundReply = try province.call(.recruitmentCloseRound, CloseRoundRequest(round: round))
        var changed = intake.draft()
        changed.id = round
        try refused(.wrongState, field: "round") {
            try province.call(.recruitmentChangeRound, ChangeRoundRequest(round: changed), reply: RoundReply.self)
        }
        try refused(.wrongState, field: "round") { try intake.assign([ids[1]], round, to: "湘雅医院") }
        try refused(.wrongState, field: "round") { try intake.admit([ids[0]], round, by: "湘雅医院") }
    }

    @Test("REC-1, ACC-7 who acts for a province's commission sees its drafts, page by page, and no other province's")
    func acting() throws {
        let intake = try Intake()
        var drafts: [UInt64] = []
        for number in 1...5 { drafts.append(try intake.create(intake.draft("第 \(number) 批"))) }
        let closed = try intake.open(intake.draft("旧批次"))
        let _: RoundReply = try intake.client("湖南省").call(
            .recruitmentCloseRound, CloseRoundRequest(round: closed))
        func listed(as commission: String) throws -> [UInt64] {
            let (office, person) = (try intake.place(commission), intake.made.persons["李四"] ?? 0)
            try intake.server.database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO responsible_person (organisation, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING
                    """, office, person)
                try transaction.execute(
                    """
                    INSERT INTO organisation_account (organisation, name, password, must_change) \
                    VALUES (?1, ?2, ?3, 0)
                    """, office, commission, [] as [UInt8])
                try transaction.execute("UPDATE session SET organisation = ?1 WHERE person = ?2", office, person)
            }
            let client = try intake.client("李四")
            var (found, after): ([UInt64], UInt64) = ([], 0)
            repeat {
                let page: ListRoundsReply = try client.call(
                    .recruitmentListRounds, ListRoundsRequest(after: after, limit: 2))
                #expect(page.rounds.count <= 2)
                found += page.rounds.map(\.id)
                after = page.next
            } while after != 0
            return found
        }
        #expect(try listed(as: "湖南省卫健委") == drafts + [closed])
        #expect(try listed(as: "重庆市卫健委") == [closed])
        #expect(try listed(as: "长沙市卫健委") == [closed])
    }

    @Test("REC-1 an open round's windows may be moved and its batches grow, but not what applications rest on")
    func changes() throws {
        let intake = try Intake()
        let id = try intake.create(intake.draft())
        let province = try intake.client("湖南省")
        var round = intake.draft("改名")
        round.id = id
        round.levels.removeFirst()
        let changed: RoundReply = try province.call(.recruitmentChangeRound, ChangeRoundRequest(round: round))
        #expect(changed.round?.levels.map(\.level) == [.city, .province])
        let _: RoundReply = try province.call(.recruitmentOpenRound, OpenRoundRequest(round: id))
        round.enrolment = Intake.window(1, 12)
        round.levels[0].window = Intake.window(1, 22)
        round.levels[1].window = Intake.window(1, 32)
        round.admission = Intake.window(2, 60)
        round.batches[0].preferences = 4
        let moved: RoundReply = try province.call(.recruitmentChangeRound, ChangeRoundRequest(round: round))
        #expect(moved.round?.enrolment == Intake.window(1, 12))
        #expect(moved.round?.batches.first?.preferences == 4)
        func refuses(_ change: (inout IntakeRound) -> Void) throws {
            var other = round
            change(&other)
            try refused(.wrongState) {
                try province.call(
                    .recruitmentChangeRound, ChangeRoundRequest(round: other), reply: RoundReply.self)
            }
        }
        try refuses { $0.kind = .base }
        try refuses { $0.levels.removeLast() }
        try refuses { $0.batches[0].preferences = 3 }
        try refuses { $0.batches[0].personTypes.removeFirst() }
        try refuses { $0.batches[0].baseCategories.removeFirst() }
        try refused(.notAllowed) {
            try intake.client("重庆市").call(
                .recruitmentChangeRound, ChangeRoundRequest(round: round), reply: RoundReply.self)
        }
    }

    @Test(
        "REC-2 a round has named preference batches with their number of preferences, person types and base categories")
    func batches() throws {
        let intake = try Intake()
        var round = intake.draft()
        round.batches.append(
            PreferenceBatch(
                name: "第二志愿", preferences: 1, personTypes: [intake.made.types[2]],
                baseCategories: [intake.made.categories[3]]))
        let id = try intake.open(round)
        let reply: RoundReply = try intake.client("张三").call(.recruitmentGetRound, GetRoundRequest(round: id))
        #expect(reply.round?.batches == round.batches)
        var form = intake.form()
        form.batch = 2
        let trainee = try intake.client("张三")
        try refused(.invalid, field: "person_type") { try intake.apply(trainee, id, form) }
        form.personType = intake.made.types[2]
        form.preferences.append(intake.made.specialties[1])
        try refused(.invalid, field: "preferences") { try intake.apply(trainee, id, form) }
        form.preferences.removeLast()
        #expect(try intake.apply(trainee, id, form) != 0)
    }
}
