/// The score that results from the siblings of a key (SKL-3). It does not depend on the order in which they arrived.
package enum ScoreView: Hashable, Sendable {
    case none
    /// One examiner's mark, and no other.
    case value(CausalFact)
    /// Two or more marks made independently, all equal, also in their items.
    case corroborated([CausalFact])
    /// Two or more marks that differ. All remain until an adjudication names them.
    case conflict([CausalFact])
    /// An adjudication that replaced every other mark.
    case decided(CausalFact)
    /// An adjudication, and marks that it did not name. They arrived late and require a new decision.
    case lateMark(decision: CausalFact, evidence: [CausalFact])
    /// Two or more concurrent adjudications, even if equal: each may rest on other marks.
    case conflictingDecisions([CausalFact], evidence: [CausalFact])

    /// - Parameter siblings: the current facts that carry a mark; their order is preserved.
    package init(siblings: [CausalFact]) {
        let decisions = siblings.filter { $0.role == .adjudication }
        let marks = siblings.filter { $0.role != .adjudication }
        switch (decisions.count, marks.count) {
        case (0, 0): self = .none
        case (0, 1): self = .value(marks[0])
        case (0, _): self = marks.allSatisfy { $0.says(marks[0]) } ? .corroborated(marks) : .conflict(marks)
        case (1, 0): self = .decided(decisions[0])
        case (1, _): self = .lateMark(decision: decisions[0], evidence: marks)
        case (_, _): self = .conflictingDecisions(decisions, evidence: marks)
        }
    }

    /// The mark in hundredths; `nil` if there is none or a person has to decide.
    package var settled: Int64? { standing?.value }

    /// The fact that says what the mark is, one of several that agree; `nil` if there is none or a person has to decide.
    package var standing: CausalFact? {
        switch self {
        case .value(let fact), .decided(let fact): fact
        case .corroborated(let facts): facts.first
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

extension CausalFact {
    fileprivate func says(_ other: CausalFact) -> Bool { value == other.value && sheet == other.sheet }
}
