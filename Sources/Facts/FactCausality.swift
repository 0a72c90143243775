package import Causality

extension FactKind {
    /// The kind's role between the marks of a key; nil for a kind that has none there.
    package var role: FactRole? {
        switch self {
        case .checkIn: .checkIn
        case .score: .score
        case .void: .void
        case .correction: .correction
        case .adjudication: .adjudication
        case .decision, .unknown: nil
        }
    }
}

extension Fact {
    /// Returns the fact as causality sees it; nil if its kind has no role or its value exceeds `Int64`.
    /// - Parameter batch: the tag of the batch that holds it; nil before that batch is signed.
    package func causal(at dot: Dot, batch: BatchTag?) -> CausalFact? {
        guard let role = kind.role, let value = Int64(exactly: value) else { return nil }
        return CausalFact(
            dot: dot, batch: batch, actor: actor, role: role,
            references: references.map { $0.resolved(in: dot.log) }, value: value,
            sheet: assessment == Assessment.skills ? extensions : [])
    }
}
