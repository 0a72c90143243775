import Application
import Causality
import Crypto
import Journal
import Messages
import Storage
import Wire

extension Service {
    /// SYN-3a: what the server has of each log the device keeps, with a verdict on the history it claims. A log
    /// seen for the first time is registered. All of it is read and verified on a reader; only what is new is written.
    func openLogs(_ request: OpenRequest, _ context: ReadContext) throws -> Checked<OpenReply> {
        guard case .terminal(let terminal) = context.call.caller else { throw Refused(.notAllowed) }
        guard request.logs.count <= Self.logsPerRequest else { throw Refused(.tooLarge, field: "logs") }
        let snapshot = context.snapshot
        let ownKey = try snapshot.first("SELECT device_key FROM terminal WHERE id = ?1", terminal.id) { $0.bytes(0) }
        var claims: [ReadClaim] = []
        var states: [LogState] = []
        for (index, claim) in request.logs.enumerated() {
            let field = "logs \(index + 1)"
            let read = try ReadClaim(claim, field: field, site: site.id)
            guard read.opening.deviceKey.bytes == ownKey else { throw Refused(.notAllowed, field: field) }
            let known = try journal.log(read.id, snapshot)
            if known == nil, !read.opening.isSigned(claim.openingSignature, site: site.id) {
                throw Refused(.badSignature, field: field)
            }
            var isNew = known == nil
            if let closing = read.closing, known?.isClosed != true {
                guard closing.log == read.id,
                    closing.isSigned(claim.closingSignature, by: read.opening.deviceKey, site: site.id)
                else {
                    throw Refused(.badSignature, field: field)
                }
                isNew = isNew || closing.final == known?.head
            }
            claims.append(read)
            if let known, !isNew { states.append(try state(of: known, read, snapshot)) }
        }
        if states.count == claims.count {
            return .answered(try openReply(states, snapshot, now: context.now), becoming: nil)
        }
        return .commit { [claims] context in
            let transaction = context.transaction
            let states = try claims.map { claim in
                try state(of: register(claim, of: terminal.id, transaction), claim, transaction)
            }
            return try openReply(states, transaction, now: context.now)
        }
    }

    /// The log, made where it is not known yet, and closed where its end is claimed. Where batches are missing they come
    /// first; the device claims its closing again.
    private func register(
        _ read: ReadClaim, of terminal: UInt64, _ transaction: Transaction
    ) throws -> JournalStore.StoredLog {
        let row =
            try journal.log(read.id, transaction)?.row
            ?? journal.open(read.opening, signature: read.claim.openingSignature, terminal: terminal, transaction)
        guard var log = try journal.log(row, transaction) else { throw JournalDamage(log: row) }
        if let closing = read.closing, !log.isClosed, closing.final == log.head {
            try transaction.execute(
                "UPDATE log SET seal = ?2, seal_signature = ?3 WHERE id = ?1",
                row, read.claim.closing, read.claim.closingSignature)
            log.isClosed = true
        }
        return log
    }

    private func state(
        of log: JournalStore.StoredLog, _ read: ReadClaim, _ snapshot: Snapshot
    ) throws -> LogState {
        let verdict = try Verdict.of(
            read.head, known: LogKnowledge(durable: log.head, closedAt: log.isClosed ? log.head : nil),
            hashAt: { sequence in try journal.hash(of: log.row, endingAt: sequence, snapshot) })
        guard let handle = UInt32(exactly: log.row) else { throw Refused(.busy) }
        return LogState(
            handle: handle, verdict: verdict.message, durable: log.head.sequence, headHash: log.head.hash.bytes,
            applied: log.head.sequence)
    }

    private func openReply(_ states: [LogState], _ snapshot: Snapshot, now: Int64) throws -> OpenReply {
        let feed = try snapshot.first("SELECT value FROM setting WHERE name = 'feed'") { $0.bytes(0) }
        let own = try journal.serverLog(snapshot)
        return OpenReply(
            logs: states, timeMs: now, feed: feed ?? [],
            serverLogs: [SeenLog(log: own.id, head: own.head).position(proven: secrets.serverLogPositions)])
    }

    private static let logsPerRequest = 64
}

/// What a terminal says of one log, decoded.
private struct ReadClaim: Sendable {
    let claim: LogClaim
    let opening: LogOpening
    let id: LogID
    let head: LogHead
    let closing: LogClosing?

    init(_ claim: LogClaim, field: String, site: [UInt8]) throws {
        self.claim = claim
        opening = try LogOpening(decoding: claim.opening)
        id = opening.logID(site: site)
        guard let hash = BatchHash(claim.headHash) else { throw Refused(.invalid, field: field) }
        head = LogHead(sequence: claim.headSequence, hash: hash)
        closing = try claim.closing.isEmpty ? nil : LogClosing(decoding: claim.closing)
    }
}

extension JournalStore {
    /// The log of this name; `nil` when it is not here.
    func log(_ id: LogID, _ snapshot: Snapshot) throws -> StoredLog? {
        let row = try snapshot.first("SELECT id FROM log WHERE log_id = ?1", id.bytes) { $0.id(0) }
        return try row.flatMap { try log($0, snapshot) }
    }

    /// The hash of the batch that ends at a sequence; `nil` when none does.
    func hash(of log: UInt64, endingAt sequence: UInt64, _ snapshot: Snapshot) throws -> BatchHash? {
        let stored = try snapshot.first(
            """
            SELECT first_sequence + fact_count - 1, hash FROM batch WHERE log = ?1 AND first_sequence <= ?2 \
            ORDER BY first_sequence DESC LIMIT 1
            """, log, sequence
        ) { (last: $0.id(0), hash: $0.bytes(1)) }
        guard let stored, stored.last == sequence else { return nil }
        return BatchHash(stored.hash)
    }
}

extension Journal.Verdict {
    var message: Messages.Verdict {
        switch self {
        case .ok: .ok
        case .behind: .behind
        case .amnesia: .amnesia
        case .fork: .fork
        case .closed: .closed
        case .revoked: .revoked
        }
    }
}
