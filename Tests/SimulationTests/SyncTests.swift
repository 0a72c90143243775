import Application
import Seeded
import Domain
import Messages
import PowerCut
import Storage
import Terminal
import Testing

@testable import Service

@Suite struct SyncTests {
    func expectNone<Element>(_ found: [Element], _ comment: String) {
        if !found.isEmpty { Issue.record("\(comment): \(found)") }
    }

    @Test(
        "SYN-3b SYN-3d whatever breaks or comes late, the server has every fact exactly once",
        arguments: 1...12 as ClosedRange<UInt64>)
    func exactlyOnce(seed: UInt64) throws {
        let world = try World(seed: seed, devices: 4)
        for _ in 0..<120 { try world.act() }
        let reports = try world.settle()
        for report in reports { #expect(report.isComplete, "seed \(seed): \(report)") }
        expectNone(try world.server.problems(world.devices), "seed \(seed)")
        expectNone(try world.server.forgotten(world.devices), "seed \(seed)")
        #expect(reports.allSatisfy { $0.newEpochs == 0 }, "seed \(seed)")
        for device in world.devices {
            let status = try device.terminal?.status()
            #expect(status?.pending == 0 && status?.sealed == 0, "seed \(seed)")
        }
    }

    @Test("SYN-3a the second sync sends nothing and gets nothing, and the next only what was recorded meanwhile")
    func nothingTwice() throws {
        let world = try World(seed: 3, devices: 2)
        for _ in 0..<40 { try world.act() }
        _ = try world.settle()
        for report in try world.settle() {
            #expect(report.factsSent == 0 && report.batchesSent == 0 && report.acknowledgements == 0)
            #expect(report.itemsReceived == 0 && report.isComplete)
            #expect(report.bytesSent < 1000 && report.bytesReceived < 1000)
        }
        for device in world.devices {
            try device.scan("N1001")
            let report = try device.sync(world.server)
            #expect(report.factsSent == 1 && report.batchesSent == 1 && report.isComplete)
        }
    }

    @Test("SYN-3d any order of deliveries gives the same projections", arguments: 1...4 as ClosedRange<UInt64>)
    func sameProjections(seed: UInt64) throws {
        var views: [[String]] = []
        for order in 0..<4 as Range<UInt64> {
            let world = try World(seed: seed, devices: 3)
            // The seed determines what is recorded; seed and order determine how it is delivered.
            var random = SeededRandom(seed: seed)
            var travel = SeededRandom(seed: seed &* 100 &+ order)
            for _ in 0..<60 {
                let device = world.devices[Int.random(in: 0..<3, using: &random)]
                let person = "N\(UInt64.random(in: 1001...1004, using: &random))"
                if Bool.random(using: &random) {
                    try device.scan(person)
                } else {
                    try device.score(
                        person, UInt64.random(in: 60...62, using: &random) * 100,
                        actor: UInt64.random(in: 1...2, using: &random))
                }
                if Int.random(in: 0..<4, using: &travel) == 0 {
                    try world.syncBadly(world.devices[Int.random(in: 0..<3, using: &travel)])
                }
            }
            _ = try world.settle()
            views.append(try world.server.projections())
        }
        #expect(views[0].count > 30)
        #expect(views.allSatisfy { $0 == views[0] }, "seed \(seed)")
    }

    @Test("SYN-1b SYN-1c a terminal gets its base's roster, then only what changed, and drops what has gone")
    func scopeChanges() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        let terminal = try #require(device.terminal)
        #expect(try terminal.offerings().map(\.rosterSize) == [12])
        #expect(try device.scan("n1001").who == .known(terminal.roster(of: 500)[0]))
        #expect(try terminal.roster(of: 500)[0].name == "Name 1001")

        try world.server.write { transaction in
            try Scope.withdraw(.rosterEntry, 2001, base: SimulatedServer.base, WriteContext(of: transaction))
            try SimulatedServer.publish(1100, transaction)
        }
        let report = try device.sync(world.server)
        #expect(report.newRosterEntries == 1 && report.removedRosterEntries == 1 && report.itemsReceived == 2)
        #expect(report.resnapshots == 0)
        #expect(try device.scan("N1001").who == .unknown("N1001"))
        #expect(try terminal.roster(of: 500).map(\.person).contains(1100))
    }

    @Test("a replica that has lost or kept too much is found out by the checkpoint and read afresh")
    func damagedReplica() throws {
        let world = try World(seed: 1, devices: 1)
        let terminal = try #require(world.devices[0].terminal)
        try terminal.database.write { transaction in
            try transaction.execute("DELETE FROM scope_item WHERE item = 2003")
            try transaction.execute("DELETE FROM roster WHERE id = 2003")
            try transaction.execute("UPDATE feed SET alive = 3")
        }
        let report = try world.devices[0].sync(world.server)
        #expect(report.resnapshots == 1 && report.isComplete)
        #expect(try terminal.offerings().map(\.rosterSize) == [12])
    }

    @Test("SYN-9 what the server cannot apply is told with its reason, and holds nothing back")
    func quarantined() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        let foreign = try device.scan("N1001", offering: SimulatedServer.foreignOffering)
        let unknown = try device.scan("nobody")
        try device.scan("N1002")
        let report = try device.sync(world.server)
        #expect(report.quarantined.map(\.dot) == [foreign.dot, unknown.dot])
        #expect(report.quarantined.map(\.code) == [.foreignOffering, .unknownSubject])
        #expect(report.quarantined[1].reason.zh == "名单中没有此人")
        #expect(try device.terminal?.quarantined().map(\.dot) == [foreign.dot, unknown.dot])
        #expect(report.factsAcknowledged == 3 && report.isComplete)
    }

    @Test("SYN-3d whose number the roster learns later is on a terminal's list of what was not applied no longer")
    func knownLater() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        try device.scan("n1100")
        try device.scan("nobody")
        try device.sync(world.server)
        #expect(try device.terminal?.status().quarantined == 2)
        try world.server.write { try SimulatedServer.publish(1100, $0) }
        try device.sync(world.server)
        #expect(try device.terminal?.quarantined().map { $0.subject.uppercased() } == ["NOBODY"])
    }

    @Test("a log that the server refuses does not keep the roster from coming")
    func uploadFails() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        try device.scan("N1001")
        try device.terminal?.seal()
        try device.terminal?.database.write { transaction in
            try transaction.execute("UPDATE batch SET signature = ?1", [UInt8](repeating: 1, count: 64))
        }
        try world.server.write { try SimulatedServer.publish(1100, $0) }
        let report = try device.sync(world.server)
        #expect(report.uploadFailure?.code == .badSignature)
        #expect(report.downloadFailure == nil && report.newRosterEntries == 1)
    }

    @Test("SYN-7 a revoked terminal erases its roster, records no more, and what it recorded before stays")
    func revoked() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        try device.scan("N1001")
        try device.sync(world.server)
        try world.server.write { try $0.execute("UPDATE terminal SET revoked_ms = 1") }
        let report = try device.sync(world.server)
        #expect(report.isRevoked)
        #expect(try device.terminal?.offerings().isEmpty == true)
        #expect(try device.terminal?.roster(of: 500).isEmpty == true)
        #expect(throws: Refusal.self) { try device.terminal?.scan(ScanInput("N1001", offering: 500, at: .zero)) }
        #expect(try world.server.found().count == 1)
    }
}

extension DeviceTime {
    static let zero = DeviceTime(monotonicMs: 0, wallMs: 0)
}
