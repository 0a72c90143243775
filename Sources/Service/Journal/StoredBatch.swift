import Causality
import Facts
import Storage
import Wire

/// A stored batch, decoded for a decision. Every body on which anything depends is read here.
struct StoredBatch {
    let row: UInt64
    /// The row of the log.
    let log: UInt64
    let logID: LogID
    /// 0 if it was recorded online.
    let terminal: UInt64
    let receivedMs: Int64
    let tag: BatchTag
    /// True if no fact can be quarantined or flagged individually: check-ins of people, for offerings of the terminal's
    /// base.
    let isPlain: Bool
    let facts: DecodedBatch

    /// Throws `Damage` unless its log goes on from exactly these bytes.
    init(_ columns: BatchColumns, of journal: JournalStore, _ snapshot: Snapshot) throws {
        row = columns.row
        try journal.verifyOnce(row, snapshot)
        log = columns.log
        terminal = columns.terminal
        receivedMs = columns.receivedMs
        guard let id = LogID(columns.logID), let tag = BatchTag(Array(columns.hash.prefix(16))) else {
            throw Damage("batch \(row) of log \(log) is not what was written there")
        }
        logID = id
        self.tag = tag
        isPlain = columns.isPlain
        facts = try Batch.decode(columns.body.span, atMost: columns.admitted)
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

/// The kinds of facts a batch has of an offering, so that a reader decodes only batches it needs.
struct OfferingContent: OptionSet {
    let rawValue: Int64

    static let checkIns = OfferingContent(rawValue: 1)
    /// Marks, and facts that void or decide between them.
    static let marks = OfferingContent(rawValue: 2)
    static let voidsOfCheckIns = OfferingContent(rawValue: 4)

    init(rawValue: Int64) { self.rawValue = rawValue }

    /// The numbers of all contents with this one thing in them.
    var containing: [Int64] {
        (0...7).filter { OfferingContent(rawValue: $0).contains(self) }
    }

    init(kind: FactKind, assessment: UInt64) {
        switch kind {
        case .checkIn: self = .checkIns
        case .void where assessment == 0: self = .voidsOfCheckIns
        case .score, .void, .correction, .adjudication: self = .marks
        case .decision: self = []
        case .unknown: self = [.checkIns, .marks, .voidsOfCheckIns]
        }
    }
}

extension DecodedBatch {
    /// The contents by offering, of the facts within the allowance.
    var contents: [UInt64: OfferingContent] {
        // Fast path: nearly every batch has check-ins of one offering.
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
