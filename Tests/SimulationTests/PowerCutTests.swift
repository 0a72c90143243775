import PowerCut
import Storage
import Terminal
import Testing

/// Two enrolled terminals and their server, made anew from images for every cut.
struct Scene {
    let clock = Clock()
    let server: SimulatedServer
    let devices: [Device]

    private static let images = Result {
        let world = try World(seed: 1, devices: 2)
        let server = world.server.disk.image()
        let devices = world.devices.map { $0.disk.image() }
        return (server: server, devices: devices)
    }

    init(
        bug: InlineExecutor.Bug = .none, serverDurability: Database.Durability = .everyCommit,
        terminalDurability: Database.Durability = .everyCommit
    ) throws {
        let images = try Self.images.get()
        server = try SimulatedServer(image: images.server, clock: clock, bug: bug, durability: serverDurability)
        devices = try images.devices.enumerated().map { index, image in
            try Device(index, disk: SimulatedDisk(copying: image), durability: terminalDurability)
        }
    }

    /// The steps of the first terminal.
    private static let terminalSteps: [@Sendable (Device, SimulatedServer) throws -> Void] = [
        { device, _ in try device.scan("N1001") },
        { device, _ in try device.replay(["N1002", "N1003", "N1001", "nobody"]) },
        { device, _ in try device.score("N1001", 7000, actor: 1) },
        { device, _ in try device.terminal?.seal() },
        { device, server in try device.sync(server) },
        { device, _ in try device.terminal?.checkpoint() },
        { device, _ in try device.void(device.scan("N1004")) },
        { device, _ in try device.importFile(0..<9) },
        { device, server in try device.sync(server, seed: 2) },
        { device, _ in try device.powerOn() },
        { device, _ in try device.score("N1001", 8000, actor: 1) },
        { device, server in try device.sync(server, seed: 3) },
        { device, _ in try device.terminal?.checkpoint() },
        { device, _ in try device.scan("N1005") },
    ]

    func terminalStory() throws {
        for step in Self.terminalSteps { try step(devices[0], server) }
    }

    /// The same with a disk that sometimes fails: skips failed steps.
    func stubbornTerminalStory() throws {
        for step in Self.terminalSteps {
            do {
                if devices[0].terminal == nil { try devices[0].powerOn() }
                try step(devices[0], server)
            } catch is StorageError {
                continue
            }
        }
    }

    /// The steps of the server.
    func serverStory() throws {
        try devices[0].replay(["N1001", "N1002", "N1003"])
        try devices[1].score("N1001", 6000, actor: 2)
        try devices[0].sync(server, seed: 4)
        try devices[1].sync(server, seed: 5)
        try server.running?.database.checkpoint()
        for number in 1004...1008 {
            try devices[0].scan("N\(number)")
            try devices[0].terminal?.seal()
        }
        try devices[1].importFile(0..<5)
        try devices[0].sync(server, seed: 6)
        try devices[1].sync(server, seed: 7)
        try server.write { try SimulatedServer.publish(1100, $0) }
        try devices[0].sync(server, seed: 8)
    }

    /// Returns the faults after the power is back and everybody has synced.
    func problemsAfterwards() throws -> [String] {
        var problems = try server.forgotten(devices)
        for device in devices {
            let report = try device.sync(server, seed: 9)
            if !report.isComplete || report.newEpochs > 0 { problems.append("\(report)") }
            problems += try device.terminal?.database.integrityProblems() ?? []
        }
        problems += try server.problems(devices) + server.forgotten(devices)
        problems += try server.running?.database.integrityProblems() ?? []
        return problems
    }
}

@Suite struct PowerCutTests {
    /// Plays the story with a cut of the terminal's power at one change of its disk.
    private func problems(cuttingTerminalAt number: Int, _ scene: Scene) throws -> [String] {
        let device = scene.devices[0]
        device.disk.cutPower(atChange: number)
        do {
            try scene.terminalStory()
        } catch is StorageError {
            // The power is gone.
        }
        #expect(device.disk.isDead, "cut \(number)")
        device.powerOff()
        device.disk.restart(seed: UInt64(number))
        try device.powerOn()
        return try scene.problemsAfterwards()
    }

