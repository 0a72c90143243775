import Causality
import Facts
import Journal
import Messages
import Storage

/// The consequence of the server's verdict for a log of this device.
enum ClaimOutcome: Equatable {
    /// The server has all of it; `prefix` is the last shared sequence.
    case agreed(prefix: UInt64)
    /// The server lacks the facts after this sequence.
    case lacks(behind: UInt64)
    /// The log ends here: the facts after this head move into a new epoch.
    case ended(at: LogHead)
    /// The histories differ; the last shared head is yet to be found.
    case divided
    case revoked
}

extension TerminalCore {
    /// Returns the current log and those with stored batches, newest first: the ones the server must judge.
    func claimedLogs() throws -> [DeviceLog] {
        try database.read { snapshot in
            let rows = try snapshot.all(
                """
                SELECT id FROM log WHERE is_current = 1 OR EXISTS (SELECT 1 FROM batch WHERE batch.log = log.id)
                ORDER BY id DESC LIMIT ?1
                """, Self.claimLimit
            ) { $0.id(0) }
            return try rows.map { try log($0, snapshot) }
        }
    }

    static let claimLimit = 60

    func judge(_ log: DeviceLog, _ state: LogState) throws -> ClaimOutcome {
        switch state.verdict {
        case .revoked: return .revoked
        case .ok: return .agreed(prefix: log.sealed.sequence)
        case .amnesia, .closed:
            // The server has everything that is in batches here, and more, or a closing. An older log is settled.
            return log.isCurrent ? .ended(at: log.sealed) : .agreed(prefix: log.sealed.sequence)
        case .fork: return .divided
        case .behind:
            // The server was restored from a backup older than the purged part: the rest continues in a new epoch.
            guard state.durable >= log.purged.sequence else { return .ended(at: log.purged) }
            let own = try database.read { try head(at: state.durable, of: log, $0) }
            return own?.hash.bytes == state.headHash ? .lacks(behind: state.durable) : .divided
        case nil: throw SyncError.badAnswer("verdict")
        }
    }

    /// Stores the server's state of a log. `durable` may be lower than before if the server was restored.
    func settle(_ log: DeviceLog, prefix: UInt64, _ state: LogState, nowMs: Int64, at time: DeviceTime) throws {
        let applied = state.applied
        try database.write { transaction in
            try keepReceipt(
                of: log.row, sequence: state.durable, timeMs: UInt64(max(0, nowMs)), token: state.receiptToken,
                at: time, transaction)
            try transaction.execute(.setDurable, log.row, prefix, applied)
            try transaction.execute(.setBatchesDurable, log.row, prefix, nowMs)
            try transaction.execute(
                "UPDATE batch SET durable_ms = 0 WHERE log = ?1 AND last_sequence > ?2 AND durable_ms <> 0",
                log.row, prefix)
        }
    }

    /// Stores an acknowledgement: what it covers is durable on the server.
    func acknowledge(_ ack: Ack, log row: UInt64, at time: DeviceTime) throws {
        let isWhole = ack.all != 0
        try database.write { transaction in
            let log = try log(row, transaction)
            let durable = min(isWhole ? ack.all : ack.durable, log.sealed.sequence)
            guard durable >= log.durable else { return }
            try transaction.execute(.setDurable, row, durable, isWhole ? durable : ack.applied)
            try keepReceipt(
                of: row, sequence: isWhole ? ack.all : ack.durable, timeMs: ack.receiptTimeMs,
                token: ack.receiptToken, at: time, transaction)
            try transaction.execute(.setBatchesDurable, row, durable, ack.receiptTimeMs)
            for fact in ack.quarantined {
                for sequence in fact.sequences(upTo: durable) {
                    try transaction.execute(
                        """
                        INSERT INTO put_aside (log, sequence, code) VALUES (?1, ?2, ?3)
                        ON CONFLICT (log, sequence) DO UPDATE SET code = ?3
                        """, row, sequence, fact.code?.rawValue ?? 0)
                }
            }
        }
    }

    /// SYN-8: stores the newest receipt of a log and the time of its arrival.
    private func keepReceipt(
        of row: UInt64, sequence: UInt64, timeMs: UInt64, token: UInt64, at time: DeviceTime,
        _ transaction: Transaction
    ) throws {
        guard token != 0, timeMs > 0, timeMs < FactLimits.integer else { return }
        try transaction.execute(
            """
            UPDATE log SET receipt_sequence = ?2, receipt_ms = ?3, receipt_token = ?4, receipt_boot = ?5,
            receipt_monotonic_ms = ?6, receipt_is_new = 1 WHERE id = ?1 AND receipt_ms <= ?3
            """, row, sequence, timeMs, token, boot, time.monotonicMs)
    }

    /// Returns the heads at which batches of a log end, ascending.
    func heads(of log: DeviceLog) throws -> [LogHead] {
        try database.read { snapshot in
            try snapshot.all(
                "SELECT last_sequence, hash FROM batch WHERE log = ?1 ORDER BY first_sequence", log.row
            ) { row in
                guard let hash = BatchHash(row.bytes(1)) else { throw TerminalDamage(table: "batch", row: row.id(0)) }
                return LogHead(sequence: row.id(0), hash: hash)
            }
        }
    }
}

extension QuarantinedFact {
    /// Returns the sequences it covers, up to the last one the server has.
    func sequences(upTo durable: UInt64) -> some Sequence<UInt64> {
        let last = min(max(self.last, sequence), durable)
        return sequence..<max(sequence, last + 1)
    }
}

extension SQL {
    fileprivate static let setDurable: SQL = "UPDATE log SET durable_sequence = ?2, applied_sequence = ?3 WHERE id = ?1"
    fileprivate static let setBatchesDurable: SQL = """
        UPDATE batch SET durable_ms = ?3 WHERE log = ?1 AND last_sequence <= ?2 AND durable_ms = 0
        """
}
