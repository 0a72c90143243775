// Generated from Protocol/skills.proto by `make generate`; change that and generate again.

package enum SkillsOutcome: Int32, Word {
    /// nobody has scored yet
    case awaited = 1
    case passed = 2
    case failed = 3
    /// SKL-3: scores that a person has to decide between
    case unsettled = 4
    /// SKL-4: until the exam is evaluated
    case withheld = 5
}

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
