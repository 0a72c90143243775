import Domain
import Messages
import Storage
import Testing

/// PRJ-1b, PRJ-9a: the catalogue with its filters, terms and runs.
@Suite struct CatalogueTests {
    private let world: World
    private let admin: Client
    private let keeper: Client
    private let officer: Client

    init() throws {
        world = try World()
        admin = try world.client("admin")
        keeper = try world.client("keeper")
        officer = try world.client("officer")
    }

    @discardableResult
    private func create(
        _ number: String, _ name: String = "急救", level: ProjectLevel = .provincial, category: CreditCategory = .ii,
        runs: UInt32 = 0, year: UInt32 = 0, term: ClosedRange<Int32>? = nil, owner: UInt64? = nil
    ) throws -> Project {
        var project = World.project(owner: owner ?? world.made.base, number: number, category: category)
        (project.name, project.level, project.runs, project.year) = (name, level, runs, year)
        (project.fromDay, project.untilDay) = (term?.lowerBound ?? 0, term?.upperBound ?? 0)
        let reply: CreateProjectReply = try admin.call(
            .projectsCreateProject, CreateProjectRequest(project: project))
        return try #require(reply.project)
    }

    private func numbers(_ request: ListProjectsRequest) throws -> [String] {
        let reply: ListProjectsReply = try keeper.call(.projectsListProjects, request)
        return reply.projects.map(\.number).filter { $0.hasPrefix("C") }
    }

    @Test("PRJ-1a a project is entered once under its number, with level, category, credits and owner")
    func entered() throws {
        let entered = try create("C-2026-09", "心肺复苏", level: .national, category: .i, runs: 2)
        let reply: ListProjectsReply = try keeper.call(
            .projectsListProjects, ListProjectsRequest(numberContains: "C-2026-09"))
        let found = try #require(reply.projects.first)
        #expect(found == entered)
        #expect((found.number, found.name, found.level, found.category) == ("C-2026-09", "心肺复苏", .national, .i))
        #expect((found.hoursTenths, found.creditsTenths, found.runs) == (60, 20, 2))
        #expect(found.owner == world.made.base)
        try refused(.alreadyExists, field: "number") { try create("C-2026-09", "另一项目") }
        for unnamed in ["", " \u{200B} "] { try refused(.invalid) { try create(unnamed) } }
        // The owner is an organisation that is there.
        try refused(.notFound) { try create("C-2026-10", owner: 999_999) }
    }

    @Test("PRJ-9a skills exams are no runs: they are published when all runs are registered, and no list counts them")
    func exams() throws {
        let hall = try SkillsHall()
        let (project, admin) = (hall.world.made.project, try hall.client("admin"))
        let before: ListProjectsReply = try admin.call(.projectsListProjects, ListProjectsRequest())
        var known = try #require(before.projects.first { $0.id == project })
        known.runs = known.registered
        let changed: ChangeProjectReply = try admin.call(.projectsChangeProject, ChangeProjectRequest(project: known))
        #expect(changed.project?.runs == known.registered)
        let exam = try SkillsHall.publish(hall.scene, hall.checklist, hall.examiners, day: SkillsHall.day + 1)
        #expect(exam.session?.state == .open)
        let after: ListProjectsReply = try admin.call(.projectsListProjects, ListProjectsRequest())
        #expect(after.projects.first { $0.id == project }?.registered == known.registered)
        let runs: ListRunsReply = try admin.call(.projectsListRuns, ListRunsRequest(project: project))
        #expect(runs.runs.count == Int(known.registered))
        let reported: ListRunReportsReply = try admin.call(
            .reportsListRuns, ListRunReportsRequest(project: project))
        #expect(reported.runs.map { $0.run?.offering } == runs.runs.map(\.offering))
    }

