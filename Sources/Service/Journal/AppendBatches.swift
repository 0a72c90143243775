import Application
import Causality
import Domain
import Facts
import Journal
import Messages
import Storage

extension JournalStore {
    /// The most facts of one terminal that count per claimed day of recording. A door of a busy hall has a few
    /// thousand; facts beyond are stored and do not count.
    static let factsPerDay = 200_000

    /// The bytes charged for a batch besides its body: signature, row and index entries.
    private static let bytesBesideBody = 256

    /// Appends verified batches to `log`. The caller has read `log` in this transaction and checked that the batches
    /// continue its head.
    /// - Throws: `terminalFull` if the terminal would exceed its storage; nothing is appended then.
    /// - Returns: the log afterwards, and the facts of these batches that do not count.
    @discardableResult
    func append(
        _ batches: some Collection<VerifiedBatch>, to log: StoredLog, now: Int64, _ transaction: Transaction
    ) throws -> (log: StoredLog, quarantined: QuarantinedRanges) {
        var log = log
        var quarantined = QuarantinedRanges()
        let bytes = batches.reduce(0) { $0 + $1.sealed.body.count + Self.bytesBesideBody }
        log.storedBytes += UInt64(bytes)
        if log.terminal != 0 { try checkRoom(for: bytes, of: log.terminal, transaction) }
        var days = RecordedDays(of: log.terminal)
        var judgement = Judgement(transaction)
        for item in batches {
            let (sealed, facts) = (item.sealed, item.decoded)
            let admitted = try days.admit(facts, transaction)
            let contents = facts.contents
            let isPlain = try admitted == facts.count && isPlain(facts, contents, of: log, transaction)
            let batch = try transaction.newID()
            try transaction.execute(
                """
                INSERT INTO batch (id, log, first_sequence, fact_count, hash, body, signature, received_ms, admitted,
                plain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                """, batch, log.row, facts.firstSequence, facts.count, sealed.hash.bytes, sealed.body,
                sealed.isSigned ? sealed.signature : nil, now, admitted, isPlain)
            for (offering, content) in contents {
                try transaction.execute(
                    .insertOfferingOfBatch, offering, batch,
                    content.rawValue)
                if content.contains(.marks) { try Self.noteMarks(of: offering, transaction) }
                if content.contains(.voidsOfCheckIns) { try Self.noteVoids(of: offering, transaction) }
            }
            if log.terminal != 0 { try note(facts, of: log, transaction) }
            if facts.deferral != nil {
                try transaction.execute("INSERT INTO deferred_batch (batch) VALUES (?1)", batch)
            }
            if !isPlain {
                let stored = StoredBatch(facts, row: batch, tag: sealed.hash.tag, of: log, now: now)
                try noteDecisions(of: stored, transaction)
                if facts.hasExtensions { try Self.noteWalkIns(in: stored, transaction) }
                try quarantined.add(stored, admitted: admitted, &judgement)
            }
            log.head = sealed.head
        }
        try days.keep(transaction)
        try transaction.execute(
            """
            UPDATE log SET head_sequence = ?2, head_hash = ?3, applied_sequence = ?2, stored_bytes = ?4 WHERE id = ?1
            """, log.row, log.head.sequence, log.head.hash.bytes, log.storedBytes)
        return (log, quarantined)
    }

    /// Returns the facts of stored batches that do not count at present.
    func quarantined(
        of log: StoredLog, _ sequences: ClosedRange<UInt64>, _ snapshot: Snapshot
    ) throws -> QuarantinedRanges {
        var quarantined = QuarantinedRanges()
        var judgement = Judgement(snapshot)
        try forEachBatch(of: log, sequences, snapshot) { stored in
            try quarantined.add(stored, admitted: stored.facts.admitted, &judgement)
        }
        return quarantined
    }

    /// ATT-9b: a void is about a check-in where it was recorded; the offering to which that was decided to belong is judged anew.
    private static func noteVoids(of offering: UInt64, _ transaction: Transaction) throws {
        let others = try transaction.all(
            "SELECT DISTINCT argument FROM decision WHERE offering = ?1 AND ruling = ?2 ORDER BY argument", offering,
            Ruling.belongsToOffering.rawValue
        ) { $0.id(0) }
        for other in others { try noteAttendanceChange(other, transaction) }
    }

    private func checkRoom(for bytes: Int, of terminal: UInt64, _ transaction: Transaction) throws {
        let room =
            try transaction.first(
                """
                SELECT t.stored_bytes_limit
                - (SELECT CAST(COALESCE(SUM(l.stored_bytes), 0) AS BIGINT) FROM log l WHERE l.terminal = t.id)
                FROM terminal t WHERE t.id = ?1
                """, terminal
            ) { $0.integer(0) } ?? 0
        guard Int64(bytes) <= room else { throw Refusal(.terminalFull, retryAfterMs: 3_600_000) }
    }

