import Application
import Causality
import Crypto
import Journal
import Messages
import Storage
import Wire

extension Service {
    /// SYN-3a: what the server has of each log the device keeps, with a verdict on the history it claims. A log
    /// seen for the first time is registered.
    func openLogs(_ request: OpenRequest, _ context: WriteContext) throws -> OpenReply {
        guard case .terminal(let terminal) = context.call.caller else { throw Refused(.notAllowed) }
        guard request.logs.count <= Self.logsPerRequest else { throw Refused(.tooLarge, field: "logs") }
        let transaction = context.transaction
        let ownKey = try transaction.first("SELECT device_key FROM terminal WHERE id = ?1", terminal.id) { $0.bytes(0) }
        var states: [LogState] = []
        for (index, claim) in request.logs.enumerated() {
            let field = "logs \(index + 1)"
            let opening = try LogOpening(decoding: claim.opening)
            guard opening.deviceKey.bytes == ownKey else { throw Refused(.notAllowed, field: field) }
            let head = BatchHash(claim.headHash).map { LogHead(sequence: claim.headSequence, hash: $0) }
            guard let head else { throw Refused(.invalid, field: field) }
            let id = opening.logID(site: site.id)
            let known = try transaction.first("SELECT id FROM log WHERE log_id = ?1", id.bytes) { $0.id(0) }
            if known == nil, !opening.isSigned(claim.openingSignature, site: site.id) {
                throw Refused(.badSignature, field: field)
            }
            let row =
                try known
                ?? journal.open(opening, signature: claim.openingSignature, terminal: terminal.id, transaction)
            guard var log = try journal.log(row, transaction) else { throw JournalDamage(log: row) }
            if !claim.closing.isEmpty, !log.isClosed {
                let closing = try LogClosing(decoding: claim.closing)
                guard closing.log == id, closing.isSigned(claim.closingSignature, by: opening.deviceKey, site: site.id)
                else {
                    throw Refused(.badSignature, field: field)
                }
                // Where batches are missing they come first; the device claims its closing again.
                if closing.final == log.head {
                    try transaction.execute(
                        "UPDATE log SET seal = ?2, seal_signature = ?3 WHERE id = ?1",
                        row, claim.closing, claim.closingSignature)
                    log.isClosed = true
                }
            }
            let verdict = try Verdict.of(
                head, known: LogKnowledge(durable: log.head, closedAt: log.isClosed ? log.head : nil),
                hashAt: { sequence in try journal.hash(of: row, endingAt: sequence, transaction) })
            guard let handle = UInt32(exactly: row) else { throw Refused(.busy) }
            states.append(
                LogState(
                    handle: handle, verdict: verdict.message, durable: log.head.sequence,
                    headHash: log.head.hash.bytes, applied: log.appliedSequence))
        }
        let feed = try transaction.first("SELECT value FROM setting WHERE name = 'feed'") { $0.bytes(0) }
        let own = try journal.serverLog(transaction)
        return OpenReply(
            logs: states, timeMs: context.now, feed: feed ?? [],
            serverLogs: [SeenLog(log: own.id, head: own.head).position(proven: secrets.serverLogPositions)])
    }

    private static let logsPerRequest = 64
}

extension JournalStore {
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
