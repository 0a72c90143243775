import Causality
import Domain
import Facts
import Messages
import Storage

/// A decision about a check-in, with what people are shown of it.
struct StoredDecision: Sendable {
    let id: UInt64
    let decision: Decision
    /// The check-in it is about.
    let fact: Dot
    /// The batch of the check-in; nil for one of the decision's own log.
    let tag: BatchTag?
    /// The offering of the check-in as it was recorded.
    let offering: UInt64
    /// The person of the check-in as it was recorded; 0 for a raw code.
    let subject: UInt64
    let actor: UInt64
    /// UTC milliseconds.
    let atMs: Int64
    let reason: String

    static let columns = Columns(
        """
        d.id, d.log, d.sequence, d.fact_log, d.fact_sequence, d.fact_tag, d.offering, d.ruling, d.argument, d.replaces,
        d.actor, d.at_ms, d.reason, d.subject
        """
    ) { row in
        let id = row.id(0)
        guard let log = LogID(row.bytes(1)), let factLog = LogID(row.bytes(3)),
            let replaces = try? [Dot](encoded: row.bytes(9))
        else { throw Damage("decision \(id) is not what was written there") }
        return StoredDecision(
            id: id,
            decision: Decision(
                dot: Dot(log: log, sequence: row.id(2)), ruling: try row.enumeration(7), argument: row.id(8),
                replaces: replaces),
            fact: Dot(log: factLog, sequence: row.id(4)), tag: row.bytesOrNil(5).flatMap(BatchTag.init),
            offering: row.id(6), subject: row.id(13), actor: row.id(10), atMs: row.integer(11), reason: row.text(12))
    }

    /// Returns all decisions about one check-in, in the order of their making.
    static func all(about fact: Dot, in batch: BatchTag, _ snapshot: Snapshot) throws -> [StoredDecision] {
        try snapshot.all(ofFact, fact.log.bytes, fact.sequence, body: columns.read)
            .filter { $0.tag == nil || $0.tag == batch }
    }

    static let ofFact = SQL(
        "SELECT \(columns) FROM decision d WHERE d.fact_log = ?1 AND d.fact_sequence = ?2 ORDER BY d.id")
    static let ofOffering = SQL("SELECT \(columns) FROM decision d WHERE d.offering = ?1 ORDER BY d.id")
    static let ofMoved = SQL(
        """
        SELECT \(columns) FROM decision m JOIN decision d ON d.fact_log = m.fact_log
        AND d.fact_sequence = m.fact_sequence WHERE m.ruling = ?1 AND m.argument = ?2 AND m.offering <> ?2 ORDER BY d.id
        """)
}

extension JournalStore {
    /// Enters the decisions of a batch of the server's own log; batches of terminals decide nothing.
    func noteDecisions(of batch: StoredBatch, _ transaction: Transaction) throws {
        guard batch.terminal == 0, batch.facts.kinds.contains(FactKind.decision.number) else { return }
        var offerings: Set<UInt64> = []
        for row in batch.facts.rows where batch.facts[row].kind == .decision {
            let fact = batch.facts.fact(row)
            let sequence = batch.sequence(row)
            guard fact.defect(sequence: sequence) == nil, let content = DecisionContent(fact.extensions),
                let ruling = Ruling.allCases.first(where: { UInt64($0.rawValue) == fact.value }),
                let about = fact.references.first(where: { $0.role == .saw })
            else { continue }
            let named = about.resolved(in: batch.logID)
            let replaces = fact.references.filter { $0.role == .replaces }.map { $0.resolved(in: batch.logID).dot }
            let subject: UInt64 = if case .person(let id) = fact.subject { id } else { 0 }
            try transaction.execute(
                """
                INSERT INTO decision (id, log, sequence, fact_log, fact_sequence, fact_tag, offering, subject, ruling,
                argument, replaces, actor, at_ms, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
                ?14)
                """, transaction.newID(), batch.logID.bytes, sequence, named.dot.log.bytes, named.dot.sequence,
                named.tag?.bytes, fact.offering, subject, ruling.rawValue, content.argument,
                replaces.encoded, fact.actor, batch.facts.wallMs(row) ?? batch.receivedMs, content.reason)
            offerings.insert(fact.offering)
            offerings.formUnion(
                try transaction.all(
                    """
                    SELECT argument FROM decision WHERE fact_log = ?1 AND fact_sequence = ?2 AND ruling = ?3 ORDER BY id
                    """, named.dot.log.bytes, named.dot.sequence, Ruling.belongsToOffering.rawValue
                ) { $0.id() })
        }
        for offering in offerings { try JournalStore.noteAttendanceChange(offering, transaction) }
    }
}