    /// Returns whether no fact of the batch can ever be quarantined or flagged individually.
    private func isPlain(
        _ facts: DecodedBatch, _ contents: [UInt64: OfferingContent], of log: StoredLog, _ transaction: Transaction
    ) throws -> Bool {
        guard facts.isPlainAttendance else { return false }
        let (terminal, course) = (log.terminal, facts.courses.constant)
        return try contents.keys.allSatisfy { offering in
            switch (terminal == 0, course == 0) {
            case (true, true): try transaction.exists(.offeringExists, offering)
            case (true, false):
                try transaction.exists(
                    """
                    SELECT 1 FROM offering o JOIN course c ON c.project = o.project WHERE o.id = ?1 AND c.id = ?2
                    """, offering, course)
            case (false, true):
                try transaction.exists(
                    "SELECT 1 FROM offering o JOIN terminal t ON t.base = o.base WHERE o.id = ?1 AND t.id = ?2",
                    offering, terminal)
            case (false, false):
                try transaction.exists(
                    """
                    SELECT 1 FROM offering o JOIN terminal t ON t.base = o.base JOIN course c ON c.project = o.project
                    WHERE o.id = ?1 AND t.id = ?2 AND c.id = ?3
                    """, offering, terminal, course)
            }
        }
    }
}

/// Quarantined facts, in ranges of one reason.
struct QuarantinedRanges {
    private(set) var ranges: [QuarantinedFact] = []
    /// There are more than one acknowledgement can name.
    private(set) var isCut = false

    /// About 20 bytes each: an acknowledgement is one item.
    private static let limit = 8192

    mutating func add(_ batch: StoredBatch, admitted: Int, _ judgement: inout Judgement) throws {
        let facts = batch.facts
        if facts.deferral != nil { add(.unknownKind, facts.firstSequence, facts.lastSequence) }
        for row in facts.rows.prefix(admitted) {
            guard !isCut else { return }
            if let code = try judgement.quarantine(batch, row) { add(code, batch.sequence(row), batch.sequence(row)) }
        }
        if facts.deferral == nil, admitted < facts.count {
            add(.tooManyFacts, batch.sequence(admitted), facts.lastSequence)
        }
    }

    mutating func add(_ more: QuarantinedRanges) {
        for range in more.ranges { add(range.code, range.sequence, max(range.last, range.sequence)) }
        isCut = isCut || more.isCut
    }

    private mutating func add(_ code: ErrorCode?, _ first: UInt64, _ last: UInt64) {
        if let before = ranges.last, before.code == code, max(before.last, before.sequence) + 1 == first {
            ranges[ranges.count - 1].last = last
        } else if ranges.count < Self.limit {
            ranges.append(QuarantinedFact(sequence: first, code: code, last: first == last ? 0 : last))
        } else {
            isCut = true
        }
    }
}

/// Counts a terminal's facts by day of recording while batches are appended.
private struct RecordedDays {
    private let terminal: UInt64
    private var facts: [Int64: Int] = [:]

    /// - Parameter terminal: 0 for the server itself, which limits people otherwise.
    init(of terminal: UInt64) { self.terminal = terminal }

    /// Returns how many of the batch's facts, from the first on, fit into its day.
    mutating func admit(_ batch: DecodedBatch, _ snapshot: Snapshot) throws -> Int {
        // A deferred batch is counted when it can be read.
        guard batch.deferral == nil else { return batch.count }
        guard terminal != 0 else { return batch.admitted }
        let day = batch.recordedDay
        let before =
            try facts[day]
            ?? snapshot.first("SELECT facts FROM recorded_day WHERE terminal = ?1 AND day = ?2", terminal, day) {
                $0.int(0)
            } ?? 0
        let admitted = min(batch.admitted, max(0, JournalStore.factsPerDay - before))
        facts[day] = before + admitted
        return admitted
    }

    func keep(_ transaction: Transaction) throws {
        for (day, count) in facts {
            try transaction.execute(
                """
                INSERT INTO recorded_day (terminal, day, facts) VALUES (?1, ?2, ?3)
                ON CONFLICT (terminal, day) DO UPDATE SET facts = ?3
                """, terminal, day, count)
        }
    }
}

extension DecodedBatch {
    /// True for check-ins of people, by known methods, of one course, all of them within the allowance.
    fileprivate var isPlainAttendance: Bool {
        deferral == nil && subjects.raws.isEmpty && kinds.values.isEmpty
            && kinds.constant == FactKind.checkIn.number && courses.values.isEmpty && hasKnownMethods
            && !hasReferences && isInRange
    }

    /// The claimed UTC day of its first fact; −1 if it claims none.
    fileprivate var recordedDay: Int64 {
        let ms: Int64? =
            switch header.timebase {
            case .imported(_, let localMs): localMs
            case .none, .boot: header.wallMs
            }
        guard let ms else { return -1 }
        return ms >= 0 ? ms / 86_400_000 : (ms + 1) / 86_400_000 - 1
    }
}
