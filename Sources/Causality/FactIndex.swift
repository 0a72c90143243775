/// Finds the fact that a reference means.
struct FactIndex: Sendable {
    enum Resolution {
        /// Its index in `facts`.
        case target(Int)
        case fault(Flag.Reason)
    }

    /// Ascending by dot.
    let facts: [CausalFact]
    let lineage: Lineage

    /// More than one only where facts wrongly share a dot.
    func indices(of dot: Dot) -> Range<Int> {
        let start = facts.firstIndexOfSorted { $0.dot >= dot }
        var end = start
        while end < facts.count, facts[end].dot == dot { end += 1 }
        return start..<end
    }

    func resolve(_ reference: Reference, from fact: CausalFact) -> Resolution {
        let own = lineage.path(to: fact.dot.log)
        let candidates: [Int]
        if let tag = reference.tag {
            let named = facts(named: reference.dot, in: lineage.family(of: reference.dot.log))
            candidates = named.filter { facts[$0].batch == tag }
            if candidates.isEmpty, !named.isEmpty { return .fault(.ambiguous) }
        } else {
            guard own.contains(reference.dot.log) else { return .fault(.untagged) }
            guard reference.dot.sequence < fact.dot.sequence else { return .fault(.forward) }
            candidates = facts(named: reference.dot, in: own)
        }
        guard let target = candidates.first else { return .fault(.absent) }
        guard candidates.count == 1 else { return .fault(.ambiguous) }
        let dot = facts[target].dot
        // Before a fork the branches are one log, so the name of the path counts, not the name in the reference.
        if own.contains(dot.log), dot.sequence >= fact.dot.sequence { return .fault(.forward) }
        return .target(target)
    }

    private func facts(named dot: Dot, in logs: [LogID]) -> [Int] {
        logs.flatMap { indices(of: Dot(log: $0, sequence: dot.sequence)) }
    }
}
