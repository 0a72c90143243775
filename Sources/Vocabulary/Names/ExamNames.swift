extension ScoreState: Named {
    package var phrase: Phrase {
        switch self {
        case .none: Phrase("none", "无")
        case .value: Phrase("one score", "单一成绩")
        case .corroborated: Phrase("corroborated", "多方一致")
        case .conflict: Phrase("conflict", "冲突")
        case .decided: Phrase("decided", "已裁定")
        case .lateMark: Phrase("score after decision", "裁定后又有成绩")
        case .conflictingDecisions: Phrase("conflicting decisions", "裁定不一致")
        }
    }
}
