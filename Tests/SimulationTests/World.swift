import Seeded
import Domain
import PowerCut
import Storage
import Terminal

/// Some terminals, the server, and what happens between them, all from one seed.
final class World {
    let clock = Clock()
    private(set) var server: SimulatedServer
    private(set) var devices: [Device]
    private var random: SeededRandom
    /// Broken connections that the server has not noticed: bytes on their way may still arrive.
    private var abandoned: [Link] = []
    private var scans: [(device: Int, scan: ScanOutcome)] = []

    /// How often the server was restored.
    private var lives: UInt64 = 0
    private let isDeaf: Bool

    /// - Parameter isDeaf: the server ignores reported positions of its own log.
    init(seed: UInt64, devices count: Int, isDeaf: Bool = false) throws {
        self.isDeaf = isDeaf
        random = SeededRandom(seed: seed)
        server = try SimulatedServer(image: SimulatedServer.foundation.get(), clock: clock, isDeaf: isDeaf)
        devices = try (0..<count).map { try Device($0) }
        // Clocks may be years off; nothing here depends on them.
        for (device, years) in zip(devices, [0, 10, -10, 40]) { device.wallSkewMs = Int64(years) * 31_536_000_000 }
        for device in devices {
            try device.enrol(server)
            try device.sync(server)
        }
    }

    private func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private func number() -> String {
        chance(10)
            ? "X\(Int.random(in: 1...5, using: &random))"
            : "n\(SimulatedServer.people.randomElement(using: &random) ?? 1001)"
    }

    /// Performs a random action.
    func act() throws {
        let index = Int.random(in: devices.indices, using: &random)
        let device = devices[index]
        clock.advance(by: Int64.random(in: 0...60_000, using: &random))
        switch Int.random(in: 0..<13, using: &random) {
        case 0...2: scans.append((index, try device.scan(number())))
        case 3: try device.replay((0..<Int.random(in: 1...40, using: &random)).map { _ in number() })
        case 4:
            let start = Int.random(in: 0...300, using: &random)
            try device.importFile(start..<start + Int.random(in: 1...60, using: &random))
        case 5: try device.scan("n1001", offering: SimulatedServer.foreignOffering)
        case 6, 7:
            let person = SimulatedServer.people.lowerBound + UInt64.random(in: 0...2, using: &random)
            try device.score(
                "n\(person)", UInt64.random(in: 50...99, using: &random) * 100,
                actor: UInt64.random(in: 1...2, using: &random))
        case 8:
            guard let place = scans.lastIndex(where: { $0.device == index }) else { return }
            do {
                try device.void(scans.remove(at: place).scan)
            } catch let refusal as Refusal where refusal.code == .notFound {
                // The log has moved into a new epoch, under another name.
            }
        case 9: try device.terminal?.seal()
        case 10: try device.powerOn()
        default: try syncBadly(device)
        }
        arrive()
    }

    /// A sync that may break anywhere; the server may notice much later.
    func syncBadly(_ device: Device) throws {
        let breaks = chance(70)
        do {
            try device.sync(
                server, seed: random.next(), breakAfter: breaks ? Int.random(in: 1...6000, using: &random) : .max,
                abandoned: chance(50) ? { self.abandoned.append($0) } : nil, meanwhile: { self.arrive() })
        } catch Device.Broken.connection {
            // The next sync continues from there.
        }
    }

    /// Delivers a few bytes of broken connections.
    private func arrive() {
        guard !abandoned.isEmpty, chance(60) else { return }
        let place = Int.random(in: abandoned.indices, using: &random)
        if !abandoned[place].stepAbandoned() { abandoned.remove(at: place).cut() }
    }

    /// Syncs all devices without faults.
    func settle() throws -> [SyncReport] {
        for link in abandoned { link.cut() }
        abandoned = []
        return try devices.map { try $0.sync(server, seed: random.next()) }
    }

    /// Adds a device with a copy of a disk.
    func add(_ device: Device) { devices.append(device) }

    func replace(_ index: Int, by device: Device) { devices[index] = device }

    /// Restarts the server with an older disk.
    func restoreServer(_ image: [String: [UInt8]]) throws {
        server.stop()
        lives += 1
        server = try SimulatedServer(image: image, clock: clock, life: lives, isDeaf: isDeaf)
    }
}
