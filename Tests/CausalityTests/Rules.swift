import Causality

/// A way to merge facts and to say which stand. The properties are written over it, so that they can be shown to reject
/// wrong ones.
struct Rules: Sendable {
    /// Parts are replicas: each takes its facts in the order given, then they are merged in the order given.
    let standing: @Sendable (_ story: Story, _ parts: [[Arrival]]) -> Set<Dot>

    static let product = Rules { story, parts in
        var merged = FactSet()
        for part in parts {
            var replica = FactSet()
            for arrival in part { replica.insert(arrival.fact) }
            merged.merge(replica)
        }
        let history = History(of: merged, mayCorrect: Story.mayCorrect)
        return Set(history.current.map(\.dot))
    }

    /// The latest clock is right.
    static let wallClockDecides = planted { story, arrivals in
        let standing = Oracle(story: story).standing(among: Set(arrivals.map(\.id)))
        return arrivals.filter { standing.contains($0.id) }.max { $0.wallMs < $1.wallMs }.map { [$0.id] } ?? []
    }

    /// Of two marks that stand, one is enough.
    static let dropsTheSecondSibling = planted { story, arrivals in
        let standing = Oracle(story: story).standing(among: Set(arrivals.map(\.id)))
        return Set(standing.sorted { story.arrivals[$0].fact < story.arrivals[$1].fact }.prefix(1))
    }

    /// Whoever has seen a mark has done away with it.
    static let sawCountsAsReplaces = planted { story, arrivals in
        var wrong = story
        wrong.edges = story.edges.map { Story.Edge(from: $0.from, to: $0.to, role: .replaces) }
        return Oracle(story: wrong).standing(among: Set(arrivals.map(\.id)))
    }

    /// What comes last stands.
    static let lastArrivalWins = planted { _, arrivals in
        Set(arrivals.last.map { [$0.id] } ?? [])
    }

    /// A replacement that comes before its target has no effect.
    static let forgetsEarlyReplacements = planted { story, arrivals in
        var wrong = story
        wrong.edges = story.edges.filter { edge in
            let from = arrivals.firstIndex { $0.id == edge.from }
            let to = arrivals.firstIndex { $0.id == edge.to }
            return from ?? 0 > to ?? 0
        }
        return Oracle(story: wrong).standing(among: Set(arrivals.map(\.id)))
    }

    /// A replaced fact loses its hold on what it replaced.
    static let resurrects = planted { story, arrivals in
        let ids = Set(arrivals.map(\.id))
        let replaced = Oracle(story: story).replacers(among: ids)
        var wrong = story
        wrong.edges = story.edges.filter { replaced[$0.from] == nil }
        return Oracle(story: wrong).standing(among: ids)
    }

    /// Anybody may replace anything.
    static let ignoresPermission = planted { story, arrivals in
        let ids = Set(arrivals.map(\.id))
        let gone = story.edges.filter { $0.role == .replaces && ids.contains($0.from) }.map(\.to)
        return ids.subtracting(gone).filter { story.arrivals[$0].fact.role != .void }
    }

    private static func planted(
        _ standing: @escaping @Sendable (Story, [Arrival]) -> Set<Int>
    ) -> Rules {
        Rules { story, parts in story.dots(standing(story, parts.flatMap { $0 })) }
    }
}
