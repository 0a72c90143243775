/// The facts of one key (a person's mark in an assessment, a person's attendance of an offering): a grow-only set.
///
/// Merge is union, so two replicas that have received the same facts hold the same set, in whatever order, however
/// often and by whatever route the facts came. The set stores no conclusions; `History` computes them.
///
/// Contains admitted facts only. A fact that is quarantined, or lies beyond a revocation, is left out until a person
/// decides.
package struct FactSet: Hashable, Sendable {
    /// Ascending, without duplicates. Two facts share a dot only in a fork that has not been detected; the set holds
    /// both.
    package private(set) var facts: [CausalFact]

    package init() { facts = [] }

    package init(_ facts: some Sequence<CausalFact>) {
        self.facts = FactSet.union(facts.sorted(), [])
    }

    package var isEmpty: Bool { facts.isEmpty }

    /// Inserts the fact and returns true, or returns false if the set has it. A fact may arrive before those it refers
    /// to.
    @discardableResult
    package mutating func insert(_ fact: CausalFact) -> Bool {
        let place = facts.firstIndexOfSorted { $0 >= fact }
        if place < facts.count, facts[place] == fact { return false }
        facts.insert(fact, at: place)
        return true
    }

    package mutating func merge(_ other: FactSet) {
        facts = FactSet.union(facts, other.facts)
    }

    package func merged(_ other: FactSet) -> FactSet {
        var result = self
        result.merge(other)
        return result
    }

    /// Merges two ascending arrays; drops duplicates within one and between both. O(n).
    private static func union(_ a: [CausalFact], _ b: [CausalFact]) -> [CausalFact] {
        var all: [CausalFact] = []
        all.reserveCapacity(a.count + b.count)
        var (left, right) = (0, 0)
        while left < a.count || right < b.count {
            let next: CausalFact
            if right == b.count || (left < a.count && a[left] < b[right]) {
                next = a[left]
                left += 1
            } else {
                next = b[right]
                right += 1
            }
            if all.last != next { all.append(next) }
        }
        return all
    }
}
