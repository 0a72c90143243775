import Messages
import Testing

/// The review engine, tested with a committee's decisions; levels and windows are tested with applications.
@Suite struct ReviewTests {
    private func submitted(_ count: Int, _ world: World) throws -> [UInt64] {
        let keeper = try world.client("keeper")
        return try (0..<count).map { index in
            let offering = try keeper.draft(at: world.made.base, world.made, day: TestServer.day + 40 + Int32(index))
            let _: OfferingReply = try keeper.call(
                .projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
            return offering
        }
    }

    private func decide(
        _ client: Client, _ subjects: [UInt64], _ action: ReviewAction?, reason: String = ""
    ) throws -> DecideReviewsReply {
        try client.call(
            .reviewsDecideReviews,
            DecideReviewsRequest(kind: .offering, subjects: subjects, action: action, reason: reason))
    }

    @Test("REC-6 many are decided at once, each with its own outcome; one bad row never spoils the others")
    func batch() throws {
        let world = try World()
        let officer = try world.client("officer")
        let subjects = try submitted(4, world)
        try officer.decide(.offering, subjects[1], .reject, reason: "议程不全")
        let reply = try decide(officer, [subjects[0], subjects[1], 1 << 50, subjects[2], subjects[0]], .approve)
        #expect(reply.decided == 2)
        #expect(reply.outcomes.map(\.subject) == [subjects[0], subjects[1], 1 << 50, subjects[2], subjects[0]])
        #expect(reply.outcomes.map { $0.failure?.code } == [nil, .wrongState, .notFound, nil, .wrongState])
        #expect(reply.outcomes.map(\.state) == [.approved, nil, nil, .approved, nil])
        let waiting: ListReviewsReply = try officer.call(.reviewsListReviews, ListReviewsRequest(kind: .offering))
        #expect(waiting.reviews.map(\.subject) == [subjects[3]])
        let rejected: ListReviewsReply = try officer.call(
            .reviewsListReviews, ListReviewsRequest(kind: .offering, state: .rejected))
        #expect(rejected.reviews.map(\.reason) == ["议程不全"])
    }

    @Test("REC-6 what waits is listed by key, by what it belongs to, and page after page ends")
    func pages() throws {
        let world = try World()
        let officer = try world.client("officer")
        let subjects = try submitted(7, world)
        for container in [0, world.made.base] {
            var found: [UInt64] = []
            var after: UInt64 = 0
            repeat {
                let page: ListReviewsReply = try officer.call(
                    .reviewsListReviews,
                    ListReviewsRequest(kind: .offering, container: container, after: after, limit: 3))
                #expect(page.reviews.count <= 3)
                #expect(page.reviews.allSatisfy { $0.title == "第一期" && $0.state == .waiting && $0.level == .committee })
                found += page.reviews.map(\.subject)
                after = page.next
            } while after != 0
            #expect(found == subjects)
        }
        let none: ListReviewsReply = try officer.call(
            .reviewsListReviews, ListReviewsRequest(kind: .offering, container: world.made.otherBase))
        #expect(none.reviews.isEmpty && none.next == 0)
    }

    @Test(
        "REC-6 a rejection without a reason, no rows, too many rows, and steps that are no decisions are refused whole")
    func refusals() throws {
        let world = try World()
        let officer = try world.client("officer")
        let subjects = try submitted(1, world)
        for reason in ["", " ", "\u{200B}", String(repeating: "长", count: 501)] {
            try refused(.invalid, field: "reason") { try decide(officer, subjects, .reject, reason: reason) }
        }
        try refused(.invalid, field: "subjects") { try decide(officer, [], .approve) }
        try refused(.invalid, field: "subjects") { try decide(officer, Array(1...1001), .approve) }
        for action in [nil, ReviewAction.submit, .resubmit, .withdraw] {
            try refused(.invalid, field: "action") { try decide(officer, subjects, action) }
        }
        let change: DecideReviewsRequest = .init(
            kind: .offeringChange, subjects: subjects, action: .return, reason: "改")
        try refused(.invalid, field: "action") {
            try officer.call(.reviewsDecideReviews, change, reply: DecideReviewsReply.self)
        }
        let waiting: ListReviewsReply = try officer.call(.reviewsListReviews, ListReviewsRequest(kind: .offering))
        #expect(waiting.reviews.map(\.subject) == subjects)
    }

    @Test("ORG-2 a decision that is not the caller's is refused and audited, and the list does not show it")
    func foreign() throws {
        let world = try World()
        let admin = try world.client("admin")
        let here = try admin.region(.city, "长沙市")
        let there = try admin.region(.city, "衡阳市")
        let near = try admin.organisation(.base, "近处基地", parent: here)
        let committee = try admin.organisation(.committee, "长沙市委员会", parent: here)
        let foreign = try admin.organisation(.committee, "衡阳市委员会", parent: there)
        for (name, organisation) in [("near", committee), ("far", foreign)] {
            let _: CreateAccountReply = try admin.call(
                .accountsCreateAccount,
                CreateAccountRequest(
                    name: name, personName: "委员",
                    roles: [RoleGrant(role: .committeeOfficer, organisation: organisation)]))
        }
        let offering = try admin.draft(at: near, world.made)
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        let (far, local) = (try world.login("far"), try world.login("near"))
        try refused(.notAllowed) { try decide(far, [offering], .approve) }
        #expect(try world.refusals(.reviewsDecideReviews) == 1)
        let theirs: ListReviewsReply = try far.call(.reviewsListReviews, ListReviewsRequest(kind: .offering))
        #expect(theirs.reviews.isEmpty)
        let own: ListReviewsReply = try local.call(.reviewsListReviews, ListReviewsRequest(kind: .offering))
        #expect(own.reviews.map(\.subject) == [offering])
        try refused(.notAllowed) {
            try far.call(
                .reviewsReviewHistory, ReviewHistoryRequest(kind: .offering, subject: offering),
                reply: ReviewHistoryReply.self)
        }
        #expect(try decide(local, [offering], .approve).decided == 1)
    }

    @Test("REC-6 who decides by two roles finds each review once, on pages that end")
    func twoRoles() throws {
        let world = try World()
        let admin = try world.client("admin")
        let city = try admin.region(.city, "长沙市")
        let committee = try admin.organisation(.committee, "长沙市委员会", parent: city)
        let base = try admin.organisation(.base, "近处基地", parent: city)
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "both", personName: "委员",
                roles: [committee, 0].map { RoleGrant(role: .committeeOfficer, organisation: $0) }))
        let both = try world.login("both")
        let subjects = try (0..<5).map { index in
            let offering = try admin.draft(at: base, world.made, day: TestServer.day + 40 + Int32(index))
            let _: OfferingReply = try admin.call(
                .projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
            return offering
        }
        for limit: UInt32 in [1, 2, 5, 6] {
            var (found, after): ([UInt64], UInt64) = ([], 0)
            repeat {
                let page: ListReviewsReply = try both.call(
                    .reviewsListReviews, ListReviewsRequest(kind: .offering, after: after, limit: limit))
                found += page.reviews.map(\.subject)
                after = page.next
            } while after != 0
            #expect(found == subjects, "\(limit) a page")
        }
    }

