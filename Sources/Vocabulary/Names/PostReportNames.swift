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
