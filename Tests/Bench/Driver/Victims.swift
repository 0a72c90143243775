import Connection
import Foundation
import Messages
import Network
import Threads
import Wire

/// People who work during an attack, one call after another: an administrator who saves, a terminal that syncs, and one
/// of the attacker's kind.
final class Victims {
    /// Milliseconds until each answer.
    struct Waits {
        var write: [Double] = []
        var acknowledgement: [Double] = []
        var kin: [Double] = []
        var refused = 0
    }

    private let administrator: ClientSocket
    private let terminal: ClientSocket
    private let push: UInt32
    private var device: Device
    private let fixture: Fixture
    private var count = 0

    init(_ fixture: Fixture, port: Int) throws {
        self.fixture = fixture
        administrator = try Attack.connect(port, fixture.administrator)
        terminal = try Attack.connect(port, [])
        device = fixture.terminals[0]
        try device.authenticate(terminal)
        push = try terminal.call(.syncPush, request: PushRequest().serialized())
    }

    /// - Parameter kin: makes a call of the attacker's kind; returns false if it was refused.
    func work(seconds: Double, kin: () throws -> Bool) throws -> Waits {
        var waits = Waits()
        let endNs = MonotonicClock.nowNs() + UInt64(seconds * 1e9)
        while MonotonicClock.nowNs() < endNs {
            try Self.time(&waits.write, &waits.refused, save)
            try Self.time(&waits.acknowledgement, &waits.refused, sync)
            try Self.time(&waits.kin, &waits.refused, kin)
            pause(ms: 10)
        }
        return waits
    }

    private static func time(_ waits: inout [Double], _ refused: inout Int, _ body: () throws -> Bool) throws {
        let beganNs = MonotonicClock.nowNs()
        if try !body() { refused += 1 }
        waits.append(Double(MonotonicClock.nowNs() - beganNs) / 1e6)
    }

    private func save() throws -> Bool {
        count += 1
        let entry = CatalogueEntry(kind: .specialty, code: "F\(count % 100)", name: "Specialty \(count % 100)")
        return try administrator.isAnswered(
            .organisationsSaveCatalogueEntry, SaveCatalogueEntryRequest(entry: entry))
    }

    private func sync() throws -> Bool {
        let batch = try device.batch(
            of: fixture.people[count % fixture.people.count], at: fixture.offerings[0],
            ms: fixture.dayBeginsMs + Int64(count) * 1000)
        _ = try terminal.items(push, [batch])
        while let event = try terminal.next(by: .inMs(60_000)) {
            switch event {
            case .item(push, let bytes):
                terminal.consumed(push, bytes: bytes.count)
                return try Ack(serialized: bytes).refused == nil
            case .error(push, let failure): throw BenchError("the push has ended: \(failure.text)")
            default: continue
            }
        }
        return false
    }
}

extension ClientSocket {
    /// Makes a call; returns true for a reply, false for a refusal.
    func isAnswered(
        _ method: Messages.Method, _ request: some Message, items: [[UInt8]] = []
    ) throws -> Bool {
        let options = CallOptions(idempotencyKey: method.rule.effect == .mutates ? SystemRandom.bytes(16) : [])
        let stream = try call(method, options: options, request: request.serialized())
        if !items.isEmpty {
            _ = try self.items(stream, items)
            endItems(stream)
        }
        while let event = try next(by: .inMs(60_000)) {
            switch event {
            case .reply(stream, _): return true
            case .error(stream, _): return false
            default: continue
            }
        }
        return false
    }
}

/// Pauses, as people do between calls.
func pause(ms: Int64) {
    _ = Monitor(false).wait(atMostMs: ms) { $0 ? () : nil }
}
