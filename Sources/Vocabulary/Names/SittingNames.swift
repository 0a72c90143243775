extension SittingState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("under way", "进行中")
        case .submitted: Phrase("submitted", "已交卷")
        case .timedOut: Phrase("time was over", "到时自动交卷")
        }
    }
}

extension SittingEvent: Named {
    package var phrase: Phrase {
        switch self {
        case .complaint: Phrase("complaint", "申诉")
        case .markedAgain: Phrase("marked again", "复核改分")
        case .upheld: Phrase("the mark stays", "维持原分")
        }
    }
}
