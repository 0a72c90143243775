package import Application
import Causality
import Crypto
import Journal
package import Messages
import Storage
import Wire

/// Where one of the server's own logs stood when a peer was told.
struct SeenLog: Sendable, Equatable {
    let log: LogID
    let head: LogHead

    init(log: LogID, head: LogHead) {
        self.log = log
        self.head = head
    }

    /// Nil unless a server of this site told it.
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

/// A log of this server that a peer has seen otherwise than it stands here.
private struct LostLog: Sendable {
    let seen: SeenLog
    /// The last fact of it that is here; 0 = the log is not.
    let here: UInt64
    /// The epoch in which the server goes on because of it.
    let epoch: UInt64?
}

extension Service {
    /// SYN-6: what a peer's hello tells of the server's own logs. Where this database is behind it, the database was
    /// restored from a backup: what was recorded behind the backup is noted as lost, and the log goes on in a new epoch,
    /// so that no sequence anybody has seen is given out again. What is not proven to be told by this site is passed over.
    package func hear(_ positions: [LogPosition], _ application: Application) {
        let seen = positions.prefix(Self.positionsHeard).compactMap {
            SeenLog($0, provenBy: secrets.serverLogPositions)
        }
        guard !seen.isEmpty else { return }
        let (journal, ports) = (journal, application.ports)
        let failed: @Sendable (any Error) -> Void = { error in
            ports.log(LogLine(.error, "server log not compared", [("error", "\(error)")]))
        }
        // A position that is told again and again costs a look, and no place in a commit.
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
    /// Whether the position says of something that it is lost, and it was not known to be.
    fileprivate func isNews(_ seen: SeenLog, _ snapshot: Snapshot) throws -> Bool {
        let row = try snapshot.first(
            "SELECT id FROM log WHERE log_id = ?1 AND terminal = 0", seen.log.bytes
        ) { $0.id(0) }
        let here = try row.flatMap { try log($0, snapshot) }
        if let here, try has(seen.head, in: here, snapshot) { return false }
        let noted = try snapshot.first("SELECT sequence FROM lost_log WHERE log_id = ?1", seen.log.bytes) { $0.id(0) }
        let current = try serverLog(snapshot)
        guard let noted, noted >= seen.head.sequence else { return true }
        return here?.row == current.row
    }

    /// - Returns: what is found lost now, and was not known to be.
    fileprivate func compare(
        _ seen: SeenLog, _ now: Int64, _ random: (Int) -> [UInt8], _ transaction: Transaction
    ) throws -> LostLog? {
        guard try isNews(seen, transaction) else { return nil }
        let current = try serverLog(transaction)
        let row = try transaction.first(
            "SELECT id FROM log WHERE log_id = ?1 AND terminal = 0", seen.log.bytes
        ) { $0.id(0) }
        let here = try row.flatMap { try log($0, transaction) }
        let noted = try transaction.first("SELECT sequence FROM lost_log WHERE log_id = ?1", seen.log.bytes) {
            $0.id(0)
        }
        try transaction.execute(
            """
            INSERT INTO lost_log (id, log_id, sequence, head_hash, told_ms) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (log_id) DO UPDATE SET sequence = ?3, head_hash = ?4 WHERE lost_log.sequence < ?3
            """,
            row ?? transaction.newID(), seen.log.bytes, seen.head.sequence, seen.head.hash.bytes, now)
        // Nothing more is recorded in a log that has ended, and a lost one is left behind once.
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
