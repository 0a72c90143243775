// Generated from Protocol/evaluations.proto by `make generate`; change that and generate again.

/// EVA-1: what a trainee evaluates, once. A class is one run of a project, or a session; one of its courses; its
/// project as a
/// whole, whatever runs the trainee was in; its exam.
package enum EvaluationSubject: Int32, Word {
    case `class` = 1
    case course = 2
    case project = 3
    case exam = 4
}

extension EvaluationSubject: Named {
    package var phrase: Phrase {
        switch self {
        case .`class`: Phrase("class", "培训班")
        case .course: Phrase("course", "课程")
        case .project: Phrase("project", "项目")
        case .exam: Phrase("exam", "考试")
        }
    }
}

package enum EvaluationQuestionKind: Int32, Word {
    /// from 1, worst, to 5, best
    case rating = 1
    /// may be left empty
    case text = 2
}

extension EvaluationQuestionKind: Named {
    package var phrase: Phrase {
        switch self {
        case .rating: Phrase("rating", "评分")
        case .text: Phrase("text", "文字")
        }
    }
}
