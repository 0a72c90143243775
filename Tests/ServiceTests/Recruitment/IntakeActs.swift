import Messages
import Storage
import Testing

// What tests of recruitment do over and over.

extension Intake {
    static func window(_ from: Int64, _ to: Int64) -> RoundWindow {
        RoundWindow(fromMs: start + from * hour, toMs: start + to * hour)
    }

    /// A round of the three levels, each window from the first hour on, ending at 10, 20, 30, 40 and 50.
    func draft(
        _ name: String = "第一批", kind: IntakeKind = .specialty, levels: [ReviewLevel] = [.county, .city, .province]
    ) -> IntakeRound {
        IntakeRound(
            cohort: made.cohort, programme: made.programme, name: name, kind: kind,
            needsUnitApproval: levels.first == .unit, enrolment: Self.window(0, 10),
            levels: levels.enumerated().map {
                RoundLevel(level: $1, window: Self.window(0, 20 + 10 * Int64($0)))
            }, admission: Self.window(0, 90),
            batches: [
                PreferenceBatch(
                    name: "第一志愿", preferences: 3, personTypes: made.types,
                    baseCategories: Array(made.categories.prefix(3)))
            ])
    }

    func create(_ round: IntakeRound) throws -> UInt64 {
        let reply: RoundReply = try client("湖南省").call(.recruitmentCreateRound, CreateRoundRequest(round: round))
        return reply.round?.id ?? 0
    }

    /// Makes an open round, by default with seats for everybody.
    func open(_ round: IntakeRound, seats: UInt32? = 100) throws -> UInt64 {
        let id = try create(round)
        if let seats {
            for city in ["长沙市", "株洲市"] {
                for specialty in round.kind == .base ? [0] : made.specialties {
                    try setQuota(id, city, specialty, seats)
                }
            }
        }
        let _: RoundReply = try client("湖南省").call(.recruitmentOpenRound, OpenRoundRequest(round: id))
        return id
    }

    @discardableResult
    func setQuota(_ round: UInt64, _ city: String, _ specialty: UInt64, _ seats: UInt32) throws -> Quota {
        let reply: SetQuotaReply = try client("湖南省").call(
            .recruitmentSetQuota,
            SetQuotaRequest(round: round, city: place(city), specialty: specialty, seats: seats))
        return reply.quota ?? Quota()
    }

    func quotas(_ round: UInt64) throws -> [Quota] {
        let reply: ListQuotasReply = try client("湖南省").call(
            .recruitmentListQuotas, ListQuotasRequest(round: round, limit: 500, recount: true))
        return reply.quotas
    }

    func form(_ specialty: Int = 0, preferences: [UInt64]? = nil) -> EnrolmentForm {
        EnrolmentForm(
            batch: 1, personType: made.types[1], specialty: made.specialties[specialty], title: made.titles[0],
            titleSince: TestServer.day - 900, specialtySince: TestServer.day - 1800,
            preferences: preferences ?? [made.specialties[specialty]])
    }

    /// Enrols and submits; returns the application.
    @discardableResult
    func apply(_ client: Client, _ round: UInt64, _ form: EnrolmentForm) throws -> UInt64 {
        let saved: ApplicationReply = try client.call(
            .recruitmentSaveApplication, SaveApplicationRequest(round: round, form: form))
        let reply: ApplicationReply = try client.call(
            .recruitmentSubmitApplication,
            SubmitApplicationRequest(application: saved.application?.id ?? 0, dataConfirmed: true))
        return reply.application?.id ?? 0
    }

    func apply(_ name: String, _ round: UInt64, _ specialty: Int = 0) throws -> UInt64 {
        try apply(client(name), round, form(specialty))
    }

    @discardableResult
    func decide(
        _ officer: String, _ ids: [UInt64], _ action: ReviewAction = .approve, reason: String = ""
    ) throws -> DecideReviewsReply {
        try client(officer).call(
            .reviewsDecideReviews,
            DecideReviewsRequest(kind: .application, subjects: ids, action: action, reason: reason))
    }

    /// Approves the application of a person of 浏阳 at all three levels.
    func approve(_ ids: [UInt64]) throws {
        for officer in ["浏阳市", "长沙市", "湖南省"] {
            let reply = try decide(officer, ids)
            guard reply.decided == UInt32(ids.count) else {
                throw Missing(what: "approval by \(officer): \(reply.outcomes.compactMap(\.failure?.text))")
            }
        }
    }

    func assign(_ ids: [UInt64], _ round: UInt64, to base: String) throws -> ApplicationsReply {
        try client("湖南省").call(
            .recruitmentAssignApplications,
            AssignApplicationsRequest(round: round, base: place(base), applications: ids))
    }

    func admit(_ ids: [UInt64], _ round: UInt64, by base: String) throws -> ApplicationsReply {
        try client(base).call(
            .recruitmentAdmitApplications,
            AdmitApplicationsRequest(round: round, base: place(base), applications: ids))
    }

    func mine(_ name: String, _ id: UInt64) throws -> IntakeApplication {
        let reply: ApplicationReply = try client(name).call(
            .recruitmentGetApplication, GetApplicationRequest(application: id))
        guard let application = reply.application else { throw Missing(what: "application \(id)") }
        return application
    }

    func list(_ officer: String, _ request: ListApplicationsRequest) throws -> [UInt64] {
        let reply: ListApplicationsReply = try client(officer).call(.recruitmentListApplications, request)
        return reply.applications.map(\.id)
    }

    /// Returns the kinds of a person's messages.
    func messages(_ name: String) throws -> [MessageKind] {
        try server.read { snapshot in
            try snapshot.all("SELECT kind FROM message WHERE person = ?1 ORDER BY id", made.persons[name] ?? 0) {
                try $0.enumeration(0)
            }
        }
    }

    /// REC-4: the counters always equal the counts of applications.
    func expectCountersHold(
        _ round: UInt64, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for quota in try quotas(round) {
            #expect(quota.approved == quota.approvedRecount, "\(quota)", sourceLocation: sourceLocation)
            #expect(quota.admitted == quota.admittedRecount, "\(quota)", sourceLocation: sourceLocation)
            #expect(quota.approved <= quota.seats && quota.admitted <= quota.seats, sourceLocation: sourceLocation)
        }
    }
}
