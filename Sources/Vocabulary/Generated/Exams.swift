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

/// EXM-1: the questions of a bank. A bank belongs to an offering, or to a programme for its papers, and has that one's
/// id.
package enum QuestionKind: Int32, Word {
    case singleChoice = 1
    case multipleChoice = 2
}

package enum QuestionEvent: Int32, Word {
    case added = 1
    case changed = 2
    case enabled = 3
    case disabled = 4
    case deleted = 5
}
