// Generated from Protocol/outbox.proto by `make generate`; change that and generate again.

/// What the server hands to services of others, each entry at least once.
package enum OutboxKind: Int32, Word {
    case textMessage = 1
    /// to a payment gateway
    case gatewayCall = 2
    /// to who issues invoices
    case invoiceCall = 3
}

extension OutboxKind: Named {
    package var phrase: Phrase {
        switch self {
        case .textMessage: Phrase("text message", "短信")
        case .gatewayCall: Phrase("gateway call", "支付网关请求")
        case .invoiceCall: Phrase("invoice call", "开票请求")
        }
    }
}

package enum OutboxState: Int32, Word {
    /// for its first attempt, or for the next
    case waiting = 1
    /// leased by a server
    case sending = 2
    case sent = 3
    /// given up: refused for good, or tried as often as its kind may be
    case dead = 4
    /// no longer wanted, or dropped by an administrator
    case dropped = 5
}

extension OutboxState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待发送")
        case .sending: Phrase("sending", "发送中")
        case .sent: Phrase("sent", "已发送")
        case .dead: Phrase("dead", "已失败")
        case .dropped: Phrase("dropped", "已放弃")
        }
    }
}
