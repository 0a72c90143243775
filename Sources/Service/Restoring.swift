import Application
import Crypto
import Journal
package import Storage

// OPS-2b: what a database restored from a backup needs before it serves, and what it still lacks.

extension Service {
    /// Makes a restored database go on beside what was recorded after the backup, wherever that is: its own log and its feed in
    /// a new epoch, with ids that were never given out (SYN-6). Sessions end, for one may have been ended since; orders wait
    /// until the books were compared, where there were any payments.
    /// - Parameters:
    ///   - madeMs: when the state was read that the backup has.
    ///   - transaction: of a group; the log ends with it.
    package func noteRestore(
        madeMs: Int64, now: Int64, _ random: (Int) -> [UInt8], _ transaction: Transaction
    ) throws {
        _ = try journal.leaveServerLog(try journal.serverLog(transaction), random, transaction)
        try transaction.execute("DELETE FROM session")
        try orders.stopAfterRestore(now: now, transaction)
        // So that a terminal's next contact is seen, however soon it comes.
        try terminals.forgetContacts(after: madeMs, transaction)
        try transaction.execute(
            """
            INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2
            """, RestoredState.setting, RestoredState.bytes(madeMs, now))
    }
}

extension Service {
    /// OPS-6: makes the server record in a new log under another key from now on. What the old key has signed stays as it is: each
    /// log names its own.
    /// - Parameter seed: 32 random bytes.
    package func rotateServerLog(to seed: [UInt8], _ database: Database) throws {
        let key = try SigningKey(seed: seed)
        try database.write { transaction in
            try journal.rotateServerLog(to: key, transaction)
            try KeyCheck([.serverLog: seed]).noteAnew(.serverLog, transaction)
        }
    }
}

/// A restored server: since when, and what has not come back.
package struct RestoredState: Sendable {
    package struct Terminal: Sendable {
        package let id: UInt64
        package let name: String
        package let base: String
        /// 0 for never.
        package let lastContactMs: Int64
    }

    /// A log of this server of which a terminal has seen more than the backup had: records made online are lost for good.
    package struct Loss: Sendable {
        package let log: [UInt8]
        /// The last fact that is here, and the last that was seen.
        package let here: UInt64
        package let seen: UInt64
    }

    /// When the state was read that the backup has, and when it was restored; UTC milliseconds.
    package let madeMs: Int64
    package let restoredMs: Int64
    /// The terminals that have not made contact since, and may have records that this server lacks.
    package let missing: [Terminal]
    package let lost: [Loss]
    package let areOrdersStopped: Bool

    fileprivate static let setting = "restored"

    fileprivate static func bytes(_ madeMs: Int64, _ restoredMs: Int64) -> [UInt8] {
        [madeMs, restoredMs].flatMap { time in (0..<8).map { UInt8(truncatingIfNeeded: time >> (8 * Int64($0))) } }
    }

    /// Nil for a database that was never restored.
    package init?(_ snapshot: Snapshot) throws {
        let bytes = try snapshot.first(.valueOfSetting, Self.setting) { $0.bytes(0) }
        guard let bytes, bytes.count == 16 else { return nil }
        let times = [bytes[..<8], bytes[8...]].map { $0.reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) } }
        (madeMs, restoredMs) = (times[0], times[1])
        missing = try snapshot.all(
            """
            SELECT t.id, t.name, o.name, t.last_contact_ms FROM terminal t JOIN organisation o ON o.id = t.base
            WHERE t.revoked_ms = 0 AND t.last_contact_ms < ?1 ORDER BY t.id
            """, restoredMs
        ) { Terminal(id: $0.id(0), name: $0.text(1), base: $0.text(2), lastContactMs: $0.integer(3)) }
        lost = try snapshot.all(
            """
            SELECT x.log_id, x.sequence, l.head_sequence FROM lost_log x LEFT JOIN log l ON l.id = x.id
            WHERE x.told_ms >= ?1 ORDER BY x.id
            """, restoredMs
        ) { Loss(log: $0.bytes(0), here: $0.idOrNil(2) ?? 0, seen: $0.id(1)) }
        areOrdersStopped = try snapshot.exists("SELECT 1 FROM selling_stop WHERE until_ms = 0")
    }
}
