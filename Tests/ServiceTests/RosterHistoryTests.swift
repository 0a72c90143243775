import Messages
import Testing

/// PRJ-8b: the old stays in the history.
@Suite struct RosterHistoryTests {
    @Test(
        "PRJ-8b a roster's history tells who was added, renamed, renumbered and taken off, by whom, from what and why")
    func history() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        _ = try keeper.upload(Array("编号,姓名\n1,张一\n2,李二\n".utf8), to: offering)
        _ = try keeper.upload(Array("编号,姓名\n1,章一\n".utf8), to: offering)
        let _: SwapRosterNumbersReply = try keeper.call(
            .projectsSwapRosterNumbers, SwapRosterNumbersRequest(offering: offering, number: "1", otherNumber: "2"))
        let _: RemoveRosterEntriesReply = try keeper.call(
            .projectsRemoveRosterEntries,
            RemoveRosterEntriesRequest(offering: offering, numbers: ["1"], reason: "未报名"))
        let reply: RosterHistoryReply = try keeper.call(
            .projectsRosterHistory, RosterHistoryRequest(offering: offering))
        #expect(
            reply.changes.map(\.event) == [.removed, .renumbered, .renumbered, .renamed, .added, .added])
        #expect(reply.changes.map(\.number) == ["1", "1", "2", "1", "2", "1"])
        #expect(reply.changes.map(\.before) == ["", "2", "1", "张一", "", ""])
        #expect(reply.changes.map(\.name) == ["李二", "李二", "章一", "章一", "李二", "章一"])
        #expect(reply.changes[0].reason == "未报名")
        #expect(reply.changes.allSatisfy { $0.by == world.made.persons["keeper"] && $0.byName == "员工6" })
        let one: RosterHistoryReply = try keeper.call(
            .projectsRosterHistory,
            RosterHistoryRequest(offering: offering, person: reply.changes[2].person, limit: 2))
        #expect(one.changes.map(\.event) == [.renumbered, .renamed] && one.next == one.changes[1].id)
        try refused(.notAllowed) {
            try world.client("stranger").call(
                .projectsRosterHistory, RosterHistoryRequest(offering: offering), reply: RosterHistoryReply.self)
        }
    }

    @Test("ACC-11e an account that closes takes its old names out of the history of rosters")
    func forgotten() throws {
        let world = try World()
        let trainee = try world.client("N03")
        _ = try trainee.verify("阿卜杜拉", Papers.number(11))
        let reviewer = try world.reviewer()
        try reviewer.decide(.identity, reviewer.waiting(.identity), .approve)
        func renamed() throws -> [String] {
            let reply: RosterHistoryReply = try world.client("keeper").call(
                .projectsRosterHistory, RosterHistoryRequest(offering: world.offering))
            return reply.changes.filter { $0.event == .renamed }.map(\.before)
        }
        #expect(try renamed() == [World.names[2]])
        try trainee.close(world.made.passwords["N03"] ?? "")
        #expect(try renamed() == [""])
    }
}