    @Test("PRJ-1b the catalogue is filtered by number, name, level, year, state, term and category, alone and together")
    func filters() throws {
        let day = TestServer.day
        let first = try create("C-2026-01", "心肺复苏", year: 2026, term: day - 10...day + 10)
        try create("C-2026-02", "创伤急救", level: .national, term: day + 20...day + 40)
        try create("C-2025-01", "心脏介入", level: .city, category: .i, year: 2025)
        try create("C-X", "心肺复苏（基础）", year: 2026, owner: world.made.otherBase)
        #expect(try numbers(.init()).count == 4)
        #expect(try numbers(.init(numberContains: "c-2026")) == ["C-2026-01", "C-2026-02"])
        #expect(try numbers(.init(nameContains: "心肺")) == ["C-2026-01", "C-X"])
        #expect(try numbers(.init(level: .national)) == ["C-2026-02"])
        #expect(try numbers(.init(year: 2026)) == ["C-2026-01", "C-2026-02", "C-X"])
        #expect(try numbers(.init(onDay: day + 10)) == ["C-2026-01", "C-2025-01", "C-X"])
        #expect(try numbers(.init(onDay: day + 11)) == ["C-2025-01", "C-X"])
        #expect(try numbers(.init(category: .i)) == ["C-2025-01"])
        #expect(try numbers(.init(owner: world.made.otherBase)) == ["C-X"])
        let _: ChangeProjectReply = try keeper.call(
            .projectsSetProjectState,
            SetProjectStateRequest(project: first.id, state: .withdrawn, reason: "停止举办"))
        #expect(try numbers(.init(state: .withdrawn)) == ["C-2026-01"])
        #expect(try numbers(.init(nameContains: "心肺", year: 2026, state: .open)) == ["C-X"])
        // Page by page, with what a filter leaves out between.
        var (after, pages): (UInt64, [String]) = (0, [])
        repeat {
            let reply: ListProjectsReply = try keeper.call(
                .projectsListProjects, ListProjectsRequest(after: after, limit: 1, numberContains: "C-"))
            pages += reply.projects.map(\.number)
            after = reply.next
        } while after != 0
        #expect(pages == ["C-2026-01", "C-2026-02", "C-2025-01", "C-X"])
    }

    @Test("PRJ-1b a run is held in the term of its project, on its first day and on its last")
    func term() throws {
        let day = TestServer.day + 30
        let project = try create("C-1", term: day...day + 5)
        func draft(_ day: Int32) throws -> UInt64? {
            var draft = World.draft(at: world.made.base, world.made, day: day)
            draft.project = project.id
            let reply: OfferingReply = try keeper.call(
                .projectsCreateOffering, CreateOfferingRequest(offering: draft))
            return reply.offering?.id
        }
        for outside in [day - 1, day + 6] { try refused(.invalid, field: "dates") { try draft(outside) } }
        #expect(try draft(day) != nil)
        let id = try #require(try draft(day + 5))
        var moved = World.draft(at: world.made.base, world.made, day: day + 6)
        (moved.id, moved.project) = (id, project.id)
        try refused(.invalid, field: "dates") {
            try keeper.call(
                .projectsChangeOffering, ChangeOfferingRequest(offering: moved), reply: ChangeOfferingReply.self)
        }
        for bad in [(day, 0), (0, day), (day + 1, day)] {
            var wrong = project
            (wrong.fromDay, wrong.untilDay) = bad
            try refused(.invalid, field: "from_day") {
                try keeper.call(
                    .projectsChangeProject, ChangeProjectRequest(project: wrong), reply: ChangeProjectReply.self)
            }
        }
    }

    private func run(of project: Project, day: Int32 = TestServer.day + 40) throws -> UInt64 {
        var draft = World.draft(at: world.made.base, world.made, day: day)
        draft.project = project.id
        let reply: OfferingReply = try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        return try #require(reply.offering).id
    }

    private func submit(_ id: UInt64) throws {
        let _: OfferingReply = try keeper.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
    }

    private func states(_ project: Project, by client: Client? = nil) throws -> [RunState?] {
        let reply: ListRunsReply = try (client ?? keeper).call(
            .projectsListRuns, ListRunsRequest(project: project.id))
        return reply.runs.map(\.state)
    }

