import Facts
import Storage

// Reading stored batches. What is decided from one may need more of the database: rows are read some at a time, and nothing
// is asked while they are being read.
extension JournalStore {
    /// Bodies in memory at once.
    private static let batchesAtOnce = 32

    /// One batch, verified; nil for an id that no batch has.
    func batch(_ id: UInt64, _ snapshot: Snapshot) throws -> StoredBatch? {
        let columns = try snapshot.first(BatchColumns.one, id, body: BatchColumns.columns.read)
        return try columns.map { try StoredBatch($0, of: self, snapshot) }
    }

    /// The last batch that tells something of an offering; 0 = none.
    func lastBatch(of offering: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        try snapshot.first("SELECT COALESCE(MAX(batch), 0) FROM batch_offering WHERE offering = ?1", offering) {
            $0.id(0)
        } ?? 0
    }

    /// Calls `body` with the batches that tell this of an offering, in the order they came.
    func forEachBatch(
        of offering: UInt64, with content: OfferingContent, behind: UInt64 = 0, _ snapshot: Snapshot,
        _ body: (StoredBatch) throws -> Void
    ) throws {
        let contents = content.containing
        var last = behind
        while true {
            let page = try snapshot.all(
                BatchColumns.ofOffering, offering, last, contents[0], contents[1], contents[2], contents[3],
                Self.batchesAtOnce, body: BatchColumns.columns.read)
            for columns in page { try body(StoredBatch(columns, of: self, snapshot)) }
            guard page.count == Self.batchesAtOnce, let end = page.last else { return }
            last = end.row
        }
    }

    /// Calls `body` with those batches of a log, in its order, that need a look of their own.
    func forEachBatch(
        of log: StoredLog, _ sequences: ClosedRange<UInt64>, _ snapshot: Snapshot,
        _ body: (StoredBatch) throws -> Void
    ) throws {
        var first = sequences.lowerBound
        while true {
            let page = try snapshot.all(
                BatchColumns.notPlain, log.row, first, sequences.upperBound, Self.batchesAtOnce,
                body: BatchColumns.columns.read)
            for columns in page {
                let batch = try StoredBatch(columns, of: self, snapshot)
                first = batch.facts.lastSequence + 1
                try body(batch)
            }
            guard page.count == Self.batchesAtOnce else { return }
        }
    }
}

/// A batch as its row has it. Nothing is decided from it but by way of a ``StoredBatch``, which is verified.
struct BatchColumns {
    let row: UInt64
    let log: UInt64
    let logID: [UInt8]
    let terminal: UInt64
    let receivedMs: Int64
    let hash: [UInt8]
    let isPlain: Bool
    let admitted: Int
    let body: [UInt8]

    private init(_ stored: borrowing Row) {
        row = stored.id()
        log = stored.id()
        logID = stored.bytes()
        terminal = stored.id()
        receivedMs = stored.integer()
        hash = stored.bytes()
        isPlain = stored.bool()
        admitted = stored.int()
        body = stored.bytes()
    }

    static let columns = Columns(
        "b.id, b.log, l.log_id, l.terminal, b.received_ms, b.hash, b.plain, b.admitted, b.body"
    ) { BatchColumns($0) }

    fileprivate static let one = SQL("SELECT \(columns) FROM batch b JOIN log l ON l.id = b.log WHERE b.id = ?1")

    fileprivate static let ofOffering = SQL(
        """
        SELECT \(columns) FROM batch_offering o JOIN batch b ON b.id = o.batch JOIN log l ON l.id = b.log
        WHERE o.offering = ?1 AND o.batch > ?2 AND o.content IN (?3, ?4, ?5, ?6) ORDER BY o.batch LIMIT ?7
        """)

    fileprivate static let notPlain = SQL(
        """
        SELECT \(columns) FROM batch b JOIN log l ON l.id = b.log
        WHERE b.log = ?1 AND b.first_sequence BETWEEN ?2 AND ?3 AND b.plain = 0 ORDER BY b.first_sequence LIMIT ?4
        """)

    static let deferred = SQL(
        """
        SELECT \(columns) FROM deferred_batch d JOIN batch b ON b.id = d.batch JOIN log l ON l.id = b.log
        WHERE d.batch > ?1 ORDER BY d.batch LIMIT 1024
        """)
}