    private func problems(cuttingServerAt number: Int, _ scene: Scene) throws -> [String] {
        scene.server.disk.cutPower(atChange: number)
        do {
            try scene.serverStory()
        } catch Device.Broken.connection {
            // The power is gone.
        } catch is StorageError {
            // The same error for a direct write.
        }
        #expect(scene.server.disk.isDead, "cut \(number)")
        scene.server.stop()
        scene.server.disk.restart(seed: UInt64(number))
        try scene.server.start()
        return try scene.problemsAfterwards()
    }

    /// Returns the changes of the disk before the story, and after it.
    private func changes(
        of disk: (Scene) -> SimulatedDisk, in story: (Scene) throws -> Void, _ scene: Scene
    ) throws -> ClosedRange<Int> {
        let before = disk(scene).operations()
        try story(scene)
        let after = disk(scene).operations()
        #expect(try scene.problemsAfterwards().isEmpty, "undisturbed")
        return before + 1...after
    }

    private func terminalChanges(_ scene: Scene) throws -> ClosedRange<Int> {
        try changes(of: { $0.devices[0].disk }, in: { try $0.terminalStory() }, scene)
    }

    private func serverChanges(_ scene: Scene) throws -> ClosedRange<Int> {
        try changes(of: { $0.server.disk }, in: { try $0.serverStory() }, scene)
    }

    @Test(
        "SYN-2 wherever a terminal's power is cut, what it had promised arrives, once, and it goes on in the same log")
    func cutTerminal() throws {
        for number in try terminalChanges(Scene()) {
            let problems = try problems(cuttingTerminalAt: number, Scene())
            if !problems.isEmpty { Issue.record("cut \(number): \(problems)") }
        }
    }

    @Test("SYN-3c wherever the server's power is cut, what it had acknowledged is there, once, and sync goes on")
    func cutServer() throws {
        for number in try serverChanges(Scene()) {
            let problems = try problems(cuttingServerAt: number, Scene())
            if !problems.isEmpty { Issue.record("cut \(number): \(problems)") }
        }
    }

    @Test(
        "SYN-2 whichever write of a terminal's disk fails, nothing it promised is lost and it goes on",
        arguments: SimulatedDisk.Failure.allCases)
    func failingDisk(failure: SimulatedDisk.Failure) throws {
        let numbers = try terminalChanges(Scene())
        for number in stride(from: numbers.lowerBound, through: numbers.upperBound, by: 3) {
            let scene = try Scene()
            scene.devices[0].disk.fail(.changes, number..<number + 3, with: failure)
            try scene.stubbornTerminalStory()
            scene.devices[0].disk.fail(.changes, 0..<0, with: failure)
            if scene.devices[0].terminal == nil { try scene.devices[0].powerOn() }
            let problems = try scene.problemsAfterwards()
            if !problems.isEmpty { Issue.record("\(failure) at \(number): \(problems)") }
        }
    }

    /// Returns how many cuts reveal a fault.
    private func shown(_ numbers: ClosedRange<Int>, _ problems: (Int) throws -> [String]) -> Int {
        numbers.count { number in
            do {
                return try !problems(number).isEmpty
            } catch {
                // An unreadable database, or a terminal without an enrolment.
                return true
            }
        }
    }

    @Test("a terminal that promises before its disk has synced is found out")
    func terminalWithoutSync() throws {
        let found = shown(try terminalChanges(Scene(terminalDurability: .whenever))) {
            try problems(cuttingTerminalAt: $0, Scene(terminalDurability: .whenever))
        }
        #expect(found > 3)
    }

    @Test("a server that acknowledges before its disk has synced is found out")
    func serverWithoutSync() throws {
        let found = shown(try serverChanges(Scene(serverDurability: .whenever))) {
            try problems(cuttingServerAt: $0, Scene(serverDurability: .whenever))
        }
        #expect(found > 3)
    }

    @Test("a server that acknowledges before it commits is found out")
    func earlyAcknowledgement() throws {
        let found = shown(try serverChanges(Scene(bug: .earlyAnswers))) {
            try problems(cuttingServerAt: $0, Scene(bug: .earlyAnswers))
        }
        #expect(found > 3)
    }
}
