import Application
import Domain
import Facts
import Messages
import Storage
import Wire

extension Service {
    /// SYN-9: the marks of an offering that do not count because their examiner was not assigned to the base.
    func listQuarantinedMarks(
        _ request: ListQuarantinedMarksRequest, _ context: ReadContext
    ) throws -> ListQuarantinedMarksReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try authoriseScores(offering, context.call, snapshot)
        let limit = pageLimit(request.limit)
        let after = try Place(request.cursor)
        let found = try snapshot.all(
            """
            SELECT q.log, q.sequence FROM quarantined_fact q WHERE q.offering = ?1 AND q.code = ?2 \
            AND (q.log, q.sequence) > (?3, ?4) ORDER BY q.log, q.sequence LIMIT ?5
            """, offering.id, ErrorCode.actorNotAssigned.rawValue, after.log, after.sequence, limit
        ) { Place(log: $0.id(0), sequence: $0.id(1)) }
        var reply = ListQuarantinedMarksReply()
        for place in found {
            if let mark = try quarantined(place, offering, snapshot) { reply.marks.append(mark) }
        }
        if found.count == limit { reply.next = found.last?.bytes ?? [] }
        return reply
    }

    /// SYN-9: somebody with authority vouches for the examiner; the mark counts from now on.
    func admitMark(_ request: AdmitMarkRequest, _ context: WriteContext) throws -> AdmitMarkReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try authoriseScores(offering, context.call, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: Adjudication.reasonLimit)
        let place = try transaction.first(
            """
            SELECT q.log, q.sequence FROM quarantined_fact q JOIN log l ON l.id = q.log \
            WHERE l.log_id = ?1 AND q.sequence = ?2 AND q.offering = ?3 AND q.code = ?4
            """, request.log, request.sequence, offering.id, ErrorCode.actorNotAssigned.rawValue
        ) { Place(log: $0.id(0), sequence: $0.id(1)) }
        guard let place, let (fact, _, batch) = try fact(at: place, transaction), fact.kind == .score,
            case .person(let person) = fact.subject
        else { throw Refused(.notFound, field: "sequence") }
        try transaction.execute(
            "DELETE FROM quarantined_fact WHERE log = ?1 AND sequence = ?2", place.log, place.sequence)
        try transaction.execute(
            """
            INSERT INTO contextual_fact (log, sequence, batch, kind, offering, person, assessment) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, place.log, place.sequence, batch, fact.kind.number, offering.id, person, fact.assessment)
        context.auditDetail =
            "offering \(offering.id), person \(person), examiner \(fact.actor): "
            + "\(hundredths(Int(clamping: fact.value))), \(reason)"
        return AdmitMarkReply()
    }

    private func quarantined(
        _ place: Place, _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> QuarantinedMark? {
        guard let (fact, atMs, _) = try fact(at: place, snapshot), fact.kind == .score,
            case .person(let person) = fact.subject
        else { return nil }
        let source = try snapshot.first(
            "SELECT l.log_id, t.name FROM log l JOIN terminal t ON t.id = l.terminal WHERE l.id = ?1", place.log
        ) { (log: $0.bytes(0), terminal: $0.text(1)) }
        let shown = try snapshot.first(
            """
            SELECT r.number, p.name FROM roster r JOIN person p ON p.id = r.person \
            WHERE r.offering = ?1 AND r.person = ?2
            """, offering.id, person
        ) { (number: $0.text(0), name: $0.text(1)) }
        let actor = try snapshot.first("SELECT name FROM person WHERE id = ?1", fact.actor) { $0.text(0) }
        return QuarantinedMark(
            log: source?.log ?? [], sequence: place.sequence, person: person, number: shown?.number ?? "",
            name: shown?.name ?? "", assessment: fact.assessment, actor: fact.actor, actorName: actor ?? "",
            valueHundredths: UInt32(clamping: fact.value), atMs: atMs, terminalName: source?.terminal ?? "",
            code: .actorNotAssigned)
    }

    /// The fact that stands there, when it happened, and the row of its batch.
    private func fact(at place: Place, _ snapshot: Snapshot) throws -> (fact: Fact, atMs: Int64, batch: UInt64)? {
        let found = try snapshot.first(
            """
            SELECT id, body FROM batch WHERE log = ?1 AND first_sequence <= ?2 ORDER BY first_sequence DESC LIMIT 1
            """, place.log, place.sequence
        ) { (id: $0.id(0), batch: try Batch.decode($0.bytes(1))) }
        guard let found, place.sequence <= found.batch.lastSequence else { return nil }
        let row = Int(place.sequence - found.batch.firstSequence)
        return (found.batch.fact(row), found.batch.utcMs(row) ?? 0, found.id)
    }
}

/// Where a fact stands, by the row of its log.
private struct Place {
    let log: UInt64
    let sequence: UInt64

    init(log: UInt64, sequence: UInt64) {
        self.log = log
        self.sequence = sequence
    }

    /// From a cursor; empty = before everything.
    init(_ cursor: [UInt8]) throws {
        guard !cursor.isEmpty else {
            self.init(log: 0, sequence: 0)
            return
        }
        var reader = ByteReader(cursor.span)
        let log = try reader.readVarint()
        self.init(log: log, sequence: try reader.readVarint())
        guard log < FactLimits.integer, sequence < FactLimits.integer else { throw Refused(.invalid, field: "cursor") }
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(log)
        writer.writeVarint(sequence)
        return writer.bytes
    }
}
