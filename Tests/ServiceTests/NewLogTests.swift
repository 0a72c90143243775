import Causality
import Crypto
import Journal
import Messages
import Storage
import Testing

/// The logs a terminal may open.
@Suite struct NewLogTests {
    private func claim(
        _ door: Door, epoch: UInt64, after predecessor: LogOpening.Predecessor? = nil
    ) -> (claim: LogClaim, origin: LogHead) {
        let opening = LogOpening(deviceKey: door.key.publicKey, epoch: epoch, predecessor: predecessor)
        let origin = LogHead(sequence: 0, hash: opening.origin(site: door.site))
        let claim = LogClaim(
            opening: opening.bytes, openingSignature: opening.sign(with: door.key, site: door.site),
            headHash: origin.hash.bytes)
        return (claim, origin)
    }

    @Test("SYN-3a a device key has one log in an epoch, the first with no predecessor and every other with one")
    func epochs() throws {
        let world = try World()
        let door = try Door(in: world)
        try refused(.invalid, field: "logs 1") { try door.open(claim(door, epoch: 0).claim) }
        #expect(try door.open(claim(door, epoch: 5).claim).verdict == .ok)
        let first = LogOpening(deviceKey: door.key.publicKey, epoch: 5)
        let head = LogHead(sequence: 0, hash: first.origin(site: door.site))
        try refused(.wrongState, field: "logs 1") { try door.open(claim(door, epoch: 6).claim) }
        let before = LogOpening.Predecessor(log: first.logID(site: door.site), final: head)
        try refused(.alreadyExists, field: "logs 1") {
            try door.open(claim(door, epoch: 5, after: before).claim)
        }
        try refused(.invalid, field: "logs 1") { try door.open(claim(door, epoch: 4, after: before).claim) }
        #expect(try door.open(claim(door, epoch: 6, after: before).claim).verdict == .ok)
        // The first again is no second log.
        #expect(try door.open(claim(door, epoch: 5).claim).verdict == .closed)
        #expect(try world.server.count("SELECT COUNT(*) FROM log WHERE terminal <> 0") == 2)
    }

    @Test("SYN-3a a predecessor ends as the server has it, and is the same device's")
    func predecessors() throws {
        let world = try World()
        let door = try Door.synced(world)
        let other = try Door(in: world, seed: 2)
        try other.open()
        let strange = try #require(BatchHash([UInt8](repeating: 7, count: 32)))
        for (log, head) in [
            (door.log, LogHead(sequence: 2, hash: strange)), (door.log, LogHead(sequence: 3, hash: strange)),
            (other.log, other.chain.head),
        ] {
            try refused(.invalid, field: "logs 1") {
                try door.open(claim(door, epoch: 2, after: .init(log: log, final: head)).claim)
            }
        }
        // One that a restored server does not have any more is believed.
        let lost = LogOpening.Predecessor(
            log: try #require(LogID([UInt8](repeating: 9, count: 16))), final: door.chain.head)
        #expect(try door.open(claim(door, epoch: 3, after: lost).claim).verdict == .ok)
    }

    @Test("SYN-6 a log ends when another follows it: a copy that goes on with it is told, and loses nothing")
    func ends() throws {
        let world = try World()
        let door = try Door.synced(world)
        let next = claim(door, epoch: 2, after: .init(log: door.log, final: door.batches[0].head)).claim
        let fourth = try door.scan(world.person("N04"), offering: world.offering)
        // The log is taken further only as far as the server had it when the other began.
        #expect(try door.open(next).verdict == .ok)
        #expect(try door.open().verdict == .fork)
        #expect(try door.push(fourth).map(\.refused) == [.logClosed])
        #expect(try door.open(door.claim(door.batches[2].head)).verdict == .closed)
        #expect(try world.server.count("SELECT head_sequence FROM log WHERE epoch = 1 AND terminal <> 0") == 3)
        // What had come to the device that opened it and not to a restored server still comes in, and no more.
        let ahead = try Door(in: world, seed: 3)
        try ahead.scan(world.person("N01"), offering: world.offering)
        try ahead.open()
        let follows = claim(ahead, epoch: 2, after: .init(log: ahead.log, final: ahead.chain.head)).claim
        let beyond = try ahead.scan(world.person("N02"), offering: world.offering)
        _ = try ahead.open(follows)
        #expect(try ahead.open(ahead.claim(ahead.batches[0].head)).verdict == .behind)
        #expect(try ahead.push(ahead.batches[0]).map(\.all) == [1])
        #expect(try ahead.push(beyond).map(\.refused) == [.logClosed])
    }

    @Test("SYN-11 a terminal begins twenty logs a day and is told when it may begin the next")
    func pace() throws {
        let world = try World()
        let door = try Door(in: world)
        var (next, head) = claim(door, epoch: 1)
        for epoch in UInt64(1)...20 {
            #expect(try door.open(next).verdict == .ok, "epoch \(epoch)")
            let log = try LogOpening(decoding: next.opening).logID(site: door.site)
            (next, head) = claim(door, epoch: epoch + 1, after: .init(log: log, final: head))
        }
        world.clock.advance(minutes: 60)
        let refusal = try refused(.busy, field: "logs 1") { try door.open(next) }
        #expect(refusal.retryAfterMs == 23 * 3_600_000)
        world.clock.advance(minutes: 23 * 60)
        #expect(try door.open(next).verdict == .ok)
    }
}
