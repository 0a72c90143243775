import Causality

/// The rules again, as plain sets over what really happened: no tags, no names, no vectors.
struct Oracle {
    let story: Story

    private func fact(_ id: Int) -> CausalFact { story.arrivals[id].fact }

    func mayReplace(_ edge: Story.Edge) -> Bool {
        let (by, target) = (fact(edge.from), fact(edge.to))
        let isMark = target.role == .score || target.role == .correction
        return switch by.role {
        case .checkIn: false
        case .score: isMark && by.actor == target.actor
        case .correction: isMark && (by.actor == target.actor || by.actor == Story.corrector)
        case .void: isMark || target.role == .checkIn
        case .adjudication: target.role != .void
        }
    }

    /// Returns the replacing facts of each fact.
    func replacers(among ids: Set<Int>) -> [Int: Set<Int>] {
        var result: [Int: Set<Int>] = [:]
        for edge in story.edges where edge.role == .replaces && ids.contains(edge.from) && ids.contains(edge.to) {
            if mayReplace(edge) { result[edge.to, default: []].insert(edge.from) }
        }
        for id in ids where fact(id).role == .score {
            for mate in story.laneMates[id] where ids.contains(mate) {
                if fact(mate).role == .score || fact(mate).role == .correction {
                    result[mate, default: []].insert(id)
                }
            }
        }
        return result
    }

    func current(among ids: Set<Int>) -> Set<Int> {
        let replaced = replacers(among: ids)
        return ids.filter { replaced[$0] == nil && fact($0).role != .void }
    }

    func describe(_ current: Set<Int>) -> String {
        let decisions = current.filter { fact($0).role == .adjudication }
        let marks = current.filter { fact($0).role == .score || fact($0).role == .correction }
        let values = Set(marks.map { fact($0).value })
        if decisions.count > 1 { return "decisions \(decisions.count) beside \(marks.count)" }
        if decisions.count == 1 { return marks.isEmpty ? "decided" : "late \(marks.count)" }
        if marks.count < 2 { return marks.isEmpty ? "none" : "value \(values)" }
        return values.count == 1 ? "same \(marks.count)" : "conflict \(marks.count)"
    }

    /// Returns for each fact everything its author could know: along references, and along the author's own lane.
    func pasts() -> [Set<Int>] {
        var pasts: [Set<Int>] = []
        for id in story.arrivals.indices {
            let direct = story.edges.filter { $0.from == id }.map(\.to) + story.laneMates[id]
            pasts.append(direct.reduce(into: Set(direct)) { $0.formUnion(pasts[$1]) })
        }
        return pasts
    }
}

extension ScoreView {
    var description: String {
        switch self {
        case .none: "none"
        case .value(let fact): "value \(Set([fact.value]))"
        case .corroborated(let facts): "same \(facts.count)"
        case .conflict(let facts): "conflict \(facts.count)"
        case .decided: "decided"
        case .lateMark(_, let evidence): "late \(evidence.count)"
        case .conflictingDecisions(let decisions, let evidence): "decisions \(decisions.count) beside \(evidence.count)"
        }
    }
}
