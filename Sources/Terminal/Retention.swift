import Journal
import Storage

extension TerminalCore {
    /// How long the terminal keeps facts after the server has them, to refill a server restored from a backup.
    package static let retentionMs: Int64 = 30 * 86_400_000

    /// Stores a finished sync and purges old batches. Times are the server's, so a wrong clock here loses nothing.
    func finishSync(nowMs: Int64) throws {
        try database.write { transaction in
            try transaction.execute("UPDATE enrolment SET last_sync_ms = ?1 WHERE id = 1", nowMs)
            let limit = nowMs - Self.retentionMs
            let rows = try transaction.all("SELECT id FROM log ORDER BY id") { $0.id(0) }
            for row in rows { try purge(row, before: limit, transaction) }
            try transaction.execute("DELETE FROM seen WHERE day < ?1", limit / 86_400_000)
        }
    }

    /// Purges old batches from the log's start only, so that the rest has no gap.
    private func purge(_ row: UInt64, before limit: Int64, _ transaction: Transaction) throws {
        let kept = try transaction.first(
            """
            SELECT first_sequence FROM batch WHERE log = ?1 AND (durable_ms = 0 OR durable_ms >= ?2)
            ORDER BY first_sequence LIMIT 1
            """, row, limit
        ) { $0.id(0) }
        let last = try transaction.first(
            """
            SELECT last_sequence, hash FROM batch WHERE log = ?1 AND first_sequence < ?2
            ORDER BY first_sequence DESC LIMIT 1
            """, row, kept ?? UInt64(Int64.max)
        ) { (sequence: $0.id(0), hash: $0.bytes(1)) }
        guard let last else { return }
        try transaction.execute(
            "UPDATE log SET purged_sequence = ?2, purged_hash = ?3 WHERE id = ?1", row, last.sequence, last.hash)
        try transaction.execute("DELETE FROM batch WHERE log = ?1 AND last_sequence <= ?2", row, last.sequence)
    }
}
