/// What stands before credit (CRD-1).
package enum CreditGate: String, CaseIterable, Sendable {
    /// A unit's word that the person is one of its own (ACC-9b).
    case membership
    case attendance
    case exam
    case evaluation
}

/// Which gates a programme's policy puts before the credit of an offering, and which of those are left open.
package struct CreditGates: Equatable, Sendable {
    package let on: Set<CreditGate>
    /// Demanded by policy and yet not asked for, in the order of the cases. Every list of eligible people reports them,
    /// so that nobody takes a gate for passed.
    package let off: [CreditGate]

    /// - Parameters:
    ///   - identityEvidence: `nil` where the programme asks for none.
    ///   - attendanceDemand: `nil` where the programme has no attendance.
    ///   - minQuestions: above 0, a category I offering needs a passed exam before credit (EXM-2).
    ///   - off: gates that cannot be asked for here, because what they need is not kept.
    package init(
        identityEvidence: IdentityEvidence?, attendanceDemand: AttendanceDemand?, minQuestions: Int?,
        evaluationGates: Set<EvaluationGate>?, category: CreditCategory, off: Set<CreditGate>
    ) {
        var demanded: Set<CreditGate> = []
        if identityEvidence == .unitConfirmed { demanded.insert(.membership) }
        if attendanceDemand != nil { demanded.insert(.attendance) }
        if (minQuestions ?? 0) > 0, category == .one { demanded.insert(.exam) }
        if evaluationGates?.contains(.credit) == true { demanded.insert(.evaluation) }
        on = demanded.subtracting(off)
        self.off = CreditGate.allCases.filter { demanded.contains($0) && off.contains($0) }
    }
}
