import Seeded
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Testing
import Wire

@Suite struct SyncTests {
    /// A door with three batches, all on the server.
    private func synced(_ world: World) throws -> Door {
        let door = try Door(in: world)
        for number in ["N01", "N02", "N03"] { try door.scan(world.person(number), offering: world.offering) }
        try door.sync()
        return door
    }

    private func batches(_ world: World) throws -> Int {
        try world.server.count("SELECT COUNT(*) FROM batch")
    }

    // Opening

    @Test("SYN-3a opening tells for every log where the server stands: ok, behind, amnesia, fork")
    func verdicts() throws {
        let world = try World()
        let door = try Door(in: world)
        var state = try door.open()
        #expect(state.verdict == .ok && state.durable == 0)
        let first = try door.scan(world.person("N01"), offering: world.offering)
        state = try door.open()
        #expect(state.verdict == .behind && state.durable == 0)
        try door.push(first)
        state = try door.open()
        #expect(state.verdict == .ok && state.durable == 1 && state.applied == 1)
        #expect(state.headHash == first.hash.bytes)
        // Restored from a backup: it claims less than the server has.
        #expect(try door.open(door.claim(LogHead(sequence: 0, hash: first.hash))).verdict == .amnesia)
        // A copy went on by itself: another history at the same place, below it, and in the middle of a batch.
        try door.scan(world.person("N02"), world.person("N03"), offering: world.offering)
        try door.sync()
        let strange = try #require(BatchHash([UInt8](repeating: 7, count: 32)))
        for sequence in UInt64(1)...3 {
            #expect(try door.open(door.claim(LogHead(sequence: sequence, hash: strange))).verdict == .fork)
        }
        #expect(try door.open(door.claim(first.head)).verdict == .amnesia)
    }

    @Test("SYN-6 a device that has gone on in a new epoch has two logs, and the first one keeps what it has")
    func epochs() throws {
        let world = try World()
        let door = try synced(world)
        let old = door.claim()
        door.newEpoch(2)
        try door.scan(world.person("N04"), offering: world.offering)
        let reply: OpenReply = try door.client.call(
            .syncOpen, OpenRequest(logs: [old, door.claim()]))
        #expect(reply.logs.map(\.verdict) == [.ok, .behind])
        #expect(Set(reply.logs.map(\.handle)).count == 2)
        try door.sync()
        #expect(try world.server.count("SELECT COUNT(*) FROM log WHERE terminal <> 0") == 2)
    }

    @Test("SYN-3a a log that the device has ended is sealed: nothing more is taken, and it is told so")
    func sealed() throws {
        let world = try World()
        let door = try synced(world)
        var claim = door.claim()
        let seal = LogSeal(log: door.log, final: door.chain.head, reason: .rotated)
        claim.seal = seal.bytes
        claim.sealSignature = [UInt8](repeating: 1, count: 64)
        try refused(.badSignature) { try door.open(claim) }
        #expect(try door.open().verdict == .ok)
        claim.sealSignature = seal.sign(with: door.key, site: door.site)
        #expect(try door.open(claim).verdict == .sealed)
        #expect(try door.open().verdict == .sealed)
        let more = try door.scan(world.person("N04"), offering: world.offering)
        let stored = try batches(world)
        #expect(try door.push(more).map(\.refused) == [.logSealed])
        #expect(try door.open().verdict == .fork)
        #expect(try batches(world) == stored)
    }

