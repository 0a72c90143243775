import Seeded
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Testing
import Wire

/// Batches are acknowledged, stored once, and never overwritten.
@Suite struct SyncPushTests {
    @Test("SYN-3c a batch is acknowledged when it is durable, with a receipt only this server can make")
    func acknowledged() throws {
        let world = try World()
        let door = try Door(in: world)
        let batch = try door.scan(world.person("N01"), offering: world.offering)
        try door.open()
        let ack = try #require(try door.push(batch).first)
        #expect(ack.all == 1 && ack.refused == nil && ack.quarantined.isEmpty)
        #expect(ack.receiptTimeMs == UInt64(world.clock.now))
        let key = world.server.master.macKey(for: .receipt)
        #expect(
            ack.receiptToken
                == ReceiptToken.make(key: key, log: door.log, sequence: 1, timeMs: ack.receiptTimeMs))
        #expect(door.client.openStreams == 0)
    }

    @Test("SYN-3d batches that come again are acknowledged again and stored once, in any run of them")
    func repeated() throws {
        let world = try World()
        let door = try Door.synced(world)
        let all = door.batches.map { door.message($0) }
        for range in [0..<1, 1..<3, 0..<3, 2..<3] {
            let acks = try door.push(Array(all[range]))
            #expect(acks.map { $0.all == 0 ? $0.durable : $0.all } == range.map { UInt64($0 + 1) })
            #expect(acks.allSatisfy { $0.refused == nil })
        }
        // What is new behind what is known, in one stream and in one run without inner signatures.
        let fourth = try door.scan(world.person("N04"), offering: world.offering)
        let fifth = try door.scan(world.person("N05"), offering: world.offering)
        let run = [
            door.message(door.batches[2], signature: []), door.message(fourth, signature: []), door.message(fifth),
        ]
        #expect(try door.push(run).map(\.all) == [5])
        #expect(try world.batches() == 5)
    }

    @Test("SYN-3d two connections of one device that push the same batches at once are both acknowledged")
    func crossing() throws {
        let world = try World()
        let door = try Door(in: world)
        for number in ["N01", "N02", "N03"] { try door.scan(world.person(number), offering: world.offering) }
        try door.open()
        let first = door.client
        let messages = door.batches.map { door.message($0) }
        try door.reconnect()
        try door.open()
        let second = door.client
        // Both have read where the log stands before either has written.
        let streams = [first, second].map { $0.begin(.syncPush, PushRequest().serialized()) }
        for client in [first, second] { client.settle() }
        first.send(messages, on: streams[0])
        second.send([messages[0]], on: streams[1], ended: false)
        second.send(Array(messages[1...]), on: streams[1])
        for client in [first, second] { client.settle() }
        for (client, stream) in zip([first, second], streams) {
            let answer = try #require(client.answer(stream))
            let acks = try answer.items.map { try Ack(serialized: $0) }
            #expect(acks.map(\.all) == [1, 2, 3] && acks.allSatisfy { $0.refused == nil })
            #expect(answer.isOver)
        }
        #expect(try world.batches() == 3)
    }

    @Test("SYN-6 another batch at a place that is taken is a fork, also when both come at once; nothing is overwritten")
    func fork() throws {
        let world = try World()
        let door = try Door.synced(world)
        let stored = door.batches
        door.forget(downTo: 1)
        try door.scan(world.person("N09"), offering: world.offering)
        try door.open()
        #expect(try door.push(door.batches[1]).map(\.refused) == [.fork])
        // One that reaches from below the head to above it.
        door.forget(downTo: 1)
        try door.scan(
            world.person("N07"), world.person("N08"), world.person("N09"), offering: world.offering)
        #expect(try door.push(door.batches[1]).map(\.refused) == [.fork])
        // Two histories cross.
        let clone = try Door(in: world, seed: 3)
        try clone.open()
        let one = clone.client
        let left = clone.message(try clone.scan(world.person("N01"), offering: world.offering))
        clone.forget(downTo: 0)
        let right = try ["N02", "N03"].map {
            clone.message(try clone.scan(world.person($0), offering: world.offering))
        }
        try clone.reconnect()
        try clone.open()
        let two = clone.client
        let streams = [one, two].map { $0.begin(.syncPush, PushRequest().serialized()) }
        for client in [one, two] { client.settle() }
        one.send([left], on: streams[0])
        two.send(right, on: streams[1])
        for client in [one, two] { client.settle() }
        #expect(try Ack(serialized: try #require(one.answer(streams[0])?.items.first)).all == 1)
        // Neither the batch that meets the other's, nor the one behind it, which follows on nothing that is stored.
        let refusals = try #require(two.answer(streams[1])).items.map { try Ack(serialized: $0).refused }
        #expect(refusals == [.fork, .fork])
        let bodies = try world.server.read { snapshot in
            try snapshot.all("SELECT body FROM batch ORDER BY id") { $0.bytes(0) }
        }
        #expect(bodies.prefix(3).elementsEqual(stored.map(\.body)))
    }
}
