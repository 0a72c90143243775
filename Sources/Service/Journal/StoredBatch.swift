import Causality
import Facts
import Storage
import Wire

/// A batch as the journal has it, decoded for a decision. Every body that decides anything is read here.
struct StoredBatch {
    let row: UInt64
    /// Row of the log.
    let log: UInt64
    let logID: LogID
    /// 0 = recorded online.
    let terminal: UInt64
    let receivedMs: Int64
    let tag: BatchTag
    /// Nothing in it needs a look of its own: check-ins of people, for offerings of the terminal's base.
    let isPlain: Bool
    let facts: DecodedBatch

    /// Reads the columns 0–8 of a query of a `batch b` and its `log l`: `b.id, b.log, l.log_id, l.terminal,
    /// b.received_ms, b.hash, b.plain, b.admitted, b.body`. Throws `Damage` unless its log goes on from exactly these bytes.
    init(_ stored: borrowing Row, of journal: JournalStore, _ snapshot: Snapshot) throws {
        row = stored.id(0)
        try journal.verifyOnce(row, snapshot)
        log = stored.id(1)
        terminal = stored.id(3)
        receivedMs = stored.integer(4)
        guard let id = LogID(stored.bytes(2)), let tag = BatchTag(Array(stored.bytes(5).prefix(16))) else {
            throw Damage("batch \(row) of log \(log) is not what was written there")
        }
        logID = id
        self.tag = tag
        isPlain = stored.bool(6)
        let admitted = stored.int(7)
        facts = try stored.withBytes(8) { body throws(DecodeError) in try Batch.decode(body, atMost: admitted) }
    }

    /// A batch that is about to be stored.
    init(_ facts: DecodedBatch, row: UInt64, tag: BatchTag, of log: JournalStore.StoredLog, now: Int64) {
        self.row = row
        self.log = log.row
        logID = log.id
        terminal = log.terminal
        receivedMs = now
        self.tag = tag
        isPlain = false
        self.facts = facts
    }

    func sequence(_ row: Int) -> UInt64 { facts.firstSequence + UInt64(row) }
}

/// What a batch holds of an offering: who looks for one thing need not decode what holds none of it.
struct OfferingContent: OptionSet {
    let rawValue: Int64

    static let checkIns = OfferingContent(rawValue: 1)
    /// Marks, and what takes them back or decides between them.
    static let marks = OfferingContent(rawValue: 2)
    static let voidsOfCheckIns = OfferingContent(rawValue: 4)

    init(rawValue: Int64) { self.rawValue = rawValue }

    init(kind: FactKind, assessment: UInt64) {
        switch kind {
        case .checkIn: self = .checkIns
        case .void where assessment == 0: self = .voidsOfCheckIns
        case .score, .void, .correction, .adjudication: self = .marks
        case .unknown: self = [.checkIns, .marks, .voidsOfCheckIns]
        }
    }
}

extension DecodedBatch {
    /// By offering, what the facts that are read say of it.
    var contents: [UInt64: OfferingContent] {
        // Nearly every batch is check-ins of one offering.
        if kinds.values.isEmpty, kinds.constant == FactKind.checkIn.number {
            return Dictionary(uniqueKeysWithValues: offeringsTouched.map { ($0, .checkIns) })
        }
        var contents: [UInt64: OfferingContent] = [:]
        for row in rows {
            contents[offerings[row], default: []].formUnion(
                OfferingContent(kind: FactKind(number: kinds[row]), assessment: assessment(row)))
        }
        return contents
    }
}
