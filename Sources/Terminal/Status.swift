package import Causality
package import Domain
import Facts
import Storage

/// The state of everything recorded on this terminal.
package struct TerminalStatus: Sendable, Equatable {
    package var enrolment: Enrolment?
    package var boot: UInt64 = 0
    /// The epoch of the current log.
    package var epoch: UInt64 = 0
    /// Facts that are not in a batch yet.
    package var pending: UInt64 = 0
    /// Facts in batches that the server is not known to have.
    package var sealed: UInt64 = 0
    /// Facts that are durable on the server.
    package var acknowledged: UInt64 = 0
    /// Acknowledged facts that the server has quarantined.
    package var quarantined: UInt64 = 0
    /// UTC milliseconds of the server's clock; 0 before the first sync.
    package var lastSyncMs: Int64 = 0
    package var offerings: [OfferingSummary] = []
}

/// A fact that the server has quarantined.
package struct QuarantinedRecord: Sendable, Equatable {
    package let dot: Dot
    /// Nil for a reason that only a newer server can tell.
    package let code: ErrorCode?
    /// 0 once its batch is no longer kept here.
    package var offering: UInt64 = 0
    /// The person's id, or the code as it was read; empty once its batch is no longer kept here.
    package var subject = ""
    /// Whether the subject is a code as it was read.
    var isCode = false

    package var reason: Phrase { code?.rule.text ?? Phrase("") }
}

extension TerminalCore {
    package func status() throws -> TerminalStatus {
        var status = try database.read { snapshot in
            var status = TerminalStatus(boot: boot)
            status.enrolment = try enrolment(snapshot)
            status.lastSyncMs = try snapshot.first("SELECT last_sync_ms FROM enrolment") { $0.integer(0) } ?? 0
            status.epoch = try snapshot.first("SELECT epoch FROM log WHERE is_current = 1") { $0.id(0) } ?? 0
            status.pending = try snapshot.first("SELECT COUNT(*) FROM pending") { $0.id(0) } ?? 0
            status.quarantined = try snapshot.first("SELECT COUNT(*) FROM put_aside") { $0.id(0) } ?? 0
            let sums = try snapshot.first(
                """
                SELECT COALESCE(SUM(sealed_sequence - durable_sequence), 0), COALESCE(SUM(durable_sequence), 0) FROM log
                """
            ) { (sealed: $0.id(0), durable: $0.id(1)) }
            status.sealed = sums?.sealed ?? 0
            status.acknowledged = sums?.durable ?? 0
            return status
        }
        status.offerings = try offerings()
        return status
    }

    /// Returns the quarantined facts, oldest first.
    package func quarantined(limit: Int = 500) throws -> [QuarantinedRecord] {
        try database.read { snapshot in
            let found = try snapshot.all(
                """
                SELECT l.log_id, p.sequence, p.code, l.id FROM put_aside p JOIN log l ON l.id = p.log
                ORDER BY p.log, p.sequence LIMIT ?1
                """, limit
            ) { row in
                guard let log = LogID(row.bytes(0)) else { throw TerminalDamage(table: "log", row: row.id(3)) }
                let code: ErrorCode? = try row.enumerationUnlessZero(2)
                return (record: QuarantinedRecord(dot: Dot(log: log, sequence: row.id(1)), code: code), log: row.id(3))
            }
            var last: (log: UInt64, batch: DecodedBatch)?
            return try found.map { found in
                var record = found.record
                if last?.log != found.log || last?.batch.lastSequence ?? 0 < record.dot.sequence {
                    last = try batch(with: record.dot.sequence, of: found.log, snapshot).map { (found.log, $0) }
                }
                if let batch = last?.batch, record.dot.sequence >= batch.firstSequence {
                    let row = Int(record.dot.sequence - batch.firstSequence)
                    if batch.rows.contains(row) {
                        record.offering = batch[row].offering
                        record.subject =
                            switch batch.subject(row) {
                            case .person(let id): "\(id)"
                            case .raw(let bytes): String(decoding: bytes, as: UTF8.self)
                            }
                        if case .raw = batch.subject(row) { record.isCode = true }
                    }
                }
                return record
            }
        }
    }

    /// SYN-3d: forgets that facts were quarantined because nobody had their number, once the roster has it: the server has judged
    /// them anew by itself.
    func forgetKnownLater() throws {
        let unknown = try quarantined().filter { $0.code == .unknownSubject && $0.isCode }
        guard !unknown.isEmpty else { return }
        try database.write { transaction in
            for record in unknown {
                let number = RosterNumber.normalized(record.subject)
                guard try attendee(number: number, offering: record.offering, transaction) != nil else { continue }
                try transaction.execute(
                    "DELETE FROM put_aside WHERE log = (SELECT id FROM log WHERE log_id = ?1) AND sequence = ?2",
                    record.dot.log.bytes, record.dot.sequence)
            }
        }
    }

    /// Returns the kept batch with a sequence; nil once it was purged.
    private func batch(with sequence: UInt64, of log: UInt64, _ snapshot: Snapshot) throws -> DecodedBatch? {
        let body = try snapshot.first(
            "SELECT body FROM batch WHERE log = ?1 AND first_sequence <= ?2 AND last_sequence >= ?2", log, sequence
        ) { $0.bytes(0) }
        return try body.map { try Batch.decode($0) }
    }
}
