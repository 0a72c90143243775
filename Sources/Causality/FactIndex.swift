/// Resolves references to facts by dot and batch tag.
struct FactIndex: Sendable {
    enum Resolution {
        /// The target's index in `facts`.
        case target(Int)
        case fault(Flag.Reason)
    }

    /// Ascending by dot.
    let facts: [CausalFact]

    /// The indices of the facts with this dot: empty if there are none, more than one only where facts wrongly share a
    /// dot.
    func indices(of dot: Dot) -> Range<Int> {
        let start = facts.firstIndexOfSorted { $0.dot >= dot }
        var end = start
        while end < facts.count, facts[end].dot == dot { end += 1 }
        return start..<end
    }

    func resolve(_ reference: Reference, from fact: CausalFact) -> Resolution {
        let isOwn = reference.dot.log == fact.dot.log
        let named = indices(of: reference.dot)
        let candidates: [Int]
        if let tag = reference.tag {
            candidates = named.filter { facts[$0].batch == tag }
            if candidates.isEmpty, !named.isEmpty { return .fault(.ambiguous) }
        } else {
            guard isOwn else { return .fault(.untagged) }
            guard reference.dot.sequence < fact.dot.sequence else { return .fault(.forward) }
            candidates = Array(named)
        }
        guard let target = candidates.first else { return .fault(.absent) }
        guard candidates.count == 1 else { return .fault(.ambiguous) }
        if isOwn, reference.dot.sequence >= fact.dot.sequence { return .fault(.forward) }
        return .target(target)
    }
}
