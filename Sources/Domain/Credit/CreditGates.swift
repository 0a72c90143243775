/// A precondition of credit (CRD-1).
package enum CreditGate: String, CaseIterable, Sendable {
    /// A unit's confirmation that the person belongs to it (ACC-9b).
    case membership
    case attendance
    case exam
    case evaluation
}

/// The gates that a programme's policy sets before an offering's credit, and those of them that cannot be checked.
package struct CreditGates: Equatable, Sendable {
    package let on: Set<CreditGate>
    /// Gates that the policy demands but that are not checked, in the order of the cases. Every list of eligible people
    /// reports them, so that nobody takes such a gate for passed.
    package let off: [CreditGate]
    /// The exam and the evaluation, where the programme asks a trainee for them for whatever purpose.
    package let asked: Set<CreditGate>

    /// - Parameters:
    ///   - identityEvidence: nil if the programme requires none.
    ///   - attendanceDemand: nil if the programme has no attendance.
    ///   - minQuestions: above 0, a category I offering needs a passed exam before credit (EXM-2).
    ///   - isEvaluated: false where the programme has no form, so that nobody can evaluate.
    ///   - hasPapers: its exam is sat at exam bases, whether credit waits for it or not.
    package init(
        identityEvidence: IdentityEvidence?, attendanceDemand: AttendanceDemand?, minQuestions: Int?,
        evaluationGates: Set<EvaluationGate>?, category: CreditCategory, isEvaluated: Bool, hasPapers: Bool
    ) {
        var demanded: Set<CreditGate> = []
        if identityEvidence == .unitConfirmed { demanded.insert(.membership) }
        if attendanceDemand != nil { demanded.insert(.attendance) }
        if (minQuestions ?? 0) > 0, category == .i { demanded.insert(.exam) }
        if evaluationGates?.contains(.credit) == true { demanded.insert(.evaluation) }
        let off: Set<CreditGate> = isEvaluated ? [] : [.evaluation]
        on = demanded.subtracting(off)
        self.off = CreditGate.allCases.filter { demanded.contains($0) && off.contains($0) }
        var asked = on.intersection([.exam, .evaluation])
        if hasPapers { asked.insert(.exam) }
        if isEvaluated, evaluationGates?.contains(.exam) == true { asked.insert(.evaluation) }
        self.asked = asked
    }
}
