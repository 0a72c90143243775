import Application
import Causality
import Facts
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// Decisions whose a check-in is and to which offering it belongs.
@Suite struct MovedScanTests {
    private func raw(_ code: String, _ offering: UInt64) -> Fact {
        Fact(kind: .checkIn, subject: .raw(Array(code.utf8)), offering: offering, method: .number)
    }

    /// A second offering of the same base on the same day, with the same people.
    private func second(_ world: World) throws -> UInt64 {
        let id = try World.open(at: world.made.base, world.made, world.client("admin"), day: TestServer.day)
        _ = try world.client("admin").upload(World.roster(), to: id)
        return id
    }

    private func dispositions(_ door: Door) throws -> [DispositionValue] {
        try door.pull().items.filter { $0.kind == .disposition }.map { try DispositionValue(serialized: $0.value) }
    }

    @Test(
        "ATT-9b a number that nobody has counts for the person it is decided to be, and the terminal is told of both turns"
    )
    func person() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.seal(raw("9999", world.offering))
        #expect(try door.sync()[0].quarantined.map(\.code) == [.unknownSubject])
        let scan = try #require(try world.work().first?.scan)
        let stranger = world.made.persons["stranger"] ?? 0
        let refused = try world.decide([scan], .isPerson, person: stranger)
        #expect(refused.outcomes.map(\.failure?.code) == [.notOnRoster] && refused.decided == 0)
        try world.decide([scan], .isPerson, person: world.person("N03"))
        let list = try world.scans()
        #expect(list.scans.map(\.state) == [.counted] && list.scans.map(\.number) == ["N03"])
        #expect(try door.push(door.batches[0]).first?.quarantined == [])
        #expect(try dispositions(door) == [DispositionValue(log: door.log.bytes, runs: [1, 1])])
        try world.decide([scan], .personOpen)
        #expect(try world.scans().scans.map(\.code) == [.notOnRoster])
        #expect(try door.push(door.batches[0]).first?.quarantined.map(\.code) == [.unknownSubject])
        #expect(
            try dispositions(door).last == DispositionValue(log: door.log.bytes, code: .unknownSubject, runs: [1, 1]))
    }

    @Test(
        "ATT-9b a check-in for the wrong class counts where it belongs, once those of both agree to it, and comes back when that is undone"
    )
    func offering() throws {
        let world = try World()
        let other = try second(world)
        let door = try Door(in: world)
        try door.scan(world.person("N01"), world.person("N02"), offering: world.offering)
        try door.scan(world.person("N03"), offering: other)
        try door.sync()
        let scans = try world.scans().scans
        #expect(throws: Client.Refusal.self) {
            try world.decide(scans, .belongsToOffering, offering: world.made.otherOffering)
        }
        #expect(try world.decide(scans, .belongsToOffering, offering: other).decided == 2)
        #expect(try world.scans().scans.map(\.state) == [.elsewhere, .elsewhere])
        let there = try world.scans(other)
        #expect(there.scans.map(\.state) == [.counted, .counted, .counted])
        #expect(there.scans.map(\.sequence) == [1, 2, 3] && there.totals?.people == 3)
        // What came later is judged beside it.
        try door.scan(world.person("N04"), offering: other)
        try door.sync()
        #expect(try world.scans(other).scans.map(\.state) == [.counted, .counted, .counted, .counted])
        try world.decide([scans[0]], .offeringOpen)
        #expect(try world.scans().scans.map(\.state) == [.counted, .elsewhere])
        #expect(try world.scans(other).scans.map(\.sequence) == [2, 3, 4])
    }

    @Test(
        "ATT-9b a check-in for an offering that there is not is decided by the base of its terminal, and its quarantine ends"
    )
    func unknownOffering() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.scan(world.person("N01"), offering: 999_999)
        #expect(try door.sync()[0].quarantined.map(\.code) == [.unknownOffering])
        let scan = Scan(log: door.log.bytes, sequence: 1)
        #expect(throws: Client.Refusal.self) {
            try world.decide([scan], .belongsToOffering, offering: world.offering, blind: true, as: "stranger")
        }
        try world.decide([scan], .belongsToOffering, offering: world.offering, blind: true)
        #expect(try world.scans().scans.map(\.state) == [.counted])
        #expect(try dispositions(door) == [DispositionValue(log: door.log.bytes, runs: [1, 1])])
        #expect(try door.push(door.batches[0]).first?.quarantined == [])
    }

    @Test("ATT-9b a void of a check-in holds where the check-in was decided to belong, whichever came first")
    func voided() throws {
        let world = try World()
        let other = try second(world)
        let door = try Door(in: world)
        try door.scan(world.person("N01"), world.person("N02"), offering: world.offering)
        func void(_ number: String, _ sequence: UInt64) throws {
            try door.seal(
                Fact(
                    kind: .void, subject: .person(world.person(number)), offering: world.offering, method: .staff,
                    references: [FactReference(.replaces, sequence)]))
            try door.sync()
        }
        try void("N01", 1)
        let scans = try world.scans().scans
        #expect(try world.decide(scans, .belongsToOffering, offering: other).decided == 2)
        #expect(try world.scans(other).scans.map(\.state) == [.voided, .counted])
        try void("N02", 2)
        #expect(try world.scans(other).scans.map(\.state) == [.voided, .voided])
    }

    @Test("ATT-9 whether it counts, whose it is and where it belongs are three answers, and none takes another away")
    func questions() throws {
        let world = try World()
        let other = try second(world)
        let door = try Door(in: world)
        try door.seal(raw("9999", world.offering))
        try door.sync()
        let scan = try #require(try world.scans().scans.first)
        try world.decide([scan], .isPerson, person: world.person("N05"))
        try world.decide([scan], .belongsToOffering, offering: other)
        try world.decide([scan], .doesNotCount)
        #expect(try world.scans(other).scans.map(\.state) == [.discarded])
        try world.decide([scan], .countOpen)
        let list = try world.scans(other)
        #expect(list.scans.map(\.state) == [.counted] && list.scans.map(\.number) == ["N05"])
        let standing = try world.shown(scan).decisions.filter(\.stands).map(\.ruling)
        #expect(standing == [.isPerson, .belongsToOffering, .countOpen])
    }

    @Test("SYN-8 a check-in whose time nothing bounds counts at the time that a person gives, within what is known")
    func time() throws {
        let world = try World()
        let door = try Door(in: world)
        // Recorded in a boot without any contact, on a clock that stands in the year 2000.
        door.wallOffMs = 946_684_800_000 - door.time
        try door.scan(world.person("N01"), offering: world.offering)
        door.reboot(at: door.time + 1000)
        door.time += 7_200_000
        door.wallOffMs = 0
        try door.sync()
        let scan = try #require(try world.scans().scans.first)
        #expect(scan.state == .flagged && scan.code == .timeUncertain)
        let refused = try world.decide([scan], .counts, at: TestServer.nine + 86_400_000)
        #expect(refused.outcomes.map(\.failure?.field) == ["counts_at_ms"])
        try world.decide([scan], .counts, at: TestServer.nine + 60_000)
        let decided = try #require(try world.scans().scans.first)
        #expect(decided.state == .counted && decided.atMs == TestServer.nine + 60_000 && decided.basis == .decided)
    }
}
