package import Crypto
package import Domain
package import Storage

/// A terminal's core: the scope of its base, the facts it has recorded, and the server's acknowledgements of them.
///
/// Every recorded fact is durable on return. For one thread at a time. Reads no clock and opens no connection: calls
/// carry the time, and `SyncMachine` uses the connection that the driver provides.
package final class TerminalCore {
    package let database: Database
    package let deviceKey: SigningKey
    /// Decrypts the names of the roster. The server sends it at every sync; it is never stored in the database.
    package var rosterKey: SealingKey?
    /// The number of the present boot, ascending. No two boots of a device have the same, even if it is restored from a
    /// backup or cloned.
    package let boot: UInt64

    let zones: (String) -> ZoneRule?
    /// Cached zones of offerings since the terminal was opened.
    var zoneOfOffering: [UInt64: ZoneRule] = [:]

    /// Opens or creates the terminal's database.
    /// - Parameters:
    ///   - deviceKey: its seed is in a file beside the database, so that a copy of the database alone is not a
    ///     terminal.
    ///   - bootIdentity: bytes that are constant while the device runs and change with every boot.
    ///   - zones: returns the rule of an IANA zone; nil for an unknown name.
    package init(
        path: String, vfs: String? = nil, durability: Database.Durability = .everyCommit, deviceKey: SigningKey,
        bootIdentity: [UInt8], zones: @escaping (String) -> ZoneRule? = { _ in nil }
    ) throws {
        self.deviceKey = deviceKey
        self.zones = zones
        database = try Database(path: path, vfs: vfs, durability: durability)
        try database.migrate("terminal", TerminalSchema.migrations)
        // Without disk space for checksums the terminal continues without them.
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

    /// The difference from one boot's number to the next: 1 … 2^28, derived from the next boot's identity, so that a
    /// restored copy assigns other numbers.
    private static func step(to bootIdentity: [UInt8]) -> UInt64 {
        1 + Digest.hash16(.boot, bootIdentity).prefix(4).reduce(0) { $0 << 8 | UInt64($1) } >> 4
    }

    /// Checkpoints the write-ahead log. Call when idle.
    package func checkpoint() throws {
        try database.checkpoint()
    }
}

/// The readings of the device's clocks.
package struct DeviceTime: Sendable, Hashable {
    /// Milliseconds since the boot; never decreases within a boot.
    package var monotonicMs: UInt64
    /// UTC milliseconds. Displayed, used to find repeats of a day, and recorded as a hint.
    package var wallMs: Int64

    package init(monotonicMs: UInt64, wallMs: Int64) {
        self.monotonicMs = monotonicMs
        self.wallMs = wallMs
    }
}
