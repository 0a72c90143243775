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

/// What a batch holds of an offering: who looks for one thing need not decode what holds none of it.
struct OfferingContent: OptionSet {
    let rawValue: Int64

    static let checkIns = OfferingContent(rawValue: 1)
    /// Marks, and what takes them back or decides between them.
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
