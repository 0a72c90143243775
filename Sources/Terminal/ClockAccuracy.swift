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
        let last = try database.read { snapshot in
            try snapshot.first("SELECT boot, monotonic_ms, wall_ms, server_ms FROM contact WHERE id = 1") {
                (boot: $0.id(0), monotonicMs: $0.id(1), wallMs: $0.integer(2), serverMs: $0.integer(3))
            }
        }
        guard let last, time.wallMs.magnitude < FactLimits.integer else { return .unknown }
        let isSameBoot = last.boot == boot && time.monotonicMs >= last.monotonicMs
        let elapsed = isSameBoot ? Int64(clamping: time.monotonicMs - last.monotonicMs) : 0
        let off = time.wallMs - last.serverMs - elapsed
        if isSameBoot, off.magnitude > Self.clockToleranceMs { return .off(ms: off) }
        if off < -Self.clockToleranceMs { return .ranBack(ms: -off) }
        let wasOff = last.wallMs - last.serverMs
        return !isSameBoot && wasOff.magnitude > Self.clockToleranceMs ? .off(ms: wasOff) : .right
    }
}
