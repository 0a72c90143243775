import ClientKit
import Console
import Messages

extension Command {
    /// For system administrators: what the server hands to services of others.
    static var outbox: Command {
        Command(
            "outbox", Phrase("what the server hands to other services", "待交付外部服务的条目"),
            commands: [list, show, retry, drop])
    }

    private static let entry: Parameter<UInt64> = .argument("ID", Phrase("of the entry", "条目编号"))

    private static var list: Command {
        let kind: Parameter<Choice<OutboxKind>?> = .option("kind", "KIND", Phrase("of this kind", "仅此类型"))
        let state: Parameter<Choice<OutboxState>?> = .option("state", "STATE", Phrase("in this state", "仅此状态"))
        return Command(
            "list", Phrase("entries, the newest first", "条目列表，最新在前"), kind, state, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, outboxTable, .outboxListEntries) { after, limit in
                ListOutboxEntriesRequest(
                    kind: arguments[kind]?.value, state: arguments[state]?.value,
                    after: after, limit: limit)
            } rows: { (reply: ListOutboxEntriesReply, table) in
                for entry in reply.entries { table.add(entry) }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("one entry", "查看条目"), entry) { arguments, desk in
            try desk.showEntry(try desk.call(.outboxGetEntry, GetOutboxEntryRequest(entry: arguments[entry])))
        }
    }

    private static var retry: Command {
        Command(
            "retry", Phrase("try an entry again now, with all its attempts", "立即重试条目，重新计次"), entry
        ) { arguments, desk in
            try desk.showEntry(try desk.call(.outboxRetryEntry, RetryOutboxEntryRequest(entry: arguments[entry])))
        }
    }

    private static var drop: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "drop", Phrase("never send an entry that waits or is dead", "放弃等待中或已失败的条目"), entry, reason, Asking.yes
        ) { arguments, desk in
            let id = arguments[entry]
            try desk.confirm(
                arguments, Phrase("Never send entry \(id)?", "确定放弃条目 \(id) 吗？放弃后不再发送。"))
            return try desk.showEntry(
                try desk.call(
                    .outboxDropEntry, DropOutboxEntryRequest(entry: arguments[entry], reason: arguments[reason])))
        }
    }
}

private var outboxTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("kind", Phrase("Kind", "类型")),
        .init("recipient", Phrase("For", "接收方")), .init("state", Phrase("State", "状态")),
        .init("attempts", Phrase("Attempts", "次数"), .right), .init("next_ms", Phrase("Next", "下次")),
        .init("failure", Phrase("Failure", "失败原因")), .init("at_ms", Phrase("Written", "写入时间"), .unshown),
        .init("subject", Phrase("Subject", "事项"), .unshown), .init("key", Phrase("Key", "幂等键"), .unshown))
}

extension Table {
    fileprivate mutating func add(_ entry: OutboxEntry) {
        add(
            .init(entry.id), .init(entry.kind), .init(entry.recipient), .init(entry.state), .init(entry.attempts),
            Shown.moment(entry.nextMs), .init(entry.failure), Shown.moment(entry.atMs), .init(entry.subject),
            .init(entry.key))
    }
}

extension Desk {
    fileprivate func showEntry(_ reply: OutboxEntryReply) throws -> ExitCode {
        var table = outboxTable
        if let entry = reply.entry { table.add(entry) }
        try interaction.show(table)
        return .ok
    }
}
