extension OutboxKind: Named {
    package var phrase: Phrase {
        switch self {
        case .gatewayCall: Phrase("gateway call", "支付网关请求")
        case .invoiceCall: Phrase("invoice call", "开票请求")
        case .textMessage: Phrase("text message", "短信")
        }
    }
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
