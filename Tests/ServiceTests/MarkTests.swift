import Causality
import Facts
import Messages
import Testing

/// The marks that count.
@Suite struct MarkTests {
    private func mark(
        _ world: World, _ subject: Subject, value: UInt64 = 7000, assessment: UInt64 = 1, course: UInt64 = 0,
        method: FactMethod = .staff
    ) -> Fact {
        Fact(
            kind: .score, subject: subject, offering: world.offering, actor: 21, method: method, value: value,
            assessment: assessment, course: course)
    }

    @Test(
        "SYN-9 a mark beyond the range, or of an assessment, a course, a method or a person that is not, does not count"
    )
    func quarantined() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = Subject.person(try world.person("N01"))
        try door.assign(21, to: world.offering)
        let cases: [(Fact, ErrorCode)] = [
            (mark(world, person, value: 10_001), .invalid), (mark(world, person, value: 1 << 40), .invalid),
            (mark(world, person, assessment: 99), .invalid), (mark(world, person, assessment: 0), .invalid),
            (mark(world, person, course: 4242), .unknownCourse),
            (mark(world, person, method: .unknown(99)), .unknownKind),
            (mark(world, .person(987_654_321)), .unknownSubject), (mark(world, .raw([55, 55])), .unknownSubject),
            (mark(world, .person(try #require(world.made.persons["stranger"]))), .unknownSubject),
        ]
        for (fact, _) in cases { try door.seal(fact) }
        let acks = try door.sync()
        #expect(acks.map { $0.quarantined.map(\.code) } == cases.map { [$0.1] })
        let list: ListScoresReply = try world.client("keeper").call(
            .examsListScores, ListScoresRequest(offering: world.offering))
        #expect(list.scores.isEmpty && list.passed == 0 && list.failed == 0)
        try door.seal(mark(world, person, value: 10_000, course: world.made.courses[0]))
        #expect(try door.sync()[0].all == 10)
        #expect(try world.score(of: "N01").valueHundredths == 10_000)
    }

    @Test("SYN-9 a mark of somebody who comes on the roster later counts from then on")
    func rosterLater() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.assign(21, to: world.offering)
        try door.seal(mark(world, .raw(Array("Z1".utf8))))
        #expect(try door.sync()[0].quarantined.map(\.code) == [.unknownSubject])
        let file = Array("编号,姓名,手机号,身份证号,单位,职称\r\nZ1,蒋十八,,,,\r\n".utf8)
        #expect(try world.client("admin").upload(file, to: world.offering).added == 1)
        #expect(try world.score(of: "Z1").valueHundredths == 7000)
    }

    @Test("SYN-4 SKL-3 an examiner's later mark in the same log replaces the earlier one, named or not")
    func ownLaterMark() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.score(person, 7000, by: 21, offering: world.offering)
        try door.score(person, 7100, by: 21, offering: world.offering)
        try door.sync()
        let score = try world.score(of: "N01")
        #expect(score.state == .value && score.valueHundredths == 7100 && score.siblings.count == 1)
        // Another's beside it is a conflict, and so is the same examiner's on another device.
        let other = try Door(in: world, seed: 2)
        try other.score(person, 6000, by: 21, offering: world.offering)
        try other.sync()
        #expect(try world.score(of: "N01").state == .conflict)
    }

    @Test("ATT-4 a scan for a course that the offering does not have is told and flagged, not counted")
    func foreignCourse() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = Subject.person(try world.person("N01"))
        for course in [4242, world.made.courses[1]] {
            try door.seal(
                Fact(kind: .checkIn, subject: person, offering: world.offering, method: .pass, course: course))
        }
        #expect(try door.sync().map { $0.quarantined.map(\.code) } == [[.unknownCourse], []])
        let list: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(list.scans.map(\.state) == [.flagged, .counted])
        #expect(list.scans.map(\.code) == [.unknownCourse, nil])
    }
}
