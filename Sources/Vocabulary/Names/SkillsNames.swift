extension SkillsOutcome: Named {
    package var phrase: Phrase {
        switch self {
        case .awaited: Phrase("not scored yet", "待评分")
        case .passed: Phrase("passed", "合格")
        case .failed: Phrase("failed", "不合格")
        case .unsettled: Phrase("to be decided", "待裁定")
        case .withheld: Phrase("evaluate the exam to see it", "请先评价本场考核")
        }
    }
}
