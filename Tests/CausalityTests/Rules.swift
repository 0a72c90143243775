import Causality

/// A way to merge facts and to find the current ones. The properties are written over it, so that wrong ones can be
/// shown to fail.
struct Rules: Sendable {
    /// Parts are replicas: each receives its facts in order, then they are merged in order.
    let current: @Sendable (_ story: Story, _ parts: [[Arrival]]) -> Set<Dot>

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

    /// Planted bug: the latest clock wins.
    static let wallClockDecides = planted { story, arrivals in
        let current = Oracle(story: story).current(among: Set(arrivals.map(\.id)))
        return arrivals.filter { current.contains($0.id) }.max { $0.wallMs < $1.wallMs }.map { [$0.id] } ?? []
    }

    /// Planted bug: one of two siblings is dropped.
    static let dropsTheSecondSibling = planted { story, arrivals in
        let current = Oracle(story: story).current(among: Set(arrivals.map(\.id)))
        return Set(current.sorted { story.arrivals[$0].fact < story.arrivals[$1].fact }.prefix(1))
    }

    /// Planted bug: seeing a mark replaces it.
    static let sawCountsAsReplaces = planted { story, arrivals in
        var wrong = story
        wrong.edges = story.edges.map { Story.Edge(from: $0.from, to: $0.to, role: .replaces) }
        return Oracle(story: wrong).current(among: Set(arrivals.map(\.id)))
    }

    /// Planted bug: the last arrival wins.
    static let lastArrivalWins = planted { _, arrivals in
        Set(arrivals.last.map { [$0.id] } ?? [])
    }

    /// Planted bug: a replacement that arrives before its target has no effect.
    static let forgetsEarlyReplacements = planted { story, arrivals in
        var wrong = story
        wrong.edges = story.edges.filter { edge in
            let from = arrivals.firstIndex { $0.id == edge.from }
            let to = arrivals.firstIndex { $0.id == edge.to }
            return from ?? 0 > to ?? 0
        }
        return Oracle(story: wrong).current(among: Set(arrivals.map(\.id)))
    }

    /// Planted bug: a replaced fact no longer replaces.
    static let resurrects = planted { story, arrivals in
        let ids = Set(arrivals.map(\.id))
        let replaced = Oracle(story: story).replacers(among: ids)
        var wrong = story
        wrong.edges = story.edges.filter { replaced[$0.from] == nil }
        return Oracle(story: wrong).current(among: ids)
    }

    /// Planted bug: anybody may replace anything.
    static let ignoresPermission = planted { story, arrivals in
        let ids = Set(arrivals.map(\.id))
        let gone = story.edges.filter { $0.role == .replaces && ids.contains($0.from) }.map(\.to)
        return ids.subtracting(gone).filter { story.arrivals[$0].fact.role != .void }
    }

    private static func planted(
        _ current: @escaping @Sendable (Story, [Arrival]) -> Set<Int>
    ) -> Rules {
        Rules { story, parts in story.dots(current(story, parts.flatMap { $0 })) }
    }
}
