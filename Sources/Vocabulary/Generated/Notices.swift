// Generated from Protocol/notices.proto by `make generate`; change that and generate again.

/// NOT-2: what a person is told, at once when connected and otherwise when next seen.
package enum MessageKind: Int32, Word {
    case enrolmentConfirmed = 1
    case bookingApproved = 2
    case bookingRejected = 3
    case bookingCancelled = 4
    case applicationApproved = 5
    case applicationRejected = 6
    case applicationReturned = 7
    case applicationAssigned = 8
    case applicationAdmitted = 9
    /// by the base; the province decides again
    case applicationDeclined = 10
    case refundDecided = 11
    case invoiceIssued = 12
    case invoiceVoided = 13
    case leaveDecided = 14
    case creditEffective = 15
    case certificateReady = 16
    case sessionChanged = 17
    case identityDecided = 18
    case membershipDecided = 19
    /// by the trainee after it was approved; to the staff of the base
    case leaveCancelled = 20
    /// a role given or taken, an account disabled or enabled, a password reset
    case accountChanged = 21
    case rosterEntryRemoved = 22
    /// to those on its roster, and to the provider of its project
    case offeringCancelled = 23
    /// to the same
    case offeringChanged = 24
    /// to who proposed it
    case offeringChangeRejected = 25
    case orderPaid = 26
    /// an application, or the voiding of an invoice
    case invoiceRefused = 27
    /// to those who hold an offering: nothing has come of a day by its evening
    case silentDay = 28
    /// marked, or marked again
    case examResult = 29
    /// by the last failed attempt at an exam
    case entitlementLost = 30
    /// a post-activity report; to who made it
    case reportDecided = 36
    /// the report on which it waited was rejected
    case creditLapsed = 37
    /// of the exam or the evaluation of a class
    case reminder = 35
    /// a scan came late: it was not missed
    case bookingAttended = 38
    /// with the reason
    case creditReversed = 40
    /// a record from outside; to its person
    case outsideDecided = 41
    /// a unit has paid for a place of theirs
    case unitPaymentRecorded = 42
    case unitPaymentTakenBack = 43
    /// with the reason
    case certificateRevoked = 44
    /// the written exam of a class, or that of its programme, may be begun
    case examOpen = 45
    /// its completion or withdrawal was a mistake, with the reason
    case trainingResumed = 46
    /// what a person has asked for with a reason alone
    case requestDecided = 47
    /// somebody says that a mark is wrong; to those who hold the class, and to the exam base
    case examComplaint = 48
    /// the mark was corrected or stays, with the reason; to who complained
    case complaintAnswered = 49
    /// approved, returned or rejected; to who submitted it and to its organisers
    case offeringDecided = 39
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
        case .offeringCancelled: Phrase("offering cancelled", "期次取消")
        case .offeringChanged: Phrase("offering changed", "期次变动")
        case .offeringChangeRejected: Phrase("change not approved", "变更未批准")
        case .orderPaid: Phrase("payment", "缴费")
        case .invoiceRefused: Phrase("invoice refused", "开票驳回")
        case .silentDay: Phrase("no check-in", "无签到")
        case .examResult: Phrase("exam result", "考试成绩")
        case .entitlementLost: Phrase("entitlement lost", "名额作废")
        case .reportDecided: Phrase("report", "执行情况反馈")
        case .creditLapsed: Phrase("credit lapsed", "学分失效")
        case .reminder: Phrase("reminder", "提醒")
        case .bookingAttended: Phrase("not missed", "缺席更正")
        case .creditReversed: Phrase("credit reversed", "学分撤销")
        case .outsideDecided: Phrase("record from outside", "外部记录")
        case .unitPaymentRecorded: Phrase("unit payment recorded", "单位缴费")
        case .unitPaymentTakenBack: Phrase("unit payment taken back", "单位缴费撤回")
        case .certificateRevoked: Phrase("certificate revoked", "证书撤销")
        case .examOpen: Phrase("exam open", "考试开放")
        case .trainingResumed: Phrase("training goes on", "恢复在培")
        case .requestDecided: Phrase("request decided", "申请审核")
        case .examComplaint: Phrase("exam complaint", "成绩申诉")
        case .complaintAnswered: Phrase("complaint answered", "申诉答复")
        case .offeringDecided: Phrase("offering reviewed", "期次审核")
        }
    }
}

/// NOT-1: what anybody may read without logging in.
package enum NoticeKind: Int32, Word {
    case training = 1
    case exam = 2
    /// how something is done
    case guide = 3
    case announcement = 4
}

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

package enum NoticeState: Int32, Word {
    case published = 1
    /// in no list, and not to be read; a favourite says so
    case withdrawn = 2
}

extension NoticeState: Named {
    package var phrase: Phrase {
        switch self {
        case .published: Phrase("published", "已发布")
        case .withdrawn: Phrase("withdrawn", "已撤回")
        }
    }
}
