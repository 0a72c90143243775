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
