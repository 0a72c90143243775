// Generated from Protocol/exams.proto by `make generate`; change that and generate again.

package enum ScoreState: Int32, Word {
    case value = 1
    case corroborated = 2
    case conflict = 3
    case decided = 4
    case lateMark = 5
    case conflictingDecisions = 6
    case none = 7
}

extension ScoreState: Named {
    package var phrase: Phrase {
        switch self {
        case .value: Phrase("one score", "单一成绩")
        case .corroborated: Phrase("corroborated", "多方一致")
        case .conflict: Phrase("conflict", "冲突")
        case .decided: Phrase("decided", "已裁定")
        case .lateMark: Phrase("score after decision", "裁定后又有成绩")
        case .conflictingDecisions: Phrase("conflicting decisions", "裁定不一致")
        case .none: Phrase("none", "无")
        }
    }
}

/// EXM-1: the questions of a bank. A bank belongs to an offering, or to a programme for its papers, and has that one's
/// id.
package enum QuestionKind: Int32, Word {
    case singleChoice = 1
    case multipleChoice = 2
}

extension QuestionKind: Named {
    package var phrase: Phrase {
        switch self {
        case .singleChoice: Phrase("single choice", "单选题")
        case .multipleChoice: Phrase("multiple choice", "多选题")
        }
    }
}

package enum QuestionEvent: Int32, Word {
    case added = 1
    case changed = 2
    case enabled = 3
    case disabled = 4
    case deleted = 5
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
