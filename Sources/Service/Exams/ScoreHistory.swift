import Causality
import Domain
import Facts
import Journal
import Messages
import Storage
import Wire

/// The scores of one offering as causality sees them, by person and assessment.
struct ScoreHistories {
    struct Key: Hashable, Comparable {
        let person: UInt64
        let assessment: UInt64

        static func < (a: Key, b: Key) -> Bool { (a.person, a.assessment) < (b.person, b.assessment) }
    }

    /// The origin of a fact, for lists.
    struct Source {
        let atMs: Int64
        let terminal: UInt64
        let kind: UInt64
    }

    private(set) var histories: [Key: History] = [:]
    private(set) var sources: [Dot: Source] = [:]

    /// - Parameter people: the range of ids.
    init(
        _ offering: OfferingRecord, of people: ClosedRange<UInt64> = 0...UInt64(Int64.max), _ journal: JournalStore,
        _ snapshot: Snapshot
    ) throws {
        var facts: [Key: [CausalFact]] = [:]
        var sources: [Dot: Source] = [:]
        var judgement = Judgement(snapshot)
        var factTimes = FactTimes(journal)
        try journal.forEachBatch(of: offering.id, with: .marks, snapshot) { batch in
            let times = try factTimes.times(of: batch, snapshot)
            for row in batch.facts.rows {
                let numbers = batch.facts[row]
                let assessment = batch.facts.assessment(row)
                guard numbers.offering == offering.id, numbers.kind != .checkIn, assessment != 0 else { continue }
                let verdict = try judgement.verdict(batch, row)
                guard verdict.code == nil, people.contains(verdict.person) else { continue }
                let dot = Dot(log: batch.logID, sequence: numbers.sequence)
                guard let causal = batch.facts.fact(row).causal(at: dot, batch: batch.tag) else { continue }
                facts[Key(person: verdict.person, assessment: assessment), default: []].append(causal)
                sources[dot] = Source(
                    atMs: times.time(of: row).shownMs ?? 0, terminal: batch.terminal, kind: numbers.kindNumber)
            }
        }
        self.sources = sources
        // Only the server records corrections and adjudications, after it has checked the author's authority.
        histories = facts.mapValues { History(of: FactSet($0), mayCorrect: { _, _ in true }) }
    }
}

extension ScoreView {
    var state: ScoreState {
        switch self {
        case .none: .none
        case .value: .value
        case .corroborated: .corroborated
        case .conflict: .conflict
        case .decided: .decided
        case .lateMark: .lateMark
        case .conflictingDecisions: .conflictingDecisions
        }
    }
}
