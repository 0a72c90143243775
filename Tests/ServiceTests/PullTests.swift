import Crypto
import Journal
import Messages
import Testing
import Wire

@Suite struct PullTests {
    /// The contents of a terminal after these items: by kind and id, the position.
    private struct Replica {
        var entities: [FeedCursor.Entity: UInt64] = [:]
        var values: [FeedCursor.Entity: [UInt8]] = [:]

        mutating func take(_ items: [ScopeItem]) {
            for item in items {
                let entity = FeedCursor.Entity(kind: UInt64(item.kind?.rawValue ?? 0), id: item.id)
                entities[entity] = item.removed ? nil : item.position
                values[entity] = item.removed ? nil : item.value
            }
        }

        var digest: ScopeDigest {
            var digest = ScopeDigest()
            for (entity, position) in entities { digest.add(entity, position: position) }
            return digest
        }

        func agrees(with checkpoint: Checkpoint) -> Bool {
            digest.count == checkpoint.count && digest.bytes == checkpoint.digest
        }
    }

    @Test("SYN-1b a terminal gets what its base needs and nothing else: a snapshot, then changes, counted and summed")
    func snapshotAndDeltas() throws {
        let world = try World()
        let door = try Door(in: world)
        var replica = Replica()
        let (snapshot, checkpoint) = try door.pull()
        replica.take(snapshot)
        #expect(checkpoint.snapshot)
        #expect(snapshot.count == 17 && replica.agrees(with: checkpoint))
        let offerings = snapshot.filter { $0.kind == .offering }
        #expect(offerings.map(\.id) == [world.offering])
        let value = try OfferingValue(serialized: offerings[0].value)
        #expect(value.title == "第一期" && value.days.map(\.windowMinutes) == [[480, 720]])
        #expect(value.courses.map(\.name) == ["理论", "操作"])
        // Nothing new: the checkpoint alone.
        let idle = try door.pull(PullRequest(feed: checkpoint.feed, cursor: checkpoint.cursor))
        #expect(idle.items.isEmpty && !idle.checkpoint.snapshot && idle.checkpoint.cursor == checkpoint.cursor)
        // One more on the roster, one number changed.
        let more = String(decoding: World.roster(), as: UTF8.self) + "N13,新来的,13800000013,,,\r\n"
        _ = try world.client("keeper").upload(
            Array(more.split(separator: "N12,").joined(separator: "N21,").utf8), to: world.offering)
        let delta = try door.pull(PullRequest(feed: checkpoint.feed, cursor: checkpoint.cursor))
        #expect(delta.items.count == 2 && !delta.checkpoint.snapshot)
        replica.take(delta.items)
        #expect(replica.agrees(with: delta.checkpoint))
        // Who begins afresh comes to the same.
        var fresh = Replica()
        fresh.take(try door.pull().items)
        #expect(fresh.entities == replica.entities && fresh.values == replica.values)
    }

    @Test("SYN-1b another feed's cursor, and none, get a snapshot; a malformed cursor is refused")
    func otherFeed() throws {
        let world = try World()
        let door = try Door(in: world)
        let checkpoint = try door.pull().checkpoint
        let other = try door.pull(
            PullRequest(feed: [UInt8](repeating: 1, count: 16), cursor: checkpoint.cursor))
        #expect(other.checkpoint.snapshot && other.items.count == 17)
        try refused(.badMessage) { try door.pull(PullRequest(feed: checkpoint.feed, cursor: [9])) }
        let beyond = FeedCursor(position: 1 << 40).bytes
        let ahead = try door.pull(PullRequest(feed: checkpoint.feed, cursor: beyond))
        #expect(ahead.items.isEmpty && ahead.checkpoint.cursor == checkpoint.cursor)
    }

    @Test("SYN-1c what leaves the scope leaves a tombstone, in a delta and in a snapshot")
    func tombstone() throws {
        let world = try World()
        let door = try Door(in: world)
        var replica = Replica()
        let (items, checkpoint) = try door.pull()
        replica.take(items)
        let entry = try #require(items.first { $0.kind == .rosterEntry })
        try world.server.withdraw(.rosterEntry, entry.id, base: world.made.base)
        let delta = try door.pull(PullRequest(feed: checkpoint.feed, cursor: checkpoint.cursor))
        #expect(delta.items.map(\.id) == [entry.id] && delta.items[0].removed && delta.items[0].value.isEmpty)
        replica.take(delta.items)
        #expect(replica.agrees(with: delta.checkpoint) && delta.checkpoint.count == 16)
        var fresh = Replica()
        let whole = try door.pull()
        fresh.take(whole.items)
        #expect(fresh.entities == replica.entities && fresh.agrees(with: whole.checkpoint))
    }

    @Test("SYN-1b a large scope comes in pages, and what changes between two of them is not lost")
    func pages() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let rows = (0..<1500).map { "P\($0),人\($0)" }
        let reply = try keeper.upload(
            Array((["number,name"] + rows).joined(separator: "\n").utf8), to: world.offering, piece: 60_000)
        #expect(reply.added == 1500)
        let door = try Door(in: world)
        let stream = door.client.begin(.syncPull, PullRequest().serialized())
        let first = try #require(door.client.answer(stream)).items.count
        #expect(first < 1500 && !(door.client.answer(stream)?.isOver ?? true))
        // One that was sent changes, one that was not goes.
        let changed = try keeper.upload(
            Array("number,name\nQ0,人0".utf8), to: world.offering)
        #expect(changed.added == 1)
        door.client.settle()
        let answer = try #require(door.client.answer(stream))
        #expect(answer.isOver)
        var replica = Replica()
        var items = try answer.items.map { try ScopeItem(serialized: $0) }
        let checkpoint = try #require(items.popLast()?.checkpoint)
        replica.take(items)
        #expect(replica.agrees(with: checkpoint) && checkpoint.count == 1518)
        #expect(door.client.openStreams == 0)
    }

    @Test("SYN-1b names on a roster are sealed; the base's terminals can open them, another base's cannot")
    func encryptedNames() throws {
        let world = try World()
        let door = try Door(in: world)
        let other = try Door(in: world, seed: 2, base: world.made.otherBase)
        let (key, foreign) = (
            try SealingKey(try door.authenticate().rosterKey), try SealingKey(try other.authenticate().rosterKey)
        )
        let items = try door.pull().items.filter { $0.kind == .rosterEntry }
        var names: Set<String> = []
        for item in items {
            let value = try RosterValue(serialized: item.value)
            var place = ByteWriter()
            place.writeFixed64(value.offering)
            place.writeFixed64(value.person)
            let (nonce, sealed) = (Array(value.encryptedName[..<24]), Array(value.encryptedName[24...]))
            let name = try key.open(sealed, nonce: nonce, .rosterName, place.bytes)
            names.insert(String(decoding: name, as: UTF8.self))
            #expect(throws: CryptoError.self) { try foreign.open(sealed, nonce: nonce, .rosterName, place.bytes) }
        }
        #expect(names == Set(World.names))
        #expect(try other.pull().items.filter { $0.kind == .rosterEntry }.isEmpty)
    }
}
