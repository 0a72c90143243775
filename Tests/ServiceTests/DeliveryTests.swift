import Seeded
import Messages
import Storage
import Testing

import struct ClientKit.InboxDelivery
import struct ClientKit.Inbox

@Suite struct DeliveryTests {
    @Test("NOT-2 wherever a device is cut off or dies, and comes back, each message is shown once and none is lost")
    func everyCut() throws {
        var cut = 0
        var wasCut = true
        while wasCut {
            let world = try World()
            let ids = try (0..<3).map { _ in try world.server.notify(try world.person("N01")) }
            let device = Device(1)
            wasCut = try !device.run(in: world, until: cut)
            #expect(try device.run(in: world))
            #expect(device.screen == ids, "cut at step \(cut)")
            // Only where it died while it showed one is that one shown again, and said to be.
            #expect(device.again.count <= 1, "cut at step \(cut)")
            let other = Device(2)
            world.clock.advance(minutes: 5)
            #expect(try other.run(in: world))
            #expect(other.screen.isEmpty, "cut at step \(cut)")
            cut += 1
        }
        #expect(cut > 20)
    }

    @Test("NOT-2 what a dead device had not been given for good is another's after a minute, and never both's")
    func everyDeath() throws {
        var cut = 0
        var wasCut = true
        while wasCut {
            let world = try World()
            let ids = try (0..<3).map { _ in try world.server.notify(try world.person("N01")) }
            let (dead, other) = (Device(1), Device(2))
            wasCut = try !dead.run(in: world, until: cut)
            let marked = try world.server.count("SELECT COUNT(*) FROM message_shown")
            #expect(marked == 0 || marked == 3)
            world.clock.advance(minutes: 1)
            #expect(try other.run(in: world))
            #expect(other.screen == (marked == 0 ? ids : []), "cut at step \(cut)")
            #expect(marked == 3 || dead.screen.isEmpty, "cut at step \(cut)")
            // It comes back after all, and shows what is its own.
            #expect(try dead.run(in: world))
            #expect(dead.screen == (marked == 0 ? [] : ids), "cut at step \(cut)")
            cut += 1
        }
    }

    @Test("NOT-2 devices that race, die and lose replies at random show each message on one of them, once")
    func random() throws {
        let seed = UInt64.random(in: 1...(.max))
        print("deliveries at random: seed \(seed)")
        var chance = SeededRandom(seed: seed)
        let world = try World()
        let person = try world.person("N01")
        let devices = (1...3).map { Device(UInt8($0)) }
        var ids: [UInt64] = []
        for _ in 0..<200 {
            switch chance.next() % 4 {
            case 0 where ids.count < 60: ids.append(try world.server.notify(person))
            case 1: world.clock.advance(ms: Int64(chance.next() % 90_000))
            default:
                let device = devices[Int(chance.next() % 3)]
                _ = try device.run(in: world, until: Int(chance.next() % 40))
            }
        }
        for _ in 0..<2 {
            world.clock.advance(minutes: 1)
            for device in devices { #expect(try device.run(in: world), "seed \(seed)") }
        }
        #expect(devices.flatMap(\.screen).sorted() == ids, "seed \(seed)")
        #expect(try world.server.count("SELECT COUNT(*) FROM message_waiting") == 0, "seed \(seed)")
        #expect(try world.server.count("SELECT COUNT(*) FROM message_shown") == ids.count, "seed \(seed)")
    }

    @Test("an inbox reads back as it was written, and nothing else reads as one")
    func bytes() throws {
        var disk = Inbox(device: [UInt8](repeating: 3, count: 16)).serialized()
        let ends = InboxDelivery.Ends(
            save: { disk = $0.serialized() },
            claim: { _ in ClaimMessagesReply(messages: [PersonalMessage(id: 7, text: "请假"), PersonalMessage(id: 9)]) },
            mark: { _ in throw Device.Death() }, show: { _, _ in })
        var delivery = try InboxDelivery(Inbox(serialized: disk), ends)
        #expect(throws: Device.Death.self) { try delivery.run() }
        let inbox = try Inbox(serialized: disk)
        #expect(inbox.entries.map(\.message.text) == ["请假", ""])
        #expect(inbox.entries.map(\.stage) == [.taken, .taken])
        #expect(inbox.device == [UInt8](repeating: 3, count: 16))
        for length in disk.indices {
            #expect(throws: (any Error).self) { try Inbox(serialized: Array(disk[..<length])) }
        }
        #expect(throws: (any Error).self) { try Inbox(serialized: disk + [0]) }
    }
}

/// A device of N01: its disk and screen survive its crash, which may come at any step.
private final class Device {
    struct Death: Error {}

    /// By message, in the order they appeared. A repeated one replaces itself, as a phone's notification does.
    private(set) var screen: [UInt64] = []
    private(set) var again: [UInt64] = []
    private let token: [UInt8]
    private var disk: [UInt8]
    private var stepsLeft = Int.max

    init(_ number: UInt8) {
        token = [UInt8](repeating: number, count: 16)
        disk = Inbox(device: token).serialized()
    }

    /// - Parameter steps: the number of effects or replies before the crash.
    /// - Returns: whether it reached the end.
    func run(in world: World, until steps: Int = .max) throws -> Bool {
        stepsLeft = steps
        let client = try world.client("N01")
        defer { client.disconnect() }
        let ends = InboxDelivery.Ends(
            save: { inbox in try self.step { self.disk = inbox.serialized() } },
            claim: { request in try self.step { try client.call(.noticesClaimMessages, request) } },
            mark: { request in try self.step { try client.call(.noticesMarkShown, request) } },
            show: { message, isAgain in
                try self.step {
                    if isAgain { self.again.append(message.id) }
                    if !self.screen.contains(message.id) {
                        self.screen.append(message.id)
                    } else if !isAgain {
                        Issue.record("message \(message.id) appears as new again")
                    }
                }
            })
        do {
            var delivery = try InboxDelivery(Inbox(serialized: disk), ends)
            _ = try delivery.run()
            return true
        } catch is Death {
            return false
        }
    }

    /// Crashes before the effect, or after it, when its outcome is unknown.
    private func step<Result>(_ effect: () throws -> Result) throws -> Result {
        try live()
        let result = try effect()
        try live()
        return result
    }

    private func live() throws {
        guard stepsLeft > 0 else { throw Death() }
        stepsLeft -= 1
    }
}
