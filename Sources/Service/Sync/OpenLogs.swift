import Application
import Causality
import Crypto
import Domain
import Journal
import Messages
import Storage
import Wire

extension Sync {
    /// SYN-3a: returns the stored state of each log of the device, with a verdict on the claimed history. Registers a
    /// new log. Reads and verifies on a reader; only new logs are written. SYN-7: a revoked terminal gets that verdict
    /// for each log, and nothing is registered.
    func openLogs(_ request: OpenRequest, _ context: ReadContext) throws -> Checked<OpenReply> {
        guard case .terminal(let terminal) = context.call.caller else { throw Refusal(.notAllowed) }
        guard request.logs.count <= Self.logsPerRequest else {
            throw Refusal(
                .invalid, field: "logs", Phrase("at most \(Self.logsPerRequest)", "最多 \(Self.logsPerRequest) 个"))
        }
        let snapshot = context.snapshot
        let key = try snapshot.first(.keyOfTerminal, terminal.id) { $0.bytes(0) }
        let contact = try ClockReading(request, from: terminal.sinceMs, to: context.now)
            .flatMap { try journal.isTelling($0, of: terminal.id, snapshot) ? $0 : nil }
        var isNew = contact != nil
        let claims = try request.logs.enumerated().map { index, message in
            let claim = try ClaimedLog(message, field: "logs \(index + 1)", of: key ?? [], at: site)
            let known = try journal.log(claim.id, snapshot)
            if let known { try journal.verifyHead(of: known, snapshot) }
            if known == nil, !claim.opening.isSigned(message.openingSignature, site: site.id) {
                throw Refusal(.badSignature, field: claim.field)
            }
            isNew = isNew || known == nil || claim.closing != nil && known?.isClosed == false
            return claim
        }
        guard isNew else {
            return .answered(try openReply(claims, terminal, snapshot, now: context.now), becoming: nil)
        }
        return .commit { [self] context in
            if try !isRevoked(terminal, context.transaction) {
                if let contact { try journal.note(contact, of: terminal.id, context.transaction) }
                try register(claims, terminal, context)
            }
            return try openReply(claims, terminal, context.transaction, now: context.now)
        }
    }

    private static let logsPerRequest = 64

    private func isRevoked(_ terminal: TerminalCaller, _ snapshot: Snapshot) throws -> Bool {
        try !snapshot.exists("SELECT 1 FROM terminal WHERE id = ?1 AND revoked_ms = 0", terminal.id)
    }

    /// Registers unknown logs, and closes those whose closing is claimed.
    private func register(_ claims: [ClaimedLog], _ terminal: TerminalCaller, _ context: WriteContext) throws {
        // A log must follow its predecessor, in whatever order the device names them.
        for claim in claims.sorted(by: { $0.opening.epoch < $1.opening.epoch }) {
            let known = try journal.log(claim.id, context.transaction)
            if known == nil { try journal.register(claim, terminal: terminal.id, context) }
            guard let closing = claim.closing, let known, !known.isClosed else { continue }
            if closing.final == known.head {
                try context.transaction.execute(
                    .closeLog,
                    known.row, claim.message.closing, claim.message.closingSignature)
            } else if closing.final.sequence <= known.head.sequence {
                throw Refusal(.invalid, field: claim.field, Phrase("the log goes on behind this", "日志在此之后仍有记录"))
            }
            // Missing batches come first; the device claims its closing again.
        }
    }

    private func openReply(
        _ claims: [ClaimedLog], _ terminal: TerminalCaller, _ snapshot: Snapshot, now: Int64
    ) throws -> OpenReply {
        guard try !isRevoked(terminal, snapshot) else {
            return OpenReply(logs: claims.map { _ in LogState(verdict: .revoked) }, timeMs: now)
        }
        let states = try claims.map { claim in
            guard let log = try journal.log(claim.id, snapshot) else { throw Damage("log \(claim.id) is missing") }
            let verdict = try Verdict.of(
                claim.head, known: LogKnowledge(durable: log.head, closedAt: log.isClosed ? log.head : nil),
                hashAt: { sequence in try journal.hash(of: log.row, endingAt: sequence, snapshot) })
            return LogState(
                handle: terminal.opened.handle(of: log.id.bytes), verdict: verdict, durable: log.head.sequence,
                headHash: log.head.hash.bytes, applied: log.head.sequence,
                receiptToken: ReceiptToken.make(
                    key: secrets.receipts, log: log.id, sequence: log.head.sequence, timeMs: UInt64(now)))
        }
        let feed = try snapshot.first(.feed) { $0.bytes(0) }
        let own = try journal.serverLog(snapshot)
        return OpenReply(
            logs: states, timeMs: now, feed: feed ?? [],
            serverLogs: [SeenLog(log: own.id, head: own.head).position(proven: secrets.serverLogPositions)])
    }
}

/// A log as a device presents it.
struct ClaimedLog: Sendable {
    let message: LogClaim
    let opening: LogOpening
    let id: LogID
    let head: LogHead
    /// The verified record that closes the log; nil while it is open.
    let closing: LogClosing?
    /// Its field in the request.
    let field: String

    init(_ message: LogClaim, field: String, of key: [UInt8], at site: Site) throws {
        self.message = message
        self.field = field
        opening = try LogOpening(decoding: message.opening)
        guard opening.deviceKey.bytes == key else { throw Refusal(.notAllowed, field: field) }
        guard let hash = BatchHash(message.headHash) else { throw Refusal(.invalid, field: field) }
        head = LogHead(sequence: message.headSequence, hash: hash)
        id = opening.logID(site: site.id)
        closing = try message.closing.isEmpty ? nil : LogClosing(decoding: message.closing)
        if let closing { try check(closing, at: site) }
    }

    /// Throws unless the closing is signed: by the site for a revocation, else by the device, at the claimed head.
    private func check(_ closing: LogClosing, at site: Site) throws {
        let signer = closing.reason == .revoked ? site.key : opening.deviceKey
        guard closing.log == id, closing.isSigned(message.closingSignature, by: signer, site: site.id) else {
            throw Refusal(.badSignature, field: field)
        }
        guard closing.final == head else {
            throw Refusal(.invalid, field: field, Phrase("closed where it does not end", "关闭位置与日志末尾不符"))
        }
    }
}

extension JournalStore {
    /// Returns the log with this id; nil if it is not stored.
    func log(_ id: LogID, _ snapshot: Snapshot) throws -> StoredLog? {
        let row = try snapshot.first("SELECT id FROM log WHERE log_id = ?1", id.bytes) { $0.id(0) }
        return try row.flatMap { try log($0, snapshot) }
    }

    /// Returns the hash of the batch that ends at a sequence; nil if none does.
    func hash(of log: UInt64, endingAt sequence: UInt64, _ snapshot: Snapshot) throws -> BatchHash? {
        let stored = try snapshot.first(
            """
            SELECT first_sequence + fact_count - 1, hash FROM batch WHERE log = ?1 AND first_sequence <= ?2
            ORDER BY first_sequence DESC LIMIT 1
            """, log, sequence
        ) { (last: $0.id(0), hash: $0.bytes(1)) }
        guard let stored, stored.last == sequence else { return nil }
        return BatchHash(stored.hash)
    }
}
