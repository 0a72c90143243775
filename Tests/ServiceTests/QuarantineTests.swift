import Seeded
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Testing
import Wire

/// Batches that are durable and not applied yet.
@Suite struct QuarantineTests {
    @Test("SYN-9 facts of a foreign or unknown offering are kept and quarantined with a reason; the rest counts")
    func foreignOffering() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        func checkIn(_ offering: UInt64) -> Fact {
            Fact(kind: .checkIn, subject: .person(person), offering: offering, method: .pass)
        }
        try door.seal(checkIn(world.made.otherOffering), checkIn(world.offering), checkIn(424_242))
        let ack = try #require(try door.sync().first)
        let expected = [
            QuarantinedFact(sequence: 1, code: .foreignOffering), QuarantinedFact(sequence: 3, code: .unknownOffering),
        ]
        #expect(ack.quarantined == expected)
        #expect(ack.durable == 3 && ack.applied == 3 && ack.received == 3)
        // Told again when it comes again.
        #expect(try door.push(door.batches[0]).first?.quarantined == expected)
        let keeper = try world.client("keeper")
        let own: ListScansReply = try keeper.call(.attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(own.scans.map(\.sequence) == [2])
        let foreign: ListScansReply = try world.client("stranger").call(
            .attendanceListScans, ListScansRequest(offering: world.made.otherOffering))
        #expect(foreign.scans.isEmpty)
    }

    @Test("SYN-9 a fact of a kind this server does not know is durable, not applied, and does not block what follows")
    func unknownKind() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.seal(
            Fact(kind: .unknown(77), subject: .person(person), offering: world.offering, method: .pass),
            Fact(kind: .checkIn, subject: .person(person), offering: world.offering, method: .pass))
        let ack = try #require(try door.sync().first)
        #expect(ack.durable == 2 && ack.quarantined == [QuarantinedFact(sequence: 1, code: .unknownKind)])
        let scans: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.sequence) == [2])
    }

    @Test("SYN-9 numbers beyond any id are quarantined and harm no list that comes after")
    func outOfRange() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        var facts: [Fact] = []
        for number in [UInt64(1) << 53, 1 << 63, .max] {
            var fact = Fact(kind: .checkIn, subject: .person(person), offering: world.offering, method: .venueCode)
            fact.slot = number
            facts.append(fact)
            fact.slot = 0
            fact.course = number
            facts.append(fact)
            fact.course = 0
            fact.actor = number
            facts.append(fact)
        }
        for fact in facts {
            guard
                let body = try? Batch.encode(
                    header: door.header,
                    firstSequence: door.chain.head.sequence + 1, facts: [fact])
            else { continue }
            try door.seal(body: body)
        }
        try door.scan(person, offering: world.offering)
        let acks = try door.sync()
        #expect(acks.dropLast().allSatisfy { $0.quarantined.map(\.code) == [.invalid] })
        let scans: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.state) == [.counted])
    }

    @Test("decisions that only the server may record are quarantined when a terminal brings them")
    func terminalsDecideNothing() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.score(person, 5000, by: 7, offering: world.offering)
        for kind in [FactKind.correction, .adjudication] {
            try door.seal(
                Fact(
                    kind: kind, subject: .person(person), offering: world.offering, actor: 7, method: .staff,
                    references: [FactReference(.replaces, 1)], value: 9900, assessment: 1))
        }
        let acks = try door.sync()
        #expect(acks.flatMap(\.quarantined).map(\.code) == [.actorNotAssigned, .actorNotAssigned])
        #expect(try world.score(of: "N01").valueHundredths == 5000)
    }
}
