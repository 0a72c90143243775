package import Causality

extension FactKind {
    /// What causality makes of the kind; nil for one this side does not know.
    package var role: FactRole? {
        switch self {
        case .checkIn: .checkIn
        case .score: .score
        case .void: .void
        case .correction: .correction
        case .adjudication: .adjudication
        case .unknown: nil
        }
    }
}

extension Fact {
    /// The fact as causality sees it, nil while its kind is unknown or its value beyond range. `batch` is the tag of the
    /// batch that holds it, nil before it is sealed.
    package func causal(at dot: Dot, batch: BatchTag?) -> CausalFact? {
        guard let role = kind.role, let value = Int64(exactly: value) else { return nil }
        return CausalFact(
            dot: dot, batch: batch, actor: actor, role: role,
            references: references.map { $0.resolved(in: dot.log) }, value: value)
    }
}