    @Test("REC-5b who submitted it reads every step with level and reason, but not who decided")
    func history() throws {
        let world = try World()
        let officer = try world.client("officer")
        let subjects = try submitted(1, world)
        world.clock.advance(s: 60)
        try officer.decide(.offering, subjects[0], .reject, reason: "议程不全")
        func history(_ client: Client, after: UInt32 = 0, limit: UInt32 = 0) throws -> ReviewHistoryReply {
            try client.call(
                .reviewsReviewHistory,
                ReviewHistoryRequest(kind: .offering, subject: subjects[0], after: after, limit: limit))
        }
        let own = try history(try world.client("keeper"))
        #expect(own.review?.state == .rejected)
        #expect(own.steps.map(\.action) == [.submit, .reject])
        #expect(own.steps.map(\.reason) == ["", "议程不全"])
        #expect(own.steps.map(\.level) == [.committee, .committee])
        #expect(own.steps.map(\.actorName) == ["", ""])
        #expect(own.steps.map(\.actor) == [0, 0])
        #expect(own.steps[1].atMs - own.steps[0].atMs == 60_000)
        let staff = try history(officer)
        #expect(staff.steps.allSatisfy { !$0.actorName.isEmpty && $0.actor != 0 })
        let page = try history(officer, limit: 1)
        #expect(page.next == 1)
        #expect(try history(officer, after: page.next, limit: 1).steps.map(\.ordinal) == [2])
        try refused(.notAllowed) { try history(try world.client("N01")) }
    }
}
