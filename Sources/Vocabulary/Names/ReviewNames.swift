extension ReviewState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待审核")
        case .approved: Phrase("approved", "审核通过")
        case .rejected: Phrase("rejected", "审核不通过")
        case .returned: Phrase("returned", "退回修改")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        }
    }
}

extension ReviewLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .unit: Phrase("unit", "单位")
        case .county: Phrase("county", "区县")
        case .city: Phrase("city", "地市")
        case .province: Phrase("province", "省级")
        case .base: Phrase("base", "基地")
        case .committee: Phrase("committee", "继教委")
        case .identity: Phrase("identity reviewer", "实名审核员")
        case .platform: Phrase("platform", "平台")
        }
    }
}

extension ReviewAction: Named {
    package var phrase: Phrase {
        switch self {
        case .submit: Phrase("submitted", "提交")
        case .approve: Phrase("approved", "审核通过")
        case .reject: Phrase("rejected", "审核不通过")
        case .return: Phrase("returned", "退回修改")
        case .resubmit: Phrase("submitted again", "重新提交")
        case .withdraw: Phrase("withdrawn", "撤回")
        }
    }
}

extension ReviewKind: Named {
    package var phrase: Phrase {
        switch self {
        case .application: Phrase("application", "报名申请")
        case .identity: Phrase("identity", "实名认证")
        case .membership: Phrase("membership", "单位人员")
        case .leave: Phrase("leave", "请假")
        case .offering: Phrase("offering", "期次")
        case .phoneChange: Phrase("phone change", "更换手机")
        case .booking: Phrase("booking", "预约")
        case .refund: Phrase("refund", "退款")
        case .report: Phrase("report", "执行情况反馈")
        case .outside: Phrase("record from outside", "外部记录")
        case .offeringChange: Phrase("change of an offering", "期次变更")
        }
    }
}
