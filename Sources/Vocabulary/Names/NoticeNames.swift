extension NoticeKind: Named {
    package var phrase: Phrase {
        switch self {
        case .training: Phrase("training", "培训")
        case .exam: Phrase("exam", "考试")
        case .guide: Phrase("guide", "办事指南")
        case .announcement: Phrase("announcement", "公告")
        }
    }
}

extension NoticeState: Named {
    package var phrase: Phrase {
        switch self {
        case .published: Phrase("published", "已发布")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        }
    }
}

extension MessageKind: Named {
    package var phrase: Phrase {
        switch self {
        case .enrolmentConfirmed: Phrase("enrolment", "报名")
        case .bookingApproved: Phrase("booking approved", "预约通过")
        case .bookingRejected: Phrase("booking rejected", "预约未通过")
        case .bookingCancelled: Phrase("booking cancelled", "预约取消")
        case .applicationApproved: Phrase("application approved", "报名审核通过")
        case .applicationRejected: Phrase("application rejected", "报名审核不通过")
        case .applicationReturned: Phrase("application returned", "报名退回修改")
        case .applicationAssigned: Phrase("base assigned", "分配基地")
        case .applicationAdmitted: Phrase("admission", "录取")
        case .applicationDeclined: Phrase("declined by the base", "基地退回")
        case .refundDecided: Phrase("refund", "退款")
        case .invoiceIssued: Phrase("invoice issued", "发票开具")
        case .invoiceVoided: Phrase("invoice voided", "发票作废")
        case .leaveDecided: Phrase("leave", "请假审批")
        case .creditEffective: Phrase("credit", "学分")
        case .certificateReady: Phrase("certificate", "证书")
        case .sessionChanged: Phrase("session changed", "场次变动")
        case .identityDecided: Phrase("identity", "实名认证")
        case .membershipDecided: Phrase("membership", "单位人员")
        case .leaveCancelled: Phrase("leave cancelled", "取消请假")
        case .accountChanged: Phrase("account", "账号变动")
        case .rosterEntryRemoved: Phrase("roster", "移出名单")
        case .bookingAttended: Phrase("not missed", "缺席更正")
        case .offeringDecided: Phrase("offering reviewed", "期次审核")
        case .offeringCancelled: Phrase("offering cancelled", "期次取消")
        case .offeringChanged: Phrase("offering changed", "期次变动")
        case .offeringChangeRejected: Phrase("change not approved", "变更未批准")
        case .orderPaid: Phrase("payment", "缴费")
        case .examResult: Phrase("exam result", "考试成绩")
        case .entitlementLost: Phrase("entitlement lost", "名额作废")
        case .reportDecided: Phrase("report", "执行情况反馈")
        case .creditLapsed: Phrase("credit lapsed", "学分失效")
        case .creditReversed: Phrase("credit reversed", "学分撤销")
        case .unitPaymentRecorded: Phrase("unit payment recorded", "单位缴费")
        case .unitPaymentTakenBack: Phrase("unit payment taken back", "单位缴费撤回")
        case .certificateRevoked: Phrase("certificate revoked", "证书撤销")
        case .outsideDecided: Phrase("record from outside", "外部记录")
        case .reminder: Phrase("reminder", "提醒")
        case .invoiceRefused: Phrase("invoice refused", "开票驳回")
        case .silentDay: Phrase("no check-in", "无签到")
        }
    }
}
