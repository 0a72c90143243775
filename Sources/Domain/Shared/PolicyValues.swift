// Values of policy switches that several areas use. Their texts are those of the table in POL-1.

/// ATT-5c: the attendance an offering demands.
package enum AttendanceDemand: String, CaseIterable, Sendable {
    /// A counted scan in every window.
    case theSession = "the session"
    /// A counted scan in any one window.
    case anyOnePeriod = "any one period"
    /// A counted scan in every window, and on every activity date even where it has no window.
    case everyDayAndWindow = "every day and every window"
}

/// PRJ-5: the organisation that approves an offering before it opens.
package enum OfferingApproval: String, CaseIterable, Sendable {
    case none
    case committee
    case association
}

/// A step that requires the trainee's evaluation.
package enum EvaluationGate: String, CaseIterable, Sendable {
    case exam
    case skillsResult = "skills result"
    case credit
}

/// How often a failed exam may be retaken.
package enum ResitLimit: Equatable, Sendable {
    case times(Int)
    case unlimited
}

/// EXM-6: how a multiple choice is marked.
package enum MultipleChoice: String, CaseIterable, Sendable {
    /// Marks for exactly the right options.
    case allOrNothing = "all or nothing"
    /// Half the marks for some of the right options and no wrong one.
    case halfForPart = "half for part"
}

/// CRD-4: when awarded credit becomes effective.
package enum CreditEffective: String, CaseIterable, Sendable {
    case reportApproved = "report approved"
    case award
}

/// The identity evidence that a programme requires (ACC-2a).
package enum IdentityEvidence: String, CaseIterable, Sendable {
    case nameAndID = "name + ID"
    case idAndPhotos = "ID + photos"
    case selfDeclared = "self-declared"
    case unitConfirmed = "unit-confirmed"
}

/// The sections of a profile that must be complete (ACC-8).
package enum ProfileDemand: String, CaseIterable, Sendable {
    case allFour = "all four"
    case basic
    case basicUnlessUnitPaid = "basic (unit-paid: none)"
    case walkInFields = "walk-in fields"
    case none
}

/// ORD-4: the refunds that trainees may ask for.
package enum RefundRule: String, CaseIterable, Sendable {
    case off
    case full
    case fullOrLodgingOnly = "full, lodging only"
}
