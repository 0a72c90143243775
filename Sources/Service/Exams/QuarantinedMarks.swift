import Application
import Causality
import Domain
import Facts
import Journal
import Messages
import Storage

extension Exams {
    /// SYN-9: lists an offering's marks that do not count because their examiner was not assigned to the base.
    func listQuarantinedMarks(
        _ request: ListQuarantinedMarksRequest, _ context: ReadContext
    ) throws -> ListQuarantinedMarksReply {
        let snapshot = context.snapshot
        let offering = try OfferingRecord(request.offering, snapshot)
        try authoriseScores(offering, context.call, snapshot)
        let after = try Position(request.cursor)
        let batches = try markBatches(offering.id, snapshot)
        let page = try listPage(
            request.limit, by: { Position(log: $0.batch.log, sequence: $0.batch.sequence($0.row)) }
        ) { limit in
            var found: [(batch: StoredBatch, row: Int)] = []
            var judgement = Judgement(snapshot)
            for next in batches where Position(log: next.log, sequence: next.last) > after {
                guard found.count < limit else { break }
                guard let batch = try journal.batch(next.row, snapshot) else { continue }
                for row in batch.facts.rows {
                    guard batch.facts[row].offering == offering.id, batch.facts[row].kind == .score,
                        Position(log: batch.log, sequence: batch.sequence(row)) > after,
                        try judgement.verdict(batch, row).code == .actorNotAssigned
                    else { continue }
                    found.append((batch, row))
                }
            }
            return found
        }
        return ListQuarantinedMarksReply(
            marks: try page.elements.compactMap { try quarantinedMark($0.batch, $0.row, offering, snapshot) },
            next: page.next?.bytes ?? [])
    }

    /// Returns batches with marks of an offering that may not count.
    private func markBatches(
        _ offering: UInt64, _ snapshot: Snapshot
    ) throws -> [(row: UInt64, log: UInt64, last: UInt64)] {
        try snapshot.all(
            """
            SELECT b.id, b.log, b.first_sequence + b.fact_count - 1 FROM batch_offering o
            JOIN batch b ON b.id = o.batch WHERE o.offering = ?1 AND o.content IN (2, 3, 6, 7)
            ORDER BY b.log, b.first_sequence
            """, offering
        ) { ($0.id(0), $0.id(1), $0.id(2)) }
    }

    /// SYN-9: somebody with authority vouches for the examiner; the mark counts from now on.
    func admitMark(_ request: AdmitMarkRequest, _ context: WriteContext) throws -> AdmitMarkReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try authoriseScores(offering, context.call, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: Adjudication.reasonLimit)
        guard request.log.count == 16,
            let (batch, row) = try journal.fact(request.log, request.sequence, transaction),
            batch.facts[row].offering == offering.id, batch.facts[row].kind == .score
        else { throw Refusal(.notFound, field: "sequence") }
        var judgement = Judgement(transaction)
        let verdict = try judgement.verdict(batch, row)
        guard verdict.code == .actorNotAssigned else { throw Refusal(.notFound, field: "sequence") }
        try context.call.requireAnothers(verdict.person, transaction)
        try transaction.execute(
            "INSERT INTO admitted_mark (log, sequence) VALUES (?1, ?2)", batch.log, request.sequence)
        try JournalStore.noteMarks(of: offering.id, transaction)
        let (fact, person) = (batch.facts.fact(row), verdict.person)
        try Disposition.publish([request.sequence], of: batch.log, code: nil, context)
        context.auditDetail =
            "offering \(offering.id), person \(person), examiner \(fact.actor): "
            + "\(hundredths(Int(clamping: fact.value))), \(reason)"
        return AdmitMarkReply()
    }

    private func quarantinedMark(
        _ batch: StoredBatch, _ row: Int, _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> QuarantinedMark? {
        let fact = batch.facts.fact(row)
        guard case .person(let person) = fact.subject else { return nil }
        let terminal = try snapshot.first(.nameOfTerminal, batch.terminal) { $0.text(0) }
        let shown = try snapshot.first(
            .numberAndNameOnRoster, offering.id, person
        ) { (number: $0.text(0), name: $0.text(1)) }
        var times = FactTimes(journal)
        let time = try times.times(of: batch, snapshot).time(of: row)
        let actor = try snapshot.first(.nameOfPerson, fact.actor) { $0.text(0) }
        return QuarantinedMark(
            log: batch.logID.bytes, sequence: batch.sequence(row), person: person, number: shown?.number ?? "",
            name: shown?.name ?? "", assessment: fact.assessment, actor: fact.actor, actorName: actor ?? "",
            valueHundredths: UInt32(clamping: fact.value), atMs: time.shownMs ?? 0,
            terminalName: terminal ?? "", code: .actorNotAssigned)
    }
}
