import Messages
import PowerCut
import Storage
import Terminal
import Testing

@Suite struct RestoreTests {
    func expectNone<Element>(_ found: [Element], _ comment: String) {
        if !found.isEmpty { Issue.record("\(comment): \(found)") }
    }

    @Test("SYN-6 a terminal restored from a backup goes on in a new epoch; nothing is lost or doubled")
    func restored() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        try device.replay(["N1001", "N1002"])
        try device.sync(world.server)
        let (image, promised) = (device.disk.image(), device.promised)
        try device.replay(["N1003", "N1004", "N1005"])
        try device.sync(world.server)

        let restored = try device.copy(as: 4, image: image, promised: promised)
        world.add(restored)
        try restored.scan("N1006")
        let report = try restored.sync(world.server)
        #expect(report.newEpochs == 1 && report.isComplete)
        #expect(try (restored.terminal?.status().epoch ?? 0) > 1)
        expectNone(try world.server.problems(world.devices), "restored")
        #expect(try restored.sync(world.server).factsSent == 0)
    }

    @Test("SYN-6 a restored terminal that has sealed before it hears of it finds where the histories part")
    func restoredAndSealed() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        for number in 1001...1010 {
            try device.scan("N\(number)")
            try device.terminal?.seal()
        }
        // The server has everything, and the backup does not know.
        let (image, promised) = (device.disk.image(), device.promised)
        try device.sync(world.server)
        try device.scan("N1011")
        try device.sync(world.server)

        let restored = try device.copy(as: 4, image: image, promised: promised)
        world.add(restored)
        for number in 1001...1005 {
            try restored.scan("N\(number)")
            try restored.terminal?.seal()
        }
        let report = try restored.sync(world.server)
        #expect(report.newEpochs == 1 && report.isComplete && report.factsSent == 5)
        expectNone(try world.server.problems(world.devices), "restored and sealed")
    }

    @Test("SYN-6 clones of one terminal each bring in what they recorded", arguments: 1...6 as ClosedRange<UInt64>)
    func cloned(seed: UInt64) throws {
        let world = try World(seed: seed, devices: 1)
        for _ in 0..<15 { try world.act() }
        let device = world.devices[0]
        // Facts that are not sealed when a copy is made have no common name, and arrive from both.
        try device.terminal?.seal()
        let (image, promised) = (device.disk.image(), device.promised)
        for index in 4...5 { world.add(try device.copy(as: index, image: image, promised: promised)) }
        for _ in 0..<80 { try world.act() }
        for report in try world.settle() { #expect(report.isComplete, "seed \(seed): \(report)") }
        expectNone(try world.server.problems(world.devices), "seed \(seed)")
    }

    @Test("an examiner's mark follows into the new epoch and still replaces the one before")
    func marksMove() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        try device.score("N1001", 6000, actor: 1)
        try device.sync(world.server)
        let (image, promised) = (device.disk.image(), device.promised)
        try device.scan("N1002")
        try device.sync(world.server)

        let restored = try device.copy(as: 4, image: image, promised: promised)
        #expect(try restored.score("N1001", 7000, actor: 1).replaced == 1)
        #expect(try restored.score("N1001", 8000, actor: 1).replaced == 1)
        try restored.sync(world.server)
        #expect(try restored.score("N1001", 9000, actor: 1).replaced == 1)
        try restored.sync(world.server)
        #expect(try world.server.projections().filter { $0.hasPrefix("score") } == ["score 1001 value [\"1: 9000\"]"])
    }

    @Test("a server restored from a backup is refilled by its terminals", arguments: 1...4 as ClosedRange<UInt64>)
    func serverRestored(seed: UInt64) throws {
        let world = try World(seed: seed, devices: 3)
        for _ in 0..<40 { try world.act() }
        let image = world.server.disk.image()
        for _ in 0..<40 { try world.act() }
        _ = try world.settle()
        try world.restoreServer(image)
        for report in try world.settle() { #expect(report.isComplete, "seed \(seed): \(report)") }
        expectNone(try world.server.problems(world.devices), "seed \(seed)")
    }

    @Test("what the server has had for thirty days is let go, and what it lost by then comes in no more")
    func retention() throws {
        let world = try World(seed: 1, devices: 1)
        let device = world.devices[0]
        let image = world.server.disk.image()
        try device.scan("N1001")
        try device.sync(world.server)
        world.clock.advance(by: TerminalCore.retentionMs + 1000)
        try device.scan("N1002")
        try device.sync(world.server)
        let kept = try device.terminal?.database.read { try $0.first("SELECT COUNT(*) FROM batch") { $0.int(0) } }
        #expect(kept == 1)
        try world.restoreServer(image)
        let report = try device.sync(world.server)
        #expect(report.isComplete && report.newEpochs == 1)
        #expect(try world.server.found().count == 1)
    }
}
