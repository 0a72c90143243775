package import Console
import Messages

extension Command {
    /// NOT-2: shows a person's messages.
    package static var messages: Command {
        let history: Parameter<Bool> = .flag(
            "all", Phrase("every message, newest first, shown or not", "全部消息，最新的在前，不论是否已显示"))
        let watch: Parameter<Bool> = .flag(
            "watch", Phrase("stay, and show each message as it comes; Ctrl-C ends", "持续接收并显示新消息，按 Ctrl-C 结束"))
        return Command(
            "messages", Phrase("messages for you, each shown once", "我的消息，每条只显示一次"), watch, history
        ) { arguments, desk in
            if arguments[history] {
                try desk.showHistory()
            } else {
                try MessageInbox(desk).open(isWatching: arguments[watch])
            }
            return .ok
        }
    }
}

extension Desk {
    fileprivate func showHistory() throws {
        var table = Table(
            .init("id", Phrase("Id", "编号"), .right), .init("created_ms", Phrase("Time", "时间")),
            .init("shown_ms", Phrase("Shown", "显示时间")), .init("kind", Phrase("Kind", "类型")),
            .init("text", Phrase("Message", "消息")))
        var after: UInt64 = 0
        repeat {
            let reply: ListMessagesReply = try call(
                .noticesListMessages, ListMessagesRequest(after: after, limit: 500))
            for message in reply.messages {
                table.add(
                    .init(message.id), Shown.moment(message.createdMs), Shown.moment(message.shownMs),
                    .init(message.kind), .init(message.text))
            }
            after = reply.next
        } while after != 0
        try interaction.show(table)
    }
}
