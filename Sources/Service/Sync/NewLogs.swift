import Application
import Causality
import Domain
import Journal
import Messages
import Storage

extension JournalStore {
    /// The most logs that one terminal may open per day. A device opens one when it is restored or copied, and no more
    /// often.
    private static let logsPerDay = 20
    private static let dayMs: Int64 = 86_400_000

    /// SYN-3a: registers a log that a terminal presents for the first time; its signature is verified. The preceding
    /// log ends there.
    ///
    /// Accepts a predecessor that is not stored: a server restored from a backup may have lost it.
    func register(_ claim: ClaimedLog, terminal: UInt64, _ context: WriteContext) throws {
        let (opening, transaction) = (claim.opening, context.transaction)
        try checkEpoch(claim, terminal: terminal, transaction)
        try checkPace(claim, terminal: terminal, now: context.now, transaction)
        if let before = opening.predecessor { try end(before, for: claim, terminal: terminal, transaction) }
        let row = try open(opening, signature: claim.message.openingSignature, terminal: terminal, transaction)
        try transaction.execute("UPDATE log SET opened_ms = ?2 WHERE id = ?1", row, context.now)
    }

    /// Throws unless the device key has at most one log in this epoch.
    private func checkEpoch(_ claim: ClaimedLog, terminal: UInt64, _ snapshot: Snapshot) throws {
        guard claim.opening.epoch > 0 else {
            throw Refusal(.invalid, field: claim.field, Phrase("epochs begin with 1", "纪元从 1 开始"))
        }
        let last = try snapshot.first(
            "SELECT COUNT(*), COALESCE(MAX(epoch), 0) FROM log WHERE terminal = ?1", terminal
        ) { (count: $0.int(0), epoch: $0.id(1)) }
        guard let last, last.count > 0 else { return }
        guard claim.opening.predecessor != nil else {
            throw Refusal(
                .wrongState, field: claim.field,
                Phrase("a further log names the one before it", "后续日志须指明前一日志"))
        }
        let isTaken = try snapshot.exists(
            "SELECT 1 FROM log WHERE terminal = ?1 AND epoch = ?2", terminal, claim.opening.epoch)
        guard !isTaken else {
            throw Refusal(
                .alreadyExists, field: claim.field,
                Phrase("the next epoch is \(last.epoch + 1)", "下一纪元为 \(last.epoch + 1)"))
        }
    }

    private func checkPace(_ claim: ClaimedLog, terminal: UInt64, now: Int64, _ snapshot: Snapshot) throws {
        let recent = try snapshot.all(
            "SELECT opened_ms FROM log WHERE terminal = ?1 ORDER BY id DESC LIMIT ?2", terminal, Self.logsPerDay
        ) { $0.integer(0) }
        guard recent.count == Self.logsPerDay, let first = recent.last, first > now - Self.dayMs else { return }
        throw Refusal(
            .busy, field: claim.field,
            Phrase("\(Self.logsPerDay) logs a day", "每日最多 \(Self.logsPerDay) 个日志"),
            retryAfterMs: UInt32(clamping: min(Self.dayMs, first + Self.dayMs - now)))
    }

    /// Ends the log that another succeeds: at its stored end, or at the end the device claims, if that is later. What a
    /// restored or copied device recorded after it arrives in the new log.
    private func end(
        _ before: LogOpening.Predecessor, for claim: ClaimedLog, terminal: UInt64, _ transaction: Transaction
    ) throws {
        let row = try transaction.first(
            "SELECT id, epoch FROM log WHERE log_id = ?1", before.log.bytes
        ) { (id: $0.id(0), epoch: $0.id(1)) }
        guard let row, let log = try log(row.id, transaction) else { return }
        let hash =
            try before.final.sequence == log.head.sequence
            ? log.head.hash : hash(of: log.row, endingAt: before.final.sequence, transaction)
        let isOurs =
            before.final.sequence > log.head.sequence || before.final.sequence == 0 || hash == before.final.hash
        guard log.terminal == terminal, row.epoch < claim.opening.epoch, isOurs else {
            throw Refusal(
                .invalid, field: claim.field,
                Phrase("the log before it does not end so", "前一日志的末尾与此不符"))
        }
        try transaction.execute(
            "UPDATE log SET ends_at = ?2 WHERE id = ?1 AND ends_at IS NULL", log.row,
            max(log.head.sequence, before.final.sequence))
    }
}
