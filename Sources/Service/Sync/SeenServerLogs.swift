package import Application
import Causality
import Crypto
import Journal
package import Messages
import Storage
import Wire

/// A position of one of the server's own logs, reported by a peer.
struct SeenLog: Sendable, Equatable {
    let log: LogID
    let head: LogHead

    init(log: LogID, head: LogHead) {
        self.log = log
        self.head = head
    }

    /// Returns nil unless a server of this site issued it.
    init?(_ position: LogPosition, provenBy key: MACKey) {
        guard let log = LogID(position.log), let hash = BatchHash(position.headHash) else { return nil }
        self.init(log: log, head: LogHead(sequence: position.sequence, hash: hash))
        guard PositionToken.make(key: key, log: log, head: head) == position.token else { return nil }
    }

    func position(proven key: MACKey) -> LogPosition {
        LogPosition(
            log: log.bytes, sequence: head.sequence, headHash: head.hash.bytes,
            token: PositionToken.make(key: key, log: log, head: head))
    }
}

/// A log of this server whose reported position is not stored here.
private struct LostLog: Sendable {
    let seen: SeenLog
    /// Its last stored fact; 0 if the log is missing.
    let here: UInt64
    /// The new epoch in which the server continues because of it.
    let epoch: UInt64?
}

extension Sync {
    /// SYN-6: handles the positions of the server's own logs in a peer's hello. If the database is behind one, it was
    /// restored from a backup: records the lost range, and continues in a new epoch, so that no sequence anybody has
    /// seen is assigned again. Ignores positions that this site did not issue.
    package func noteServerLogs(_ positions: [LogPosition], _ application: Application) {
        let seen = positions.prefix(Self.positionsHeard).compactMap {
            SeenLog($0, provenBy: secrets.serverLogPositions)
        }
        guard !seen.isEmpty else { return }
        let (journal, ports) = (journal, application.ports)
        let failed: @Sendable (any Error) -> Void = { error in
            ports.log(LogLine(.error, "server log not compared", [("error", "\(error)")]))
        }
        // A repeated position costs a read, and no place in a commit.
        application.executor.read(for: nil) { snapshot in
            try seen.filter { try journal.isNews($0, snapshot) }
        } done: { (news: Result<[SeenLog], any Error>) in
            switch news {
            case .failure(let error): failed(error)
            case .success(let news):
                guard !news.isEmpty else { return }
                application.executor.write { transaction in
                    try news.compactMap { try journal.compare($0, ports.now(), ports.random, transaction) }
                } done: { (result: Result<[LostLog], any Error>) in
                    switch result {
                    case .success(let lost):
                        for log in lost { ports.log(LogLine(log)) }
                    case .failure(let error): failed(error)
                    }
                }
            }
        }
    }

    private static let positionsHeard = 16
}

extension JournalStore {
    /// Returns whether the position proves a loss that is not recorded.
    fileprivate func isNews(_ seen: SeenLog, _ snapshot: Snapshot) throws -> Bool {
        let row = try snapshot.first(.serverLogByID, seen.log.bytes) { $0.id(0) }
        let here = try row.flatMap { try log($0, snapshot) }
        if let here, try has(seen.head, in: here, snapshot) { return false }
        let noted = try snapshot.first(.sequenceOfLostLog, seen.log.bytes) { $0.id(0) }
        let current = try serverLog(snapshot)
        guard let noted, noted >= seen.head.sequence else { return true }
        return here?.row == current.row
    }

    /// - Returns: a loss found now that was not recorded.
    fileprivate func compare(
        _ seen: SeenLog, _ now: Int64, _ random: (Int) -> [UInt8], _ transaction: Transaction
    ) throws -> LostLog? {
        guard try isNews(seen, transaction) else { return nil }
        let current = try serverLog(transaction)
        let row = try transaction.first(.serverLogByID, seen.log.bytes) { $0.id(0) }
        let here = try row.flatMap { try log($0, transaction) }
        let noted = try transaction.first(.sequenceOfLostLog, seen.log.bytes) {
            $0.id(0)
        }
        try transaction.execute(
            """
            INSERT INTO lost_log (id, log_id, sequence, head_hash, told_ms) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (log_id) DO UPDATE SET sequence = ?3, head_hash = ?4 WHERE lost_log.sequence < ?3
            """,
            row ?? transaction.newID(), seen.log.bytes, seen.head.sequence, seen.head.hash.bytes, now)
        // Nothing is recorded in a closed log, and a lost one is left once.
        let isLeft = here.map { $0.row != current.row } ?? (noted != nil)
        let epoch = try isLeft ? nil : leaveServerLog(current, random, transaction)
        return LostLog(seen: seen, here: here?.head.sequence ?? 0, epoch: epoch)
    }

    private func has(_ head: LogHead, in log: StoredLog, _ snapshot: Snapshot) throws -> Bool {
        let verdict = try Verdict.of(head, known: LogKnowledge(durable: log.head)) { sequence in
            try hash(of: log.row, endingAt: sequence, snapshot)
        }
        switch verdict {
        case .ok, .amnesia: return true
        case .behind, .fork, .closed, .revoked: return false
        }
    }
}

extension LogLine {
    fileprivate init(_ lost: LostLog) {
        self.init(
            .error, "server log restored",
            [
                ("log", lost.seen.log.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()),
                ("seen", "\(lost.seen.head.sequence)"), ("here", "\(lost.here)"),
                ("epoch", lost.epoch.map { "\($0)" } ?? ""),
            ])
    }
}
