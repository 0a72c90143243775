import Application
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Wire

/// The journal's tables: logs, batches as received, and the indexes of queries.
package final class JournalStore: Sendable {
    let siteID: [UInt8]
    let serverLogKey: SigningKey
    /// Makes the receipts for terminals, and verifies them.
    let receipts: MACKey
    let readBatches = ReadBatches()

    init(siteID: [UInt8], serverLogKey: SigningKey, receipts: MACKey) {
        self.siteID = siteID
        self.serverLogKey = serverLogKey
        self.receipts = receipts
    }

    /// A log as stored.
    struct StoredLog: Sendable {
        let row: UInt64
        let id: LogID
        let key: PublicKey
        /// 0 for a server's own log.
        let terminal: UInt64
        var head: LogHead
        /// The bytes of its batches, with the overhead of each.
        var storedBytes: UInt64
        var isClosed: Bool
        /// The last sequence it may have, because another log succeeds it; nil if none does.
        let endsAt: UInt64?
    }

    /// `nil` for a row no log has. Throws `Damage` for one that cannot be read.
    func log(_ row: UInt64, _ snapshot: Snapshot) throws -> StoredLog? {
        try snapshot.first(
            """
            SELECT log_id, device_key, terminal, head_sequence, head_hash, stored_bytes, seal, ends_at FROM log WHERE id = ?1
            """, row
        ) { stored in
            guard let id = LogID(stored.bytes(0)), let hash = BatchHash(stored.bytes(4)) else {
                throw Damage("log \(row) is not what was written there")
            }
            let endsAt = stored.idOrNil(7)
            return StoredLog(
                row: row, id: id, key: try PublicKey(stored.bytes(1)), terminal: stored.id(2),
                head: LogHead(sequence: stored.id(3), hash: hash), storedBytes: stored.id(5),
                isClosed: !stored.isNull(6) || endsAt.map { stored.id(3) >= $0 } ?? false, endsAt: endsAt)
        }
    }

    /// Throws unless exactly these bytes are stored at their sequence: `gap` above the head, a fork if the stored ones
    /// differ.
    /// - Returns: whether all its facts are plain check-ins, about which there is nothing to report.
    func compare(
        _ body: [UInt8], _ sequences: ClosedRange<UInt64>, with log: StoredLog, _ snapshot: Snapshot
    ) throws -> Bool {
        let isPlain = try snapshot.first(
            "SELECT plain FROM batch WHERE log = ?1 AND first_sequence = ?2 AND body = ?3",
            log.row, sequences.lowerBound, body
        ) { $0.bool(0) }
        if let isPlain { return isPlain }
        guard sequences.lowerBound <= log.head.sequence else { throw Refusal(.gap) }
        // Not the device is accused of a fork where the stored bytes have changed.
        let stored = try snapshot.first(.batchAtSequence, log.row, sequences.lowerBound) { $0.id(0) }
        guard let stored else { throw Damage("log \(log.row) has lost its beginning") }
        try verify(stored, snapshot)
        throw Refusal(.fork)
    }

    /// Registers a log by its opening.
    func open(_ opening: LogOpening, signature: [UInt8], terminal: UInt64, _ transaction: Transaction) throws -> UInt64
    {
        try Self.open(opening, signature: signature, terminal: terminal, site: siteID, transaction)
    }

    static func open(
        _ opening: LogOpening, signature: [UInt8], terminal: UInt64, site: [UInt8], _ transaction: Transaction
    ) throws -> UInt64 {
        let row = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO log (id, log_id, opening, opening_signature, device_key, epoch, terminal, head_sequence,
            head_hash, applied_sequence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, 0)
            """, row, opening.logID(site: site).bytes, opening.bytes, signature, opening.deviceKey.bytes,
            opening.epoch, terminal, opening.origin(site: site).bytes)
        return row
    }
}

/// A batch whose position in its log is verified, with the hash that precedes it.
struct VerifiedBatch: Sendable {
    let sealed: SealedBatch
    let previous: BatchHash
    let decoded: DecodedBatch
}
