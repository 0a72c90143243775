import Causality
import Domain
import Facts
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

    /// What a list shows of one fact besides its value.
    struct Source {
        let atMs: Int64
        let terminal: UInt64
        let kind: UInt64
    }

    private(set) var histories: [Key: History] = [:]
    private(set) var sources: [Dot: Source] = [:]

    /// - Parameter person: 0 = everybody.
    init(_ offering: OfferingRecord, person: UInt64 = 0, _ snapshot: Snapshot) throws {
        var sets: [Key: FactSet] = [:]
        var sources: [Dot: Source] = [:]
        try snapshot.query(
            """
            SELECT f.sequence, COALESCE(a.kept, f.person), f.assessment, l.log_id, l.terminal, b.hash, b.body \
            FROM contextual_fact f JOIN batch b ON b.id = f.batch JOIN log l ON l.id = f.log \
            LEFT JOIN person_alias a ON a.joined = f.person WHERE f.offering = ?1 AND (?2 = 0 OR f.person = ?2 \
            OR f.person IN (SELECT j.joined FROM person_alias j WHERE j.kept = ?2)) ORDER BY f.person
            """, offering.id, person
        ) { row in
            let sequence = row.id(0)
            guard let log = LogID(row.bytes(3)), let tag = BatchTag(Array(row.bytes(5).prefix(16))) else { return }
            let batch = try row.withBytes(6) { body throws(DecodeError) in try Batch.decode(body) }
            let index = Int(sequence - batch.firstSequence)
            let fact = batch.fact(index)
            let dot = Dot(log: log, sequence: sequence)
            guard let causal = fact.causal(at: dot, batch: tag) else { return }
            _ = sets[Key(person: row.id(1), assessment: row.id(2)), default: FactSet()].insert(causal)
            sources[dot] = Source(atMs: batch.utcMs(index) ?? 0, terminal: row.id(4), kind: fact.kind.number)
        }
        self.sources = sources
        // Corrections and decisions are recorded by the server only, after it has checked the author's authority.
        histories = sets.mapValues { History(of: $0, mayCorrect: { _, _ in true }) }
    }
}

/// The offering's exam among its assessments.
let examAssessment: UInt64 = 1

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
