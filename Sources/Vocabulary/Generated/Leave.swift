// Generated from Protocol/leave.proto by `make generate`; change that and generate again.

package enum LeaveKind: Int32, Word {
    case sick = 1
    case personal = 2
    case parental = 3
    case marriage = 4
    case bereavement = 5
    case other = 6
}

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

package enum LeaveState: Int32, Word {
    case waiting = 1
    case approved = 2
    /// with a reason
    case rejected = 3
    /// by the trainee, before it began; staff of the base are told if it was approved
    case cancelled = 4
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
