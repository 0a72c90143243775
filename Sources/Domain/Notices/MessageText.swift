/// What a message is about. Numbers as in `Protocol/notices.proto`.
package enum MessageSubject: UInt8, CaseIterable, Sendable {
    case enrolmentConfirmed = 1
    case bookingApproved = 2
    case bookingRejected = 3
    case bookingCancelled = 4
    case applicationApproved = 5
    case applicationRejected = 6
    case applicationReturned = 7
    case applicationAssigned = 8
    case applicationAdmitted = 9
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
    case leaveCancelled = 20
}

/// NOT-2: a message's sentence, made from its details when it is read, in the reader's language.
package struct MessageText: Sendable {
    private let details: [String]

    /// - Parameter details: in the order of `wording(_:)`; a missing one is left out of the sentence.
    package init(_ details: [String]) { self.details = details }

    package func wording(_ subject: MessageSubject) -> Wording {
        switch subject {
        case .enrolmentConfirmed: sentence("You are enrolled", "报名成功")
        case .bookingApproved: sentence("Your booking was approved", "预约审核通过")
        case .bookingRejected: sentence("Your booking was rejected", "预约审核未通过")
        case .bookingCancelled: sentence("Your booking was cancelled", "预约已取消")
        case .applicationApproved: sentence("Your application was approved", "招录申请审核通过")
        case .applicationRejected: sentence("Your application was rejected", "招录申请审核未通过")
        case .applicationReturned: sentence("Your application was returned for revision", "招录申请被退回修改")
        case .applicationAssigned: sentence("You were assigned to a base", "已分配基地")
        case .applicationAdmitted: sentence("You were admitted", "已被录取")
        case .applicationDeclined: sentence("The base declined; you will be assigned again", "基地未录取，将重新分配")
        case .refundDecided: sentence("Your refund was decided", "退款申请已处理")
        case .invoiceIssued: sentence("Your invoice was issued", "发票已开具")
        case .invoiceVoided: sentence("Your invoice was voided", "发票已作废")
        case .leaveDecided: sentence("Your leave was decided", "请假申请已审批")
        case .creditEffective: sentence("Your credit is effective", "学分已生效")
        case .certificateReady: sentence("Your certificate is ready", "证书已可领取")
        case .sessionChanged: sentence("A session you booked has changed", "您预约的场次有变动")
        case .identityDecided: sentence("Your identity verification was decided", "实名认证已审核")
        case .membershipDecided: sentence("Your membership of a unit was decided", "单位成员申请已审核")
        case .leaveCancelled: sentence("Approved leave was cancelled by the trainee", "学员取消了已批准的请假")
        }
    }

    /// Outcomes are protocol words and are translated; other details are names, days and reasons as entered.
    private static let outcomes = [
        "approved": Wording("approved", zh: "通过"), "rejected": Wording("rejected", zh: "未通过"),
        "returned": Wording("returned for revision", zh: "退回修改"),
        "moved": Wording("the ID number was found to be somebody else's", zh: "身份证号经审核属于他人，您的认证已取消"),
        "asked": Wording("the unit has added you", zh: "单位已将您添加为成员"),
        "confirmed": Wording("confirmed", zh: "已确认"), "ended": Wording("ended", zh: "已终止"),
    ]

    private func sentence(_ english: String, _ chinese: String) -> Wording {
        let known = details.filter { !$0.isEmpty }.map { Self.outcomes[$0] ?? Wording($0, zh: $0) }
        guard !known.isEmpty else { return Wording(english, zh: chinese) }
        return Wording(
            "\(english): \(known.map(\.english).joined(separator: ", "))",
            zh: "\(chinese)：\(known.map(\.chinese).joined(separator: "，"))")
    }
}
