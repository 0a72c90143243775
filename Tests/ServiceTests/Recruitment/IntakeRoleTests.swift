import Messages
import Storage
import Testing
import Wire

@Suite struct IntakeRoleTests {
    @Test("ORG-2 a base's administrator does nothing in another base's name, and is not shown its applicants")
    func foreignBase() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let id = try intake.apply("张三", round)
        try intake.approve([id])
        _ = try intake.assign([id], round, to: "湘雅医院")
        let base = try intake.place("湘雅医院")
        let requests: [(Method, any Message)] = [
            (.recruitmentListApplications, ListApplicationsRequest(round: round, organisation: base)),
            (.recruitmentAdmitApplications, AdmitApplicationsRequest(round: round, base: base, applications: [id])),
            (
                .recruitmentReleaseApplications,
                ReleaseApplicationsRequest(round: round, base: base, applications: [id], reason: "满员")
            ),
            (
                .recruitmentChangeTraining,
                ChangeTrainingRequest(base: base, applications: [id], step: .start, day: TestServer.day)
            ),
        ]
        #expect(
            Set(requests.map(\.0))
                == Set(Method.recruitment.filter { $0.rule.allows.contains(.baseAdmin) }))
        let stranger = try intake.client("省人民医院")
        for (method, request) in requests {
            #expect(try stranger.code(method, request.serialized()) == .notAllowed, "\(method)")
        }
        #expect(
            try stranger.code(
                .recruitmentGetApplication, GetApplicationRequest(application: id).serialized()) == .notFound)
        let own: ApplicationReply = try intake.client("湘雅医院").call(
            .recruitmentGetApplication, GetApplicationRequest(application: id))
        // ACC-11c: masked outside need.
        #expect(own.application?.phone == "139****0001")
        for (method, request) in requests.reversed() {
            #expect(
                try intake.client("湘雅医院").code(method, request.serialized()) != .notAllowed, "\(method)")
        }
    }

    @Test("ACC-10 every audited act of recruitment leaves one entry that says what changed, and names nobody")
    func audited() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let ids = try ["张三", "李四"].map { try intake.apply($0, round) }
        try intake.approve(ids)
        _ = try intake.assign([ids[1]], round, to: "湘雅医院")
        let second = try intake.create(intake.draft("第二批"))
        let base = try intake.place("湘雅医院")
        var changed = intake.draft("改名")
        changed.id = second
        let intended = try intake.apply("王五", round)
        let draft: ApplicationReply = try intake.client("赵六").call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: intake.form()))
        let unneeded = try intake.create(intake.draft("误建"))
        let cohort: CreateCohortReply = try intake.client("湖南省").call(
            .recruitmentCreateCohort,
            CreateCohortRequest(province: try intake.place("湖南省"), year: 2028, name: "误建"))
        let calls: [(Method, String, any Message)] = [
            (
                .recruitmentSaveApplication, "赵六",
                SaveApplicationRequest(round: round, form: intake.form(1))
            ),
            (
                .recruitmentSubmitApplication, "赵六",
                SubmitApplicationRequest(application: draft.application?.id ?? 0, dataConfirmed: true)
            ),
            (.recruitmentWithdrawApplication, "王五", WithdrawApplicationRequest(application: intended)),
            (
                .recruitmentCreateCohort, "湖南省",
                CreateCohortRequest(province: try intake.place("湖南省"), year: 2027, name: "2027 界")
            ),
            (.recruitmentCreateRound, "湖南省", CreateRoundRequest(round: intake.draft("第三批"))),
            (.recruitmentChangeRound, "湖南省", ChangeRoundRequest(round: changed)),
            (.recruitmentOpenRound, "湖南省", OpenRoundRequest(round: second)),
            (.recruitmentCloseRound, "湖南省", CloseRoundRequest(round: second)),
            (
                .recruitmentSetQuota, "湖南省",
                SetQuotaRequest(
                    round: round, city: try intake.place("长沙市"), specialty: intake.made.specialties[0], seats: 9)
            ),
            (
                .recruitmentRemoveQuota, "湖南省",
                RemoveQuotaRequest(
                    round: round, city: try intake.place("株洲市"), specialty: intake.made.specialties[1])
            ),
            (.recruitmentRemoveRound, "湖南省", RemoveRoundRequest(round: unneeded)),
            (.recruitmentRemoveCohort, "湖南省", RemoveCohortRequest(cohort: cohort.cohort?.id ?? 0)),
            (
                .recruitmentAssignApplications, "湖南省",
                AssignApplicationsRequest(round: round, base: base, applications: [ids[0]])
            ),
            (
                .recruitmentReleaseApplications, "湘雅医院",
                ReleaseApplicationsRequest(round: round, base: base, applications: [ids[1]], reason: "满员")
            ),
            (
                .recruitmentAdmitApplications, "湘雅医院",
                AdmitApplicationsRequest(round: round, base: base, applications: [ids[0]])
            ),
            (.recruitmentDeclineAdmission, "张三", DeclineAdmissionRequest(application: ids[0])),
            (
                .recruitmentChangeTraining, "湘雅医院",
                ChangeTrainingRequest(base: base, applications: [ids[0]], step: .start, day: TestServer.day)
            ),
        ]
        #expect(Set(calls.map(\.0)) == Set(Method.recruitment.filter(\.rule.audited)))
        for (method, name, request) in calls {
            let before = try entries(intake, method)
            _ = try intake.client(name).raw(method, request.serialized())
            let after = try entries(intake, method)
            #expect(after.count == before.count + 1, "\(method)")
            let detail = try #require(after.last)
            #expect(!detail.isEmpty, "\(method)")
            #expect(!detail.contains("张三") && !detail.contains(Intake.phone), "\(detail)")
        }
    }

    private func entries(_ intake: Intake, _ method: Method) throws -> [String] {
        try intake.server.read { snapshot in
            try snapshot.all(
                "SELECT detail FROM audit WHERE method = ?1 AND outcome = 0 ORDER BY id", Int(method.rawValue)
            ) { $0.text(0) }
        }
    }

    @Test("REC-6 officers search their part of a round by state, level, specialty, name and phone, page by page")
    func lists() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let ids = [
            try intake.apply("张三", round, 1), try intake.apply("张小三", round), try intake.apply("李四", round),
            try intake.apply("王五", round), try intake.apply("赵六", round),
        ]
        try intake.decide("浏阳市", [ids[1]])
        func list(
            _ officer: String, of place: String? = nil, _ change: (inout ListApplicationsRequest) -> Void = { _ in }
        ) throws -> [UInt64] {
            var request = ListApplicationsRequest(round: round, organisation: try intake.place(place ?? officer))
            change(&request)
            return try intake.list(officer, request)
        }
        // Specialties first, in the order of their ids, then applications.
        #expect(try list("湖南省") == [ids[1], ids[2], ids[3], ids[4], ids[0]])
        #expect(try list("湖南省", of: "株洲市") == [ids[4]])
        #expect(try list("长沙市") == [ids[1], ids[2], ids[3], ids[0]])
        #expect(try list("浏阳市") == [ids[1], ids[2], ids[0]])
        #expect(try list("长沙市") { $0.level = .city } == [ids[1]])
        #expect(try list("长沙市") { $0.state = .submitted } == [ids[1], ids[2], ids[3], ids[0]])
        #expect(try list("长沙市") { $0.state = .approved } == [])
        #expect(try list("长沙市") { $0.specialty = intake.made.specialties[1] } == [ids[0]])
        #expect(try list("长沙市") { $0.namePrefix = "张" } == [ids[0], ids[1]])
        #expect(try list("长沙市") { $0.namePrefix = "张小" } == [ids[1]])
        #expect(
            try list("长沙市") {
                $0.namePrefix = "张"
                $0.level = .county
            } == [ids[0]])
        #expect(
            try list("长沙市") {
                $0.namePrefix = "张"
                $0.specialty = intake.made.specialties[0]
            } == [ids[1]])
        // However many of the name are of another level.
        #expect(
            try list("长沙市") {
                $0.namePrefix = "张"
                $0.level = .city
                $0.limit = 1
            } == [ids[1]])
        #expect(try list("长沙市") { $0.phone = Intake.phone } == [ids[0]])
        #expect(try list("宁乡市") { $0.phone = Intake.phone } == [])
        try refused(.invalid) { try list("长沙市") { $0.phone = "1" } }
        try refused(.invalid, field: "name_prefix") {
            try list("长沙市") { $0.namePrefix = String(repeating: "张", count: 10_000) }
        }
        for prefix in ["", "张"] {
            var (paged, after): ([UInt64], UInt64) = ([], 0)
            repeat {
                let page: ListApplicationsReply = try intake.client("湖南省").call(
                    .recruitmentListApplications,
                    ListApplicationsRequest(
                        round: round, organisation: intake.place("湖南省"), namePrefix: prefix, after: after, limit: 2))
                paged += page.applications.map(\.id)
                after = page.next
            } while after != 0
            #expect(paged == (prefix.isEmpty ? [ids[1], ids[2], ids[3], ids[4], ids[0]] : [ids[0], ids[1]]))
        }
        for (officer, place) in [("浏阳市", "长沙市"), ("重庆市", "湖南省"), ("湘雅医院", "湖南省")] {
            try refused(.notAllowed) { try list(officer, of: place) }
        }
    }
}

extension Method {
    /// Methods that these tests cover, and `RoleTests` leaves out.
    static var recruitment: [Method] { allCases.filter { $0.name.hasPrefix("Recruitment.") } }
}
