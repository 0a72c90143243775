import Seeded
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Testing
import Wire

/// Returns the server's position of a terminal.
@Suite struct SyncOpeningTests {
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
        let door = try Door.synced(world)
        let old = door.claim()
        door.newEpoch(2)
        try door.scan(world.person("N04"), offering: world.offering)
        let reply: OpenReply = try door.client.call(
            .syncOpen, OpenRequest(logs: [old, door.claim()]))
        #expect(reply.logs.map(\.verdict) == [.closed, .behind])
        #expect(Set(reply.logs.map(\.handle)).count == 2)
        try door.sync()
        #expect(try world.server.count("SELECT COUNT(*) FROM log WHERE terminal <> 0") == 2)
    }

    @Test("SYN-3a a log that the device has closed takes nothing more, and the device is told so")
    func closed() throws {
        let world = try World()
        let door = try Door.synced(world)
        var claim = door.claim()
        let closing = LogClosing(log: door.log, final: door.chain.head, reason: .rotated)
        claim.closing = closing.bytes
        claim.closingSignature = [UInt8](repeating: 1, count: 64)
        try refused(.badSignature) { try door.open(claim) }
        #expect(try door.open().verdict == .ok)
        claim.closingSignature = closing.sign(with: door.key, site: door.site)
        #expect(try door.open(claim).verdict == .closed)
        #expect(try door.open().verdict == .closed)
        let more = try door.scan(world.person("N04"), offering: world.offering)
        let stored = try world.batches()
        #expect(try door.push(more).map(\.refused) == [.logClosed])
        #expect(try door.open().verdict == .fork)
        #expect(try world.batches() == stored)
    }

    @Test("SYN-3a a device closes its log where it claims that the log ends; the site alone revokes one")
    func badClosings() throws {
        let world = try World()
        let door = try Door.synced(world)
        func claim(_ final: LogHead, _ reason: LogClosing.Reason, by key: SigningKey) -> LogClaim {
            let closing = LogClosing(log: door.log, final: final, reason: reason)
            var claim = door.claim()
            (claim.closing, claim.closingSignature) = (closing.bytes, closing.sign(with: key, site: door.site))
            return claim
        }
        let head = door.chain.head
        try refused(.badSignature, field: "logs 1") { try door.open(claim(head, .revoked, by: door.key)) }
        for final in [LogHead(sequence: 999, hash: head.hash), door.batches[0].head] {
            try refused(.invalid, field: "logs 1") { try door.open(claim(final, .rotated, by: door.key)) }
        }
        // Restored, it would close the log before its end: what the server has behind that stays.
        var early = claim(door.batches[0].head, .rotated, by: door.key)
        (early.headSequence, early.headHash) = (1, door.batches[0].hash.bytes)
        try refused(.invalid, field: "logs 1") { try door.open(early) }
        #expect(try door.open().verdict == .ok)
        #expect(try door.open(claim(head, .revoked, by: world.server.siteKey)).verdict == .closed)
    }

    @Test("SYN-3a a log is named by a small number of the connection that opened it, and by no other's")
    func handles() throws {
        let world = try World()
        let door = try Door.synced(world)
        #expect(try door.open().handle == 1)
        let fourth = door.message(try door.scan(world.person("N04"), offering: world.offering))
        try door.reconnect()
        #expect(try door.push([fourth]).map(\.refused) == [.notFound])
        let old = door.claim()
        door.newEpoch(2)
        #expect(try door.open().handle == 1)
        #expect(try door.open(old).handle == 2)
        #expect(try door.open().handle == 1)
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
        try refused(.invalid, field: "logs") {
            try door.client.call(
                .syncOpen, OpenRequest(logs: Array(repeating: door.claim(), count: 65)), reply: OpenReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM log WHERE terminal <> 0") == 0)
    }
}
