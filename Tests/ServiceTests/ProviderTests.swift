import Domain
import Messages
import Storage
import Testing

/// PRJ-1c, PRJ-9d: providers hold their own classes, on their own premises or at a base that agrees.
@Suite struct ProviderTests {
    private let world: World
    private let admin: Client
    private let keeper: Client
    private let officer: Client
    private let unit: UInt64
    private let provider: Client

    init() throws {
        world = try World()
        admin = try world.client("admin")
        keeper = try world.client("keeper")
        officer = try world.client("officer")
        unit = try admin.organisation(.unit, "市医学会")
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "provider", personName: "员工", roles: [RoleGrant(role: .providerAdmin, organisation: unit)]))
        provider = try world.login("provider")
    }

    private func project(
        _ number: String, by client: Client? = nil, owner: UInt64? = nil, category: CreditCategory = .ii
    ) throws -> Project {
        let reply: CreateProjectReply = try (client ?? provider).call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: World.project(owner: owner ?? unit, number: number, category: category)))
        return try #require(reply.project)
    }

    private func create(
        at place: UInt64, _ project: Project, by client: Client? = nil, day: Int32 = TestServer.day
    ) throws -> UInt64 {
        var draft = World.draft(at: place, world.made, day: day)
        draft.project = project.id
        let reply: OfferingReply = try (client ?? provider).call(
            .projectsCreateOffering, CreateOfferingRequest(offering: draft))
        return try #require(reply.offering).id
    }

    private func submit(_ offering: UInt64, by client: Client? = nil) throws -> OfferingState? {
        let reply: OfferingReply = try (client ?? provider).call(
            .projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        return reply.offering?.state
    }

    private func state(_ offering: UInt64) throws -> OfferingState? {
        let reply: OfferingReply = try provider.call(.projectsGetOffering, GetOfferingRequest(offering: offering))
        return reply.offering?.state
    }

    private func scans(_ offering: UInt64) throws -> [ScanState?] {
        let reply: ListScansReply = try provider.call(.attendanceListScans, ListScansRequest(offering: offering))
        return reply.scans.map(\.state)
    }

    @Test(
        "PRJ-9d a provider holds its class on its own premises, with terminals and the committee's approval as at a base"
    )
    func ownPremises() throws {
        let offering = try create(at: unit, project("Z-1"))
        #expect(try submit(offering) == .submitted)
        try officer.decide(.offering, offering, .approve)
        #expect(try provider.upload(World.roster(0..<2), to: offering).added == 2)
        let code: CreateEnrolmentCodeReply = try provider.call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: unit, name: "礼堂"))
        #expect(!code.code.isEmpty)
        let door = try Door(in: world, base: unit)
        #expect(try door.pull().items.contains { $0.kind == .rosterEntry })
        try door.scan(try world.person("N02"), offering: offering)
        try door.sync()
        #expect(try scans(offering) == [.counted])
        try refused(.notAllowed) { _ = try keeper.upload(World.roster(2..<3), to: offering) }
    }

    @Test("PRJ-9d a base that a provider names agrees first, then the committee decides; both have the class in hand")
    func atBase() throws {
        let made = try project("Z-1")
        let offering = try create(at: world.made.base, made)
        #expect(try submit(offering) == .submitted)
        #expect(try officer.waiting(.offering).isEmpty)
        try refused(.notAllowed) { try officer.decide(.offering, offering, .approve) }
        #expect(try keeper.waiting(.offering) == [offering])
        try keeper.decide(.offering, offering, .approve)
        #expect(try state(offering) == .submitted)
        try officer.decide(.offering, offering, .approve)
        #expect(try state(offering) == .approved)
        #expect(try provider.upload(World.roster(0..<2), to: offering).added == 2)
        let door = try Door(in: world)
        try door.scan(try world.person("N02"), offering: offering)
        try door.sync()
        #expect(try scans(offering) == [.counted])
        #expect(try keeper.upload(World.roster(2..<3), to: offering).added == 1)
        let declined = try create(at: world.made.base, made, day: TestServer.day + 3)
        _ = try submit(declined)
        try keeper.decide(.offering, declined, .reject, reason: "场地已占用")
        #expect(try state(declined) == .rejected)
    }

    @Test(
        "PRJ-9d without approval by a committee the base's own is still needed, and a change of the class needs it again"
    )
    func baseAlone() throws {
        let _: CreateProgrammeReply = try admin.call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme, changes: [.init(name: "offeringApproval", value: "none")]))
        let offering = try create(at: world.made.base, project("Z-1"), day: TestServer.day + 10)
        _ = try submit(offering)
        let code = VenueCodeRequest(offering: offering)
        try refused(.wrongState) { try keeper.call(.attendanceVenueCode, code, reply: VenueCodeReply.self) }
        try keeper.decide(.offering, offering, .approve)
        #expect(try state(offering) == .approved)
        let reply: OfferingReply = try provider.call(.projectsGetOffering, GetOfferingRequest(offering: offering))
        var wanted = try #require(reply.offering)
        wanted.title = "第一期（改）"
        let changed: ChangeOfferingReply = try provider.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: wanted, reason: "更名"))
        let change = try #require(changed.proposed)
        #expect(try keeper.waiting(.offeringChange) == [change.id])
        try keeper.decide(.offeringChange, change.id, .approve)
        let after: OfferingReply = try provider.call(.projectsGetOffering, GetOfferingRequest(offering: offering))
        #expect(after.offering?.title == "第一期（改）")
        // Its own administrator needs nobody else.
        wanted.title = "第一期（再改）"
        let own: ChangeOfferingReply = try keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: wanted, reason: "更名"))
        #expect(own.proposed == nil && own.offering?.title == "第一期（再改）")
    }

    @Test("PRJ-1c nobody holds a class of another's project; what a committee offers is for all, but for category I")
    func anothersProject() throws {
        let theirs = try project("Z-1")
        try refused(.notAllowed, field: "project") { _ = try create(at: world.made.base, theirs, by: keeper) }
        try refused(.notAllowed) { _ = try create(at: world.made.base, theirs, by: world.client("stranger")) }
        let committee = try admin.organisation(.committee, "继教委")
        let common = try project("C-1", by: admin, owner: committee)
        _ = try create(at: world.made.base, common, by: keeper)
        let first = try project("C-2", by: admin, owner: committee, category: .i)
        try refused(.notAllowed, field: "project") { _ = try create(at: world.made.base, first, by: keeper) }
        try refused(.notFound, field: "base") { _ = try create(at: committee, theirs) }
    }

    @Test("PRJ-1c a project of category I is the committee's to enter and to change")
    func catalogue() throws {
        try refused(.notAllowed, field: "category") { _ = try project("I-1", category: .i) }
        let made = try project("I-1", by: officer, category: .i)
        func change(_ project: Project, by client: Client) throws {
            let _: ChangeProjectReply = try client.call(.projectsChangeProject, ChangeProjectRequest(project: project))
        }
        var more = made
        more.name = "另一名称"
        try refused(.notAllowed, field: "category") { try change(more, by: provider) }
        try change(more, by: officer)
        var own = try project("II-1")
        own.category = .i
        try refused(.notAllowed, field: "category") { try change(own, by: provider) }
        _ = try create(at: unit, made)
    }
}
