import Causality
import Domain
import Journal
import Storage

/// One of the device's logs, as stored in its database.
struct DeviceLog {
    let row: UInt64
    let id: LogID
    let opening: LogOpening
    let openingBytes: [UInt8]
    let openingSignature: [UInt8]
    let isCurrent: Bool
    /// The head up to which batches were purged; the log's origin if none were.
    let purged: LogHead
    /// The head up to which facts are in batches.
    let sealed: LogHead
    /// The last sequence assigned.
    let recorded: UInt64
    /// The last sequence known to be durable on the server.
    let durable: UInt64
}

/// A row that this program cannot have written.
struct TerminalDamage: Error {
    let table: String
    let row: UInt64
}

extension TerminalCore {
    @discardableResult
    func openLog(_ opening: LogOpening, site: [UInt8], _ transaction: Transaction) throws -> UInt64 {
        let origin = opening.origin(site: site).bytes
        let row = try transaction.newID()
        try transaction.execute("UPDATE log SET is_current = 0 WHERE is_current = 1")
        try transaction.execute(
            """
            INSERT INTO log (id, log_id, opening, opening_signature, epoch, is_current, purged_sequence, purged_hash,
            sealed_sequence, sealed_hash, recorded_sequence, durable_sequence, applied_sequence, receipt_ms,
            receipt_token, receipt_is_new) VALUES (?1, ?2, ?3, ?4, ?5, 1, 0, ?6, 0, ?6, 0, 0, 0, 0, 0, 0)
            """,
            row, opening.logID(site: site).bytes, opening.bytes, opening.sign(with: deviceKey, site: site),
            opening.epoch, origin)
        return row
    }

    func currentLog(_ snapshot: Snapshot) throws -> DeviceLog {
        let row = try snapshot.first("SELECT id FROM log WHERE is_current = 1") { $0.id(0) }
        guard let row else { throw Refusal(.wrongState, "this terminal is not enrolled yet", zh: "本终端尚未注册") }
        return try log(row, snapshot)
    }

    func log(_ row: UInt64, _ snapshot: Snapshot) throws -> DeviceLog {
        let log = try snapshot.first(
            """
            SELECT log_id, opening, opening_signature, is_current, purged_sequence, purged_hash, sealed_sequence,
            sealed_hash, recorded_sequence, durable_sequence FROM log WHERE id = ?1
            """, row
        ) { stored in
            guard let id = LogID(stored.bytes(0)), let purged = BatchHash(stored.bytes(5)),
                let sealed = BatchHash(stored.bytes(7))
            else { throw TerminalDamage(table: "log", row: row) }
            return DeviceLog(
                row: row, id: id, opening: try LogOpening(decoding: stored.bytes(1)), openingBytes: stored.bytes(1),
                openingSignature: stored.bytes(2), isCurrent: stored.bool(3),
                purged: LogHead(sequence: stored.id(4), hash: purged),
                sealed: LogHead(sequence: stored.id(6), hash: sealed), recorded: stored.id(8), durable: stored.id(9))
        }
        guard let log else { throw TerminalDamage(table: "log", row: row) }
        return log
    }

    /// Returns the head at which a stored batch, or the purged part, ends; nil if none ends there.
    func head(at sequence: UInt64, of log: DeviceLog, _ snapshot: Snapshot) throws -> LogHead? {
        if sequence == log.purged.sequence { return log.purged }
        let hash = try snapshot.first(
            "SELECT hash FROM batch WHERE log = ?1 AND last_sequence = ?2", log.row, sequence
        ) { $0.bytes(0) }
        return hash.flatMap { BatchHash($0) }.map { LogHead(sequence: sequence, hash: $0) }
    }

    /// Returns the tag of the batch that holds a fact; nil while the fact is pending, or once its batch was purged.
    func tag(of sequence: UInt64, in log: UInt64, _ snapshot: Snapshot) throws -> BatchTag? {
        let stored = try snapshot.first(
            """
            SELECT last_sequence, hash FROM batch WHERE log = ?1 AND first_sequence <= ?2
            ORDER BY first_sequence DESC LIMIT 1
            """, log, sequence
        ) { (last: $0.id(0), hash: $0.bytes(1)) }
        guard let stored, stored.last >= sequence else { return nil }
        return BatchHash(stored.hash)?.tag
    }
}
