import Domain
import Messages
import Storage
import Testing

/// PRJ-9c: an approved offering is changed by a version that is approved again.
@Suite struct OfferingChangeTests {
    private let world: World
    private let keeper: Client
    private let officer: Client

    init() throws {
        world = try World()
        keeper = try world.client("keeper")
        officer = try world.client("officer")
    }

    private func offering(_ id: UInt64? = nil) throws -> Offering {
        let reply: OfferingReply = try keeper.call(
            .projectsGetOffering, GetOfferingRequest(offering: id ?? world.offering))
        return try #require(reply.offering)
    }

    /// The offering as it is, on other days, with a window on each.
    private func moved(_ id: UInt64? = nil, by days: Int32) throws -> Offering {
        var moved = try offering(id)
        moved.dates = moved.dates.map { ActivityDate(day: $0.day + days, hoursTenths: $0.hoursTenths) }
        moved.windows = moved.windows.map {
            Window(day: $0.day + days, fromMinute: $0.fromMinute, toMinute: $0.toMinute)
        }
        return moved
    }

    @discardableResult
    private func propose(
        _ offering: Offering, reason: String = "讲师生病", by client: Client? = nil
    ) throws -> ChangeOfferingReply {
        try (client ?? keeper).call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: offering, reason: reason))
    }

    private func changes(_ client: Client) throws -> [OfferingChange] {
        let reply: ListOfferingChangesReply = try client.call(
            .projectsListOfferingChanges, ListOfferingChangesRequest(offering: world.offering))
        return reply.changes
    }

    private func states() throws -> [ScanState?] {
        let reply: ListScansReply = try keeper.call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        return reply.scans.map(\.state)
    }

    @Test(
        "PRJ-9c case 15 a change of an approved offering waits for the same approval; the old holds until then and stays in the history"
    )
    func approved() throws {
        let door = try Door(in: world)
        try door.scan(try world.person("N02"), offering: world.offering)
        try door.sync()
        let before = try door.pull().checkpoint
        let old = try offering()
        let wanted = try moved(by: 1)
        try refused(.invalid, field: "reason") { try propose(wanted, reason: " ") }
        let reply = try propose(wanted)
        let change = try #require(reply.proposed)
        #expect(reply.offering == old && change.before == old && change.after == wanted)
        #expect(try offering() == old)
        #expect(try door.pull(PullRequest(feed: before.feed, cursor: before.cursor)).items.isEmpty)
        #expect(try states() == [.counted])
        #expect(try officer.waiting(.offeringChange) == [change.id])
        #expect(try changes(officer) == [change])
        try refused(.notAllowed) { _ = try changes(world.client("stranger")) }
        try officer.decide(.offeringChange, change.id, .approve)
        #expect(try offering() == wanted)
        let items = try door.pull(PullRequest(feed: before.feed, cursor: before.cursor)).items
        #expect(items.map(\.kind) == [.offering] && items.map(\.removed) == [false])
        #expect(try states() == [.outsideDates])
        let kept = try changes(keeper)
        #expect(kept.map(\.state) == [.approved] && kept.map(\.before) == [old])
        let told = ["第一期", "\(Day(TestServer.day + 1)) 08:00–12:00", "", "讲师生病"]
        #expect(try world.messages(world.person("N02"), .offeringChanged) == [told])
        #expect(try world.messages(try #require(world.made.persons["keeper"]), .offeringChanged) == [told])
        try refused(.wrongState) { try officer.decide(.offeringChange, change.id, .approve) }
    }

    @Test("PRJ-9c a change that is rejected, replaced or taken back changes nothing")
    func notApproved() throws {
        let old = try offering()
        let rejected = try #require(try propose(moved(by: 1)).proposed)
        try officer.decide(.offeringChange, rejected.id, .reject, reason: "场地未落实")
        #expect(try offering() == old)
        #expect(
            try world.messages(try #require(world.made.persons["keeper"]), .offeringChangeRejected)
                == [["第一期", "场地未落实"]])
        _ = try propose(moved(by: 2))
        let second = try #require(try propose(moved(by: 3)).proposed)
        #expect(try officer.waiting(.offeringChange) == [second.id])
        #expect(try propose(old).proposed == nil)
        #expect(try officer.waiting(.offeringChange).isEmpty)
        try refused(.invalid, field: "offering") { try propose(old) }
        let last = try #require(try propose(moved(by: 4)).proposed)
        let _: OfferingReply = try keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: world.offering, reason: "停办"))
        try refused(.wrongState) { try officer.decide(.offeringChange, last.id, .approve) }
        #expect(try changes(keeper).map(\.state) == [.rejected, .withdrawn, .withdrawn, .withdrawn])
        #expect(try world.messages(world.person("N02"), .offeringChanged).isEmpty)
        try refused(.wrongState, field: "offering") { try propose(moved(by: 5)) }
    }

    @Test("PRJ-9c an offering that waits for its first approval is changed at once, and its review begins again")
    func beforeApproval() throws {
        var draft = try offering()
        draft.title = "第二期"
        let made: OfferingReply = try keeper.call(
            .projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let id = try #require(made.offering?.id)
        let _: OfferingReply = try keeper.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        #expect(try officer.waiting(.offering) == [id])
        var wanted = try moved(id, by: 1)
        wanted.title = "第二期（改）"
        let reply = try propose(wanted)
        #expect(reply.offering == wanted && reply.offering?.state == .submitted && reply.proposed == nil)
        #expect(try officer.waiting(.offering) == [id])
        let history: ReviewHistoryReply = try officer.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .offering, subject: id))
        #expect(history.steps.map(\.action) == [.submit, .resubmit])
        try officer.decide(.offering, id, .approve)
        #expect(try offering(id).state == .approved && offering(id).title == "第二期（改）")
    }

    @Test("PRJ-9c where no approval is needed a change holds at once, and those concerned are told")
    func atOnce() throws {
        let _: CreateProgrammeReply = try world.client("admin").call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme, changes: [.init(name: "offeringApproval", value: "none")]))
        var wanted = try offering()
        wanted.title = "第一期（改）"
        let reply = try propose(wanted)
        #expect(reply.offering == wanted && reply.proposed == nil)
        #expect(try changes(keeper).map(\.state) == [.approved])
        #expect(try world.messages(world.person("N01"), .offeringChanged).count == 1)
    }

    @Test(
        "PRJ-9c an offering moves to another base with its roster and its venue keys, while nothing was recorded at the old one"
    )
    func otherBase() throws {
        let admin = try world.client("admin")
        try world.setPolicy("minQuestions", "0")
        let id = try World.open(at: world.made.base, world.made, admin, day: TestServer.day + 20)
        _ = try keeper.upload(World.roster(0..<2), to: id)
        let old = try Door(in: world).pull().checkpoint
        let there = try Door(in: world, seed: 0xC1, base: world.made.otherBase)
        let new = try there.pull().checkpoint
        var wanted = try offering(id)
        wanted.base = world.made.otherBase
        let stranger = try world.client("stranger")
        try refused(.notAllowed) { try propose(wanted, by: stranger) }
        // The base to which it moves agrees first.
        let change = try #require(try propose(wanted).proposed)
        try refused(.notAllowed) { try officer.decide(.offeringChange, change.id, .approve) }
        try stranger.decide(.offeringChange, change.id, .approve)
        #expect(try offering(id).base == world.made.base)
        try officer.decide(.offeringChange, change.id, .approve)
        // The offering, three venue keys, two people.
        let gone = try Door(in: world, seed: 0xC2).pull(PullRequest(feed: old.feed, cursor: old.cursor)).items
        #expect(gone.filter(\.removed).count == 6)
        let come = try there.pull(PullRequest(feed: new.feed, cursor: new.cursor)).items
        #expect(come.filter { !$0.removed }.count == 6)
        // Its new base does not give it to one over which it has nothing.
        wanted.base = world.made.base
        try refused(.notAllowed) { try propose(wanted, by: stranger) }
        try there.scan(try world.person("N01"), offering: id)
        try there.sync()
        try refused(.wrongState, field: "base") { try propose(wanted, by: admin) }
    }

    @Test(
        "PRJ-9b a change to an earlier first day needs the lead, one to a later day has it; none is made while credit rests on it"
    )
    func tooLate() throws {
        let admin = try world.client("admin")
        let id = try World.open(at: world.made.base, world.made, admin, day: TestServer.day + 20)
        let near = try World.open(at: world.made.base, world.made, admin, day: TestServer.day + 3)
        let _: CreateProgrammeReply = try admin.call(
            .programmesChangePolicy,
            ChangePolicyRequest(programme: world.made.programme, changes: [.init(name: "leadDays", value: "7")]))
        try refused(.tooLate, field: "dates") { try propose(moved(id, by: -15)) }
        #expect(try propose(moved(id, by: -5)).proposed != nil)
        #expect(try propose(moved(id, by: 5)).proposed != nil)
        // Its lead is that of its first submission.
        #expect(try propose(moved(near, by: 1)).proposed != nil)
        _ = try world.awardOne()
        try refused(.wrongState, field: "offering") { try propose(moved(by: 1)) }
    }
}
