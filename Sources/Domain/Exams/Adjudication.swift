package import Causality

/// SKL-3b: a person's decision between scores. It replaces exactly the scores shown to that person.
package struct Adjudication: Equatable, Sendable {
    /// In hundredths.
    package let value: Int64
    package let reason: String
    /// The current scores and decisions it replaces, in the order of dots.
    package let replaced: [CausalFact]

    package static let reasonLimit = 500

    /// - Parameters:
    ///   - view: the current scores.
    ///   - shown: the dots that the person saw.
    /// - Throws: `staleContext` if scores were added or settled since; `wrongState` if there is nothing to decide: no
    ///   score, one score, or equal ones. A decision may be replaced by another.
    package init(view: ScoreView, shown: Set<Dot>, value: Int64, reason: String) throws(Refusal) {
        guard ExamRule.scores.contains(value) else {
            throw Refusal(
                .invalid, field: "value_hundredths", "a score lies between 0 and \(ExamRule.scores.upperBound)",
                zh: "成绩须在 0 至 \(ExamRule.scores.upperBound) 之间")
        }
        self.value = value
        self.reason = try checkedTitle(reason, field: "reason", limit: Self.reasonLimit)
        replaced =
            switch view {
            case .none, .value, .corroborated: []
            case .decided(let decision): [decision]
            case .conflict(let scores): scores.sorted()
            case .lateMark(let decision, let evidence): ([decision] + evidence).sorted()
            case .conflictingDecisions(let decisions, let evidence): (decisions + evidence).sorted()
            }
        guard !replaced.isEmpty else {
            throw Refusal(.wrongState, field: "person", "there is no conflict to decide", zh: "没有需要裁定的成绩冲突")
        }
        guard Set(replaced.map(\.dot)) == shown else {
            throw Refusal(
                .staleContext, field: "context", "the scores have changed since they were shown; look at them again",
                zh: "成绩已变更，请重新查看")
        }
    }
}
