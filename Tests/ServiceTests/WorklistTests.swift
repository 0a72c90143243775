import Application
import Causality
import Domain
import Facts
import Messages
import Testing

@testable import Service

/// The lists of an offering and of a base that wait for a person's decision, and how a trainee is told.
@Suite struct WorklistTests {
    private func ofBase(_ world: World, limit: UInt32 = 1, as name: String = "keeper") throws -> [WorkItem] {
        var items: [WorkItem] = []
        var cursor: [UInt8] = []
        var pages = 0
        repeat {
            let reply: ListWorkReply = try world.client(name).call(
                .worklistListWork, ListWorkRequest(cursor: cursor, limit: limit, base: world.made.base))
            items += reply.items
            cursor = reply.next
            pages += 1
        } while !cursor.isEmpty && pages < 100
        return items
    }

    private func silentDays(_ world: World, ofBase: Bool = false) throws -> [SilentDay] {
        let reply: ListWorkReply = try world.client("keeper").call(
            .worklistListWork,
            ofBase ? ListWorkRequest(base: world.made.base) : ListWorkRequest(offering: world.offering))
        return reply.silentDays
    }

    private func mine(_ number: String, _ world: World) throws -> MyOffering {
        let reply: MyAttendanceReply = try world.client(number).call(.attendanceMyAttendance, MyAttendanceRequest())
        return try #require(reply.offerings.first { $0.offering == world.offering })
    }

    @Test(
        "ATT-9a a base's list has what its terminals recorded for no offering of it, and what is never read; page by page, and once decided no more"
    )
    func ofBase() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.scan(person, offering: world.offering)
        try door.scan(person, world.person("N02"), offering: 999_999)
        try door.scan(person, offering: world.made.otherOffering)
        try door.seal(Fact(kind: .unknown(77), subject: .person(person), offering: world.offering, method: .pass))
        try door.score(person, 9900, by: 0, offering: world.offering, assigned: false)
        // On its offering's list, and not here.
        try door.seal(Fact(kind: .checkIn, subject: .raw([0x39]), offering: world.offering, method: .number))
        var header = door.header
        header.schema = 99
        try door.seal(
            Fact(kind: .checkIn, subject: .person(person), offering: world.offering, method: .pass),
            Fact(kind: .checkIn, subject: .person(person), offering: world.offering, method: .pass), header: header)
        try door.sync()
        for limit: UInt32 in [1, 2, 500] {
            let items = try ofBase(world, limit: limit)
            #expect(items.map(\.scan?.sequence) == [2, 3, 4, 5, 6, 8], "\(limit)")
            #expect(
                items.map(\.quarantine) == [
                    .unknownOffering, .unknownOffering, .foreignOffering, .unknownKind, .actorNotAssigned, .unknownKind,
                ])
            #expect(items.last?.last == 9 && items[0].terminalName == "东门" && items[0].recordedOffering == 999_999)
        }
        #expect(throws: Client.Refusal.self) { try ofBase(world, as: "stranger") }
        let scans = try ofBase(world).prefix(2).compactMap(\.scan)
        #expect(try world.decide(scans, .belongsToOffering, offering: world.offering).decided == 2)
        #expect(try ofBase(world).map(\.scan?.sequence) == [4, 5, 6, 8])
        let shown = try world.shown(try #require(try ofBase(world).first?.scan), as: "keeper")
        #expect(shown.quarantine == .foreignOffering && shown.context.isEmpty)
    }

    @Test(
        "ATT-10a a day of which nothing has come stands on the list that evening, with the terminals, until late records come"
    )
    func silent() throws {
        let world = try World()
        let door = try Door(in: world)
        #expect(try silentDays(world).isEmpty)
        world.clock.set(World.midnight + 720 * 60_000)
        for ofBase in [false, true] {
            let days = try silentDays(world, ofBase: ofBase)
            #expect(days.map(\.day) == [TestServer.day] && days.map(\.offering) == [world.offering])
            #expect(days.first?.terminals.map(\.name) == ["东门"])
            #expect(days.first?.terminals.first?.lastContactMs != 0)
        }
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        #expect(try silentDays(world).isEmpty && silentDays(world, ofBase: true).isEmpty)
    }

    @Test("ATT-10a those who hold an offering are told on the evening of a day of which nothing has come, once")
    func silentEvening() throws {
        let world = try World()
        let door = try Door(in: world)
        let keeper = try #require(world.made.persons["keeper"])
        world.server.tick()
        #expect(try world.messages(keeper, .silentDay).isEmpty)
        world.clock.set(World.midnight + 720 * 60_000)
        world.server.tick()
        while world.server.executor.work() {}
        #expect(try world.messages(keeper, .silentDay) == [["第一期", "\(Day(TestServer.day))"]])
        world.server.tick()
        while world.server.executor.work() {}
        #expect(try world.messages(keeper, .silentDay).count == 1)
        _ = door
    }

    @Test("ATT-10a nobody is told of a day of which something has come, or long after it", arguments: [true, false])
    func spokenEvening(hasCome: Bool) throws {
        let world = try World()
        let door = try Door(in: world)
        if hasCome {
            try door.scan(world.person("N01"), offering: world.offering)
            try door.sync()
        }
        world.clock.set(World.midnight + (hasCome ? 720 : 720 + 2 * 1440) * 60_000)
        world.server.tick()
        while world.server.executor.work() {}
        #expect(try world.messages(#require(world.made.persons["keeper"]), .silentDay).isEmpty)
    }

    @Test("ATT-9c a trainee is told what was decided about their check-ins and why, and not by whom")
    func explained() throws {
        let world = try World()
        let door = try Door.synced(world)
        _ = door
        let scans = try world.scans().scans
        try world.decide([scans[0]], .doesNotCount)
        try world.decide([scans[1]], .isPerson, person: world.person("N03"))
        let first = try mine("N01", world)
        #expect(first.scans.map(\.state) == [.discarded])
        #expect(first.decisions.map(\.ruling) == [.doesNotCount] && first.decisions[0].reason == "当面核实")
        #expect(first.decisions[0].actor == 0 && first.decisions[0].actorName == "")
        // The second's check-in is the third's now; both are told.
        let second = try mine("N02", world)
        #expect(second.scans.isEmpty && second.decisions.map(\.ruling) == [.isPerson])
        #expect(try mine("N03", world).decisions.map(\.ruling) == [.isPerson])
        try world.decide([scans[1]], .personOpen)
        #expect(try mine("N02", world).decisions.map(\.stands) == [false, true])
        #expect(try mine("N03", world).decisions.isEmpty)
    }
}
