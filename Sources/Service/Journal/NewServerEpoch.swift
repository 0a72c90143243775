import Causality
import Crypto
import Journal
import Storage

/// Closes the server's own log and opens the next, after the facts of the group are in the old one, where their
/// references by sequence point.
private final class NewServerEpoch: CommitBuffer {
    let epoch: UInt64
    let feed: [UInt8]
    private let journal: JournalStore
    private(set) var count = 0

    init(_ journal: JournalStore, epoch: UInt64, feed: [UInt8]) {
        self.journal = journal
        self.epoch = epoch
        self.feed = feed
    }

    func ask() { count += 1 }

    func drop(downTo count: Int) { self.count = count }

    func finish(_ transaction: Transaction) throws {
        if count > 0 { try journal.openServerLog(epoch: epoch, feed: feed, transaction) }
    }
}

extension JournalStore {
    /// Returns the log in which this server records.
    func serverLog(_ snapshot: Snapshot) throws -> StoredLog {
        let row = try snapshot.first("SELECT log FROM server_log WHERE id = 1") { $0.id(0) }
        guard let row, let log = try log(row, snapshot) else { throw Damage("the server's own log is missing") }
        return log
    }

    /// When a terminal told last that this server has lost a part of its own log, UTC milliseconds; nil if none has.
    func lastLossMs(_ snapshot: Snapshot) throws -> Int64? {
        try snapshot.first("SELECT told_ms FROM lost_log ORDER BY told_ms DESC LIMIT 1") { $0.integer(0) }
    }

    /// Makes the server record in another log from the next commit on.
    /// - Returns: its epoch. It advances by a random amount, so that a server restored twice from one backup opens two
    ///   logs.
    func leaveServerLog(
        _ log: StoredLog, _ random: (Int) -> [UInt8], _ transaction: Transaction
    ) throws -> UInt64 {
        _ = transaction.buffer { RecordedFacts(self) }
        let leap = random(5).reduce(0) { $0 << 8 | UInt64($1) }
        let before = try epoch(of: log, transaction)
        let feed = random(16)
        let next = transaction.buffer { NewServerEpoch(self, epoch: before + 1 + leap, feed: feed) }
        next.ask()
        return next.epoch
    }

    /// Ends the server's own log under the key it has, and opens the next under another. No facts are under way.
    func rotateServerLog(to key: SigningKey, _ transaction: Transaction) throws {
        let old = try serverLog(transaction)
        try open(after: old, epoch: epoch(of: old, transaction) + 1, reason: .rotated, key: key, transaction)
    }

    private func epoch(of log: StoredLog, _ transaction: Transaction) throws -> UInt64 {
        try transaction.first("SELECT epoch FROM log WHERE id = ?1", log.row) { $0.id(0) } ?? 0
    }

    private func open(
        after old: StoredLog, epoch: UInt64, reason: LogClosing.Reason, key: SigningKey, _ transaction: Transaction
    ) throws {
        let closing = LogClosing(log: old.id, final: old.head, reason: reason)
        try transaction.execute(.closeLog, old.row, closing.bytes, closing.sign(with: serverLogKey, site: siteID))
        let opening = LogOpening(
            deviceKey: key.publicKey, epoch: epoch, predecessor: .init(log: old.id, final: old.head))
        let row = try open(opening, signature: opening.sign(with: key, site: siteID), terminal: 0, transaction)
        try transaction.execute("UPDATE server_log SET log = ?1 WHERE id = 1", row)
    }

    /// - Parameter feed: the new name of the terminals' feed, whose positions may be ahead of the old one's.
    fileprivate func openServerLog(epoch: UInt64, feed: [UInt8], _ transaction: Transaction) throws {
        try open(
            after: serverLog(transaction), epoch: epoch, reason: .replaced, key: serverLogKey, transaction)
        try transaction.execute("UPDATE setting SET value = ?1 WHERE name = 'feed'", feed)
        try transaction.passOverIDs(Self.idsPassedOver)
    }

    /// More ids than are assigned between two backups. Terminals may hold facts about lost entities; these must not
    /// become facts about others of the same id.
    private static let idsPassedOver: UInt64 = 1 << 24
}
