// Generated from Protocol/postreports.proto by `make generate`; change that and generate again.

/// RPF-1: what a provider reports of one run of its project once it is over, for the committee.
package enum PostReportState: Int32, Word {
    case draft = 1
    /// nothing of it can be changed
    case submitted = 2
    /// as a draft
    case returned = 3
    case approved = 4
    case rejected = 5
}

extension PostReportState: Named {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase("draft", "草稿")
        case .submitted: Phrase("submitted", "已提交")
        case .returned: Phrase("returned", "已退回")
        case .approved: Phrase("approved", "已批准")
        case .rejected: Phrase("rejected", "未批准")
        }
    }
}

package enum PostReportPageKind: Int32, Word {
    case overview = 1
    case teaching = 2
    case trainees = 3
    case outcome = 4
    case remarks = 5
}

extension PostReportPageKind: Named {
    package var phrase: Phrase {
        switch self {
        case .overview: Phrase("overview", "项目概况")
        case .teaching: Phrase("teaching", "授课情况")
        case .trainees: Phrase("trainees", "学员情况")
        case .outcome: Phrase("outcome", "培训效果")
        case .remarks: Phrase("remarks", "问题与建议")
        }
    }
}

package enum PostReportDocumentKind: Int32, Word {
    case notice = 1
    case agenda = 2
    case photo = 3
    /// questions, if there were any
    case exam = 4
}

extension PostReportDocumentKind: Named {
    package var phrase: Phrase {
        switch self {
        case .notice: Phrase("notice", "会议通知")
        case .agenda: Phrase("agenda", "会议日程")
        case .photo: Phrase("photo", "会议照片")
        case .exam: Phrase("exam questions", "会议试题")
        }
    }
}
