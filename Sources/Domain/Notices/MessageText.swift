/// NOT-2: a message's sentence, made from its details when it is read, in the reader's language.
package struct MessageText: Sendable {
    private let details: [String]

    /// - Parameter details: in the order of `wording(_:)`; a missing one is left out of the sentence.
    package init(_ details: [String]) { self.details = details }

    package func wording(_ subject: MessageKind) -> Phrase {
        switch subject {
        case .enrolmentConfirmed: sentence("You are enrolled", "报名成功")
        case .bookingApproved: sentence("Your booking was approved", "预约审核通过")
        case .bookingRejected: sentence("Your booking was rejected", "预约审核未通过")
        case .bookingCancelled: sentence("Your booking was cancelled", "预约已取消")
        case .bookingAttended:
            sentence("You were there after all: the missed booking counts as attended", "已收到您的签到记录，缺席已更正为已参加")
        case .applicationApproved: sentence("Your application was approved", "招录申请审核通过")
        case .applicationRejected: sentence("Your application was rejected", "招录申请审核未通过")
        case .applicationReturned: sentence("Your application was returned for revision", "招录申请被退回修改")
        case .applicationAssigned: sentence("You were assigned to a base", "已分配基地")
        case .applicationAdmitted: sentence("You were admitted", "已被录取")
        case .applicationDeclined: sentence("The base declined; you will be assigned again", "基地未录取，将重新分配")
        case .orderPaid: sentence("Your payment arrived", "缴费成功")
        case .refundDecided: sentence("Your refund was decided", "退款申请已处理")
        case .invoiceIssued: sentence("Your invoice was issued", "发票已开具")
        case .invoiceVoided: sentence("Your invoice was voided", "发票已作废")
        case .invoiceRefused: sentence("Your request about an invoice was not granted", "发票申请未获批准")
        case .leaveDecided: sentence("Your leave was decided", "请假申请已审批")
        case .creditEffective: sentence("Your credit is effective", "学分已生效")
        case .certificateReady: sentence("Your certificate is ready", "证书已可领取")
        case .sessionChanged: sentence("A session you booked has changed", "您预约的场次有变动")
        case .identityDecided: sentence("Your identity verification was decided", "实名认证已审核")
        case .membershipDecided: sentence("Your membership of a unit was decided", "单位成员申请已审核")
        case .offeringCancelled: sentence("An offering was cancelled", "期次已取消")
        case .offeringChanged: sentence("An offering has changed", "期次安排有变动")
        case .offeringDecided: sentence("An offering was decided on", "期次审核结果")
        case .offeringChangeRejected: sentence("The change of an offering was not approved", "期次变更未获批准")
        case .silentDay:
            sentence(
                "Nothing has reached the server of a day; terminals may wait to be synced",
                "当日未收到任何签到，终端可能尚未同步")
        case .rosterEntryRemoved: sentence("You were taken off the roster of an offering", "您已被移出期次名单")
        case .leaveCancelled: sentence("Approved leave was cancelled by the trainee", "学员取消了已批准的请假")
        case .examOpen: sentence("Your exam is open", "考试已开放")
        case .examResult: sentence("The result of your exam", "考试成绩")
        case .examComplaint: sentence("Somebody says that the mark of an exam is wrong", "学员申请复核考试成绩")
        case .complaintAnswered: sentence("Your complaint about an exam was answered", "您的成绩复核申请已答复")
        case .entitlementLost:
            sentence("No resit is left: pay and study again", "补考机会已用完，名额已作废，请重新缴费学习")
        case .reportDecided: sentence("A post-activity report was decided", "执行情况反馈已审批")
        case .creditLapsed: sentence("Your pending credit lapsed: its report was not approved", "项目执行情况反馈未获批准，待生效学分已失效")
        case .creditReversed: sentence("Credit of yours was taken back", "您的学分已被撤销")
        case .unitPaymentRecorded: sentence("Your unit has paid for a place", "单位已为您缴费")
        case .unitPaymentTakenBack: sentence("A payment of your unit for you was taken back", "单位为您的缴费记录已撤回")
        case .certificateRevoked: sentence("A certificate of yours was revoked", "您的证书已撤销")
        case .trainingResumed:
            sentence("Your training goes on: its end was recorded by mistake", "您的培训继续进行，此前的结束登记有误")
        case .outsideDecided: sentence("A record of yours from outside was decided", "您的外部记录已审核")
        case .requestDecided: sentence("What you asked for was decided", "您的申请已审核")
        case .reminder: sentence("Something of a class is still before you", "培训班尚有事项未完成")
        case .accountChanged: sentence("Your account was changed", "您的账号有变动")
        }
    }

    /// Outcomes, roles and changes of an account are words of programs and are translated; other details are names, days and
    /// reasons as entered.
    private static let outcomes = [
        "approved": Phrase("approved", "通过"), "rejected": Phrase("rejected", "未通过"),
        "returned": Phrase("returned for revision", "退回修改"),
        "moved": Phrase("the ID number was found to be somebody else's", "身份证号经审核属于他人，您的认证已取消"),
        "asked": Phrase("the unit has added you", "单位已将您添加为成员"),
        "booked": Phrase("your place is booked", "已为您预约"),
        "full": Phrase("the session is full; your place is good for another one", "该场次已满，名额保留，可预约其他场次"),
        "unbooked": Phrase("book a session with it", "请预约场次"),
        "late": Phrase("paid for an order that no longer stands; it goes back to you", "订单已失效，款项将原路退回"),
        "otherAmount": Phrase("not the amount of the order; it goes back to you", "付款金额与订单不符，款项将原路退回"),
        "paidTwice": Phrase("paid once more for an order that was paid; it goes back to you", "订单重复付款，款项将原路退回"),
        "refunded": Phrase("approved and paid back", "已批准并退款"), "lodging": Phrase("the lodging", "住宿费"),
        "awaitsVoid": Phrase("approved; your invoice is voided first", "已批准，待发票作废后退回"),
        "applyAgain": Phrase("apply anew for what is not refunded", "未退部分可重新申请开票"),
        "application": Phrase("the application was rejected", "开票申请未通过"),
        "notVoided": Phrase("it is not voided", "发票不予作废"),
        "calledOff": Phrase("the session was cancelled; your place is yours to use again", "场次已取消，名额已退回"),
        "missed": Phrase("you were not there", "您未到场"),
        "unreviewed": Phrase("not reviewed before it began; your place is yours to use again", "开始前未审核，名额已退回"),
        "evaluate": Phrase("evaluate the exam to see it", "请先评价本场考核"),
        "corrected": Phrase("the mark was corrected", "成绩已更正"), "upheld": Phrase("the mark stays", "维持原成绩"),
        "passed": Phrase("passed", "合格"), "failed": Phrase("failed", "不合格"),
        "takeExam": Phrase("take the exam", "请参加考试"),
        "evaluateClass": Phrase("evaluate the class", "请完成评价"),
        "confirmed": Phrase("confirmed", "已确认"), "ended": Phrase("ended", "已终止"),
    ]

    private static func word(_ detail: String) -> Phrase {
        outcomes[detail] ?? AccountChange(rawValue: detail)?.phrase
            ?? Role.allCases.first { "\($0)" == detail }?.phrase
            ?? ReviewKind.allCases.first { "\($0)" == detail }?.phrase ?? Phrase(detail)
    }

    private func sentence(_ english: String, _ chinese: String) -> Phrase {
        let known = details.filter { !$0.isEmpty }.map(Self.word)
        guard !known.isEmpty else { return Phrase(english, chinese) }
        return Phrase(
            "\(english): \(known.map(\.en).joined(separator: ", "))",
            "\(chinese)：\(known.map(\.zh).joined(separator: "，"))")
    }
}
