/// What the standing marks of a key amount to (SKL-3). Nothing here depends on which came last.
package enum ScoreView: Hashable, Sendable {
    case none
    /// One examiner's mark, with no other beside it.
    case value(CausalFact)
    /// Two or more marks made independently, all equal.
    case corroborated([CausalFact])
    /// Two or more marks that differ. All are kept until an adjudication names them.
    case conflict([CausalFact])
    /// A decision, with every other mark replaced.
    case decided(CausalFact)
    /// A decision, and marks that it did not name: they came late, and open it again.
    case lateMark(decision: CausalFact, evidence: [CausalFact])
    /// Two or more decisions, made without knowing of each other. Even equal ones: each may rest on other marks.
    case conflictingDecisions([CausalFact], evidence: [CausalFact])

    /// - Parameter siblings: standing marks; the order is kept.
    package init(siblings: [CausalFact]) {
        let decisions = siblings.filter { $0.role == .adjudication }
        let marks = siblings.filter { $0.role != .adjudication }
        switch (decisions.count, marks.count) {
        case (0, 0): self = .none
        case (0, 1): self = .value(marks[0])
        case (0, _): self = marks.allSatisfy { $0.value == marks[0].value } ? .corroborated(marks) : .conflict(marks)
        case (1, 0): self = .decided(decisions[0])
        case (1, _): self = .lateMark(decision: decisions[0], evidence: marks)
        case (_, _): self = .conflictingDecisions(decisions, evidence: marks)
        }
    }

    /// The mark in hundredths; `nil` when there is none or while a person has to decide.
    package var settled: Int64? {
        switch self {
        case .value(let fact), .decided(let fact): fact.value
        case .corroborated(let facts): facts.first?.value
        case .none, .conflict, .lateMark, .conflictingDecisions: nil
        }
    }

    package var needsDecision: Bool {
        switch self {
        case .conflict, .lateMark, .conflictingDecisions: true
        case .none, .value, .corroborated, .decided: false
        }
    }
}
