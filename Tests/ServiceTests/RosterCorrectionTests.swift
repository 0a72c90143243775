import Facts
import Messages
import Seeded
import Storage
import Testing
import Wire

/// PRJ-8b: rosters put right, by hand and by file.
@Suite struct RosterCorrectionTests {
    private let world: World
    private let keeper: Client

    init() throws {
        world = try World()
        keeper = try world.client("keeper")
    }

    /// Names by number.
    private func roster(_ offering: UInt64? = nil) throws -> [String: String] {
        let reply: ListRosterReply = try keeper.call(
            .projectsListRoster, ListRosterRequest(offering: offering ?? world.offering, limit: 500))
        return Dictionary(uniqueKeysWithValues: reply.entries.map { ($0.number, $0.name) })
    }

    private func change(_ number: String, to newNumber: String = "", name: String = "") throws -> RosterEntry? {
        let reply: ChangeRosterEntryReply = try keeper.call(
            .projectsChangeRosterEntry,
            ChangeRosterEntryRequest(
                offering: world.offering, number: number, newNumber: newNumber, newName: name))
        return reply.entry
    }

    @discardableResult
    private func remove(_ numbers: String..., reason: String = "报名取消") throws -> [RosterEntry] {
        let reply: RemoveRosterEntriesReply = try keeper.call(
            .projectsRemoveRosterEntries,
            RemoveRosterEntriesRequest(offering: world.offering, numbers: numbers, reason: reason))
        return reply.entries
    }

    private func scans() throws -> [Scan] {
        let reply: ListScansReply = try keeper.call(
            .attendanceListScans, ListScansRequest(offering: world.offering, limit: 500))
        return reply.scans
    }

    @Test("PRJ-8b a number and a misspelt name are changed by hand, and terminals get the entry as it is now")
    func changed() throws {
        let door = try Door(in: world)
        let before = try door.pull().checkpoint
        #expect(try change("n05", to: "９9", name: "韩梅")?.number == "99")
        let now = try roster()
        #expect(now["99"] == "韩梅" && now["N05"] == nil && now.count == 12)
        let changes = try door.pull(PullRequest(feed: before.feed, cursor: before.cursor)).items
        #expect(changes.map(\.removed) == [false])
        #expect(try changes.map { try RosterValue(serialized: $0.value).number } == ["99"])
        try refused(.notFound, field: "number") { try change("N05", to: "98") }
        try refused(.alreadyExists, field: "new_number") { try change("99", to: "N06") }
        try refused(.invalid, field: "new_number") { try change("99") }
        #expect(try roster()["99"] == "韩梅")
        #expect(try world.entries(.projectsChangeRosterEntry) >= 1)
    }

