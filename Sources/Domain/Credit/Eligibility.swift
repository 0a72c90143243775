/// The facts about a person of an offering's roster that decide on credit, from attendance, exams and evaluations.
package struct CreditCandidate: Equatable, Sendable {
    package let person: PersonID
    /// A unit has confirmed that the person belongs to it.
    package let isUnitConfirmed: Bool
    package let attendance: AttendanceResult
    package let exam: ExamOutcome
    package let evaluation: EvaluationResult
    /// The latest award for this offering that is neither reversed nor entered by hand.
    package let award: AwardID?

    package init(
        person: PersonID, isUnitConfirmed: Bool, attendance: AttendanceResult, exam: ExamOutcome,
        evaluation: EvaluationResult, award: AwardID?
    ) {
        self.person = person
        self.isUnitConfirmed = isUnitConfirmed
        self.attendance = attendance
        self.exam = exam
        self.evaluation = evaluation
        self.award = award
    }
}

package enum EvaluationResult: Sendable {
    case done
    case lacking
}

/// CRD-1: whether a person may be awarded credit, with the reasons if not.
package struct Eligibility: Equatable, Sendable {
    package let person: PersonID
    /// Empty if the person is eligible.
    package let reasons: [Phrase]
    package let award: AwardID?

    package init(_ candidate: CreditCandidate, gates: CreditGates) {
        person = candidate.person
        award = candidate.award
        var reasons: [Phrase] = []
        if gates.on.contains(.membership), !candidate.isUnitConfirmed { reasons.append(Self.unconfirmed) }
        if gates.on.contains(.attendance) { reasons += candidate.attendance.obstacles }
        if gates.on.contains(.exam), let obstacle = candidate.exam.obstacle { reasons.append(obstacle) }
        if gates.on.contains(.evaluation), candidate.evaluation == .lacking {
            reasons.append(Phrase("evaluation missing", "未完成评价"))
        }
        self.reasons = reasons
    }

    /// ACC-9b: attendance does not count before the confirmation.
    package static let unconfirmed = Phrase("no unit has confirmed the membership", "单位尚未确认人员归属")

    package var isEligible: Bool { reasons.isEmpty }

    /// CRD-6: credit was awarded, but late records make the person ineligible. The award stays until a person decides.
    package var needsReview: Bool { award != nil && !isEligible }
}
