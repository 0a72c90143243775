import Application
import Causality
import Domain
import Facts
import Journal
import Messages
import Storage

extension Worklist {
    /// Batches that one page looks at; each may have to be decoded.
    private static let batchesPerPage = 64

    /// ATT-9a: lists the facts of a base's terminals that no offering's list shows: those that name no offering of the base,
    /// those of which an offering shows nothing, and those that are never read.
    func listUnplaced(_ request: ListWorkRequest, _ context: ReadContext) throws -> ListWorkReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.base, snapshot)
        let start = try Position(request.cursor)
        var page = UnplacedPage(limit: pageSize(request.limit))
        var judgement = Judgement(snapshot)
        var times = FactTimes(journal)
        var names = DecisionNames(snapshot)
        let logs = try snapshot.all(
            "SELECT l.id FROM log l JOIN terminal t ON t.id = l.terminal WHERE t.base = ?1 AND l.id >= ?2 ORDER BY l.id",
            request.base, start.log
        ) { $0.id(0) }
        var batchesLeft = Self.batchesPerPage
        for log in logs where !page.isFull {
            var behind = log == start.log ? start.sequence : 0
            while !page.isFull {
                guard let found = try journal.batch(behind: behind, of: log, snapshot) else { break }
                behind = found.last
                guard batchesLeft > 0 else { return page.reply(goingOn: true) }
                batchesLeft -= 1
                page.at = Position(log: log, sequence: found.last)
                if found.isPlain { continue }
                guard let batch = try journal.batch(found.row, snapshot) else { continue }
                try add(batch, of: request.base, behind: start, &page, &judgement, &times, &names, snapshot)
            }
        }
        var reply = page.reply(goingOn: page.isFull)
        if request.cursor.isEmpty { reply.silentDays = try silentDays(of: request.base, context) }
        return reply
    }

    private func add(
        _ batch: StoredBatch, of base: UInt64, behind start: Position, _ page: inout UnplacedPage,
        _ judgement: inout Judgement, _ times: inout FactTimes, _ names: inout DecisionNames, _ snapshot: Snapshot
    ) throws {
        let facts = batch.facts
        func isNew(_ sequence: UInt64) -> Bool { Position(log: batch.log, sequence: sequence) > start }
        for row in facts.rows where isNew(batch.sequence(row)) {
            guard let code = try judgement.quarantine(batch, row) else { continue }
            // These are flagged on the list of their offering.
            if facts[row].kind == .checkIn, code == .unknownSubject || code == .unknownCourse { continue }
            guard page.add(try unplaced(batch, row, code, &times, &names, snapshot), of: batch.log) else { return }
        }
        let unread = facts.firstSequence + UInt64(facts.rows.count)
        guard unread <= facts.lastSequence, isNew(facts.lastSequence) else { return }
        page.add(
            WorkItem(
                scan: Messages.Scan(log: batch.logID.bytes, sequence: unread, terminal: batch.terminal),
                terminalName: try names.terminal(batch.terminal),
                quarantine: facts.deferral == nil ? .tooManyFacts : .unknownKind, last: facts.lastSequence),
            of: batch.log)
    }

    /// Returns a fact of which no offering's list shows anything. Whoever's base it is knows its terminal, and learns of its
    /// person no more than the terminal said.
    func unplaced(
        _ batch: StoredBatch, _ row: Int, _ code: ErrorCode?, _ times: inout FactTimes,
        _ names: inout DecisionNames, _ snapshot: Snapshot
    ) throws -> WorkItem {
        let fact = batch.facts[row]
        let time = try times.times(of: batch, snapshot).time(of: row)
        let dot = Dot(log: batch.logID, sequence: fact.sequence)
        let decisions = try StoredDecision.all(about: dot, in: batch.tag, snapshot)
        let standing = StandingDecisions(decisions.map(\.decision))
        let interval = time.interval
        return WorkItem(
            scan: Messages.Scan(
                person: fact.person,
                number: fact.person == 0 ? String(decoding: batch.facts.rawSubject(row), as: UTF8.self) : "",
                atMs: time.shownMs ?? 0, state: .flagged, code: code, course: fact.course,
                method: UInt32(clamping: fact.methodNumber), log: batch.logID.bytes, sequence: fact.sequence,
                terminal: batch.terminal, earliestMs: interval.earliestMs == .min ? 0 : interval.earliestMs,
                latestMs: interval.latestMs == .max ? 0 : interval.latestMs, basis: time.basis),
            offering: standing.decidedOffering ?? fact.offering,
            offeringTitle: try names.offering(standing.decidedOffering ?? 0), recordedOffering: fact.offering,
            terminalName: try names.terminal(batch.terminal),
            decisions: try decisions.map { try names.message($0, standing) }, context: standing.dots.encoded,
            kind: UInt32(clamping: fact.kindNumber), quarantine: code)
    }
}

/// A page that ends with its limit, or when enough batches were looked at.
private struct UnplacedPage {
    let limit: Int
    private var items: [WorkItem] = []
    /// The last fact that was looked at.
    var at = Position(log: 0, sequence: 0)

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { items.count >= limit }

    /// Returns false once nothing more fits.
    @discardableResult
    mutating func add(_ item: WorkItem, of log: UInt64) -> Bool {
        items.append(item)
        if isFull { at = Position(log: log, sequence: max(item.last, item.scan?.sequence ?? 0)) }
        return !isFull
    }

    func reply(goingOn: Bool) -> ListWorkReply {
        ListWorkReply(items: items, next: goingOn ? at.bytes : [])
    }
}

extension JournalStore {
    /// Returns the first batch of a log that ends behind a sequence; nil if there is none.
    fileprivate func batch(
        behind sequence: UInt64, of log: UInt64, _ snapshot: Snapshot
    ) throws -> (row: UInt64, last: UInt64, isPlain: Bool)? {
        try snapshot.first(
            """
            SELECT id, first_sequence + fact_count - 1, plain FROM batch WHERE log = ?1 AND first_sequence >=
            (SELECT COALESCE(MAX(first_sequence), 0) FROM batch WHERE log = ?1 AND first_sequence <= ?3)
            AND first_sequence + fact_count - 1 > ?2 ORDER BY first_sequence LIMIT 1
            """, log, sequence, sequence &+ 1
        ) { ($0.id(0), $0.id(1), $0.bool(2)) }
    }
}
