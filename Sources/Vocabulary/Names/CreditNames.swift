extension AwardState: Named {
    package var phrase: Phrase {
        switch self {
        case .pending: Phrase("pending", "待生效")
        case .effective: Phrase("effective", "有效")
        case .reversed: Phrase("reversed", "已撤销")
        case .notValid: Phrase("not valid", "无效")
        }
    }
}

extension CreditCategory: Named {
    package var phrase: Phrase {
        switch self {
        case .i: Phrase("I", "Ⅰ类")
        case .ii: Phrase("II", "Ⅱ类")
        }
    }
}

extension ExportKind: Named {
    package var phrase: Phrase {
        switch self {
        case .awards: Phrase("awards", "授分明细")
        case .eligible: Phrase("eligible", "有效人员")
        case .scans: Phrase("scans", "签到记录")
        case .analysis: Phrase("analysis", "考勤分析")
        case .scores: Phrase("scores", "成绩")
        }
    }
}
