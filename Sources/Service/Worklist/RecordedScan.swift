import Causality
import Domain
import Facts
import Journal
import Messages
import Storage

/// A check-in as it was recorded, of which nothing ever changes.
struct RecordedScan: Sendable {
    let dot: Dot
    /// The row of its log.
    let log: UInt64
    let tag: BatchTag
    /// 0 if it was recorded online.
    let terminal: UInt64
    let offering: UInt64
    let subject: Subject
    /// All that was known of its time when it was read.
    let interval: TimeInterval
    /// Its time is another clock's, which an attendance file tells.
    let isAsserted: Bool
    /// Why it was quarantined, if nobody had decided about it.
    let quarantine: ErrorCode?

    /// - Throws: `notFound` for a name that no fact here has, `wrongState` for a fact about which nobody can decide.
    init(
        _ name: DecidedFact, _ journal: JournalStore, _ judgement: inout Judgement, _ times: inout FactTimes,
        _ snapshot: Snapshot
    ) throws {
        guard let (batch, row) = try journal.fact(name.log, name.sequence, snapshot) else {
            throw Refusal(.notFound, field: "sequence")
        }
        guard batch.facts[row].kind == .checkIn, judgement.defect(batch, row) == nil else {
            throw Refusal(
                .wrongState, field: "sequence", Phrase("only check-ins are decided here", "只能对签到记录作出认定"))
        }
        dot = Dot(log: batch.logID, sequence: name.sequence)
        log = batch.log
        tag = batch.tag
        terminal = batch.terminal
        offering = batch.facts[row].offering
        subject = batch.facts.subject(row)
        let time = try times.times(of: batch, snapshot).time(of: row)
        (interval, isAsserted) = (time.interval, time.basis == .asserted)
        quarantine = try judgement.verdict(batch, row).code
    }

    /// The canonical person as recorded; 0 for a code that no roster knows.
    /// - Parameter offering: whose roster knows codes.
    func person(in offering: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        switch subject {
        case .person(let id): try People.canonical(id, snapshot)
        case .raw(let code): try JournalStore.person(ofNumber: code, offering, snapshot)
        }
    }
}
