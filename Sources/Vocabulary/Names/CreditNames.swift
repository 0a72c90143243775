extension AwardState: Named {
    package var phrase: Phrase {
        switch self {
        case .pending: Phrase("pending", "待生效")
        case .effective: Phrase("effective", "有效")
        case .reversed: Phrase("reversed", "已撤销")
        case .notValid: Phrase("not valid", "无效")
        case .lapsed: Phrase("lapsed", "已失效")
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
extension CreditEvent: Named {
    package var phrase: Phrase {
        switch self {
        case .awarded: Phrase("awarded", "授予")
        case .entered: Phrase("entered by hand", "手工录入")
        case .effective: Phrase("effective", "生效")
        case .reversed: Phrase("reversed", "撤销")
        case .kept: Phrase("kept", "维持")
        case .lapsed: Phrase("lapsed", "失效")
        case .taught: Phrase("awarded for teaching", "授课授予")
        }
    }
}

extension CreditStepKind: Named {
    package var phrase: Phrase {
        switch self {
        case .membership: Phrase("membership", "单位确认")
        case .window: Phrase("attendance", "考勤")
        case .decision: Phrase("decision", "裁定")
        case .exam: Phrase("exam", "考试")
        case .evaluation: Phrase("evaluation", "评价")
        case .certificate: Phrase("certificate", "证书")
        case .report: Phrase("report", "执行情况反馈")
        }
    }
}
