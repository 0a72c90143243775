/// What a set of facts means: which stand, which were replaced and by what, who knew of whom.
///
/// A pure function of the facts and the permissions; no order of arrival and no clock enters.
package struct History: Sendable {
    /// What a person or the next sync has to clear up, in the order of the facts.
    package private(set) var flags: [Flag] = []

    private let index: FactIndex
    /// For each fact the places of those it directly follows: what it refers to, and its lane's fact before it.
    private var parents: [[Int]]
    /// For each fact the places of those that replace it, ascending.
    private var replacers: [[Int]]
    /// For each fact whether its author gave another score in the same log later.
    private var isOvertaken: [Bool]

    /// - Parameter mayCorrect: whether the author of the correction may correct another's fact. Must depend on nothing
    ///   that differs between replicas.
    package init(of set: FactSet, mayCorrect: (_ correction: CausalFact, _ target: CausalFact) -> Bool) {
        index = FactIndex(facts: set.facts)
        parents = Array(repeating: [], count: set.facts.count)
        replacers = parents
        isOvertaken = Array(repeating: false, count: set.facts.count)
        for (place, fact) in set.facts.enumerated() {
            if index.indices(of: fact.dot).count > 1 {
                flags.append(Flag(dot: fact.dot, reason: .doubled, reference: nil))
            }
            for reference in fact.references { follow(reference, from: place, mayCorrect) }
        }
        followLanes()
        overtake()
    }

    /// Ascending by dot.
    package var facts: [CausalFact] { index.facts }

    /// Facts that nothing replaced, voids aside. What is replaced never stands again: a replacing fact has its effect
    /// even when it is replaced itself.
    package var standing: [CausalFact] {
        facts.indices.filter { replacers[$0].isEmpty && !isOvertaken[$0] && facts[$0].role != .void }
            .map { facts[$0] }
    }

    /// The standing facts that carry a mark.
    package var siblings: [CausalFact] { standing.filter { $0.role != .checkIn } }

    package var score: ScoreView { ScoreView(siblings: siblings) }

    /// The dots of the facts that replaced or voided this one, ascending; empty while it stands.
    package func replacers(of dot: Dot) -> [Dot] {
        var dots: [Dot] = []
        let places = index.indices(of: dot).flatMap { replacers[$0] + overtakers(of: facts[$0]) }
        for place in places.sorted() where dots.last != facts[place].dot { dots.append(facts[place].dot) }
        return dots
    }

    private func overtakers(of fact: CausalFact) -> [Int] {
        guard fact.isMark else { return [] }
        return facts.indices.filter { place in
            let later = facts[place]
            return later.role == .score && later.actor == fact.actor && later.dot.sequence > fact.dot.sequence
                && later.dot.log == fact.dot.log
        }
    }

    /// What the fact's author knew, the fact included; `nil` when the fact is not here.
    package func version(of dot: Dot) -> VersionVector? {
        var waiting = Array(index.indices(of: dot))
        guard !waiting.isEmpty else { return nil }
        var version = VersionVector()
        var seen = Array(repeating: false, count: facts.count)
        while let place = waiting.popLast() {
            guard !seen[place] else { continue }
            seen[place] = true
            version.include(facts[place].lane, facts[place].dot.sequence)
            waiting += parents[place]
        }
        return version
    }

    /// How `a` stands to `b`; `nil` when one of them is not here.
    package func relation(_ a: Dot, _ b: Dot) -> Relation? {
        guard let versionA = version(of: a), let versionB = version(of: b) else { return nil }
        if a == b { return .equal }
        return switch (includes(versionB, a), includes(versionA, b)) {
        case (true, false): .before
        case (false, true): .after
        // Two facts that each claim to follow the other prove nothing; honest hash chains cannot make them.
        case (true, true), (false, false): .concurrent
        }
    }

    private func includes(_ version: VersionVector, _ dot: Dot) -> Bool {
        index.indices(of: dot).contains { version[facts[$0].lane] >= dot.sequence }
    }

    private mutating func follow(
        _ reference: Reference, from place: Int, _ mayCorrect: (CausalFact, CausalFact) -> Bool
    ) {
        let fact = facts[place]
        switch index.resolve(reference, from: fact) {
        case .fault(let reason):
            flags.append(Flag(dot: fact.dot, reason: reason, reference: reference))
        case .target(let target):
            parents[place].append(target)
            guard reference.role == .replaces else { return }
            if fact.mayReplace(facts[target], mayCorrect: mayCorrect) {
                replacers[target].append(place)
            } else {
                flags.append(Flag(dot: fact.dot, reason: .notPermitted, reference: reference))
            }
        }
    }

    /// An author's later score in one log stands in the place of the earlier ones, named or not: nobody gives two marks
    /// side by side in one line of thought.
    private mutating func overtake() {
        let lanes = Dictionary(grouping: facts.indices) { facts[$0].lane }
        for score in facts where score.role == .score {
            // What lies before the score before this one, that one has overtaken.
            var before: UInt64?
            for place in lanes[score.lane, default: []].reversed() {
                let fact = facts[place]
                guard fact.dot.sequence < score.dot.sequence, fact.isMark else { continue }
                if let before, fact.dot.sequence < before { break }
                isOvertaken[place] = true
                if fact.role == .score { before = fact.dot.sequence }
            }
        }
    }

    /// A lane is one line of thought, so each of its facts follows the one before it, named or not. Without that,
    /// "before" would not be transitive where an author did not refer to everything they had recorded.
    private mutating func followLanes() {
        let lanes = Dictionary(grouping: facts.indices) { facts[$0].lane }
        for (place, fact) in facts.enumerated() {
            let lane = lanes[fact.lane, default: []]
            let end = lane.firstIndexOfSorted { facts[$0].dot.sequence >= fact.dot.sequence }
            guard end > 0 else { continue }
            let dot = facts[lane[end - 1]].dot
            parents[place] += lane[..<end].reversed().prefix { facts[$0].dot == dot }
        }
    }
}
