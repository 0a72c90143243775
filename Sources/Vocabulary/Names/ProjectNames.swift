extension OfferingState: Named {
    package var phrase: Phrase {
        switch self {
        case .draft: Phrase("draft", "草稿")
        case .submitted: Phrase("submitted", "已提交")
        case .approved: Phrase("approved", "已批准")
        case .rejected: Phrase("rejected", "已驳回")
        case .cancelled: Phrase("cancelled", "已取消")
        }
    }
}

extension ProjectLevel: Named {
    package var phrase: Phrase {
        switch self {
        case .national: Phrase("national", "国家级")
        case .provincial: Phrase("provincial", "省级")
        case .city: Phrase("city", "市级")
        }
    }
}
