import Application
import Messages
import Storage

extension Sync {
    /// SYN-6: the server's own logs, oldest first, with those that a peer has seen otherwise than they stand here.
    func listServerLogs(_ request: ListServerLogsRequest, _ context: ReadContext) throws -> ListServerLogsReply {
        let limit = pageLimit(request.limit)
        let current = try journal.serverLog(context.snapshot).row
        let own = try context.snapshot.all(
            """
            SELECT l.id, l.log_id, l.epoch, l.head_sequence, x.sequence, x.told_ms
            FROM log l LEFT JOIN lost_log x ON x.id = l.id WHERE l.terminal = 0 AND l.id > ?1 ORDER BY l.id LIMIT ?2
            """, request.after, limit
        ) { row in
            ServerLog(
                id: row.id(0), log: row.bytes(1), epoch: row.id(2), sequence: row.id(3), current: row.id(0) == current,
                reportedSequence: row.isNull(4) ? 0 : row.id(4), reportedMs: row.isNull(5) ? 0 : row.integer(5))
        }
        let lost = try context.snapshot.all(
            """
            SELECT x.id, x.log_id, x.sequence, x.told_ms FROM lost_log x
            WHERE x.id > ?1 AND NOT EXISTS (SELECT 1 FROM log l WHERE l.id = x.id) ORDER BY x.id LIMIT ?2
            """, request.after, limit
        ) { row in
            ServerLog(id: row.id(0), log: row.bytes(1), reportedSequence: row.id(2), reportedMs: row.integer(3))
        }
        let logs = Array((own + lost).sorted { $0.id < $1.id }.prefix(limit))
        return ListServerLogsReply(logs: logs, next: logs.count == limit ? logs.last?.id ?? 0 : 0)
    }
}