    @Test("an opening of another device, a forged one, a malformed one and too many are refused")
    func badOpenings() throws {
        let world = try World()
        let door = try Door(in: world, seed: 1)
        let other = try Door(in: world, seed: 2)
        try refused(.notAllowed) { try door.open(other.claim()) }
        var claim = door.claim()
        claim.openingSignature = other.claim().openingSignature
        try refused(.badSignature, field: "logs 1") { try door.open(claim) }
        claim = door.claim()
        claim.headHash = []
        try refused(.invalid, field: "logs 1") { try door.open(claim) }
        for opening in [[], [2], door.claim().opening + [0], Array(door.claim().opening.dropLast())] {
            claim = door.claim()
            claim.opening = opening
            try refused(.badMessage) { try door.open(claim) }
        }
        try refused(.tooLarge, field: "logs") {
            try door.client.call(
                .syncOpen, OpenRequest(logs: Array(repeating: door.claim(), count: 65)), reply: OpenReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM log WHERE terminal <> 0") == 0)
    }

    // Pushing

    @Test("SYN-3c a batch is acknowledged when it is durable, with a receipt only this server can make")
    func acknowledged() throws {
        let world = try World()
        let door = try Door(in: world)
        let batch = try door.scan(world.person("N01"), offering: world.offering)
        try door.open()
        let ack = try #require(try door.push(batch).first)
        #expect(ack.all == 1 && ack.refused == .unspecified && ack.exceptions.isEmpty)
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
        let door = try synced(world)
        let all = door.batches.map { door.message($0) }
        for range in [0..<1, 1..<3, 0..<3, 2..<3] {
            let acks = try door.push(Array(all[range]))
            #expect(acks.map { $0.all == 0 ? $0.durable : $0.all } == range.map { UInt64($0 + 1) })
            #expect(acks.allSatisfy { $0.refused == .unspecified })
        }
        // What is new behind what is known, in one stream and in one run without inner signatures.
        let fourth = try door.scan(world.person("N04"), offering: world.offering)
        let fifth = try door.scan(world.person("N05"), offering: world.offering)
        let run = [
            door.message(door.batches[2], signature: []), door.message(fourth, signature: []), door.message(fifth),
        ]
        #expect(try door.push(run).map(\.all) == [5])
        #expect(try batches(world) == 5)
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
            #expect(acks.map(\.all) == [1, 2, 3] && acks.allSatisfy { $0.refused == .unspecified })
            #expect(answer.isOver)
        }
        #expect(try batches(world) == 3)
    }

    @Test("SYN-6 another batch at a place that is taken is a fork, also when both come at once; nothing is overwritten")
    func fork() throws {
        let world = try World()
        let door = try synced(world)
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

    @Test("a gap, a bad signature and an undecodable batch stop their log and not the others of the stream")
    func stops() throws {
        let world = try World()
        let door = try synced(world)
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
        #expect(acks.map(\.refused) == [.notFound, .unspecified, .unspecified])
        #expect(acks.map(\.all) == [0, 4, 5])
        #expect(try batches(world) == 5)
    }

    @Test("another terminal's log cannot be pushed to, though its handle is known")
    func foreignHandle() throws {
        let world = try World()
        let door = try synced(world)
        let fourth = door.message(try door.scan(world.person("N04"), offering: world.offering))
        let other = try Door(in: world, seed: 2)
        try other.open()
        #expect(try other.push([fourth]).map(\.refused) == [.notFound])
    }

    @Test("a message that is none ends the push, and only once, whatever comes behind it")
    func malformed() throws {
        let world = try World()
        let door = try synced(world)
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
        let door = try synced(world)
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

    @Test("SYN-7 a terminal revoked in the middle of a push has nothing more taken")
    func revokedBetween() throws {
        let world = try World()
        let door = try synced(world)
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
        #expect(acks.map(\.refused) == [.unspecified, .terminalRevoked])
        #expect(try batches(world) == 4)
    }

    // What is taken and put aside

    @Test("SYN-9 facts of a foreign or unknown offering are kept and put aside with a reason; the rest counts")
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
            FactException(sequence: 1, code: .foreignOffering), FactException(sequence: 3, code: .unknownOffering),
        ]
        #expect(ack.exceptions == expected)
        #expect(ack.durable == 3 && ack.applied == 3 && ack.received == 3)
        // Told again when it comes again.
        #expect(try door.push(door.batches[0]).first?.exceptions == expected)
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
        #expect(ack.durable == 2 && ack.exceptions == [FactException(sequence: 1, code: .unknownKind)])
        let scans: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.sequence) == [2])
    }

    @Test("SYN-10 a batch of a later layout of columns is durable and waits; the count of what is applied stops there")
    func deferred() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        var header = BatchHeader(timebase: .boot(1, monotonicMs: 1000), wallMs: door.time)
        header.schema = 99
        try door.scan(person, offering: world.offering)
        try door.seal(
            Fact(kind: .checkIn, subject: .person(person), offering: world.offering, method: .pass), header: header)
        try door.scan(person, offering: world.offering)
        let acks = try door.sync()
        #expect(acks.map { $0.all == 0 ? $0.durable : $0.all } == [1, 2, 3])
        #expect(acks.dropFirst().map(\.applied) == [1, 1])
        #expect(try door.open().applied == 1)
        let scans: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.sequence) == [1, 3])
    }

    @Test("SYN-9 numbers beyond any id are put aside and harm no list that comes after")
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
                    header: BatchHeader(timebase: .boot(1, monotonicMs: 1000), wallMs: door.time),
                    firstSequence: door.chain.head.sequence + 1, facts: [fact])
            else { continue }
            try door.seal(body: body)
        }
        try door.scan(person, offering: world.offering)
        let acks = try door.sync()
        #expect(acks.dropLast().allSatisfy { $0.exceptions.map(\.code) == [.invalid] })
        let scans: ListScansReply = try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering))
        #expect(scans.scans.map(\.state) == [.counted])
    }

    @Test("decisions that only the server may record are put aside when a terminal brings them")
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
        #expect(acks.flatMap(\.exceptions).map(\.code) == [.actorNotAssigned, .actorNotAssigned])
        #expect(try world.score(of: "N01").valueHundredths == 5000)
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
                header: BatchHeader(timebase: .boot(1, monotonicMs: 1000), wallMs: door.time),
                firstSequence: door.chain.head.sequence + 1, facts: facts)
            for _ in 0..<Int.random(in: 0...3, using: &chance) {
                body[Int.random(in: 3..<body.count, using: &chance)] ^= UInt8(1 << (chance.next() % 8))
            }
            try door.open()
            let before = (door.batches.count, door.chain.head)
            guard let batch = try? door.seal(body: body) else { continue }
            let ack = try #require(try door.push(batch).first)
            if ack.refused != .unspecified { door.forget(downTo: before.0) }
            _ = try keeper.code(.attendanceListScans, ListScansRequest(offering: world.offering).serialized())
            _ = try keeper.code(.attendanceAnalyse, AnalyseRequest(offering: world.offering).serialized())
            _ = try keeper.code(.examsListScores, ListScoresRequest(offering: world.offering).serialized())
            _ = try keeper.code(.creditsListEligible, ListEligibleRequest(offering: world.offering).serialized())
        }
        #expect(world.server.logged.isEmpty, "\(world.server.logged)")
    }
}
