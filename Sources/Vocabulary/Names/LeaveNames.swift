extension LeaveKind: Named {
    package var phrase: Phrase {
        switch self {
        case .sick: Phrase("sick", "病假")
        case .personal: Phrase("personal", "事假")
        case .parental: Phrase("parental", "产假、陪产假")
        case .marriage: Phrase("marriage", "婚假")
        case .bereavement: Phrase("bereavement", "丧假")
        case .other: Phrase("other", "其他")
        }
    }
}

extension LeaveState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待审批")
        case .approved: Phrase("approved", "已批准")
        case .rejected: Phrase("rejected", "未批准")
        case .cancelled: Phrase("cancelled", "已取消")
        }
    }
}
