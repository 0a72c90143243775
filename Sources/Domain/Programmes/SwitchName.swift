/// The switches of a policy, in the order of POL-1, and the settings of POL-2. Administrators write their names.
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
    case multipleChoice
    case certificateLevels
    case evaluationForm
    case creditRules
    case completion
    case scanEvidence

    package var name: String { rawValue }

    /// POL-2: whether it is a setting with a default, which need not be given.
    package var hasDefault: Bool {
        [.multipleChoice, .certificateLevels, .evaluationForm, .creditRules, .completion, .scanEvidence].contains(self)
    }
}
