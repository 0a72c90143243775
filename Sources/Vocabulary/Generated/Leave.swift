// Generated from Protocol/leave.proto by `make generate`; change that and generate again.

package enum LeaveKind: Int32, Word {
    case sick = 1
    case personal = 2
    case parental = 3
    case marriage = 4
    case bereavement = 5
    case other = 6
}

package enum LeaveState: Int32, Word {
    case waiting = 1
    case approved = 2
    /// with a reason
    case rejected = 3
    /// by the trainee, before it began; staff of the base are told if it was approved
    case cancelled = 4
}
