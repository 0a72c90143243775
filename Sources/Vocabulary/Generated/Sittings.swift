// Generated from Protocol/sittings.proto by `make generate`; change that and generate again.

/// EXM-3: one attempt of one person at the written exam of a class they attended.
package enum SittingState: Int32, Word {
    /// until it is submitted, or its time is over
    case open = 1
    case submitted = 2
    /// marked on what was saved
    case timedOut = 3
}

extension SittingState: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("under way", "进行中")
        case .submitted: Phrase("submitted", "已交卷")
        case .timedOut: Phrase("time was over", "到时自动交卷")
        }
    }
}

/// What somebody said or did about a sitting, or about the time somebody gets.
package enum SittingEvent: Int32, Word {
    case complaint = 1
    case markedAgain = 2
    /// the mark stays
    case upheld = 3
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
