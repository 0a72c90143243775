import Application
import Causality
import Crypto
import Facts
import Messages
import Storage
import Testing

@testable import Service

/// Decisions about check-ins: each from the protocol to the attendance.
@Suite struct DecisionTests {
    /// A world with a check-in of N01 that is flagged, because its course is none of the offering's.
    private func flagged() throws -> (World, Door, Messages.Scan) {
        let world = try World()
        let door = try Door(in: world)
        try door.seal(
            Fact(
                kind: .checkIn, subject: .person(world.person("N01")), offering: world.offering, method: .pass,
                course: 77))
        try door.sync()
        let scan = try #require(try world.scans().scans.first)
        return (world, door, scan)
    }

    /// Why somebody gets no credit yet.
    private func obstacles(_ number: String, _ world: World) throws -> [String] {
        let reply: ListEligibleReply = try world.client("keeper").call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering))
        return try #require(reply.people.first { $0.number == number }).reasons
    }

    @Test(
        "ATT-9b a flagged check-in counts from when a person decides so, in attendance and for credit; undone, it waits again"
    )
    func counts() throws {
        let (world, _, scan) = try flagged()
        #expect(scan.state == .flagged && scan.code == .unknownCourse)
        #expect(try world.work().map(\.scan?.sequence) == [scan.sequence])
        let before = try obstacles("N01", world)
        #expect(try world.decide([scan], .counts).decided == 1)
        #expect(try world.scans().scans.map(\.state) == [.counted])
        #expect(try obstacles("N01", world).count == before.count - 1)
        #expect(try world.work().isEmpty)
        let item = try #require(try world.work(decided: true).first)
        #expect(item.decisions.map(\.ruling) == [.counts] && item.decisions[0].stands)
        #expect(item.decisions[0].reason == "当面核实" && item.decisions[0].actor == world.made.persons["keeper"])
        #expect(try world.decide([scan], .countOpen).decided == 1)
        #expect(try world.scans().scans.map(\.state) == [.flagged])
        #expect(try obstacles("N01", world) == before)
        #expect(try world.work().map(\.decisions.count) == [2])
    }

    @Test(
        "ATT-9b a check-in that is nobody's cannot be counted: it is refused with what to do, until its person is decided"
    )
    func countsNobodys() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.seal(
            Fact(kind: .checkIn, subject: .raw(Array("99".utf8)), offering: world.offering, method: .number))
        try door.sync()
        let scan = try #require(try world.scans().scans.first)
        let reply = try world.decide([scan], .counts)
        #expect(reply.outcomes.map(\.failure?.code) == [.notOnRoster] && reply.decided == 0)
        #expect(reply.outcomes[0].failure?.text.contains("decide whose check-in it is") == true)
        #expect(try world.work().map(\.decisions.count) == [0])
    }

    @Test("ATT-9b a counted check-in that a person discards no longer counts, and does again when that is taken back")
    func discarded() throws {
        let world = try World()
        let door = try Door.synced(world)
        _ = door
        let scan = try #require(try world.scans().scans.first)
        #expect(scan.state == .counted)
        try world.decide([scan], .doesNotCount)
        let list = try world.scans()
        #expect(list.scans.map(\.state) == [.discarded, .counted, .counted] && list.totals?.discarded == 1)
        try world.decide([scan], .counts)
        #expect(try world.scans().scans.map(\.state) == [.counted, .counted, .counted])
        let decisions = try world.shown(scan).decisions
        #expect(decisions.map(\.ruling) == [.doesNotCount, .counts] && decisions.map(\.stands) == [false, true])
    }

    @Test(
        "SYN-4 ATT-9c two that decide at the same time agree, or put the check-in back on the list; whoever has seen both decides"
    )
    func concurrent() throws {
        let (world, _, scan) = try flagged()
        try world.decide([scan], .counts, blind: true)
        try world.decide([scan], .counts, blind: true, as: "admin")
        #expect(try world.scans().scans.map(\.state) == [.counted])
        #expect(try world.shown(scan).decisions.map(\.stands) == [true, true])
        try world.decide([scan], .doesNotCount, blind: true, as: "admin")
        let item = try #require(try world.work().first)
        #expect(item.scan?.code == .decisionsDiffer && item.scan?.state == .flagged)
        #expect(item.decisions.map(\.stands) == [true, false, true])
        try world.decide([scan], .doesNotCount)
        #expect(try world.scans().scans.map(\.state) == [.discarded])
        #expect(try world.work().isEmpty)
        // Another's decision is replaced by whoever has seen it, and not only one's own.
        try world.decide([scan], .doesNotCount, as: "admin")
        try world.decide([scan], .counts)
        #expect(try world.scans().scans.map(\.state) == [.counted])
        #expect(try world.shown(scan).decisions.filter(\.stands).count == 1)
    }

    @Test("ATT-9b nobody decides about their own check-ins, nor does a stranger, and a reason is demanded")
    func refused() throws {
        let (world, _, scan) = try flagged()
        #expect(throws: Client.Refusal.self) { try world.decide([scan], .counts, as: "stranger") }
        #expect(throws: Client.Refusal.self) { try world.decide([scan], .counts, as: "N01") }
        let unseen = DecidedFact(log: scan.log, sequence: scan.sequence)
        for reason in ["", String(repeating: "长", count: 201)] {
            #expect(throws: Client.Refusal.self) {
                let _: DecideWorkReply = try world.client("keeper").call(
                    .worklistDecideWork, DecideWorkRequest(facts: [unseen], ruling: .counts, reason: reason))
            }
        }
        try world.server.database.write { transaction in
            try transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, ?3)", world.person("N01"),
                Role.baseAdmin.rawValue, world.made.base)
        }
        #expect(throws: Client.Refusal.self) { try world.decide([scan], .counts, as: "N01") }
        #expect(try world.scans().scans.map(\.state) == [.flagged])
        let forged = DecidedFact(log: scan.log, sequence: scan.sequence, context: [UInt8](repeating: 1, count: 24))
        let reply: DecideWorkReply = try world.client("keeper").call(
            .worklistDecideWork, DecideWorkRequest(facts: [forged, unseen], ruling: .counts, reason: "核实"))
        #expect(reply.outcomes.map(\.failure?.code) == [.staleContext, nil] && reply.decided == 1)
    }

    @Test("ATT-9b a decision that a terminal records decides nothing")
    func ofTerminal() throws {
        let (world, door, scan) = try flagged()
        try door.seal(
            Fact(
                kind: .decision, subject: .person(world.person("N01")), offering: world.offering, actor: 7,
                method: .staff, references: [FactReference(.saw, 1)], value: 1,
                extensions: DecisionContent(argument: 0, reason: "我说了算").bytes))
        #expect(try door.sync().last?.quarantined.map(\.code) == [.actorNotAssigned])
        #expect(try world.scans().scans.map(\.state) == [.flagged])
        #expect(try world.shown(scan).decisions.isEmpty)
    }

    @Test("ATT-9 a decision stands when later batches and a changed roster make the offering be judged afresh")
    func late() throws {
        let (world, door, scan) = try flagged()
        try world.decide([scan], .counts)
        try door.scan(world.person("N02"), offering: world.offering)
        try door.sync()
        #expect(try world.scans().scans.map(\.state) == [.counted, .counted])
        try world.server.database.write { try JournalStore.noteAttendanceChange(world.offering, $0) }
        #expect(try world.scans().scans.map(\.state) == [.counted, .counted])
    }
}
