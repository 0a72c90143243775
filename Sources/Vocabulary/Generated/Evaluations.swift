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

package enum EvaluationQuestionKind: Int32, Word {
    /// from 1, worst, to 5, best
    case rating = 1
    /// may be left empty
    case text = 2
}
