import Causality
import Crypto
import Facts
import Journal
import Storage

extension TerminalCore {
    /// SYN-6: ends a log at the last head that the server and this device share, and records later facts again in the
    /// current log: each as it was, with its own moment, under a new dot. If the log is the current one, opens a new
    /// epoch first. References to moved facts are rewritten.
    /// - Parameter prefix: the last shared head.
    func carryOver(_ row: UInt64, after prefix: LogHead) throws {
        try database.write { transaction in
            guard let enrolment = try enrolment(transaction) else { return }
            let old = try log(row, transaction)
            let facts = try facts(of: old, behind: prefix.sequence, transaction)
            if old.isCurrent {
                let opening = LogOpening(
                    deviceKey: deviceKey.publicKey, epoch: old.opening.epoch + 1 + Self.leap(from: prefix),
                    predecessor: LogOpening.Predecessor(log: old.id, final: prefix))
                try openLog(opening, site: enrolment.site, transaction)
            }
            var recorder = Recorder(try currentLog(transaction), transaction)
            var moved: [UInt64: UInt64] = [:]
            for (sequence, timed) in facts {
                var timed = timed
                timed.fact.references = try timed.fact.references.compactMap { reference in
                    try rewritten(reference, from: old, moved, transaction)
                }
                try transaction.execute("DELETE FROM mark WHERE log = ?1 AND sequence = ?2", row, sequence)
                if let key = MarkKey(timed.fact) {
                    moved[sequence] = try record(timed, key, &recorder, transaction).sequence
                } else {
                    moved[sequence] = try recorder.append(timed).dot.sequence
                }
            }
            try recorder.finish()
            try cut(old, to: prefix, transaction)
        }
    }

    /// A difference of epochs that is unlikely to be equal for two copies of one device, so that each continues in its
    /// own.
    private static func leap(from prefix: LogHead) -> UInt64 {
        prefix.hash.bytes.prefix(4).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func facts(
        of log: DeviceLog, behind sequence: UInt64, _ snapshot: Snapshot
    ) throws -> [(sequence: UInt64, fact: TimedFact)] {
        let sealed = try snapshot.all(
            "SELECT first_sequence, body FROM batch WHERE log = ?1 AND first_sequence > ?2 ORDER BY first_sequence",
            log.row, sequence
        ) { row in
            let batch = try Batch.decode(row.bytes(1))
            return try batch.rows.map { (row.id(0) + UInt64($0), try TimedFact(batch, row: $0)) }
        }
        let pending = try snapshot.all(
            "SELECT sequence, body FROM pending WHERE log = ?1 ORDER BY sequence", log.row
        ) { ($0.id(0), try TimedFact(body: $0.bytes(1))) }
        return sealed.flatMap { $0 } + pending
    }

    /// Returns the same edge from the new log: to its moved target, or into the old log with the batch's tag. Nil if
    /// that batch was purged.
    private func rewritten(
        _ reference: FactReference, from old: DeviceLog, _ moved: [UInt64: UInt64], _ snapshot: Snapshot
    ) throws -> FactReference? {
        guard reference.target == .own else { return reference }
        if let sequence = moved[reference.sequence] { return FactReference(reference.role, sequence) }
        return try tag(of: reference.sequence, in: old.row, snapshot).map {
            FactReference(reference.role, reference.sequence, in: .other(old.id, $0))
        }
    }

    private func cut(_ log: DeviceLog, to prefix: LogHead, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM pending WHERE log = ?1", log.row)
        try transaction.execute("DELETE FROM batch WHERE log = ?1 AND first_sequence > ?2", log.row, prefix.sequence)
        try transaction.execute("DELETE FROM put_aside WHERE log = ?1 AND sequence > ?2", log.row, prefix.sequence)
        try transaction.execute(
            """
            UPDATE log SET sealed_sequence = ?2, sealed_hash = ?3, recorded_sequence = ?2, durable_sequence = ?2
            WHERE id = ?1
            """, log.row, prefix.sequence, prefix.hash.bytes)
    }
}
