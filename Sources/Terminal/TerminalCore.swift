package import Crypto
package import Domain
package import Storage

/// A terminal's core: what it knows of its base, what it has recorded, and what the server has of that.
///
/// Everything recorded is durable when the call returns. It belongs to one thread at a time; it reads no clock and opens
/// no connection: times come with the calls, and `SyncMachine` talks to the server through what the driver gives it.
package final class TerminalCore {
    package let database: Database
    package let deviceKey: SigningKey
    /// Opens the names of the roster. The server gives it at every sync; it is never written to the database.
    package var rosterKey: SealingKey?
    /// Number of the present boot, rising; no two boots of a device have the same, also where it is restored from a backup
    /// or cloned.
    package let boot: UInt64

    let zones: (String) -> ZoneRule?
    /// Zones of the offerings scanned for since the terminal was opened.
    var zoneOfOffering: [UInt64: ZoneRule] = [:]

    /// Opens the terminal's database, or makes one.
    /// - Parameters:
    ///   - deviceKey: its seed lives in a file beside the database, so that a copy of the database alone is no terminal.
    ///   - bootIdentity: bytes that stay while the device runs and change with every boot.
    ///   - zones: the rule of an IANA zone; nil for a name it does not know.
    package init(
        path: String, vfs: String? = nil, durability: Database.Durability = .everyCommit, deviceKey: SigningKey,
        bootIdentity: [UInt8], zones: @escaping (String) -> ZoneRule? = { _ in nil }
    ) throws {
        self.deviceKey = deviceKey
        self.zones = zones
        database = try Database(path: path, vfs: vfs, durability: durability)
        try database.migrate("terminal", TerminalSchema.migrations)
        // Without room for that it goes on as it was: a terminal records as long as it can.
        _ = try database.coverPages()
        boot = try database.write { transaction in
            let last = try transaction.first("SELECT id, identity FROM boot ORDER BY id DESC LIMIT 1") {
                (number: $0.id(0), identity: $0.bytes(1))
            }
            if let last, last.identity == bootIdentity { return last.number }
            let number = (last?.number ?? 0) + Self.step(to: bootIdentity)
            try transaction.execute("INSERT INTO boot (id, identity) VALUES (?1, ?2)", number, bootIdentity)
            return number
        }
    }

    /// From a boot's number to the next: 1 … 2^28, by the identity of the next, so that a copy which knows less counts
    /// otherwise.
    private static func step(to bootIdentity: [UInt8]) -> UInt64 {
        1 + Digest.hash16(.boot, bootIdentity).prefix(4).reduce(0) { $0 << 8 | UInt64($1) } >> 4
    }

    /// Moves what was written into the database file; for while nobody waits.
    package func checkpoint() throws {
        try database.checkpoint()
    }
}

/// What the device's clocks show.
package struct DeviceTime: Sendable, Hashable {
    /// Milliseconds since the boot; never runs back within one.
    package var monotonicMs: UInt64
    /// UTC milliseconds. Shown to people, tells the day of a repeat, and is recorded as a hint.
    package var wallMs: Int64

    package init(monotonicMs: UInt64, wallMs: Int64) {
        self.monotonicMs = monotonicMs
        self.wallMs = wallMs
    }
}
