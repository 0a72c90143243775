extension SmsState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待发送")
        case .sending: Phrase("sending", "发送中")
        case .sent: Phrase("sent", "已发送")
        case .failed: Phrase("failed", "失败")
        }
    }
}
