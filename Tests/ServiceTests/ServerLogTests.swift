import Application
import Facts
import Foundation
import Journal
import Messages
import Storage
import Testing

@testable import Service

@Suite struct ServerLogTests {
    /// A fact of somebody online, of a command that is not run yet.
    private func begin(_ server: TestServer, _ person: UInt64, _ offering: UInt64) {
        let service = server.service
        let call = Call(
            method: .attendanceCheckIn, options: CallOptions(), caller: .anonymous,
            peer: Peer(address: "", binding: ChannelBinding(exporter: [], challenge: [], versions: [])),
            now: server.clock.now)
        server.application.write(call) { context in
            service.journal.record(
                Fact(kind: .checkIn, subject: .person(person), offering: offering, method: .venueCode), context)
            return []
        } done: { _ in
        }
    }

    private func record(_ server: TestServer, _ world: World, _ count: Int) throws {
        for _ in 0..<count {
            begin(server, try world.person("N01"), world.offering)
            while server.executor.work() {}
        }
    }

    private func position(_ server: TestServer) throws -> LogPosition {
        let log = try server.read { try server.service.journal.serverLog($0) }
        return SeenLog(log: log.id, head: log.head).position(proven: server.service.secrets.serverLogPositions)
    }

    private func hear(_ server: TestServer, _ positions: LogPosition...) {
        server.service.sync.noteServerLogs(positions, server.application)
        while server.executor.work() {}
    }

    private func logs(_ server: TestServer, _ world: World) throws -> [ServerLog] {
        let client = server.connect()
        let _: LoginReply = try client.call(
            .accountsResumeSession, ResumeSessionRequest(session: world.made.sessions["admin"] ?? []))
        let reply: ListServerLogsReply = try client.call(.syncListServerLogs, ListServerLogsRequest())
        return reply.logs
    }

    @Test("SYN-6 a terminal is told where the server's own log stands, behind what is durable")
    func told() throws {
        let world = try World()
        let door = try Door(in: world)
        try record(world.server, world, 3)
        let reply: OpenReply = try door.client.call(.syncOpen, OpenRequest(logs: [door.claim()]))
        #expect(reply.serverLogs == [try position(world.server)])
        #expect(reply.serverLogs.first?.sequence == 3)
    }

    @Test("SYN-6 a position that is here, or that this site did not tell, changes nothing")
    func nothingNew() throws {
        let world = try World()
        try record(world.server, world, 2)
        let older = try position(world.server)
        try record(world.server, world, 1)
        let now = try position(world.server)
        var forged = now
        forged.sequence = 90
        var other = now
        other.headHash = [UInt8](repeating: 7, count: 32)
        var short = now
        short.log = [1, 2, 3]
        hear(world.server, older, now, forged, other, short, LogPosition())
        let logs = try logs(world.server, world)
        #expect(logs.count == 1 && logs[0].sequence == 3 && logs[0].current && logs[0].reportedSequence == 0)
        #expect(!world.server.logged.contains { $0.contains("server log restored") })
    }

    /// A server restored from a backup with `kept` facts, and what a peer has seen of the one before: five.
    private func restored(kept: Int) throws -> (world: World, server: TestServer, seen: LogPosition) {
        let world = try World()
        try record(world.server, world, kept)
        let backup = try world.server.image()
        try record(world.server, world, 5 - kept)
        let seen = try position(world.server)
        let server = try TestServer(copying: backup)
        return (world, server, seen)
    }

    @Test("SYN-6 a server behind a peer, or of another history at its place, leaves its log", arguments: [0, 1, 5, 7])
    func leaves(more: Int) throws {
        let (world, server, seen) = try restored(kept: 2)
        server.clock.advance(minutes: 1)
        try record(server, world, more)
        hear(server, seen)
        hear(server, seen, seen)
        let logs = try logs(server, world)
        #expect(logs.map(\.sequence) == [UInt64(2 + more), 0] && logs.map(\.current) == [false, true])
        #expect(logs.map(\.reportedSequence) == [5, 0] && logs[0].reportedMs == server.clock.now)
        #expect(server.logged.count { $0.contains("log error server log restored") } == 1)
        try record(server, world, 2)
        #expect(try self.logs(server, world).map(\.sequence) == [UInt64(2 + more), 2])
    }

    @Test("SYN-6 what is recorded in the commit that hears of it stands in the old log, and all later in the new one")
    func sameCommit() throws {
        let (world, server, seen) = try restored(kept: 2)
        begin(server, try world.person("N01"), world.offering)
        server.service.sync.noteServerLogs([seen], server.application)
        server.service.sync.noteServerLogs([seen], server.application)
        begin(server, try world.person("N02"), world.offering)
        while server.executor.work() {}
        #expect(try logs(server, world).map(\.sequence) == [4, 0])
        let opening = try server.read { snapshot in
            try snapshot.first("SELECT opening FROM log WHERE terminal = 0 ORDER BY id DESC") {
                try LogOpening(decoding: $0.bytes(0))
            }
        }
        #expect(opening?.predecessor?.final.sequence == 4)
    }

    @Test("SYN-6 a mark decided before is still replaced by a decision in the new epoch")
    func adjudicationAcross() throws {
        let world = try World()
        let shown = try world.conflict(on: "N03")
        try record(world.server, world, 1)
        let backup = try world.server.image()
        try record(world.server, world, 2)
        let seen = try position(world.server)
        let server = try TestServer(copying: backup)
        let client = server.connect()
        let _: LoginReply = try client.call(
            .accountsResumeSession, ResumeSessionRequest(session: world.made.sessions["adjudicator"] ?? []))
        let first: AdjudicateReply = try client.call(.examsAdjudicate, shown.adjudication(value: 6000))
        #expect(first.score?.state == .decided)
        hear(server, seen)
        let after: ListScoresReply = try client.call(
            .examsListScores, ListScoresRequest(offering: world.offering, after: try world.person("N03") - 1, limit: 1))
        let decided = try #require(after.scores.first)
        #expect(decided.state == .decided && decided.valueHundredths == 6000)
        let again: AdjudicateReply = try client.call(.examsAdjudicate, decided.adjudication(value: 7000))
        #expect(again.score?.valueHundredths == 7000)
        let settled: ListScoresReply = try client.call(
            .examsListScores, ListScoresRequest(offering: world.offering, after: try world.person("N03") - 1, limit: 1))
        #expect(settled.scores.first?.state == .decided && settled.scores.first?.valueHundredths == 7000)
    }

    @Test("SYN-6 ids of the lost database are not given again, and terminals read their scope afresh")
    func passedOver() throws {
        let (_, server, seen) = try restored(kept: 2)
        let feed = try server.read { try $0.first("SELECT value FROM setting WHERE name = 'feed'") { $0.bytes(0) } }
        var before: UInt64 = 0
        try server.database.write { before = try $0.newID() }
        hear(server, seen)
        var after: UInt64 = 0
        try server.database.write { after = try $0.newID() }
        #expect(after > before + (1 << 24))
        #expect(
            try server.read { try $0.first("SELECT value FROM setting WHERE name = 'feed'") { $0.bytes(0) } } != feed)
    }
}
