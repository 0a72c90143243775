package import Console
package import Messages

// Names of entries of the outbox, as people read them; JSON keeps the name of the protocol.
extension Table.Cell {
    package init(_ kind: OutboxKind) {
        let text =
            switch kind {
            case .unspecified: Phrase("")
            case .textMessage: Phrase("text message", "短信")
            }
        self.init(text, json: .string("\(kind)"))
    }

    package init(_ state: OutboxState) {
        let text =
            switch state {
            case .unspecified: Phrase("")
            case .waiting: Phrase("waiting", "待发送")
            case .sending: Phrase("sending", "发送中")
            case .sent: Phrase("sent", "已发送")
            case .dead: Phrase("dead", "已失败")
            case .dropped: Phrase("dropped", "已放弃")
            }
        self.init(text, json: .string("\(state)"))
    }
}
