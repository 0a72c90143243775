package import Causality

/// Whether a score passes (EXM-6). Scores and pass marks are hundredths of a mark, 0 to 10,000.
package enum ExamRule {
    package static let scores: ClosedRange<Int64> = 0...10_000

    /// What the standing scores of one person's exam come to. A score that passes has reached the pass mark; where
    /// scores contradict one another nobody has passed or failed until a person decides (SKL-3a), even when all of
    /// them lie on the same side of the pass mark: the score itself is printed on certificates.
    package static func outcome(_ view: ScoreView, passMark: Int) -> ExamOutcome {
        switch view {
        case .none: .notTaken
        case .value(let fact), .decided(let fact): settled(fact.value, passMark)
        case .corroborated(let facts): facts.first.map { settled($0.value, passMark) } ?? .notTaken
        case .conflict: .unsettled(.conflict)
        case .lateMark: .unsettled(.lateMark)
        case .conflictingDecisions: .unsettled(.conflictingDecisions)
        }
    }

    /// A value that no exam can give has been quarantined before it comes here; clamping keeps arithmetic safe.
    private static func settled(_ value: Int64, _ passMark: Int) -> ExamOutcome {
        let score = Int(min(max(value, scores.lowerBound), scores.upperBound))
        return score >= passMark ? .passed(score) : .failed(score, passMark: passMark)
    }
}
