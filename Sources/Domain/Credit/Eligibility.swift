/// The facts about a person of an offering's roster that decide on credit, from attendance, exams and evaluations.
package struct CreditCandidate: Equatable, Sendable {
    package let person: PersonID
    /// A unit has confirmed that the person belongs to it.
    package let isUnitConfirmed: Bool
    /// One scan of theirs counts.
    package let hasBeenThere: Bool
    package let attendance: AttendanceResult
    package let exam: ExamOutcome
    package let evaluation: EvaluationResult
    /// The latest award for this offering that is neither reversed nor entered by hand.
    package let award: AwardID?
    /// CRD-2a: why somebody has left the person out; nil for nobody.
    package let exclusion: String?
    /// ATT-6: a flagged walk-in about whom nobody has decided.
    package let isFlaggedWalkIn: Bool

    package init(
        person: PersonID, isUnitConfirmed: Bool, hasBeenThere: Bool, attendance: AttendanceResult, exam: ExamOutcome,
        evaluation: EvaluationResult, award: AwardID?,
        exclusion: String? = nil, isFlaggedWalkIn: Bool = false
    ) {
        self.person = person
        self.isUnitConfirmed = isUnitConfirmed
        self.hasBeenThere = hasBeenThere
        self.attendance = attendance
        self.exam = exam
        self.evaluation = evaluation
        self.award = award
        self.exclusion = exclusion
        self.isFlaggedWalkIn = isFlaggedWalkIn
    }
}

package enum EvaluationResult: Sendable {
    case done
    case lacking
}

/// CRD-1: whether a person may be awarded credit, with the reasons if not.
package struct Eligibility: Equatable, Sendable {
    package let person: PersonID
    /// The gates that are closed; empty if all are open.
    package let reasons: [Phrase]
    /// CRD-2a: why somebody has left the person out, until they are named; nil for nobody.
    package let exclusion: String?
    package let award: AwardID?
    /// NOT-3: what is left for the person to do, of exam and evaluation; empty for who has not been there.
    package let toDo: [ToDo]

    package enum ToDo: String, Sendable {
        case takeExam
        case evaluateClass
    }

    package init(_ candidate: CreditCandidate, gates: CreditGates) {
        person = candidate.person
        award = candidate.award
        exclusion = candidate.exclusion
        toDo = Self.toDo(candidate, gates)
        var reasons: [Phrase] = []
        if gates.on.contains(.membership), !candidate.isUnitConfirmed { reasons.append(Self.unconfirmed) }
        if candidate.isFlaggedWalkIn { reasons.append(Self.flaggedWalkIn) }
        if gates.on.contains(.attendance) { reasons += candidate.attendance.obstacles }
        if gates.on.contains(.exam), let obstacle = candidate.exam.obstacle { reasons.append(obstacle) }
        if gates.on.contains(.evaluation), candidate.evaluation == .lacking {
            reasons.append(Self.unevaluated)
        }
        self.reasons = reasons
    }

    private static func toDo(_ candidate: CreditCandidate, _ gates: CreditGates) -> [ToDo] {
        guard candidate.hasBeenThere else { return [] }
        var toDo: [ToDo] = []
        switch candidate.exam {
        // An unsettled one waits for others.
        case .passed, .unsettled: break
        case .notTaken, .failed: if gates.asked.contains(.exam) { toDo.append(.takeExam) }
        }
        if gates.asked.contains(.evaluation), candidate.evaluation == .lacking { toDo.append(.evaluateClass) }
        return toDo
    }

    /// ACC-9b: attendance does not count before the confirmation.
    package static let unconfirmed = Phrase("no unit has confirmed the membership", "单位尚未确认人员归属")

    package static let flaggedWalkIn = Phrase("flagged as a walk-in; a person decides", "现场登记待核实")

    package static let unevaluated = Phrase("evaluation missing", "未完成评价")

    package var isEligible: Bool { reasons.isEmpty && exclusion == nil }

    /// The gates that are closed, and why somebody has left the person out.
    package var obstacles: [Phrase] {
        reasons + (exclusion.map { [Phrase("left out: \($0)", "已排除：\($0)")] } ?? [])
    }

    /// CRD-6: credit was awarded, but late records make the person ineligible. The award stays until a person decides.
    package var needsReview: Bool { award != nil && !reasons.isEmpty }
}
