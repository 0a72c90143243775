import Seeded
import Causality

/// A property of every merge of every history.
enum Property: CaseIterable {
    /// Any order, any repetition, any split over replicas gives the same current facts.
    case orderIndependent
    /// Other clocks give the same current facts.
    case clockIndependent
    /// A mark is current unless a fact that may replace it names it as replaced: concurrent marks are all visible.
    case nothingVanishes
    /// A fact replaced with permission is not current.
    case replacedIsGone
    /// As facts arrive, a replaced fact never becomes current again.
    case nothingComesBack
}

struct PropertyCheck {
    let rules: Rules
    let story: Story
    var random: SeededRandom

    init(_ rules: Rules, _ story: Story) {
        self.rules = rules
        self.story = story
        random = SeededRandom(seed: ~story.seed)
    }

    mutating func violations() -> Set<Property> {
        let result = rules.current(story, [story.arrivals])
        var violated: Set<Property> = []
        for _ in 0..<2 where rules.current(story, retold()) != result { violated.insert(.orderIndependent) }

        let reclocked = story.arrivals.map {
            Arrival(id: $0.id, fact: $0.fact, wallMs: Int64.random(in: -1_000_000...1_000_000, using: &random))
        }
        if rules.current(story, [reclocked]) != result { violated.insert(.clockIndependent) }

        let truth = story.dots(Oracle(story: story).current(among: Set(story.arrivals.indices)))
        if !truth.isSubset(of: result) { violated.insert(.nothingVanishes) }
        if !result.isSubset(of: truth) { violated.insert(.replacedIsGone) }
        if comesBack() { violated.insert(.nothingComesBack) }
        return violated
    }

    /// The same facts shuffled, some twice, dealt to a few overlapping replicas.
    private mutating func retold() -> [[Arrival]] {
        var parts: [[Arrival]] = Array(repeating: [], count: Int.random(in: 1...3, using: &random))
        for arrival in story.arrivals {
            for _ in 0..<(random.chance(25) ? 2 : 1) {
                parts[Int.random(in: parts.indices, using: &random)].append(arrival)
            }
        }
        for index in parts.indices { parts[index].shuffle(using: &random) }
        return parts
    }

    private mutating func comesBack() -> Bool {
        let order = story.arrivals.shuffled(using: &random)
        var gone: Set<Dot> = []
        for length in [order.count / 3, order.count * 2 / 3, order.count] {
            let here = order.prefix(length)
            let current = rules.current(story, [Array(here)])
            if !gone.isDisjoint(with: current) { return true }
            gone.formUnion(Set(here.map(\.fact.dot)).subtracting(current))
        }
        return false
    }
}
