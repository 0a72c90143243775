import Application
import Causality
import Crypto
import Facts
import Journal
import Messages
import Storage
import Wire

/// The journal's tables: logs, batches as they came, and what queries need by key.
package struct JournalStore: Sendable {
    let siteID: [UInt8]
    let serverLogKey: SigningKey

    /// One log as the database has it.
    struct StoredLog: Sendable {
        let row: UInt64
        let id: LogID
        let key: PublicKey
        /// 0 = a server's own.
        let terminal: UInt64
        var head: LogHead
        var appliedSequence: UInt64
        var isClosed: Bool
    }

    func log(_ row: UInt64, _ snapshot: Snapshot) throws -> StoredLog? {
        try snapshot.first(
            """
            SELECT log_id, device_key, terminal, head_sequence, head_hash, applied_sequence, seal FROM log WHERE id = ?1
            """, row
        ) { stored in
            guard let id = LogID(stored.bytes(0)), let hash = BatchHash(stored.bytes(4)) else {
                throw JournalDamage(log: row)
            }
            return StoredLog(
                row: row, id: id, key: try PublicKey(stored.bytes(1)), terminal: stored.id(2),
                head: LogHead(sequence: stored.id(3), hash: hash), appliedSequence: stored.id(5),
                isClosed: !stored.isNull(6))
        }
    }

    /// Throws unless exactly these bytes are stored at their place in the log: above its head something is missing,
    /// below it another history stands.
    func compare(
        _ body: [UInt8], _ sequences: ClosedRange<UInt64>, with log: StoredLog, _ snapshot: Snapshot
    ) throws {
        let isStored = try snapshot.exists(
            "SELECT 1 FROM batch WHERE log = ?1 AND first_sequence = ?2 AND body = ?3",
            log.row, sequences.lowerBound, body)
        guard isStored else { throw Refused(sequences.lowerBound > log.head.sequence ? .gap : .fork) }
    }

    /// The facts of a log that were quarantined.
    func quarantinedFacts(
        of row: UInt64, _ sequences: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> [QuarantinedFact] {
        try snapshot.all(
            """
            SELECT sequence, code FROM quarantined_fact WHERE log = ?1 AND sequence BETWEEN ?2 AND ?3 ORDER BY sequence
            """, row, sequences.lowerBound, sequences.upperBound
        ) { QuarantinedFact(sequence: $0.id(0), code: ErrorCode(rawValue: $0.int32(1)) ?? .unspecified) }
    }

    /// Registers a log at its opening.
    func open(_ opening: LogOpening, signature: [UInt8], terminal: UInt64, _ transaction: Transaction) throws -> UInt64
    {
        let row = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO log (id, log_id, opening, opening_signature, device_key, epoch, terminal, head_sequence, \
            head_hash, applied_sequence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, 0)
            """, row, opening.logID(site: siteID).bytes, opening.bytes, signature, opening.deviceKey.bytes,
            opening.epoch, terminal, opening.origin(site: siteID).bytes)
        return row
    }

    /// Appends verified batches behind the head of `log` and applies what can be applied. The caller has read `log` in
    /// this transaction and seen that the batches go on from its head.
    /// - Returns: the log as it stands then.
    @discardableResult
    func append(
        _ batches: some Collection<VerifiedBatch>, to log: StoredLog, now: Int64, _ transaction: Transaction
    ) throws -> StoredLog {
        var log = log
        for item in batches {
            let (sealed, decoded) = (item.sealed, item.decoded)
            let batch = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO batch (id, log, first_sequence, fact_count, hash, body, signature, received_ms) \
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """, batch, log.row, decoded.firstSequence, decoded.count, sealed.hash.bytes, sealed.body,
                sealed.isSigned ? sealed.signature : nil, now)
            // A batch this server cannot read yet waits, and so does all behind it in the count of what is applied.
            if decoded.deferral == nil, log.appliedSequence + 1 == decoded.firstSequence {
                log.appliedSequence = decoded.lastSequence
            }
            try apply(decoded, batch: batch, of: log, transaction)
            log.head = sealed.head
        }
        try transaction.execute(
            "UPDATE log SET head_sequence = ?2, head_hash = ?3, applied_sequence = ?4 WHERE id = ?1",
            log.row, log.head.sequence, log.head.hash.bytes, log.appliedSequence)
        return log
    }

    private func apply(
        _ batch: DecodedBatch, batch row: UInt64, of log: StoredLog, _ transaction: Transaction
    ) throws {
        var refusals: [UInt64: ErrorCode] = [:]
        for offering in batch.offeringsTouched {
            try transaction.execute(
                "INSERT INTO batch_offering (offering, batch) VALUES (?1, ?2) ON CONFLICT DO NOTHING", offering, row)
            if log.terminal != 0, let code = try refusal(of: offering, terminal: log.terminal, transaction) {
                refusals[offering] = code
            }
        }
        if refusals.isEmpty, batch.isPlainAttendance { return }
        var examiners = AssignedExaminers(of: log.terminal)
        for index in batch.rows {
            let fact = batch[index]
            let code =
                try refusals[fact.offering] ?? defect(batch, index, isServer: log.terminal == 0)
                ?? examiners.refusal(of: batch, index, transaction)
            if let code {
                try transaction.execute(
                    "INSERT INTO quarantined_fact (log, sequence, code, offering) VALUES (?1, ?2, ?3, ?4)",
                    log.row, fact.sequence, code.rawValue, fact.offering)
            } else if fact.kind != .checkIn {
                try transaction.execute(
                    """
                    INSERT INTO contextual_fact (log, sequence, batch, kind, offering, person, assessment) \
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                    """, log.row, fact.sequence, row, fact.kind.number, fact.offering, fact.person,
                    batch.fact(index).assessment)
            }
        }
    }

    /// Why no fact of this offering from this terminal can be applied; `nil` when it can.
    private func refusal(of offering: UInt64, terminal: UInt64, _ snapshot: Snapshot) throws -> ErrorCode? {
        let isOwn = try snapshot.first(
            """
            SELECT o.base = t.base FROM offering o JOIN terminal t ON t.id = ?2 WHERE o.id = ?1
            """, offering, terminal
        ) { $0.bool(0) }
        return isOwn.map { $0 ? nil : .foreignOffering } ?? .unknownOffering
    }

    private func defect(_ batch: DecodedBatch, _ index: Int, isServer: Bool) throws -> ErrorCode? {
        let fact = batch.fact(index)
        let sequence = batch.firstSequence + UInt64(index)
        switch fact.defect(sequence: sequence) {
        case .unknownKind: return .unknownKind
        case .outOfRange, .withoutAssessment: return .invalid
        case .namesNothing, .namesFuture: return .badReference
        case nil: break
        }
        if case .raw = fact.subject { return .unknownSubject }
        // Decisions between people's marks are made online, where the decider's authority is checked.
        switch fact.kind {
        case .adjudication, .correction: return isServer ? nil : .actorNotAssigned
        case .checkIn, .score, .void, .unknown: return nil
        }
    }
}

/// A batch whose place in its log is proven, with the hash it stands behind.
struct VerifiedBatch: Sendable {
    let sealed: SealedBatch
    let previous: BatchHash
    let decoded: DecodedBatch
}

/// A row of the journal that cannot be what was written there.
struct JournalDamage: Error {
    let log: UInt64
}

extension DecodedBatch {
    /// Check-ins of known people only: nothing in it needs a look of its own.
    var isPlainAttendance: Bool {
        subjects.raws.isEmpty && kinds.values.isEmpty && kinds.constant == FactKind.checkIn.number
            && isInRange
    }
}