    @Test("ACC-9a the name of somebody who logs in, or whom another base or a unit has, is not changed by hand")
    func notRenamed() throws {
        try refused(.wrongState, field: "new_name") { try change("N01", name: "张四") }
        _ = try world.client("stranger").upload(World.roster(4..<5), to: world.made.otherOffering)
        try refused(.wrongState, field: "new_name") { try change("N05", name: "韩梅") }
        let person = try world.person("N06")
        try world.server.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO membership (unit, person, id, state, by_person, changed_ms) VALUES (?1, ?2, 1, 1, 0, 0)
                """, world.made.otherBase, person)
        }
        try refused(.wrongState, field: "new_name") { try change("N06", name: "王大明") }
        #expect(try roster()["N01"] == "张三")
        #expect(try roster()["N05"] == "韩梅梅")
        let admin = try world.client("admin")
        let _: ChangeRosterEntryReply = try admin.call(
            .projectsChangeRosterEntry,
            ChangeRosterEntryRequest(offering: world.offering, number: "N05", newName: "韩梅"))
        #expect(try roster()["N05"] == "韩梅")
    }

    @Test("PRJ-8b two numbers are swapped by hand, and a scan made by number is of whoever has it now")
    func swapped() throws {
        let door = try Door(in: world)
        try door.seal(
            Fact(kind: .checkIn, subject: .raw(Array("N07".utf8)), offering: world.offering, method: .number))
        try door.sync()
        #expect(try scans().map(\.person) == [try world.person("N07")])
        let reply: SwapRosterNumbersReply = try keeper.call(
            .projectsSwapRosterNumbers,
            SwapRosterNumbersRequest(offering: world.offering, number: "N07", otherNumber: "N08"))
        #expect(reply.entries.map(\.number) == ["N08", "N07"] && reply.entries.map(\.name) == ["赵一", "钱二"])
        let now = try roster()
        #expect(now["N07"] == "钱二" && now["N08"] == "赵一")
        #expect(try scans().map(\.person) == [try world.person("N08")])
        try refused(.invalid, field: "other_number") {
            try keeper.call(
                .projectsSwapRosterNumbers,
                SwapRosterNumbersRequest(offering: world.offering, number: "N07", otherNumber: "n07"),
                reply: SwapRosterNumbersReply.self)
        }
    }

    @Test(
        "PRJ-8b who is taken off a roster is gone from terminals and is told; the scans stay, flagged, until they are back"
    )
    func removed() throws {
        let door = try Door(in: world)
        let person = try world.person("N02")
        try door.scan(person, offering: world.offering)
        try door.sync()
        #expect(try scans().map(\.state) == [.counted])
        let before = try door.pull().checkpoint
        try refused(.invalid, field: "reason") { try remove("N02", reason: " ") }
        try refused(.notFound, field: "numbers") { try remove("N02", "N99") }
        #expect(try roster().count == 12)
        #expect(try remove("N02", "N12").map(\.number) == ["N02", "N12"])
        #expect(try roster().count == 10)
        let flagged = try scans()
        #expect(flagged.map(\.state) == [.flagged] && flagged.map(\.code) == [.notOnRoster])
        #expect(flagged.map(\.number) == ["N02"] && flagged.map(\.name) == [World.names[1]])
        let changes = try door.pull(PullRequest(feed: before.feed, cursor: before.cursor)).items
        #expect(changes.map(\.removed) == [true, true])
        let me = try world.client("N02")
        me.locale = "zh"
        let device = [UInt8](repeating: 7, count: 16)
        let told: ClaimMessagesReply = try me.call(
            .noticesClaimMessages, ClaimMessagesRequest(device: device, limit: 10))
        #expect(told.messages.map(\.text) == ["您已被移出期次名单：第一期，报名取消"])
        #expect(try keeper.upload(World.roster(1..<2), to: world.offering).added == 1)
        #expect(try scans().map(\.state) == [.counted])
    }

    @Test("PRJ-8b the lists tell name and number of who was taken off the roster, and of who was never on it neither")
    func formerNames() throws {
        let door = try Door(in: world)
        try door.scan(
            try world.person("N02"), try #require(world.made.persons["stranger"]), offering: world.offering)
        try door.sync()
        _ = try change("N02", to: "K2")
        try remove("K2")
        #expect(try scans().map(\.number) == ["K2", ""] && scans().map(\.name) == [World.names[1], ""])
        #expect(try world.work().compactMap(\.scan).map(\.name) == [World.names[1], ""])
    }

    @Test("PRJ-8b nobody with credit for the offering is taken off its roster before that is reversed")
    func credited() throws {
        let award = try world.awardOne()
        try refused(.wrongState, field: "numbers") { try remove("N02", "N01") }
        #expect(try roster().count == 12)
        let _: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: award, reason: "误发"))
        #expect(try remove("N02", "N01").count == 2)
    }

    // By file

    /// A file of the world's people under these numbers.
    private func file(_ numbers: [Int: String], order: [Int]? = nil) -> [UInt8] {
        let rows = (order ?? numbers.keys.sorted()).map { row in
            "\(numbers[row] ?? ""),\(World.names[row]),\(World.phones[row])"
        }
        return Array((["编号,姓名,手机号"] + rows).joined(separator: "\n").utf8)
    }

    @Test("PRJ-8b two people's numbers are swapped by one file, as a dry run says", arguments: [false, true])
    func swappedByFile(allOrNothing: Bool) throws {
        let swap = file([8: "N10", 9: "N09"])
        let dry = try keeper.upload(swap, to: world.offering, dryRun: true)
        #expect((dry.changed, dry.badCount) == (2, 0), "\(dry.bad)")
        #expect(try roster()["N09"] == "孙三")
        let wet = try keeper.upload(swap, to: world.offering, allOrNothing: allOrNothing)
        #expect((wet.changed, wet.badCount) == (2, 0), "\(wet.bad)")
        let now = try roster()
        #expect(now["N09"] == "周四" && now["N10"] == "孙三" && now.count == 12)
        #expect(try keeper.upload(swap, to: world.offering).unchanged == 2)
    }

    @Test("PRJ-8b a number is not taken from somebody whose own row is bad, or is not there")
    func notSwapped() throws {
        let bad = file([8: "N10", 9: "N09"])
        let misspelt = String(decoding: bad, as: UTF8.self).replacing("周四", with: "周五")
        let one = try keeper.upload(Array(misspelt.utf8), to: world.offering)
        #expect((one.changed, one.badCount) == (0, 2), "\(one.bad)")
        #expect(try keeper.upload(file([8: "N10"]), to: world.offering).badCount == 1)
        let now = try roster()
        #expect(now["N09"] == "孙三" && now["N10"] == "周四")
    }

    @Test("PRJ-8b somebody new gets a number whose holder's row below moves to a free one")
    func madeRoom() throws {
        let rows = "N10,新来,13911110000\nN88,周四,\(World.phones[9])\n"
        let reply = try keeper.upload(Array("编号,姓名,手机号\n\(rows)".utf8), to: world.offering)
        #expect((reply.added, reply.changed, reply.badCount) == (1, 1, 0), "\(reply.bad)")
        let now = try roster()
        #expect(now["N10"] == "新来" && now["N88"] == "周四" && now.count == 13)
    }

    @Test(
        "PRJ-8b whatever numbers a file gives to people of the roster, in whatever order, they have them",
        arguments: 1...40)
    func permuted(seed: UInt64) throws {
        var chance = SeededRandom(seed: seed)
        let people = (0..<12).filter { _ in chance.chance(80) }
        var numbers = people.map { World.numbers[$0] }.shuffled(using: &chance)
        for index in numbers.indices where chance.chance(20) { numbers[index] = "F\(index)" }
        let wanted = Dictionary(uniqueKeysWithValues: zip(people, numbers))
        let sheet = file(wanted, order: people.shuffled(using: &chance))
        let dry = try keeper.upload(sheet, to: world.offering, dryRun: true)
        let wet = try keeper.upload(sheet, to: world.offering, allOrNothing: chance.chance(50))
        #expect(wet.badCount == 0 && wet.added == 0, "seed \(seed): \(wet.bad)")
        #expect((dry.changed, dry.unchanged) == (wet.changed, wet.unchanged), "seed \(seed)")
        let found = try roster()
        #expect(found.count == 12, "seed \(seed)")
        for (row, number) in wanted { #expect(found[number] == World.names[row], "seed \(seed)") }
        let moved = wanted.filter { $0.value != World.numbers[$0.key] }.count
        #expect(wet.changed >= UInt32(moved), "seed \(seed)")
    }
}
