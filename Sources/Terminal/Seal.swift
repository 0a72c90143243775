import Crypto
import Facts
import Journal
import Storage

/// A stored batch.
struct OwnBatch {
    let sequences: ClosedRange<UInt64>
    let body: [UInt8]
    let signature: [UInt8]
}

extension TerminalCore {
    /// The most facts in one batch: a thousand scans take 2 to 3 KiB.
    package static let factsPerBatch = 1000
    /// Bytes of texts and references after which a batch is cut earlier, so that it always fits a stream's credit.
    static let bytesPerBatch = 64 << 10

    /// Cuts pending facts into signed batches. They are durable before any is sent, and never cut again.
    /// - Returns: the number of batches.
    @discardableResult
    package func seal() throws -> Int {
        var batches = 0
        while try sealNext() { batches += 1 }
        return batches
    }

    /// Seals one batch in a commit of its own; returns false if nothing is pending.
    private func sealNext() throws -> Bool {
        try database.write { transaction in
            guard let enrolment = try enrolment(transaction) else { return false }
            let log = try currentLog(transaction)
            guard log.recorded > log.sealed.sequence else { return false }
            let waiting = try transaction.all(
                "SELECT sequence, body FROM pending WHERE log = ?1 ORDER BY sequence LIMIT ?2",
                log.row, Self.factsPerBatch
            ) { (sequence: $0.id(0), body: $0.bytes(1)) }
            var builder = BatchBuilder(
                firstSequence: log.sealed.sequence + 1, capacity: Self.factsPerBatch,
                receipt: try waiting.first.flatMap { try receipt(log, for: TimedFact(body: $0.body), transaction) })
            var size = 0
            for pending in waiting {
                size += pending.body.count
                guard builder.isEmpty || size <= Self.bytesPerBatch else { break }
                let timed = try TimedFact(body: pending.body)
                guard pending.sequence == builder.nextSequence else {
                    throw TerminalDamage(table: "pending", row: pending.sequence)
                }
                guard builder.append(timed.fact, at: timed.moment) else { break }
            }
            guard !builder.isEmpty else { throw TerminalDamage(table: "pending", row: log.sealed.sequence + 1) }
            var chain = Chain(
                site: enrolment.site, log: log.id, key: deviceKey.publicKey, head: log.sealed)
            let sealed = try chain.seal(try builder.body(), with: deviceKey)
            try transaction.execute(
                """
                INSERT INTO batch (id, log, first_sequence, last_sequence, hash, body, signature, durable_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)
                """,
                transaction.newID(), log.row, sealed.sequences.lowerBound, sealed.sequences.upperBound,
                sealed.hash.bytes, sealed.body, sealed.signature)
            try transaction.execute(
                "DELETE FROM pending WHERE log = ?1 AND sequence <= ?2", log.row, sealed.sequences.upperBound)
            try transaction.execute(
                "UPDATE log SET sealed_sequence = ?2, sealed_hash = ?3, receipt_is_new = 0 WHERE id = ?1",
                log.row, sealed.sequences.upperBound, sealed.hash.bytes)
            return true
        }
    }

    /// Returns the receipt for a batch that starts with this fact: one newer than the previous batch, or one of another
    /// boot, where nothing else bounds the batch from below.
    private func receipt(
        _ log: DeviceLog, for first: TimedFact, _ snapshot: Snapshot
    ) throws -> BatchHeader.Receipt? {
        guard case .live(let boot, _, _) = first.moment else { return nil }
        return try snapshot.first(
            """
            SELECT receipt_sequence, receipt_ms, receipt_token, receipt_boot, receipt_monotonic_ms FROM log
            WHERE id = ?1 AND receipt_ms > 0 AND (receipt_is_new = 1 OR receipt_boot <> ?2)
            """, log.row, boot
        ) {
            BatchHeader.Receipt(
                sequence: $0.id(0), timeMs: $0.id(1), token: $0.id(2), boot: $0.id(3), monotonicMs: $0.id(4))
        }
    }

    /// Returns the batches of a log after a sequence, oldest first, at most `limit`.
    func batches(_ log: UInt64, behind sequence: UInt64, limit: Int) throws -> [OwnBatch] {
        try database.read { snapshot in
            try snapshot.all(
                """
                SELECT first_sequence, last_sequence, body, signature FROM batch
                WHERE log = ?1 AND first_sequence > ?2 ORDER BY first_sequence LIMIT ?3
                """, log, sequence, limit
            ) { OwnBatch(sequences: $0.id(0)...$0.id(1), body: $0.bytes(2), signature: $0.bytes(3)) }
        }
    }
}
