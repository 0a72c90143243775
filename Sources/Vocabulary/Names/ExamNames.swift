extension QuestionKind: Named {
    package var phrase: Phrase {
        switch self {
        case .singleChoice: Phrase("single choice", "单选题")
        case .multipleChoice: Phrase("multiple choice", "多选题")
        }
    }
}

extension QuestionEvent: Named {
    package var phrase: Phrase {
        switch self {
        case .added: Phrase("added", "新增")
        case .changed: Phrase("changed", "修改")
        case .enabled: Phrase("enabled", "启用")
        case .disabled: Phrase("disabled", "停用")
        case .deleted: Phrase("deleted", "删除")
        }
    }
}

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
