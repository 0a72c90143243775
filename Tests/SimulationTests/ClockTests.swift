import Domain
import Journal
import PowerCut
import Seeded
import Storage
import Terminal
import Testing

@testable import Service

/// The effect of a terminal's clocks on its records, with a whole server and a whole terminal.
@Suite struct ClockTests {
    private static let minute: Int64 = 60_000
    private let world: World
    private let device: Device
    private let clocks: DeviceClocks

    init() throws {
        world = try World(seed: 1, devices: 1)
        device = world.devices[0]
        let clocks = DeviceClocks(world.clock)
        self.clocks = clocks
        device.clocks = { clocks.now }
        // The window is from eight to ten.
        try world.server.write {
            try $0.execute("UPDATE offering_window SET from_minute = 480, to_minute = 600")
        }
        try device.powerOn()
    }

    /// Advances true time to a minute of the day.
    private func go(to minute: Int64) {
        world.clock.advance(by: SimulatedServer.morning + minute * Self.minute - world.clock.now)
    }

    private struct Judged {
        let sequence: UInt64
        let scan: ScanFact
        let basis: Int32
        let state: ScanState
    }

    private func judged() throws -> [Judged] {
        let journal = try world.server.service().journal
        return try world.server.read { snapshot in
            let offering = try OfferingRecord(SimulatedServer.offering, snapshot)
            let all = try OfferingAttendance(offering, KeptAttendance(journal), snapshot)
            return all.scans.inOrder.map { index in
                let origin = all.scans.origins[index]
                return Judged(
                    sequence: origin.sequence, scan: all.scans.scans[index], basis: origin.basis.rawValue,
                    state: all.attendance.verdicts[index].state)
            }
        }
    }

    @Test("SYN-8 a dead battery at the first scan, right afterwards, same boot, then sync: both count")
    func deadBattery() throws {
        go(to: 500)
        clocks.wallOffMs = 946_684_810_000 - world.clock.now
        try device.scan("N1001")
        clocks.wallOffMs = 0
        go(to: 501)
        try device.scan("N1002")
        go(to: 520)
        try device.sync(world.server)
        let found = try judged()
        #expect(found.map(\.state) == [.counted, .counted] && found.map(\.basis) == [1, 1])
    }

    @Test(
        "SYN-8 whatever the clocks of a terminal do, its server counts nothing that was made outside the window",
        arguments: 1...60 as ClosedRange<UInt64>)
    func histories(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var truth: [Int64] = []
        var wasRight = true
        go(to: 400)
        for _ in 0..<50 {
            world.clock.advance(by: Int64.random(in: 0...9 * Self.minute, using: &random))
            wasRight = wasRight && clocks.wallOffMs.magnitude <= 300_000
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<70:
                try device.scan("N\(UInt64.random(in: SimulatedServer.people, using: &random))")
                truth.append(world.clock.now)
            case 70..<80: try device.sync(world.server, meanwhile: { [clock = world.clock] in clock.advance(by: 40) })
            case 80..<92:
                clocks.reboot(drift: Double.random(in: -0.0004...0.0004, using: &random))
                try device.powerOn()
            default:
                let offs: [Int64] = [
                    0, 0, 86_400_000, 946_684_800_000 - world.clock.now, 2 * Self.minute, -25 * Self.minute,
                ]
                clocks.wallOffMs = offs.randomElement(using: &random) ?? 0
            }
        }
        wasRight = wasRight && clocks.wallOffMs.magnitude <= 300_000
        try device.sync(world.server)
        let window = (SimulatedServer.morning + 480 * Self.minute)..<(SimulatedServer.morning + 600 * Self.minute)
        let found = try judged()
        #expect(found.count == truth.count)
        for judged in found {
            let made = truth[Int(judged.sequence) - 1]
            let isTrue = judged.basis == 1 || judged.basis == 2 && wasRight
            if isTrue {
                #expect((judged.scan.earliestMs...judged.scan.latestMs).contains(made), "seed \(seed): \(judged)")
            }
            if judged.state == .counted || judged.state == .repeat, isTrue {
                #expect(window.contains(made), "seed \(seed): \(judged)")
            }
        }
    }

    @Test("SYN-8 a device says what its clock is worth: right, hours off, or before its last sync")
    func standing() throws {
        let terminal = try #require(device.terminal)
        go(to: 500)
        try device.sync(world.server)
        #expect(try terminal.clockAccuracy(at: clocks.now) == .right)
        go(to: 560)
        clocks.wallOffMs = 2 * 3_600_000
        #expect(try terminal.clockAccuracy(at: clocks.now) == .off(ms: 2 * 3_600_000))
        // After being switched off: the time is unknown, but not before the last sync.
        clocks.reboot()
        try device.powerOn()
        let again = try #require(device.terminal)
        #expect(try again.clockAccuracy(at: clocks.now) == .right)
        clocks.wallOffMs = -3 * 3_600_000
        #expect(try again.clockAccuracy(at: clocks.now) == .ranBack(ms: 2 * 3_600_000))
    }

    @Test("SYN-8 SYN-6 no two boots have the same number, also where a device was restored from a backup or copied")
    func boots() throws {
        let image = device.disk.image()
        var numbers = [try #require(device.terminal).boot]
        for _ in 0..<3 {
            try device.powerOn()
            numbers.append(try #require(device.terminal).boot)
        }
        let copy = try device.copy(as: 5, image: image, promised: [])
        numbers.append(try #require(copy.terminal).boot)
        #expect(Set(numbers).count == 5 && numbers[0] < numbers[1] && numbers[1] < numbers[2])
    }
}
