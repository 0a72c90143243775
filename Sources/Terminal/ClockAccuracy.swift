import Facts
import Storage

/// The accuracy of the device's wall clock as far as the device knows. Recording does not depend on it: the server
/// bounds the time of a fact by its contacts with the device.
package enum ClockAccuracy: Sendable, Equatable {
    /// The device has had no contact with its server.
    case unknown
    case right
    /// Ahead of true time by that many milliseconds; behind if negative.
    case off(ms: Int64)
    /// Earlier than the server's time at the last contact, by that many milliseconds.
    case ranBack(ms: Int64)
}

extension TerminalCore {
    /// A clock off by less counts as right.
    package static let clockToleranceMs: Int64 = 5 * 60_000

    func keep(contactAt time: DeviceTime, serverMs: Int64) throws {
        guard time.wallMs.magnitude < FactLimits.integer, serverMs.magnitude < FactLimits.integer else { return }
        try database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO contact (id, boot, monotonic_ms, wall_ms, server_ms) VALUES (1, ?1, ?2, ?3, ?4)
                ON CONFLICT (id) DO UPDATE SET boot = ?1, monotonic_ms = ?2, wall_ms = ?3, server_ms = ?4
                """, boot, time.monotonicMs, time.wallMs, serverMs)
        }
    }

    /// Returns the accuracy of the wall clock at `time`, by the last contact: within its boot from the monotonic clock,
    /// later only whether time ran back.
    package func clockAccuracy(at time: DeviceTime) throws -> ClockAccuracy {
        guard let last = try lastContact(), time.wallMs.magnitude < FactLimits.integer else { return .unknown }
        let elapsed = elapsed(since: last, at: time)
        let off = time.wallMs - last.serverMs - (elapsed ?? 0)
        if elapsed != nil, off.magnitude > Self.clockToleranceMs { return .off(ms: off) }
        if off < -Self.clockToleranceMs { return .ranBack(ms: -off) }
        let wasOff = last.wallMs - last.serverMs
        return elapsed == nil && wasOff.magnitude > Self.clockToleranceMs ? .off(ms: wasOff) : .right
    }

    /// Returns the server's time, UTC milliseconds: counted on from the last contact within its boot, the wall clock later.
    package func serverMs(at time: DeviceTime) throws -> Int64 {
        guard let last = try lastContact(), let elapsed = elapsed(since: last, at: time) else { return time.wallMs }
        return last.serverMs + elapsed
    }

    private struct Contact {
        let boot: UInt64
        let monotonicMs: UInt64
        let wallMs: Int64
        let serverMs: Int64
    }

    private func lastContact() throws -> Contact? {
        try database.read { snapshot in
            try snapshot.first("SELECT boot, monotonic_ms, wall_ms, server_ms FROM contact WHERE id = 1") {
                Contact(boot: $0.id(0), monotonicMs: $0.id(1), wallMs: $0.integer(2), serverMs: $0.integer(3))
            }
        }
    }

    /// Returns the milliseconds since a contact; nil in another boot.
    private func elapsed(since last: Contact, at time: DeviceTime) -> Int64? {
        guard last.boot == boot, time.monotonicMs >= last.monotonicMs else { return nil }
        return Int64(clamping: time.monotonicMs - last.monotonicMs)
    }
}