    @Test("PRJ-9a a project's runs are listed with their states, and one more than were approved is refused")
    func runs() throws {
        let project = try create("C-1", runs: 2)
        #expect(try states(project) == [.notRegistered, .notRegistered])
        let (first, second, third) = try (run(of: project), run(of: project), run(of: project))
        try submit(first)
        #expect(try states(project) == [.waiting, .notRegistered])
        try officer.decide(.offering, first, .return, reason: "日程不清晰")
        #expect(try states(project) == [.returned, .notRegistered])
        try submit(second)
        let failure = try refused(.full, field: "project") { try submit(third) }
        #expect(failure.text.contains("2"))
        try submit(first)
        try officer.decide(.offering, first, .approve)
        try officer.decide(.offering, second, .reject, reason: "场地不符")
        #expect(try states(project) == [.approved, .rejected, .notRegistered])
        // In the place of the rejected one.
        try submit(third)
        #expect(try states(project, by: officer) == [.approved, .rejected, .waiting])
        let _: OfferingReply = try keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: third, reason: "停办"))
        #expect(try states(project) == [.approved, .rejected, .notRegistered])
        world.clock.set(World.midnight + 41 * 86_400_000 - 1)
        let later = try world.relogin("keeper")
        #expect(try states(project, by: later).first == .approved)
        world.clock.advance(ms: 1)
        #expect(try states(project, by: world.relogin("keeper")).first == .held)
        try refused(.notAllowed) { _ = try states(project, by: world.relogin("stranger")) }
    }

    @Test("PRJ-9a where the programme asks for a report, a run that is over has its report due")
    func reportDue() throws {
        let programme: CreateProgrammeReply = try admin.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: "陕西", preset: "shaanxi-cme", changes: [PolicySwitch(name: "leadDays", value: "0")]))
        let project = try create("C-1", runs: 1)
        var draft = World.draft(at: world.made.base, world.made, day: TestServer.day + 1)
        (draft.project, draft.programme) = (project.id, programme.programme?.id ?? 0)
        let made: OfferingReply = try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        try submit(try #require(made.offering).id)
        try officer.decide(.offering, try #require(made.offering).id, .approve)
        #expect(try states(project) == [.approved])
        world.clock.set(World.midnight + 2 * 86_400_000)
        #expect(try states(project, by: world.relogin("keeper")) == [.reportDue])
    }

    @Test(
        "PRJ-8c runs are not fewer than are registered; a withdrawn project takes no more, and is put back with a reason"
    )
    func corrected() throws {
        var project = try create("C-1", runs: 2)
        for id in try [run(of: project), run(of: project)] { try submit(id) }
        project.runs = 1
        try refused(.placesInUse, field: "runs") {
            try keeper.call(
                .projectsChangeProject, ChangeProjectRequest(project: project), reply: ChangeProjectReply.self)
        }
        project.runs = 3
        let _: ChangeProjectReply = try keeper.call(
            .projectsChangeProject, ChangeProjectRequest(project: project))
        let draft = try run(of: project)
        func set(_ state: ProjectState?, _ reason: String, by client: Client) throws {
            let _: ChangeProjectReply = try client.call(
                .projectsSetProjectState,
                SetProjectStateRequest(project: project.id, state: state, reason: reason))
        }
        try refused(.notAllowed) { try set(.withdrawn, "停办", by: world.client("stranger")) }
        try refused(.invalid, field: "reason") { try set(.withdrawn, " ", by: keeper) }
        try refused(.invalid, field: "state") { try set(nil, "停办", by: keeper) }
        try refused(.wrongState, field: "state") { try set(.open, "停办", by: keeper) }
        try set(.withdrawn, "停办", by: keeper)
        try refused(.wrongState, field: "project") { try submit(draft) }
        try refused(.wrongState, field: "project") { _ = try run(of: project) }
        try set(.open, "恢复举办", by: keeper)
        try submit(draft)
        let single = try create("C-I", category: .i)
        try refused(.notAllowed, field: "category") {
            let _: ChangeProjectReply = try keeper.call(
                .projectsSetProjectState,
                SetProjectStateRequest(project: single.id, state: .withdrawn, reason: "停办"))
        }
    }

    @Test(
        "PRJ-7a a training notice leads to its offering on the home list, in lists and among favourites; others do not")
    func notice() throws {
        let notice = try admin.publish(.training, "水利工程质量管理培训班")
        func lead(_ notice: UInt64, to offering: UInt64, by client: Client? = nil) throws {
            let reply: NoticeReply = try (client ?? admin).call(
                .projectsLinkNotice, LinkNoticeRequest(notice: notice, offering: offering))
            #expect(reply.notice?.offering == offering)
        }
        try refused(.notAllowed) { try lead(notice, to: world.offering, by: keeper) }
        try refused(.notFound, field: "offering") { try lead(notice, to: 999_999) }
        try refused(.notFound, field: "notice") { try lead(999_999, to: world.offering) }
        let guide = try admin.publish(.guide, "报名指南")
        try refused(.invalid, field: "notice") { try lead(guide, to: world.offering) }
        try lead(notice, to: world.offering)
        let _: HomeNoticesReply = try admin.call(.noticesFeatureNotices, FeatureNoticesRequest(notices: [notice]))
        let trainee = try world.client("N01")
        let _: FavouriteReply = try trainee.call(.noticesAddFavourite, FavouriteRequest(notice: notice))
        let home: HomeNoticesReply = try world.server.connect().call(.noticesHomeNotices, HomeNoticesRequest())
        let list: ListNoticesReply = try trainee.call(.noticesListNotices, ListNoticesRequest(kind: .training))
        let favourites: ListNoticesReply = try trainee.call(.noticesListFavourites, ListFavouritesRequest())
        let one: NoticeReply = try trainee.call(.noticesGetNotice, GetNoticeRequest(notice: notice))
        for found in [home.notices.first, list.notices.first, favourites.notices.first, one.notice] {
            #expect(found?.offering == world.offering)
        }
        try lead(notice, to: 0)
        let _: OfferingReply = try keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: world.offering, reason: "停办"))
        try refused(.wrongState, field: "offering") { try lead(notice, to: world.offering) }
    }
}
