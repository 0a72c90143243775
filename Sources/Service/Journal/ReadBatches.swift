import Causality
import Crypto
import Facts
import Journal
import Storage
import Threads
import Wire

/// The batches verified since the process started, as far as there is room, so that each is verified once.
final class ReadBatches: Sendable {
    /// Each batch has one place, which another may overwrite. One megabyte.
    private static let places = 1 << 17

    private let ids = Locked([UInt64](repeating: 0, count: places))

    func has(_ batch: UInt64) -> Bool { ids.withLock { $0[Self.place(of: batch)] == batch } }

    func add(_ batch: UInt64) { ids.withLock { $0[Self.place(of: batch)] = batch } }

    private static func place(of batch: UInt64) -> Int { Int(truncatingIfNeeded: batch) & (places - 1) }
}

extension JournalStore {
    /// Like `verify`, but free for a batch that this process has verified.
    func verifyOnce(_ batch: UInt64, _ snapshot: Snapshot) throws {
        if readBatches.has(batch) { return }
        try verify(batch, snapshot)
        // A transaction's changes may be rolled back, and their ids be assigned again.
        if !(snapshot is Transaction) { readBatches.add(batch) }
    }

    /// Throws `Damage` unless a stored batch has its hash, after the batch before it.
    func verify(_ batch: UInt64, _ snapshot: Snapshot) throws {
        let stored = try snapshot.first(
            """
            SELECT b.log, b.first_sequence, b.fact_count, b.hash, b.body, l.log_id, l.opening,
            (SELECT p.hash FROM batch p WHERE p.log = b.log AND p.first_sequence < b.first_sequence
            ORDER BY p.first_sequence DESC LIMIT 1) FROM batch b JOIN log l ON l.id = b.log WHERE b.id = ?1
            """, batch
        ) { row in
            (
                log: row.id(0), first: row.id(1), count: row.id(2), hash: row.bytes(3), body: row.bytes(4),
                logID: row.bytes(5), opening: row.bytes(6), previous: row.bytesOrNil(7)
            )
        }
        guard let stored else { throw Damage("batch \(batch) is missing, or its log") }
        let damage = Damage("batch \(batch) of log \(stored.log) is not what was written there")
        do {
            let previous =
                try stored.previous.flatMap(BatchHash.init)
                ?? LogOpening(decoding: stored.opening).origin(site: siteID)
            let sequences = try Batch.sequences(of: stored.body)
            guard let log = LogID(stored.logID), sequences.lowerBound == stored.first,
                sequences.count == stored.count, stored.first == 1 || stored.previous != nil
            else { throw damage }
            let preimage = Chain.preimage(site: siteID, log: log, previous: previous, body: stored.body)
            guard BatchHash(preimage).bytes == stored.hash else { throw damage }
        } catch is DecodeError {
            throw damage
        }
    }

    /// Throws `Damage` unless the log's head is the end of its last batch.
    func verifyHead(of log: StoredLog, _ snapshot: Snapshot) throws {
        let last = try hash(of: log.row, endingAt: log.head.sequence, snapshot)
        let isFurther = try snapshot.exists(
            "SELECT 1 FROM batch WHERE log = ?1 AND first_sequence > ?2", log.row, log.head.sequence)
        guard log.head.sequence == 0 || last == log.head.hash, !isFurther else {
            throw Damage("log \(log.row) does not end where it says")
        }
    }
}
