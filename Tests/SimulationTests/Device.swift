import Connection
import Crypto
import Domain
import Facts
import Messages
import PowerCut
import Storage
import Terminal
import Wire

/// A terminal on a simulated disk, with an external ledger of what it was told to record and what it acknowledged.
final class Device {
    enum Broken: Error {
        /// The connection ended before the sync did.
        case connection
        /// Both ends wait for each other.
        case standstill
    }

    let index: Int
    let disk: SimulatedDisk
    private let durability: Database.Durability
    private var boots = 0
    private var monotonicMs: UInt64 = 0
    private(set) var terminal: TerminalCore?
    /// Facts by their time, which is unique: those started, and those acknowledged.
    private(set) var attempted: Set<String> = []
    private(set) var promised: Set<String> = []
    /// The device's clock may be years off.
    var wallSkewMs: Int64 = 0
    /// The readings of its clocks, if a test derives them from true time.
    var clocks: (() -> DeviceTime)?

    init(_ index: Int, disk: SimulatedDisk = SimulatedDisk(), durability: Database.Durability = .everyCommit) throws {
        self.index = index
        self.disk = disk
        self.durability = durability
        try powerOn()
    }

    // A database must be closed before its disk is freed.
    deinit { terminal = nil }

    /// Makes another device with a copy of this one's disk: a clone, or itself restored from a backup. The ledger
    /// starts with the disk's contents.
    func copy(as index: Int, image: [String: [UInt8]], promised: Set<String>) throws -> Device {
        let copy = try Device(index, disk: SimulatedDisk(copying: image))
        copy.promised = promised
        copy.attempted = promised
        copy.seed = seed
        copy.terminal = nil
        try copy.powerOn()
        return copy
    }

    private lazy var seed = [UInt8](repeating: UInt8(index + 1), count: 32)

    func powerOn() throws {
        boots += 1
        monotonicMs = 1000
        terminal = nil
        terminal = try TerminalCore(
            path: "terminal.db", vfs: disk.vfs, durability: durability, deviceKey: try SigningKey(seed: seed),
            bootIdentity: [UInt8(index), UInt8(boots)], zones: { $0 == "Asia/Shanghai" ? .china : nil })
    }

    func powerOff() { terminal = nil }

    private func on() throws -> TerminalCore {
        guard let terminal else { throw Missing(what: "power") }
        return terminal
    }

    // Recording

    private func tick() -> (time: DeviceTime, name: String) {
        if let time = clocks?() { return (time, "live \(time.wallMs)") }
        monotonicMs += 1000
        let wall = SimulatedServer.morning + Int64(monotonicMs) + Int64(boots) * 3_600_000 + wallSkewMs
        // Every device shows another millisecond, so that clones differ too; the boot's hour distinguishes boots.
        let shown = wall - wall % 1000 + Int64(index)
        return (DeviceTime(monotonicMs: monotonicMs, wallMs: shown), "live \(shown)")
    }

    private func record<Result>(_ names: [String], _ body: (TerminalCore) throws -> Result) throws -> Result {
        attempted.formUnion(names)
        let result = try body(try on())
        promised.formUnion(names)
        return result
    }

    @discardableResult
    func scan(_ text: String, offering: UInt64 = SimulatedServer.offering) throws -> ScanOutcome {
        let (time, name) = tick()
        return try record([name]) { try $0.scan(ScanInput(text, offering: offering, at: time)) }
    }

    func replay(_ texts: [String]) throws {
        let moments = texts.map { _ in tick() }
        let inputs = zip(texts, moments).map {
            ScanInput($0, offering: SimulatedServer.offering, at: $1.time)
        }
        _ = try record(moments.map(\.name)) { try $0.scan(inputs) }
    }

    @discardableResult
    func score(_ number: String, _ hundredths: UInt64, actor: UInt64) throws -> ScoreOutcome {
        let (time, name) = tick()
        return try record([name]) {
            try $0.score(
                number, offering: SimulatedServer.offering, hundredths: hundredths, actor: actor, at: time)
        }
    }

    func void(_ outcome: ScanOutcome) throws {
        let (time, name) = tick()
        _ = try record([name]) { try $0.void(outcome.dot, actor: 9, at: time) }
    }

    /// Imports punches at the given seconds of this device's own day.
    @discardableResult
    func importFile(_ seconds: Range<Int>) throws -> ImportOutcome {
        let text = seconds.map { second in
            let clock = [second / 3600 % 24, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return
                "     N10\(second % 12 < 9 ? "0" : "")\(second % 12 + 1)\t2026-10-\(10 + index) \(clock[0]):\(clock[1]):\(clock[2])\t1\t0\t1\t0\r\n"
        }.joined()
        let file = try AttendanceFile(Array(text.utf8))
        return try record(file.punches.map { "file \($0.localMs - 8 * 3_600_000)" }) {
            try $0.importFile(file, offering: SimulatedServer.offering, zone: .china, serial: "S\(index)")
        }
    }

    // Syncing

    func enrol(_ server: SimulatedServer) throws {
        let terminal = try on()
        let link = try connect(server, seed: 1)
        let request = terminal.enrolRequest(secret: SimulatedServer.secrets[index], over: link.evidence)
        let stream = try link.call(.terminalsEnrol, options: CallOptions(), request: request.serialized())
        var reply: EnrolReply?
        while reply == nil {
            let moved = try link.step { event in
                if case .reply(stream, let bytes) = event { reply = try EnrolReply(serialized: bytes) }
            }
            guard moved else { throw Broken.standstill }
        }
        if let reply { try terminal.enrolled(reply, siteKey: server.siteKey.publicKey) }
        link.cut()
    }

    private func connect(_ server: SimulatedServer, seed: UInt64) throws -> Link {
        let link = Link(server, seed: seed, serverLogs: try on().serverLogs())
        var isWelcome = false
        while !isWelcome {
            let moved = try link.step { if case .welcome = $0 { isWelcome = true } }
            guard moved else { throw Broken.standstill }
        }
        link.trust()
        return link
    }

    /// - Parameters:
    ///   - breakAfter: the bytes after which the connection breaks.
    ///   - abandoned: called with a broken connection that the server has not noticed yet.
    @discardableResult
    func sync(
        _ server: SimulatedServer, seed: UInt64 = 1, breakAfter: Int = .max, abandoned: ((Link) -> Void)? = nil,
        meanwhile: () -> Void = {}
    ) throws -> SyncReport {
        let terminal = try on()
        let link = try connect(server, seed: seed)
        let clock = server.clock
        let machine = SyncMachine(terminal, connection: link, evidence: link.evidence) { [monotonicMs, clocks] in
            clocks?() ?? DeviceTime(monotonicMs: monotonicMs, wallMs: clock.now)
        }
        defer { if abandoned == nil { link.cut() } }
        try machine.start()
        while !machine.isFinished {
            meanwhile()
            let moved = try link.step { try machine.receive($0) }
            if link.carried >= breakAfter {
                abandoned?(link)
                throw Broken.connection
            }
            guard moved else { throw server.disk.isDead ? Broken.connection : Broken.standstill }
        }
        link.cut()
        return machine.report
    }

    /// Returns what the terminal knows to be on the server, by log.
    func acknowledged() throws -> [[UInt8]: UInt64] {
        try on().database.read { snapshot in
            Dictionary(
                try snapshot.all("SELECT log_id, durable_sequence FROM log") {
                    ($0.bytes(0), $0.id(1))
                }, uniquingKeysWith: max)
        }
    }
}
