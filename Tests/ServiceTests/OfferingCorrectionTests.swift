import Messages
import Storage
import Testing
import Wire

/// PRJ-8a, PRJ-8c: offerings and projects put right.
@Suite struct OfferingCorrectionTests {
    private let world: World
    private let keeper: Client

    init() throws {
        world = try World()
        keeper = try world.client("keeper")
    }

    private func cancel(_ offering: UInt64, reason: String = "讲师生病") throws -> Offering? {
        let reply: OfferingReply = try keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: offering, reason: reason))
        return reply.offering
    }

    private func change(_ offering: Offering) throws -> Offering {
        let reply: ChangeOfferingReply = try keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: offering))
        return try #require(reply.offering)
    }

    private func offering(_ id: UInt64) throws -> Offering {
        let reply: OfferingReply = try keeper.call(.projectsGetOffering, GetOfferingRequest(offering: id))
        return try #require(reply.offering)
    }

    @Test("PRJ-8a title, dates and windows of a draft are changed, and the audit log has what they were")
    func changed() throws {
        var draft = try offering(try keeper.draft(at: world.made.base, world.made))
        let first = try #require(draft.dates.first).day
        draft.title = "第二期"
        draft.dates = [ActivityDate(day: first + 2, hoursTenths: 30), ActivityDate(day: first + 1, hoursTenths: 30)]
        draft.windows = [Window(day: first + 1, fromMinute: 540, toMinute: 600, course: world.made.courses[1])]
        let changed = try change(draft)
        #expect(changed.title == "第二期" && changed.dates.map(\.day) == [first + 1, first + 2])
        #expect(changed.windows == draft.windows)
        #expect(try offering(draft.id) == changed)
        let audit: ListAuditReply = try world.client("admin").call(.accountsListAudit, ListAuditRequest(limit: 20))
        let detail = audit.entries.first { $0.method == "Projects.ChangeOffering" }?.detail ?? ""
        #expect(detail.contains("第一期") && detail.contains("第二期"))
        draft.windows = [Window(day: first, fromMinute: 540, toMinute: 600)]
        try refused(.outsideActivityDates, field: "windows") { try change(draft) }
        draft.windows = []
        draft.base = world.made.otherBase
        try refused(.notAllowed) {
            try world.client("stranger").call(
                .projectsChangeOffering, ChangeOfferingRequest(offering: draft), reply: ChangeOfferingReply.self)
        }
    }

    @Test(
        "PRJ-8a a cancelled offering is gone from terminals, those concerned are told, and what was recorded stays and does not count"
    )
    func cancelled() throws {
        let door = try Door(in: world)
        let person = try world.person("N02")
        try door.scan(person, offering: world.offering)
        try door.sync()
        let before = try door.pull().checkpoint
        try refused(.invalid, field: "reason") { try cancel(world.offering, reason: "") }
        #expect(try cancel(world.offering)?.state == .cancelled)
        // The offering, three venue keys, twelve people.
        let changes = try door.pull(PullRequest(feed: before.feed, cursor: before.cursor)).items
        #expect(changes.filter(\.removed).count == 16)
        // It was recorded before the terminal heard of it.
        try door.scan(try world.person("N03"), offering: world.offering)
        try door.sync()
        let scans: ListScansReply = try keeper.call(.attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.state) == [.flagged, .flagged])
        #expect(scans.scans.map(\.code) == [.wrongState, .wrongState])
        let analysis: AnalyseReply = try keeper.call(
            .attendanceAnalyse,
            AnalyseRequest(
                offering: world.offering, windows: [Window(day: TestServer.day, fromMinute: 0, toMinute: 1440)]))
        #expect(analysis.present == 0)
        let me = try world.client("N02")
        me.locale = "zh"
        let mine: MyAttendanceReply = try me.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings.first?.missing.first == "已取消")
        let device = [UInt8](repeating: 7, count: 16)
        let told: ClaimMessagesReply = try me.call(
            .noticesClaimMessages, ClaimMessagesRequest(device: device, limit: 10))
        #expect(told.messages.map(\.text) == ["期次已取消：第一期，讲师生病"])
        for code in try [
            keeper.code(.attendanceVenueCode, VenueCodeRequest(offering: world.offering).serialized()),
            keeper.code(.creditsAwardCredit, AwardCreditRequest(offering: world.offering).serialized()),
            keeper.code(
                .projectsRemoveRosterEntries,
                RemoveRosterEntriesRequest(offering: world.offering, numbers: ["N02"], reason: "x").serialized()),
            keeper.code(
                .projectsCancelOffering,
                CancelOfferingRequest(offering: world.offering, reason: "x").serialized()),
        ] { #expect(code == .wrongState) }
        try refused(.wrongState) { try keeper.upload(World.roster(), to: world.offering) }
    }

    @Test("PRJ-8a the provider of the project is told who is not at the base")
    func provider() throws {
        let admin = try world.client("admin")
        let unit = try admin.organisation(.unit, "主办单位")
        let account: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "provider", personName: "员工", roles: [RoleGrant(role: .providerAdmin, organisation: unit)]))
        let project: CreateProjectReply = try admin.call(
            .projectsCreateProject, CreateProjectRequest(project: World.project(owner: unit, number: "P1")))
        var draft = World.draft(at: world.made.base, world.made, day: TestServer.day + 40)
        draft.project = project.project?.id ?? 0
        let created: OfferingReply = try admin.call(
            .projectsCreateOffering, CreateOfferingRequest(offering: draft))
        _ = try cancel(created.offering?.id ?? 0)
        #expect(try world.messages(account.person, .offeringCancelled) == [["第一期", "讲师生病"]])
        // Who cancelled it knows.
        #expect(try world.messages(try #require(world.made.persons["keeper"]), .offeringCancelled).isEmpty)
    }

    @Test("PRJ-8a an offering that is cancelled while it waits is nobody's to decide; one with credit is not cancelled")
    func cancelledEarly() throws {
        let waiting = try keeper.draft(at: world.made.base, world.made)
        let _: OfferingReply = try keeper.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: waiting))
        _ = try cancel(waiting)
        let officer = try world.client("officer")
        #expect(try officer.waiting(.offering).isEmpty)
        try refused(.wrongState) { try officer.decide(.offering, waiting, .approve) }
        let award = try world.awardOne()
        try refused(.wrongState, field: "offering") { try cancel(world.offering) }
        let _: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: award, reason: "误发"))
        #expect(try cancel(world.offering)?.state == .cancelled)
    }

    @Test("PRJ-8a a draft is deleted while nothing depends on it")
    func deleted() throws {
        func delete(_ offering: UInt64) throws {
            let _: DeleteOfferingReply = try keeper.call(
                .projectsDeleteOffering, DeleteOfferingRequest(offering: offering))
        }
        let draft = try keeper.draft(at: world.made.base, world.made)
        _ = try keeper.upload(World.roster(0..<1), to: draft)
        try refused(.wrongState, field: "offering") { try delete(draft) }
        let _: RemoveRosterEntriesReply = try keeper.call(
            .projectsRemoveRosterEntries,
            RemoveRosterEntriesRequest(offering: draft, numbers: ["N01"], reason: "误录"))
        try delete(draft)
        try refused(.notFound) { try delete(draft) }
        try refused(.wrongState, field: "offering") { try delete(world.offering) }
        let known = try keeper.draft(at: world.made.base, world.made)
        let door = try Door(in: world)
        try door.scan(try world.person("N01"), offering: known)
        try door.sync()
        try refused(.wrongState, field: "offering") { try delete(known) }
        #expect(try world.server.count("SELECT count(*) FROM activity_date WHERE offering = ?1", draft) == 0)
        #expect(try world.server.count("SELECT count(*) FROM offering_window WHERE offering = ?1", draft) == 0)
    }

    @Test(
        "PRJ-8c number and name of a project are corrected; what credit rests on only until an offering was submitted")
    func project() throws {
        // Of category I, which is the committee's.
        let admin = try world.client("admin")
        func change(_ project: Project) throws -> Project {
            let reply: ChangeProjectReply = try admin.call(
                .projectsChangeProject, ChangeProjectRequest(project: project))
            return try #require(reply.project)
        }
        let listed: ListProjectsReply = try keeper.call(.projectsListProjects, ListProjectsRequest())
        var taught = try #require(listed.projects.first { $0.id == world.made.project })
        (taught.number, taught.name) = ("HN-2026-009", "心肺复苏")
        #expect(try change(taught).name == "心肺复苏")
        var more = taught
        (more.hoursTenths, more.courses[0].hoursTenths) = (70, 50)
        try refused(.wrongState, field: "project") { try change(more) }
        let made: CreateProjectReply = try keeper.call(
            .projectsCreateProject, CreateProjectRequest(project: World.project(owner: world.made.base, number: "X")))
        var fresh = try #require(made.project)
        fresh.number = "HN-2026-009"
        try refused(.alreadyExists, field: "number") { try change(fresh) }
        fresh.number = "X"
        fresh.courses = [
            Course(id: fresh.courses[1].id, name: "实操", hoursTenths: 20, creditsTenths: 5),
            Course(name: "讲座", hoursTenths: 40, creditsTenths: 15),
        ]
        let changed = try change(fresh)
        #expect(changed.courses.map(\.name) == ["实操", "讲座"] && changed.courses[0].id == fresh.courses[0].id)
        var draft = World.draft(at: world.made.base, world.made, day: TestServer.day + 40)
        draft.project = fresh.id
        draft.windows[0].course = changed.courses[1].id
        let _: OfferingReply = try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        fresh.courses = [Course(id: changed.courses[0].id, name: "实操", hoursTenths: 60, creditsTenths: 20)]
        try refused(.wrongState, field: "courses") { try change(fresh) }
        fresh.courses = [Course(id: world.made.courses[0], name: "实操", hoursTenths: 60, creditsTenths: 20)]
        try refused(.notFound, field: "courses.id") { try change(fresh) }
    }
}
