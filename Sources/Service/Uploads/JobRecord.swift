import Application
import Domain
import Messages
import Storage
import Wire

/// An upload as stored.
struct JobRecord: Sendable {
    let id: UInt64
    let person: UInt64
    /// The organisation for which the person acted; 0 for themselves.
    let organisation: UInt64
    let address: String
    let locale: String
    let kind: UploadKind
    let target: UInt64
    let fileName: String
    let isDry: Bool
    let isAllOrNothing: Bool
    let createdMs: Int64
    /// The job whose rows this one takes back, and why; 0 for an upload.
    var undoes: UInt64 = 0
    var reason = ""

    var state: JobState
    var rows = 0
    var done = 0
    var added = 0
    var changed = 0
    var unchanged = 0
    var bad = 0
    /// Created accounts whose first passwords are still stored.
    var accounts = 0
    var landed = false
    var encoding = ""
    var mendHeading: [UInt8] = []
    var failure: Failure?
    /// 0 until it has finished.
    var finishedMs: Int64 = 0
    /// The number of rows whose changes can be taken back.
    var effects = 0
    /// The latest job that takes this one's rows back; 0 for none.
    var undoneBy: UInt64 = 0
    /// Of a job that takes rows back: the part of the other's effects that is next, or above it.
    var cursor = Int.max

    /// How long a finished job is kept.
    static let keptMs: Int64 = 7 * 86_400_000

    var isFinished: Bool {
        switch state {
        case .arriving, .waiting, .running: false
        case .done, .cancelled, .failed: true
        }
    }
    /// Whether its slices apply rows, or only judge them.
    var landsInSlices: Bool { !isDry && !isAllOrNothing }
    var language: Language { Language(locale: locale) }

    /// A number that differs after every step.
    var revision: UInt64 { UInt64(state.rawValue) << 40 | UInt64(rows > 0 ? 1 : 0) << 36 | UInt64(done) }

    var message: UploadJob {
        UploadJob(
            id: id, kind: kind, target: target, fileName: fileName, person: person, dryRun: isDry,
            allOrNothing: isAllOrNothing, state: state, revision: revision, rows: UInt32(rows), done: UInt32(done),
            added: UInt32(added), changed: UInt32(changed), unchanged: UInt32(unchanged), badCount: UInt32(bad),
            landed: landed, encoding: encoding, hasAccounts: accounts > 0, failure: failure, createdMs: createdMs,
            finishedMs: finishedMs, expiresMs: finishedMs == 0 ? 0 : finishedMs + Self.keptMs,
            undoes: undoes, undoneBy: undoneBy)
    }

    /// The text for the audit log.
    var summary: AuditDetail {
        (undoes == 0 ? "" : "undoes job \(undoes): ")
            + "job \(id): \(kind) \(target): \(added) added, \(changed) changed, \(bad) bad"
            + (landed ? "" : ", not landed")
    }
}

extension JobRecord {
    /// Returns nil for an unknown id.
    static func find(_ id: UInt64, _ snapshot: Snapshot) throws -> JobRecord? {
        try snapshot.first(one, id, body: columns.read)
    }

    static func unfinished(_ snapshot: Snapshot) throws -> [JobRecord] {
        try snapshot.all("SELECT id FROM upload_job WHERE finished_ms = 0 ORDER BY id") { $0.id(0) }
            .compactMap { try find($0, snapshot) }
    }

    /// Returns jobs, newest first.
    /// - Parameter person: the sender; nil for everybody's jobs.
    static func list(of person: UInt64?, before: UInt64, _ limit: Int, _ snapshot: Snapshot) throws -> [JobRecord] {
        guard let person else { return try snapshot.all(ofEverybody, before, limit, body: columns.read) }
        return try snapshot.all(ofPerson, person, before, limit, body: columns.read)
    }

    private static let columns = Columns(
        """
        id, person, organisation, address, locale, kind, target, file_name, dry_run, all_or_nothing, created_ms, undoes,
        reason, state, rows, done, added, changed, unchanged, bad, accounts, landed, encoding, mend_heading, failure,
        finished_ms, effects, undone_by, undo_cursor
        """
    ) { row in
        JobRecord(
            id: row.id(), person: row.id(), organisation: row.id(), address: row.text(), locale: row.text(),
            kind: try row.enumeration(), target: row.id(), fileName: row.text(), isDry: row.bool(),
            isAllOrNothing: row.bool(), createdMs: row.integer(), undoes: row.id(), reason: row.text(),
            state: try row.enumeration(), rows: row.int(),
            done: row.int(), added: row.int(), changed: row.int(), unchanged: row.int(), bad: row.int(),
            accounts: row.int(), landed: row.bool(), encoding: row.text(), mendHeading: row.bytes(),
            failure: try Failure(stored: row.bytes()), finishedMs: row.integer(), effects: row.int(),
            undoneBy: row.id(),
            cursor: row.int())
    }

    private static let one = SQL("SELECT \(columns) FROM upload_job WHERE id = ?1")

    private static let ofEverybody = SQL("SELECT \(columns) FROM upload_job WHERE id < ?1 ORDER BY id DESC LIMIT ?2")

    private static let ofPerson = SQL(
        "SELECT \(columns) FROM upload_job WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    func insert(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO upload_job (id, person, organisation, address, locale, kind, target, file_name, dry_run,
            all_or_nothing, state, rows, done, added, changed, unchanged, bad, accounts, landed, encoding,
            mend_heading, failure, created_ms, finished_ms, undoes, reason, effects, undone_by, undo_cursor)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, 0, 0, 0, 0, 0, 0, '', ?13, ?13, ?14, 0, ?15,
            ?16, 0, 0, ?17)
            """, id, person, organisation, address, locale, kind.rawValue, target, fileName, isDry, isAllOrNothing,
            state.rawValue, rows, [UInt8](), createdMs, undoes, reason, cursor)
    }

    /// Stores the properties that change while the job runs.
    func save(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE upload_job SET state = ?2, rows = ?3, done = ?4, added = ?5, changed = ?6, unchanged = ?7, bad = ?8,
            accounts = ?9, landed = ?10, encoding = ?11, mend_heading = ?12, failure = ?13, finished_ms = ?14,
            effects = ?15, undone_by = ?16, undo_cursor = ?17 WHERE id = ?1
            """, id, state.rawValue, rows, done, added, changed, unchanged, bad, accounts, landed, encoding,
            mendHeading, failure?.serialized() ?? [], finishedMs, effects, undoneBy, cursor)
    }

    mutating func finish(_ state: JobState, now: Int64) {
        (self.state, finishedMs) = (state, now)
    }

    mutating func add(_ outcome: SliceOutcome) {
        added += outcome.added
        changed += outcome.changed
        unchanged += outcome.unchanged
        bad += outcome.bad.count
        accounts += outcome.accounts.count
        effects += outcome.effects.count
        if landsInSlices, outcome.added + outcome.changed > 0 { landed = true }
    }
}

extension Failure {
    /// `nil` where none was stored.
    fileprivate init?(stored bytes: [UInt8]) throws {
        if bytes.isEmpty { return nil }
        try self.init(serialized: bytes)
    }
}
