import Seeded
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Testing
import Wire

/// The refusals of a push, or of a log in it.
@Suite struct SyncRefusalTests {
    @Test("a gap, a bad signature and an undecodable batch stop their log and not the others of the stream")
    func stops() throws {
        let world = try World()
        let door = try Door.synced(world)
        let fourth = try door.scan(world.person("N04"), offering: world.offering)
        let fifth = try door.scan(world.person("N05"), offering: world.offering)
        #expect(try door.push([door.message(fifth), door.message(fourth)]).map(\.refused) == [.gap, .gap])
        var forged = fourth.signature
        forged[5] ^= 1
        #expect(
            try door.push([door.message(fourth, signature: forged), door.message(fourth)]).map(\.refused)
                == [.badSignature, .badSignature])
        let junk = PushBatch(handle: try door.open().handle, body: [9, 9, 9], signature: forged).serialized()
        #expect(try door.push([junk, door.message(fourth)]).map(\.refused) == [.badBatch, .badBatch])
        // An inner batch that was altered breaks the chain under the good signature at the end.
        var altered = fourth.body
        altered[altered.count - 1] ^= 1
        let run = [
            PushBatch(handle: try door.open().handle, body: altered).serialized(), door.message(fifth),
        ]
        #expect(try door.push(run).map(\.refused).allSatisfy { [.badSignature, .badBatch].contains($0) })
        // A run that nothing signs.
        #expect(try door.push([door.message(fourth, signature: [])]).map(\.refused) == [.badSignature])
        // A handle nobody gave, beside a log that goes on.
        let stranger = PushBatch(handle: 4_000_000, body: fourth.body, signature: fourth.signature).serialized()
        let acks = try door.push([stranger, door.message(fourth), door.message(fifth)])
        #expect(acks.map(\.refused) == [.notFound, nil, nil])
        #expect(acks.map(\.all) == [0, 4, 5])
        #expect(try world.batches() == 5)
    }

    @Test("another terminal's log cannot be pushed to: its handle names another log there, or none")
    func foreignHandle() throws {
        let world = try World()
        let door = try Door.synced(world)
        let fourth = door.message(try door.scan(world.person("N04"), offering: world.offering))
        let other = try Door(in: world, seed: 2)
        try other.open()
        #expect(try other.push([fourth]).map(\.refused) == [.gap])
        other.anonymously()
        try other.authenticate()
        #expect(try other.push([fourth]).map(\.refused) == [.notFound])
        #expect(try world.batches() == 3)
    }

    @Test("a message that is none ends the push, and only once, whatever comes behind it")
    func malformed() throws {
        let world = try World()
        let door = try Door.synced(world)
        let fourth = door.message(try door.scan(world.person("N04"), offering: world.offering))
        let stream = door.client.begin(.syncPush, PushRequest().serialized())
        door.client.settle()
        door.client.send([[0xFF, 0xFF], fourth, fourth], on: stream)
        door.client.settle()
        #expect(door.client.answer(stream)?.failure?.code == .badMessage)
        #expect(door.client.openStreams == 0)
    }

    @Test("the last item may come before the server has read the logs; a push cancelled is not answered")
    func early() throws {
        let world = try World()
        let door = try Door.synced(world)
        let fourth = door.message(try door.scan(world.person("N04"), offering: world.offering))
        let stream = door.client.begin(.syncPush, PushRequest().serialized())
        door.client.send([fourth], on: stream)
        door.client.settle()
        let answer = try #require(door.client.answer(stream))
        #expect(answer.isOver && answer.items.count == 1)
        #expect(answer.consumed == fourth.count)
        #expect(door.client.openStreams == 0)
        let second = door.client.begin(.syncPush, PushRequest().serialized())
        door.client.settle()
        door.client.cancel(second)
        door.client.send([fourth], on: second)
        door.client.settle()
        #expect(door.client.answer(second)?.items.isEmpty != false)
        #expect(door.client.openStreams == 0)
    }

    @Test("an empty item that does not end is a batch of nothing but defaults, and is answered")
    func emptyItem() throws {
        let world = try World()
        let door = try Door.synced(world)
        let stream = door.client.begin(.syncPush, PushRequest().serialized())
        door.client.settle()
        door.client.send([[], []], on: stream)
        door.client.settle()
        let answer = try #require(door.client.answer(stream))
        #expect(answer.isOver && answer.items.count == 1)
        #expect(try answer.items.map { try Ack(serialized: $0).refused } == [.notFound])
    }

    @Test("SYN-7 a terminal revoked in the middle of a push has nothing more taken")
    func revokedBetween() throws {
        let world = try World()
        let door = try Door.synced(world)
        let messages = try ["N04", "N05"].map {
            door.message(try door.scan(world.person($0), offering: world.offering))
        }
        let stream = door.client.begin(.syncPush, PushRequest().serialized())
        door.client.settle()
        door.client.send([messages[0]], on: stream, ended: false)
        door.client.settle()
        let _: RevokeTerminalReply = try world.client("keeper").call(
            .terminalsRevokeTerminal, RevokeTerminalRequest(terminal: door.terminal, reason: "被盗"))
        door.client.send([messages[1]], on: stream)
        door.client.settle()
        let acks = try #require(door.client.answer(stream)).items.map { try Ack(serialized: $0) }
        #expect(acks.map(\.refused) == [nil, .terminalRevoked])
        #expect(try world.batches() == 4)
    }

    @Test("hostile bodies under good signatures are refused or taken, and nothing traps", arguments: 1...12)
    func hostileBodies(seed: UInt64) throws {
        let world = try World()
        var chance = SeededRandom(seed: seed)
        let keeper = try world.client("keeper")
        let door = try Door(in: world)
        for _ in 0..<12 {
            let facts = (0..<5).map { row in
                Fact(
                    kind: FactKind(number: chance.next() % 7), subject: .person(1 + chance.next() % 40),
                    offsetMs: Int64(row) * 1000, offering: [world.offering, world.made.otherOffering][row % 2],
                    actor: chance.next() % 5, method: FactMethod(number: chance.next() % 6),
                    references: row == 0 ? [] : [FactReference(.replaces, 1 + chance.next() % 9)],
                    value: chance.next() % 20_000, assessment: chance.next() % 3, slot: chance.next() % 9)
            }
            var body = try Batch.encode(
                header: door.header,
                firstSequence: door.chain.head.sequence + 1, facts: facts)
            for _ in 0..<Int.random(in: 0...3, using: &chance) {
                body[Int.random(in: 3..<body.count, using: &chance)] ^= UInt8(1 << (chance.next() % 8))
            }
            try door.open()
            let before = (door.batches.count, door.chain.head)
            guard let batch = try? door.seal(body: body) else { continue }
            let ack = try #require(try door.push(batch).first)
            if ack.refused != nil { door.forget(downTo: before.0) }
            _ = try keeper.code(.attendanceListScans, ListScansRequest(offering: world.offering).serialized())
            _ = try keeper.code(.attendanceAnalyse, AnalyseRequest(offering: world.offering).serialized())
            _ = try keeper.code(.examsListScores, ListScoresRequest(offering: world.offering).serialized())
            _ = try keeper.code(.creditsListEligible, ListEligibleRequest(offering: world.offering).serialized())
        }
        #expect(world.server.logged.isEmpty, "\(world.server.logged)")
    }
}
