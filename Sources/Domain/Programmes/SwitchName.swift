/// The switches of a policy, in the order of POL-1. Administrators write their names.
package enum SwitchName: String, CaseIterable, Sendable {
    case identityEvidence
    case profileSections
    case loginChallenge
    case funding
    case payChannels
    case bookingReview
    case cancelLimit
    case refunds
    case noticeSeconds
    case offeringApproval
    case leadDays
    case codePeriodMax
    case walkIn
    case attendanceDemand
    case minQuestions
    case examEntry
    case waitDays
    case resits
    case skillsRebookings
    case evaluationGates
    case creditEffective
    case reportDays
    case certificateDays
    case admissionFrom

    package var name: String { rawValue }
}
