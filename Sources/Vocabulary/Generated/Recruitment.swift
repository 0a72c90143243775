// Generated from Protocol/recruitment.proto by `make generate`; change that and generate again.

/// What preferences are.
package enum IntakeKind: Int32, Word {
    case specialty = 1
    case base = 2
}

/// A draft is seen by its province alone. In a closed round nobody enrols, reviews, assigns or admits any more.
package enum RoundState: Int32, Word {
    case draft = 1
    case open = 2
    case closed = 3
}

package enum ApplicationState: Int32, Word {
    case draft = 1
    /// in review, at `level`
    case submitted = 2
    /// for revision
    case returned = 3
    case rejected = 4
    /// no base has it yet
    case approved = 5
    case assigned = 6
    case admitted = 7
    case inTraining = 8
    case completed = 9
    /// by the applicant, before the first review
    case withdrawn = 10
    /// by the applicant, after admission
    case declined = 11
    case trainingWithdrawn = 12
}

package enum ApplicationEvent: Int32, Word {
    case submit = 1
    /// approved at a level that is not the last
    case passOn = 2
    case sendBack = 3
    case resubmit = 4
    case reject = 5
    case approve = 6
    case withdraw = 7
    case assign = 8
    case admit = 9
    /// the base gives it back to the province
    case release = 10
    case decline = 11
    case startTraining = 12
    case complete = 13
    case withdrawTraining = 14
}

package enum TrainingStep: Int32, Word {
    case start = 1
    case complete = 2
    case withdraw = 3
}
