// Generated from Protocol/review.proto by `make generate`; change that and generate again.

/// What is reviewed. A subject is named by its kind and its own id (an application's, an offering's).
package enum ReviewKind: Int32, Word {
    case refund = 8
    case booking = 7
    case application = 1
    case identity = 2
    case membership = 3
    case leave = 4
    case offering = 5
    case phoneChange = 6
    /// of an approved offering
    case offeringChange = 12
    /// a record from outside
    case outside = 13
    /// that a booking cancelled or missed does not count toward the limit
    case waiver = 14
    /// post-activity, or a supplement of one
    case report = 9
}

extension ReviewKind: Named {
    package var phrase: Phrase {
        switch self {
        case .refund: Phrase("refund", "退款")
        case .booking: Phrase("booking", "预约")
        case .application: Phrase("application", "报名申请")
        case .identity: Phrase("identity", "实名认证")
        case .membership: Phrase("membership", "单位人员")
        case .leave: Phrase("leave", "请假")
        case .offering: Phrase("offering", "期次")
        case .phoneChange: Phrase("phone change", "更换手机")
        case .offeringChange: Phrase("change of an offering", "期次变更")
        case .outside: Phrase("record from outside", "外部记录")
        case .waiver: Phrase("waiver", "免计申请")
        case .report: Phrase("report", "执行情况反馈")
        }
    }
}

/// Who decides: the unit or base itself, or the provider on whose premises something is held, the commission of exactly
/// that region, a committee or an identity reviewer whose
/// region reaches it, a platform administrator.
package enum ReviewLevel: Int32, Word {
    case unit = 1
    case county = 2
    case city = 3
    case province = 4
    case base = 5
    case committee = 6
    case identity = 7
    case platform = 8
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

package enum ReviewState: Int32, Word {
    case waiting = 1
    case approved = 2
    case rejected = 3
    /// for revision
    case returned = 4
    /// by who submitted it, also after it was approved
    case withdrawn = 5
}

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

package enum ReviewAction: Int32, Word {
    case submit = 1
    case approve = 2
    /// needs a reason
    case reject = 3
    /// for revision; needs a reason
    case `return` = 4
    /// to the level that returned it
    case resubmit = 5
    case withdraw = 6
}

extension ReviewAction: Named {
    package var phrase: Phrase {
        switch self {
        case .submit: Phrase("submitted", "提交")
        case .approve: Phrase("approved", "审核通过")
        case .reject: Phrase("rejected", "审核不通过")
        case .`return`: Phrase("returned", "退回修改")
        case .resubmit: Phrase("submitted again", "重新提交")
        case .withdraw: Phrase("withdrawn", "撤回")
        }
    }
}
