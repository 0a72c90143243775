/// The outcome of an exam for one person, given the pass mark.
package enum ExamOutcome: Equatable, Sendable {
    case notTaken
    /// In hundredths.
    case passed(Int)
    case failed(Int, passMark: Int)
    case unsettled(Unsettled)

    /// Why no score counts yet; each case waits for an adjudication.
    package enum Unsettled: Equatable, Sendable {
        /// SKL-3a: different scores by examiners who did not know of each other's.
        case conflict
        /// A score arrived that the adjudication did not name.
        case lateMark
        case conflictingDecisions
    }

    package var isPassed: Bool {
        switch self {
        case .passed: true
        case .notTaken, .failed, .unsettled: false
        }
    }

    /// EXM-6, CRD-1: the outcome of written attempts together with examiners' marks: a pass by either is a pass.
    package func or(_ other: ExamOutcome?) -> ExamOutcome {
        guard let other else { return self }
        switch (self, other) {
        case (.passed(let one), .passed(let another)): return .passed(max(one, another))
        case (.passed, _), (_, .notTaken): return self
        case (_, .passed), (.notTaken, _): return other
        case (.unsettled, _): return self
        case (_, .unsettled): return other
        case (.failed(let one, _), .failed(let another, _)): return one >= another ? self : other
        }
    }

    /// Nil if passed, else the reason against: "exam failed 52.00 < 60.00".
    package var obstacle: Phrase? {
        switch self {
        case .passed: nil
        case .notTaken: Phrase("exam not taken", "未参加考试")
        case .failed(let score, let passMark):
            Phrase(
                "exam failed \(hundredths(score)) < \(hundredths(passMark))",
                "考试未通过：\(hundredths(score)) < \(hundredths(passMark))")
        case .unsettled(.conflict): Phrase("exam in conflict", "考试成绩有冲突")
        case .unsettled(.lateMark): Phrase("exam has a score after the decision", "裁定后又收到考试成绩")
        case .unsettled(.conflictingDecisions): Phrase("exam has conflicting decisions", "考试成绩裁定不一致")
        }
    }
}

/// Formats hundredths: `52.00`.
package func hundredths(_ value: Int) -> String {
    "\(value < 0 ? "-" : "")\(value.magnitude / 100).\(digits(value.magnitude % 100, 2))"
}
