import Seeded
import Causality
import Testing

@Suite("Hostile facts")
struct HostileTests {
    /// Makes facts with few names, so that they collide and refer to each other in circles.
    private func noise(_ random: inout SeededRandom) -> [CausalFact] {
        func log() -> LogID { LogID(raw: UInt128.random(in: 1...3, using: &random)) }
        func dot() -> Dot { Dot(log: log(), sequence: UInt64.random(in: 0...4, using: &random)) }
        func tag() -> BatchTag? {
            random.chance(30) ? nil : BatchTag(raw: UInt128.random(in: 1...2, using: &random))
        }
        return (0..<Int.random(in: 0...10, using: &random)).map { _ in
            CausalFact(
                dot: dot(), batch: tag(), actor: UInt64.random(in: 0...2, using: &random),
                role: FactRole.allCases.randomElement(using: &random) ?? .score,
                references: (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Reference(random.chance(70) ? .replaces : .saw, dot(), tag: tag())
                }, value: Int64.random(in: 0...1, using: &random))
        }
    }

    @Test("SYN-9 whatever facts claim, every one is kept, and what they mean depends on no order")
    func anything() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let facts = noise(&random)
            let first = history(facts)
            let second = history((facts + facts).shuffled(using: &random))
            #expect(Set(first.facts) == Set(facts), "seed \(seed)")
            #expect(first.facts == second.facts, "seed \(seed)")
            #expect(first.current == second.current && first.flags == second.flags, "seed \(seed)")
            let stands = Set(first.current)
            for fact in first.facts where !stands.contains(fact) && fact.role != .void {
                #expect(!first.replacers(of: fact.dot).isEmpty, "seed \(seed)")
            }
            for (a, b) in zip(facts, facts.reversed()) {
                #expect(first.relation(a.dot, b.dot) == second.relation(a.dot, b.dot), "seed \(seed)")
                #expect(first.version(of: a.dot) == second.version(of: a.dot), "seed \(seed)")
            }
        }
    }

    @Test("SYN-3d merge is commutative, associative and idempotent, and the same as inserting one by one")
    func algebra() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let all = noise(&random) + noise(&random)
            let sets = (0..<3).map { _ in FactSet(all.filter { _ in random.chance(50) }) }
            let (a, b, c) = (sets[0], sets[1], sets[2])
            #expect(a.merged(b) == b.merged(a), "seed \(seed)")
            #expect(a.merged(b).merged(c) == a.merged(b.merged(c)), "seed \(seed)")
            #expect(a.merged(a) == a, "seed \(seed)")
            #expect(a.merged(b).merged(b) == a.merged(b), "seed \(seed)")
            var inserted = a
            for fact in b.facts { #expect(inserted.insert(fact) == !a.facts.contains(fact), "seed \(seed)") }
            #expect(inserted == a.merged(b), "seed \(seed)")
            #expect(Set(inserted.facts) == Set(a.facts).union(b.facts), "seed \(seed)")
        }
    }

    @Test("a fact that names itself or a later one of its own log replaces nothing, with a tag or without")
    func forward() {
        let later = CausalFact.at(Place.east, 2, by: 1, .score, 8000)
        for tag in [nil, later.batch] {
            let reference = Reference(.replaces, later.dot, tag: tag)
            for sequence in [1, 2] as [UInt64] {
                let void = CausalFact(
                    dot: Dot(log: Place.east, sequence: sequence), actor: 1, role: .void, references: [reference])
                let both = history([void, later])
                #expect(both.current == [later])
                #expect(both.flags.contains(Flag(dot: void.dot, reason: .forward, reference: reference)))
            }
        }
    }

    @Test("a long chain of corrections of one mark is followed without deep recursion or squared time")
    func longChain() {
        var facts: [CausalFact] = []
        for sequence in 1...20_000 as ClosedRange<UInt64> {
            facts.append(
                .at(Place.east, sequence, by: 1, .score, Int64(sequence), replaces: facts.last.map { [$0] } ?? []))
        }
        let chain = history(facts)
        #expect(chain.score == .value(facts[19_999]))
        #expect(chain.version(of: facts[19_999].dot)?.entries.count == 1)
        #expect(chain.relation(facts[0].dot, facts[19_999].dot) == .before)
    }

    @Test("100,000 facts over 20,000 keys, dealt at random, are the same sets in any order")
    func manyKeys() {
        var random = SeededRandom(seed: 20)
        var facts: [(key: Int, fact: CausalFact)] = []
        for number in 0..<100_000 {
            let fact = CausalFact.at(
                number % 2 == 0 ? Place.east : Place.west, UInt64(number / 2 + 1), by: 1, .score, 1)
            facts.append((Int.random(in: 0..<20_000, using: &random), fact))
        }
        var (first, second): ([Int: FactSet], [Int: FactSet]) = ([:], [:])
        for (key, fact) in facts { first[key, default: FactSet()].insert(fact) }
        for (key, fact) in facts.shuffled(using: &random) { second[key, default: FactSet()].insert(fact) }
        #expect(first == second)
        #expect(first.values.reduce(0) { $0 + $1.facts.count } == 100_000)
    }
}
