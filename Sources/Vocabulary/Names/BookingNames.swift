extension SessionState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("open", "可预约")
        case .closed: Phrase("closed", "停止预约")
        case .calledOff: Phrase("called off", "已取消")
        }
    }
}

extension DoublePlaceState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待处理")
        case .kept: Phrase("kept", "保留两份")
        case .givenBack: Phrase("given back", "已退还一份")
        }
    }
}

extension EntitlementState: Named {
    package var phrase: Phrase {
        switch self {
        case .free: Phrase("free", "可用")
        case .held: Phrase("held", "占用中")
        case .used: Phrase("used", "已使用")
        case .lost: Phrase("lost", "已作废")
        case .returned: Phrase("returned", "已退回")
        }
    }
}

extension EntitlementSource: Named {
    package var phrase: Phrase {
        switch self {
        case .order: Phrase("order", "个人缴费")
        case .unitPayment: Phrase("unit payment", "单位缴费")
        }
    }
}

extension BookingState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待审核")
        case .approved: Phrase("approved", "审核通过")
        case .rejected: Phrase("rejected", "审核未通过")
        case .cancelled: Phrase("cancelled", "已取消")
        case .calledOff: Phrase("called off", "场次已取消")
        case .unreviewed: Phrase("not reviewed", "未及审核")
        case .attended: Phrase("attended", "已参加")
        case .missed: Phrase("missed", "缺席")
        }
    }
}
