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
