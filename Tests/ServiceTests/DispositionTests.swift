import Application
import Causality
import Crypto
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// Changes that a terminal is told after a fact's acknowledgement, and while it is connected.
@Suite struct DispositionTests {
    private func pulled(_ door: Door, _ kind: ItemKind) throws -> [[UInt8]] {
        try door.pull().items.filter { $0.kind == kind }.map(\.value)
    }

    @Test("SYN-9 that a quarantined mark counts after all reaches the terminal that brought it, at once as a hint")
    func admitted() throws {
        let world = try World()
        let door = try Door(in: world)
        try door.score(try world.person("N01"), 7000, by: 0, offering: world.offering, assigned: false)
        #expect(try door.sync().map { $0.quarantined.map(\.code) } == [[.actorNotAssigned]])
        let before = try door.pull().checkpoint
        let _: AdmitMarkReply = try world.client("adjudicator").call(
            .examsAdmitMark,
            AdmitMarkRequest(offering: world.offering, log: door.log.bytes, sequence: 1, reason: "当日代班"))
        let delta = try door.pull(PullRequest(feed: before.feed, cursor: before.cursor))
        try #require(delta.items.map(\.kind) == [.disposition])
        #expect(
            try DispositionValue(serialized: delta.items[0].value)
                == DispositionValue(log: door.log.bytes, runs: [1, 1]))
        #expect(door.client.events == [Event(kind: .scopeChanged, position: delta.items[0].position)])
    }

    @Test("SYN-9 dispositions of facts in a row are one run, and many runs are many items")
    func runs() throws {
        let world = try World()
        let door = try Door.synced(world)
        let row = UInt64(try world.server.count("SELECT id FROM log WHERE terminal <> 0"))
        let odd = (0..<5000).map { 10 + 2 * UInt64($0) }
        try world.server.perform { context in
            try Disposition.publish([1, 2, 3, 7], of: row, code: .unknownSubject, context)
            try Disposition.publish(odd, of: row, code: nil, context)
            try Disposition.publish([UInt64](), of: row, code: nil, context)
            let own = try context.transaction.first("SELECT id FROM log WHERE terminal = 0") { $0.id(0) }
            try Disposition.publish([1], of: own ?? 0, code: nil, context)
        }
        let values = try pulled(door, .disposition).map { try DispositionValue(serialized: $0) }
        #expect(values.count == 3)
        #expect(values.first?.runs == [1, 3, 7, 1] && values.first?.code == .unknownSubject)
        #expect(
            values.dropFirst().flatMap { value in
                stride(from: 0, to: value.runs.count, by: 2).map { value.runs[$0] }
            } == odd)
        #expect(try pulled(door, .disposition).allSatisfy { $0.count < 262_144 })
    }

    @Test("SYN-7 the base's terminals are told which of them is revoked, and no other base's")
    func revocation() throws {
        let world = try World()
        let lost = try Door(in: world, seed: 1)
        let other = try Door(in: world, seed: 2)
        let far = try Door(in: world, seed: 3, base: world.made.otherBase)
        let _: RevokeTerminalReply = try world.client("keeper").call(
            .terminalsRevokeTerminal, RevokeTerminalRequest(terminal: lost.terminal, reason: "被盗"))
        let values = try pulled(other, .revocation).map { try RevocationValue(serialized: $0) }
        #expect(values == [RevocationValue(deviceKey: lost.key.publicKey.bytes, revokedMs: world.clock.now)])
        #expect(try pulled(far, .revocation).isEmpty)
        #expect(lost.client.events.map(\.kind) == [.revoked, .scopeChanged])
        #expect(other.client.events.map(\.kind) == [.scopeChanged] && far.client.events.isEmpty)
    }

    @Test("SYN-1b a change of the roster is hinted once to the connected terminals of its base")
    func scopeChanged() throws {
        let world = try World()
        let door = try Door(in: world)
        let before = try door.pull()
        _ = try world.client("keeper").upload(Array("number,name\nQ0,人0\nQ1,人1\n".utf8), to: world.offering)
        let delta = try door.pull(PullRequest(feed: before.checkpoint.feed, cursor: before.checkpoint.cursor))
        #expect(delta.items.count == 2)
        #expect(door.client.events.last == Event(kind: .scopeChanged, position: delta.items[1].position))
        #expect(door.client.events.count == 1)
    }
}
