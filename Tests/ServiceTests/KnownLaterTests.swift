import Causality
import Facts
import Messages
import Storage
import Testing

@testable import Service

/// A fact is judged by the present tables, whichever came first.
@Suite struct KnownLaterTests {
    private func scans(_ world: World) throws -> ListScansReply {
        try world.client("keeper").call(.attendanceListScans, ListScansRequest(offering: world.offering))
    }

    private func enter(_ rows: [(number: String, name: String)], _ world: World) throws {
        let lines = rows.map { "\($0.number),\($0.name),,,," }
        let file = Array((["编号,姓名,手机号,身份证号,单位,职称"] + lines).joined(separator: "\r\n").utf8)
        let reply = try world.client("admin").upload(file, to: world.offering)
        guard reply.bad.isEmpty else { throw Missing(what: "the roster: \(reply.bad)") }
    }

    private func raw(_ code: String, _ world: World) -> Fact {
        Fact(kind: .checkIn, subject: .raw(Array(code.utf8)), offering: world.offering, method: .number)
    }

    @Test("SYN-9 a scanned number counts once it comes on the roster, in any form in which a card has it")
    func numberKnownLater() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.seal(raw("7777", world), raw("ａ88", world))
        #expect(try door.sync()[0].quarantined.map(\.code) == [.unknownSubject])
        #expect(try scans(world).scans.map(\.state) == [.flagged, .flagged])
        try enter([("7777", "冯十四"), ("A88", "陈十五")], world)
        let list = try scans(world)
        #expect(list.scans.map(\.state) == [.counted, .counted])
        #expect(list.scans.map(\.name) == ["冯十四", "陈十五"] && list.totals?.people == 2)
        // Told again it is no exception any more.
        #expect(try door.push(door.batches[0]).first?.all == 2)
    }

    @Test("SYN-3d a scanned number of somebody who is on the roster already counts at once")
    func numberKnownBefore() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.seal(raw("n03", world))
        #expect(try door.sync()[0].all == 1)
        let list = try scans(world)
        #expect(list.scans.map(\.state) == [.counted] && list.scans.map(\.number) == ["N03"])
    }

    @Test("SYN-3d a person who comes on the roster after the scan counts")
    func personKnownLater() throws {
        let world = try World()
        let door = try Door(in: world)
        try enter([("X1", "褚十六")], world)
        let person = try world.server.read {
            try $0.first("SELECT person FROM roster WHERE number = 'X1'") { $0.id(0) } ?? 0
        }
        try world.server.database.write { transaction in
            try transaction.execute("DELETE FROM roster WHERE person = ?1", person)
            try JournalStore.noteAttendanceChange(world.offering, transaction)
        }
        try door.scan(person, offering: world.offering)
        #expect(try door.sync()[0].all == 1)
        #expect(try scans(world).scans.map(\.code) == [.notOnRoster])
        try world.server.database.write { transaction in
            try transaction.execute(
                "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, 'X1')", world.offering, person,
                transaction.newID())
            try JournalStore.noteAttendanceChange(world.offering, transaction)
        }
        #expect(try scans(world).scans.map(\.state) == [.counted])
    }

    @Test("SYN-9 a mark counts once its examiner is assigned, and still does when the examiner has gone")
    func examinerKnownLater() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.score(world.person("N01"), 8800, by: 77, offering: world.offering, assigned: false)
        #expect(try door.sync()[0].quarantined.map(\.code) == [.actorNotAssigned])
        #expect(throws: Missing.self) { try world.score(of: "N01") }
        try door.assign(77, to: world.offering)
        #expect(try world.score(of: "N01").valueHundredths == 8800)
        // An examiner who has left: what was marked before stays, what comes after does not count.
        world.clock.advance(minutes: 1)
        try world.server.database.write { transaction in
            try transaction.execute("DELETE FROM role_grant WHERE person = 77")
            try transaction.execute(
                "INSERT INTO former_examiner (base, person, until_ms) VALUES (?1, 77, ?2)", world.made.base,
                world.clock.now)
        }
        world.clock.advance(minutes: 1)
        #expect(try world.score(of: "N01").valueHundredths == 8800)
        try door.score(world.person("N02"), 9000, by: 77, offering: world.offering, assigned: false)
        #expect(try door.sync()[0].quarantined.map(\.code) == [.actorNotAssigned])
    }

    @Test(
        "SYN-3d facts before their roster, their examiner and their offering, or after: the same attendance and marks")
    func anyOrder() throws {
        let steps: [(World, Door) throws -> Void] = [
            { world, door in
                try door.seal(
                    self.raw("Y2", world),
                    Fact(
                        kind: .score, subject: .raw(Array("y2".utf8)), offering: world.offering, actor: 78,
                        method: .staff, value: 7_500, assessment: 1))
                try door.sync()
            },
            { world, _ in try self.enter([("Y2", "卫十七")], world) },
            { world, door in try door.assign(78, to: world.offering) },
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let world = try World()
            let door = try Door(in: world)
            for step in order {
                try steps[step](world, door)
                // Asked in between, nothing stale is kept.
                _ = try scans(world)
            }
            let list = try scans(world)
            #expect(list.scans.map(\.state) == [.counted] && list.scans.map(\.name) == ["卫十七"], "\(order)")
            #expect(try world.score(of: "Y2").valueHundredths == 7_500, "\(order)")
        }
    }

    @Test("SYN-9 a batch of a later form is told as such, and what follows it is applied")
    func future() throws {
        let world = try World()
        let door = try Door(in: world)
        var header = door.header
        header.schema = 99
        try door.scan(world.person("N01"), offering: world.offering)
        try door.seal(raw("N02", world), raw("N03", world), header: header)
        try door.scan(world.person("N04"), offering: world.offering)
        let acks = try door.sync()
        #expect(acks.map { $0.all == 0 ? $0.applied : $0.all } == [1, 3, 4])
        #expect(acks[1].quarantined.map(\.code) == [.unknownKind])
        #expect(acks[1].quarantined.map(\.sequence) == [2] && acks[1].quarantined.map(\.last) == [3])
        #expect(try door.open().applied == 4)
    }

    @Test("SYN-10 a batch that the server has learnt to read since counts from then on")
    func learntSince() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        // As an earlier server left it, which could not read it.
        try world.server.database.write { transaction in
            try transaction.execute("DELETE FROM batch_offering")
            try transaction.execute("INSERT INTO deferred_batch (batch) SELECT id FROM batch")
        }
        #expect(try scans(world).scans.isEmpty)
        try world.server.expire()
        #expect(try scans(world).scans.map(\.state) == [.counted])
        #expect(try world.server.count("SELECT COUNT(*) FROM deferred_batch") == 0)
    }
}
