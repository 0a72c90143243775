import ClientKit
import Console
import Messages

extension Command {
    /// SYN-6: online records that were lost in a restore.
    static var serverLogs: Command {
        Command(
            "server-logs",
            Phrase(
                "the server's own logs, and what terminals report of them that a restore lost",
                "服务器日志，以及终端报告过而恢复后已丢失的部分"),
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("log", Phrase("Log", "日志"), .exact),
                .init("epoch", Phrase("Epoch", "纪元"), .right), .init("sequence", Phrase("Facts", "记录数"), .right),
                .init("current", Phrase("Current", "使用中")),
                .init("reported_sequence", Phrase("Reported to", "终端报告至"), .right),
                .init("reported_ms", Phrase("Reported", "报告时间")))
            var lost = 0
            try desk.list(arguments, table, .syncListServerLogs) { after, limit in
                ListServerLogsRequest(after: after, limit: limit)
            } rows: { (reply: ListServerLogsReply, table) in
                for log in reply.logs {
                    table.add(
                        .init(log.id), .init(hex(log.log)), .init(log.epoch), .init(log.sequence),
                        Shown.flag(log.current), .init(log.reportedSequence), Shown.moment(log.reportedMs))
                }
                lost += reply.logs.count { $0.reportedSequence > 0 }
                return (reply.logs.count, reply.next)
            }
            if lost > 0 {
                desk.interaction.warn(
                    Phrase(
                        "this server was restored from an older copy: what people recorded online after it is gone, as far as "
                            + "“Reported to” says; terminals bring back their own records",
                        "本服务器曾用旧备份恢复：备份之后在线记录的内容已丢失（至“终端报告至”为止）；终端自己的记录会重新上传"))
            }
            return .ok
        }
    }
}
