import Causality
import Facts
import Messages
import Testing

@Suite struct QuarantinedMarkTests {
    private func listed(_ world: World, as name: String = "adjudicator", limit: UInt32 = 0) throws -> [QuarantinedMark]
    {
        var marks: [QuarantinedMark] = []
        var cursor: [UInt8] = []
        repeat {
            let reply: ListQuarantinedMarksReply = try world.client(name).call(
                .examsListQuarantinedMarks,
                ListQuarantinedMarksRequest(offering: world.offering, cursor: cursor, limit: limit))
            marks += reply.marks
            cursor = reply.next
        } while !cursor.isEmpty
        return marks
    }

    private func admit(_ world: World, _ mark: QuarantinedMark, as name: String = "adjudicator") throws {
        let _: AdmitMarkReply = try world.client(name).call(
            .examsAdmitMark,
            AdmitMarkRequest(offering: world.offering, log: mark.log, sequence: mark.sequence, reason: "当日代班"))
    }

    @Test(
        "SYN-9 a mark of somebody who is no examiner of the base is kept and quarantined, and the official one counts")
    func quarantined() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.score(person, 7000, by: 9_021, offering: world.offering)
        try door.score(person, 9900, by: 0, offering: world.offering, assigned: false)
        try door.score(person, 9900, by: world.person("N02"), offering: world.offering, assigned: false)
        try door.score(person, 9900, by: world.made.persons["stranger"] ?? 0, offering: world.offering, assigned: false)
        // An administrator of the base may mark.
        try door.score(
            world.person("N03"), 6500, by: world.made.persons["keeper"] ?? 0, offering: world.offering, assigned: false)
        let acks = try door.sync()
        #expect(
            acks.map { $0.quarantined.map(\.code) } == [
                [], [.actorNotAssigned], [.actorNotAssigned], [.actorNotAssigned], [],
            ])
        #expect(acks.allSatisfy { ($0.all == 0 ? $0.durable : $0.all) > 0 })
        let score = try world.score(of: "N01")
        #expect(score.state == .value && score.valueHundredths == 7000)
        #expect(try world.score(of: "N03").valueHundredths == 6500)
        let marks = try listed(world, limit: 1)
        #expect(marks.map(\.sequence) == [2, 3, 4] && marks.allSatisfy { $0.number == "N01" })
        try #require(marks.count == 3)
        #expect(marks.map(\.actor) == [0, try world.person("N02"), world.made.persons["stranger"]])
        #expect(marks[1].actorName == "欧阳娜娜" && marks[1].valueHundredths == 9900 && marks[1].terminalName == "东门")
        #expect(marks[1].atMs == TestServer.nine && marks[1].code == .actorNotAssigned)
        #expect(try listed(world, as: "keeper") == marks)
    }

    @Test("SYN-9 a void of a mark needs an examiner of the base too; one of a scan does not")
    func voids() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.score(person, 7000, by: 9_021, offering: world.offering)
        try door.scan(person, offering: world.offering)
        for (sequence, assessment) in [(UInt64(1), UInt64(1)), (2, 0)] {
            try door.seal(
                Fact(
                    kind: .void, subject: .person(person), offering: world.offering, actor: 77, method: .staff,
                    references: [FactReference(.replaces, sequence)], assessment: assessment))
        }
        #expect(try door.sync().map { $0.quarantined.map(\.code) } == [[], [], [.actorNotAssigned], []])
        #expect(try world.score(of: "N01").valueHundredths == 7000)
        #expect(try listed(world).isEmpty)
    }

    @Test("SYN-9 a mark that was quarantined counts once somebody with authority admits it, and only once")
    func admitted() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.score(world.person("N01"), 8800, by: 77, offering: world.offering, assigned: false)
        try door.sync()
        let mark = try #require(try listed(world).first)
        #expect(throws: Client.Refusal.self) { try admit(world, mark, as: "keeper") }
        #expect(throws: Client.Refusal.self) { try admit(world, mark, as: "stranger") }
        var other = mark
        other.sequence = 9
        #expect(throws: Client.Refusal.self) { try admit(world, other) }
        try admit(world, mark)
        #expect(try world.score(of: "N01").valueHundredths == 8800)
        #expect(try listed(world).isEmpty)
        #expect(throws: Client.Refusal.self) { try admit(world, mark) }
        // Told again, it is no exception any more.
        #expect(try door.push(door.batches[0]).first?.quarantined == [])
    }

    @Test("SYN-9 what only the server may record is not admitted, and is no mark that was quarantined")
    func decisionsStayOut() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.score(world.person("N01"), 5000, by: 7, offering: world.offering)
        try door.seal(
            Fact(
                kind: .adjudication, subject: .person(world.person("N01")), offering: world.offering, actor: 7,
                method: .staff, references: [FactReference(.replaces, 1)], value: 9900, assessment: 1))
        try door.sync()
        #expect(try listed(world).isEmpty)
        let forged = QuarantinedMark(log: door.log.bytes, sequence: 2)
        #expect(throws: Client.Refusal.self) { try admit(world, forged) }
        #expect(try world.score(of: "N01").valueHundredths == 5000)
    }
}
