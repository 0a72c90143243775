import Application
import Messages
import Storage

extension Sync {
    /// SYN-6: lists the server's own logs, oldest first, with those of which a peer has reported a position that is not
    /// stored.
    func listServerLogs(_ request: ListServerLogsRequest, _ context: ReadContext) throws -> ListServerLogsReply {
        let current = try journal.serverLog(context.snapshot).row
        let page = try listPage(request.limit, by: \.id) { limit in
            let own = try context.snapshot.all(
                """
                SELECT l.id, l.log_id, l.epoch, l.head_sequence, x.sequence, x.told_ms FROM log l
                LEFT JOIN lost_log x ON x.id = l.id WHERE l.terminal = 0 AND l.id > ?1 ORDER BY l.id LIMIT ?2
                """, request.after, limit
            ) { row in
                ServerLog(
                    id: row.id(), log: row.bytes(), epoch: row.id(), sequence: row.id(), current: row.id(0) == current,
                    reportedSequence: row.idOrNil() ?? 0, reportedMs: row.integerOrNil() ?? 0)
            }
            let lost = try context.snapshot.all(
                """
                SELECT x.id, x.log_id, x.sequence, x.told_ms FROM lost_log x
                WHERE x.id > ?1 AND NOT EXISTS (SELECT 1 FROM log l WHERE l.id = x.id) ORDER BY x.id LIMIT ?2
                """, request.after, limit
            ) { ServerLog(id: $0.id(), log: $0.bytes(), reportedSequence: $0.id(), reportedMs: $0.integer()) }
            return (own + lost).sorted { $0.id < $1.id }
        }
        return ListServerLogsReply(logs: page.elements, next: page.next ?? 0)
    }
}
