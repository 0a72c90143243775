import Seeded
import Causality
import Testing

@Suite("Random histories")
struct RandomHistoryTests {
    static let perChunk: UInt64 = 1_250

    @Test(
        "SYN-3d 10,000 random histories: any order, repetition and split stands alike and as the naive sets say",
        arguments: 0..<8 as Range<UInt64>)
    func converges(chunk: UInt64) {
        for seed in chunk * Self.perChunk..<(chunk + 1) * Self.perChunk {
            let story = Storyteller.tell(seed: seed)
            var check = PropertyCheck(.product, story)
            let violated = check.violations()
            guard violated.isEmpty else {
                Issue.record("seed \(seed) violates \(violated)")
                return
            }
        }
    }

    @Test(
        "SYN-4 10,000 random histories: who knew of whom along edges is what the version vectors say",
        arguments: 0..<8 as Range<UInt64>)
    func vectorsAreEdges(chunk: UInt64) {
        for seed in chunk * Self.perChunk..<(chunk + 1) * Self.perChunk {
            let story = Storyteller.tell(seed: seed)
            var random = SeededRandom(seed: seed)
            let arrivals = story.arrivals.shuffled(using: &random)
            let history = History(
                of: FactSet(arrivals.map(\.fact)), mayCorrect: Story.mayCorrect)
            guard agrees(history, story, &random) else {
                Issue.record("seed \(seed): relations differ")
                return
            }
        }
    }

    private func agrees(_ history: History, _ story: Story, _ random: inout SeededRandom) -> Bool {
        let pasts = Oracle(story: story).pasts()
        let facts = story.arrivals.map(\.fact)
        let versions = facts.map { history.version(of: $0.dot) ?? VersionVector() }
        for a in facts.indices {
            let known = pasts[a].union([a]).map { (facts[$0].lane, facts[$0].dot.sequence) }
            let latest = Dictionary(known, uniquingKeysWith: max)
            guard versions[a].entries.count == latest.count,
                versions[a].entries.allSatisfy({ latest[$0.lane] == $0.sequence })
            else { return false }
            for b in facts.indices.prefix(a + 1) {
                let expected: Relation =
                    a == b ? .equal : pasts[b].contains(a) ? .before : pasts[a].contains(b) ? .after : .concurrent
                guard versions[a].compare(versions[b]) == expected else { return false }
                if random.chance(10), history.relation(facts[a].dot, facts[b].dot) != expected { return false }
            }
        }
        return true
    }

    @Test(
        "SKL-3a 10,000 random histories: view, provenance and flags are as the naive sets say",
        arguments: 0..<8 as Range<UInt64>)
    func viewAgrees(chunk: UInt64) {
        for seed in chunk * Self.perChunk..<(chunk + 1) * Self.perChunk {
            let story = Storyteller.tell(seed: seed)
            let oracle = Oracle(story: story)
            let history = History(
                of: FactSet(story.arrivals.map(\.fact)), mayCorrect: Story.mayCorrect)
            let ids = Set(story.arrivals.indices)
            let replacers = oracle.replacers(among: ids)
            let refused = story.edges.filter { $0.role == .replaces && !oracle.mayReplace($0) }
            let flags = story.faults + refused.map { ($0.from, .notPermitted) }
            let isRight =
                history.score.description == oracle.describe(oracle.current(among: ids))
                && story.arrivals.allSatisfy {
                    Set(history.replacers(of: $0.fact.dot)) == story.dots(replacers[$0.id] ?? [])
                }
                && history.flags.map { "\($0.dot) \($0.reason)" }.sorted()
                    == flags.map { "\(story.arrivals[$0.id].fact.dot) \($0.reason)" }.sorted()
            guard isRight else {
                Issue.record("seed \(seed): \(history.score.description), flags \(history.flags)")
                return
            }
        }
    }

    @Test("the histories have what they are to test: every view, every kind of flag")
    func coverage() {
        var seen: [String: Int] = [:]
        for seed in 0..<2_000 as Range<UInt64> {
            let story = Storyteller.tell(seed: seed)
            let history = History(
                of: FactSet(story.arrivals.map(\.fact)), mayCorrect: Story.mayCorrect)
            seen[String(history.score.description.prefix { $0 != " " }), default: 0] += 1
            for flag in history.flags { seen["\(flag.reason)", default: 0] += 1 }
        }
        for kind in [
            "none", "value", "same", "conflict", "decided", "late", "decisions", "absent", "ambiguous", "untagged",
            "forward", "notPermitted",
        ] {
            #expect(seen[kind, default: 0] >= 20, "\(kind) is rare: \(seen)")
        }
    }
}

@Suite("Planted bugs")
struct PlantedBugTests {
    static let planted: [(name: String, rules: Rules, caughtBy: Property)] = [
        ("wall clock decides", .wallClockDecides, .clockIndependent),
        ("drops the second sibling", .dropsTheSecondSibling, .nothingVanishes),
        ("saw counts as replaces", .sawCountsAsReplaces, .nothingVanishes),
        ("last arrival wins", .lastArrivalWins, .orderIndependent),
        ("forgets early replacements", .forgetsEarlyReplacements, .orderIndependent),
        ("resurrects", .resurrects, .nothingComesBack),
        ("ignores permission", .ignoresPermission, .nothingVanishes),
    ]

    @Test("the properties reject every planted bug within 500 histories", arguments: planted.indices)
    func rejected(index: Int) {
        let bug = Self.planted[index]
        let caught = (0..<500 as Range<UInt64>).contains { seed in
            var check = PropertyCheck(bug.rules, Storyteller.tell(seed: seed))
            return check.violations().contains(bug.caughtBy)
        }
        #expect(caught, "\(bug.name) is not caught by \(bug.caughtBy)")
    }
}
