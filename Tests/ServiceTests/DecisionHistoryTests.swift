import Application
import Causality
import Domain
import Facts
import Journal
import Messages
import Seeded
import Storage
import Testing

@testable import Service

/// ATT-9c over random histories, each read from its rows in a random order.
@Suite struct DecisionHistoryTests {
    /// Enters the decisions as they come.
    private func enter(_ made: [DecisionStory.Made], _ transaction: Transaction) throws {
        for made in made {
            let decision = made.decision
            try transaction.execute(
                """
                INSERT INTO decision (id, log, sequence, fact_log, fact_sequence, fact_tag, offering, subject, ruling,
                argument, replaces, actor, at_ms, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10, 7, 0, '理由')
                """, transaction.newID(), decision.dot.log.bytes, decision.dot.sequence, made.fact.log.bytes,
                made.fact.sequence, made.tag.bytes, made.offering, decision.ruling.rawValue, decision.argument,
                decision.replaces.encoded)
        }
    }

    /// The result of an offering, of its scans in any order.
    private func result(
        _ offering: UInt64, of story: DecisionStory, _ scans: [DecisionStory.Scan], _ transaction: Transaction
    ) throws -> (states: [Dot: ScanState], present: [Set<UInt64>]) {
        let decided = try OfferingDecisions(of: offering, transaction)
        let moved = Set(decided.fromElsewhere)
        var dots: [Dot] = []
        var facts: [ScanFact] = []
        for scan in scans where scan.offering == offering || moved.contains(scan.dot) {
            let standing = decided.standing(of: scan.dot, in: scan.tag)
            guard scan.offering == offering || standing?.decidedOffering == offering else { continue }
            var fact = scan.fact
            if let standing { _ = fact.take(standing, in: offering) }
            dots.append(scan.dot)
            facts.append(fact)
        }
        let roster = PersonRows((story.rosters[offering] ?? []).sorted())
        let plan = try #require(story.plans[offering])
        let attendance = Attendance(facts, roster: roster, plan: plan) { dots[$0] < dots[$1] }
        let present = plan.windows.indices.map { window in
            Set(
                roster.people.enumerated().filter { attendance.countedScan(row: $0.offset, window: window) != nil }.map(
                    \.element))
        }
        return (Dictionary(uniqueKeysWithValues: zip(dots, attendance.verdicts.map(\.state))), present)
    }

    @Test(
        "ATT-9c SYN-3d in 10,000 random histories of decisions, undos, late scans, changed rosters and restored servers the attendance is that of a naive oracle, in any order of arrival",
        arguments: 0..<20)
    func histories(part: Int) throws {
        let world = try World()
        try world.server.database.write { transaction in
            for seed in UInt64(part * 500)..<UInt64(part * 500 + 500) {
                let story = try DecisionStory(seed: seed)
                let oracle = DecisionOracle(story: story)
                var random = SeededRandom(seed: seed)
                try enter(story.made.shuffled(using: &random), transaction)
                let scans = story.scans.shuffled(using: &random)
                for offering in [UInt64(1), 2] {
                    let expected = oracle.result(of: offering)
                    let found = try result(offering, of: story, scans, transaction)
                    try #require(found.states == expected.states, "seed \(seed), offering \(offering)")
                    try #require(found.present == expected.present, "seed \(seed), offering \(offering)")
                }
                try transaction.execute("DELETE FROM decision")
            }
        }
    }

    @Test(
        "ATT-9 random decisions through the protocol, with late batches, changed rosters and new epochs between, leave what the oracle says",
        arguments: 1...24)
    func throughTheProtocol(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let world = try World()
        let other = try World.open(at: world.made.base, world.made, world.client("admin"), day: TestServer.day)
        _ = try world.client("admin").upload(World.roster(), to: other)
        let door = try Door(in: world)
        var waiting: [Messages.Scan] = []
        /// By check-in, the rulings of each question in the order in which they were made, each with all before it in view.
        var answers: [UInt64: [DecisionQuestion: (Ruling, UInt64)]] = [:]
        var places: [UInt64: UInt64] = [:]
        var isLate = false
        for step in 0..<16 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1:
                let number = World.numbers[Int.random(in: 0..<12, using: &random)]
                let offering = random.chance(70) ? world.offering : other
                door.time += 1000
                let batch = try door.scan(try world.person(number), offering: offering)
                waiting.append(Scan(log: door.log.bytes, sequence: batch.sequences.lowerBound))
                places[batch.sequences.lowerBound] = offering
                isLate = true
            case 2 where isLate:
                try door.sync()
                isLate = false
            case 3:
                let journal = world.server.service.journal
                try world.server.perform { context in
                    _ = try journal.leaveServerLog(
                        try journal.serverLog(context.transaction), { [UInt8](repeating: UInt8(step), count: $0) },
                        context.transaction)
                }
            case 4:
                try world.server.database.write { try JournalStore.noteAttendanceChange(world.offering, $0) }
            default:
                guard !isLate, let scan = waiting.randomElement(using: &random) else { continue }
                let ruling =
                    [Ruling.counts, .doesNotCount, .isPerson, .belongsToOffering].randomElement(using: &random)
                    ?? .counts
                let person = try world.person(World.numbers[Int.random(in: 0..<12, using: &random)])
                let place = random.chance(50) ? world.offering : other
                try world.decide(
                    [scan], ruling, person: ruling == .isPerson ? person : 0,
                    offering: ruling == .belongsToOffering ? place : 0, as: random.chance(50) ? "keeper" : "admin")
                answers[scan.sequence, default: [:]][ruling.question] = (
                    ruling, ruling == .isPerson ? person : ruling == .belongsToOffering ? place : 0
                )
            }
        }
        if isLate { try door.sync() }
        for offering in [world.offering, other] {
            let listed = try world.scans(offering).scans
            for scan in listed {
                let given = answers[scan.sequence] ?? [:]
                let belongs = given[.offering]?.1 ?? places[scan.sequence]
                if let person = given[.person]?.1, belongs == offering { #expect(scan.person == person) }
                let expected: Set<ScanState> =
                    belongs != offering
                    ? [.elsewhere]
                    : given[.count]?.0 == .doesNotCount ? [.discarded] : [.counted, .repeat]
                #expect(expected.contains(try #require(scan.state)), "seed \(seed), \(scan.sequence)")
            }
            let here = places.filter { sequence, place in
                place == offering || answers[sequence]?[.offering]?.1 == offering
            }
            #expect(Set(listed.map(\.sequence)) == Set(here.keys), "seed \(seed)")
        }
    }
}
