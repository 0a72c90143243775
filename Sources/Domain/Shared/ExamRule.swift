package import Causality

/// The pass rule (EXM-6). Scores and pass marks are hundredths of a mark, 0 to 10,000.
package enum ExamRule {
    package static let scores: ClosedRange<Int64> = 0...10_000

    /// Returns the outcome of one person's current scores: passed from the pass mark on. While scores conflict the
    /// outcome is open until a person decides (SKL-3a), even if all of them are on the same side of the pass mark,
    /// because certificates print the score.
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

    /// Scores out of range were quarantined before; clamping keeps the arithmetic safe.
    private static func settled(_ value: Int64, _ passMark: Int) -> ExamOutcome {
        let score = Int(min(max(value, scores.lowerBound), scores.upperBound))
        return score >= passMark ? .passed(score) : .failed(score, passMark: passMark)
    }
}
