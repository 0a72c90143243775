import Causality
import Facts
import Journal
import Storage

/// The stored state of a terminal's clock besides its readings.
private struct ClockState: Equatable {
    var version: UInt64 = 0
    var readings = 0
    /// The last contact.
    var boot: UInt64 = 0
    var monotonicMs: UInt64 = 0
    /// Facts made after the last contact have arrived.
    var hasLater = false
    var forgedReceipts: UInt64 = 0
}

extension JournalStore {
    /// The most stored readings of one terminal: ten years of syncs every minute. It bounds a terminal that lies about
    /// its boots, whose later facts then have uncertain times.
    private static let readingLimit = 32_768

    func clock(of terminal: UInt64, _ snapshot: Snapshot) throws -> (clock: TerminalClock, version: UInt64) {
        let readings = try snapshot.all(
            ClockReading.ofTerminal, terminal, body: ClockReading.columns.read)
        return (TerminalClock(readings), try clockVersion(of: terminal, snapshot))
    }

    /// Returns a version that changes when present facts of the terminal may have got another time.
    func clockVersion(of terminal: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        try snapshot.first("SELECT version FROM terminal_clock WHERE terminal = ?1", terminal) { $0.id(0) } ?? 0
    }

    /// SYN-8: stores a contact of a terminal if it adds to those before it.
    func note(_ contact: ClockReading, of terminal: UInt64, _ transaction: Transaction) throws {
        let before = try last(true, contact, terminal, transaction)
        guard let kept = try kept(contact, behind: before, terminal, transaction) else { return }
        var state = try clockState(of: terminal, transaction)
        guard state.readings < Self.readingLimit, try insert(kept, terminal, transaction) else { return }
        state.readings += 1
        // Facts made before the last contact do not depend on later ones, unless a later one narrows the contact
        // itself.
        let isLast = (state.boot, state.monotonicMs) < (kept.boot, kept.monotonicMs)
        let isNarrowing = before.map { $0.narrowed(by: kept) != $0 } ?? false
        if !isLast || state.hasLater || isNarrowing { state.version += 1 }
        if isLast { (state.boot, state.monotonicMs, state.hasLater) = (kept.boot, kept.monotonicMs, false) }
        try keep(state, terminal, transaction)
    }

    /// Returns whether a contact adds to those before it, so that it must be stored.
    func isTelling(_ contact: ClockReading, of terminal: UInt64, _ snapshot: Snapshot) throws -> Bool {
        let before = try last(true, contact, terminal, snapshot)
        return try before?.monotonicMs != contact.monotonicMs
            && kept(contact, behind: before, terminal, snapshot) != nil
    }

    private func kept(
        _ contact: ClockReading, behind before: ClockReading?, _ terminal: UInt64, _ snapshot: Snapshot
    ) throws -> ClockReading? {
        contact.kept(behind: before, after: try lastReading(contact, terminal, before, snapshot))
    }

    /// SYN-8: stores a batch header's evidence about its terminal's clock. Counts receipts of other sites, which are no
    /// evidence.
    func note(_ batch: DecodedBatch, of log: StoredLog, _ transaction: Transaction) throws {
        let known = try clockState(of: log.terminal, transaction)
        var state = known
        if !isGenuine(batch.header.receipt, of: log.id) { state.forgedReceipts += 1 }
        if case .boot(let boot, let monotonicMs) = batch.header.timebase {
            let header = ClockReading(boot: boot, monotonicMs: monotonicMs, wallMs: batch.header.wallMs)
            let before = try last(true, header, log.terminal, transaction)
            let isNews = header.isNews(after: try lastReading(header, log.terminal, before, transaction))
            if isNews, known.readings < Self.readingLimit, try insert(header, log.terminal, transaction) {
                state.readings += 1
                state.version += 1
            }
            if let last = batch.rows.last.flatMap({ batch.monotonicMs($0) }), (known.boot, known.monotonicMs) < last {
                state.hasLater = true
            }
        }
        if state != known { try keep(state, log.terminal, transaction) }
    }

    /// Returns true also without a receipt.
    func isGenuine(_ receipt: BatchHeader.Receipt?, of log: LogID) -> Bool {
        guard let receipt else { return true }
        return receipt.token
            == ReceiptToken.make(key: receipts, log: log, sequence: receipt.sequence, timeMs: receipt.timeMs)
    }

    /// Returns the last reading of the same boot that is not later, among contacts or among headers.
    private func last(
        _ proves: Bool, _ reading: ClockReading, _ terminal: UInt64, _ snapshot: Snapshot
    ) throws -> ClockReading? {
        try snapshot.first(
            ClockReading.lastOfBoot, terminal, reading.boot, proves, reading.monotonicMs,
            body: ClockReading.columns.read)
    }

    private func lastReading(
        _ reading: ClockReading, _ terminal: UInt64, _ contact: ClockReading?, _ snapshot: Snapshot
    ) throws -> ClockReading? {
        let header = try last(false, reading, terminal, snapshot)
        guard let contact, let header else { return contact ?? header }
        return contact.monotonicMs < header.monotonicMs ? header : contact
    }

    /// Returns false for a moment that is stored already.
    private func insert(_ reading: ClockReading, _ terminal: UInt64, _ transaction: Transaction) throws -> Bool {
        let time = reading.isContact ? reading.trueTime : TimeInterval(earliestMs: 0, latestMs: 0)
        return try transaction.execute(
            """
            INSERT INTO contact (terminal, boot, proves, monotonic_ms, earliest_ms, latest_ms, wall_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING
            """, terminal, reading.boot, reading.isContact, reading.monotonicMs, time.earliestMs, time.latestMs,
            reading.wallMs) == 1
    }

    private func clockState(of terminal: UInt64, _ snapshot: Snapshot) throws -> ClockState {
        try snapshot.first(
            """
            SELECT version, readings, boot, monotonic_ms, has_later, forged_receipts FROM terminal_clock WHERE terminal = ?1
            """, terminal
        ) {
            ClockState(
                version: $0.id(0), readings: $0.int(1), boot: $0.id(2), monotonicMs: $0.id(3), hasLater: $0.bool(4),
                forgedReceipts: $0.id(5))
        } ?? ClockState()
    }

    private func keep(_ state: ClockState, _ terminal: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO terminal_clock (terminal, version, readings, boot, monotonic_ms, has_later, forged_receipts)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (terminal) DO UPDATE SET version = ?2, readings = ?3,
            boot = ?4, monotonic_ms = ?5, has_later = ?6, forged_receipts = ?7
            """, terminal, state.version, state.readings, state.boot, state.monotonicMs, state.hasLater,
            state.forgedReceipts)
    }
}

extension ClockReading {
    fileprivate static let columns = Columns("boot, monotonic_ms, proves, earliest_ms, latest_ms, wall_ms") { row in
        let (boot, monotonicMs, proves) = (row.id(), row.id(), row.bool())
        let (earliestMs, latestMs) = (row.integer(), row.integer())
        return ClockReading(
            boot: boot, monotonicMs: monotonicMs,
            trueTime: proves ? TimeInterval(earliestMs: earliestMs, latestMs: latestMs) : .unbounded,
            wallMs: row.integerOrNil())
    }

    fileprivate static let ofTerminal = SQL(
        "SELECT \(columns) FROM contact WHERE terminal = ?1 ORDER BY boot, proves, monotonic_ms")

    fileprivate static let lastOfBoot = SQL(
        """
        SELECT \(columns) FROM contact
        WHERE terminal = ?1 AND boot = ?2 AND proves = ?3 AND monotonic_ms <= ?4 ORDER BY monotonic_ms DESC LIMIT 1
        """)
}
