/// The conclusions drawn from a set of facts: which facts are current, which were replaced and by which, and what each
/// author knew.
///
/// A pure function of the facts and the permissions: neither clocks nor the order of arrival matter.
package struct History: Sendable {
    /// The problems a person or the next sync has to resolve, in the order of the facts.
    package private(set) var flags: [Flag] = []

    private let index: FactIndex
    /// For each fact the indices of its direct predecessors: the targets of its references, and the preceding fact of
    /// its lane.
    private var parents: [[Int]]
    /// For each fact the indices of the facts that replace it, ascending.
    private var replacers: [[Int]]
    /// For each fact, whether its author recorded a later score in the same log.
    private var isOvertaken: [Bool]

    /// - Parameter mayCorrect: returns whether the correction's author may correct the target. It must not depend on
    ///   anything
    /// that differs between replicas.
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

    /// The facts that no other fact replaced, voids excluded. A replaced fact never becomes current again: a replacing
    /// fact keeps its effect even when it is replaced itself.
    package var current: [CausalFact] {
        facts.indices.filter { replacers[$0].isEmpty && !isOvertaken[$0] && facts[$0].role != .void }
            .map { facts[$0] }
    }

    /// The current facts that carry a mark.
    package var siblings: [CausalFact] { current.filter { $0.role != .checkIn } }

    package var score: ScoreView { ScoreView(siblings: siblings) }

    /// Returns the dots of the facts that replaced or voided this one, ascending; empty if the fact is current.
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

    /// Returns what the fact's author knew, the fact included; `nil` if the set does not contain the fact.
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

    /// Returns the relation of `a` to `b`; `nil` if the set does not contain one of them.
    package func relation(_ a: Dot, _ b: Dot) -> Relation? {
        guard let versionA = version(of: a), let versionB = version(of: b) else { return nil }
        if a == b { return .equal }
        return switch (includes(versionB, a), includes(versionA, b)) {
        case (true, false): .before
        case (false, true): .after
        // Two facts that each claim to follow the other prove nothing; honest hash chains cannot produce them.
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

    /// Marks the scores and corrections that precede a score of the same lane as overtaken, whether that score names
    /// them or not: an author on one log has at most one current score.
    private mutating func overtake() {
        let lanes = Dictionary(grouping: facts.indices) { facts[$0].lane }
        for score in facts where score.role == .score {
            // The sequence of the preceding score, which has already overtaken everything before it.
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

    /// Makes each fact of a lane a successor of the preceding one, whether it names it or not. Without this, "before"
    /// would not be transitive where an author did not refer to everything they had recorded.
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
