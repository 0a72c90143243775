import Application
import Domain
import Messages
import Storage
import Wire

/// One upload as the tables have it.
struct JobRecord: Sendable {
    let id: UInt64
    let person: UInt64
    /// For which the person acted; 0 = for themselves.
    let organisation: UInt64
    let address: String
    let locale: String
    let kind: UploadKind
    let target: UInt64
    let fileName: String
    let isDry: Bool
    let isAllOrNothing: Bool
    let createdMs: Int64

    var state: JobState
    var rows = 0
    var done = 0
    var added = 0
    var changed = 0
    var unchanged = 0
    var bad = 0
    /// Made, and their passwords still kept.
    var accounts = 0
    var landed = false
    var encoding = ""
    var mendHeading: [UInt8] = []
    var failure: Failure?
    /// 0 until then.
    var finishedMs: Int64 = 0

    /// How long a job is kept once it has finished.
    static let keptMs: Int64 = 7 * 86_400_000

    var isFinished: Bool { state != .waiting && state != .running }
    /// Whether its slices write what the rows say, or only judge them.
    var landsInSlices: Bool { !isDry && !isAllOrNothing }
    var language: Language { Language(locale: locale) }

    /// Another number after every step.
    var revision: UInt64 { UInt64(state.rawValue) << 40 | UInt64(rows > 0 ? 1 : 0) << 36 | UInt64(done) }

    var message: UploadJob {
        UploadJob(
            id: id, kind: kind, target: target, fileName: fileName, person: person, dryRun: isDry,
            allOrNothing: isAllOrNothing, state: state, revision: revision, rows: UInt32(rows), done: UInt32(done),
            added: UInt32(added), changed: UInt32(changed), unchanged: UInt32(unchanged), badCount: UInt32(bad),
            landed: landed, encoding: encoding, hasAccounts: accounts > 0, failure: failure, createdMs: createdMs,
            finishedMs: finishedMs, expiresMs: finishedMs == 0 ? 0 : finishedMs + Self.keptMs)
    }

    /// The text that the audit keeps of it.
    var summary: String {
        "job \(id): \(kind) \(target): \(added) added, \(changed) changed, \(bad) bad" + (landed ? "" : ", not landed")
    }
}

extension JobRecord {
    /// `nil` for an id no job has.
    static func find(_ id: UInt64, _ snapshot: Snapshot) throws -> JobRecord? {
        try snapshot.first(
            """
            SELECT id, person, organisation, address, locale, kind, target, file_name, dry_run, all_or_nothing, state,
            rows, done, added, changed, unchanged, bad, accounts, landed, encoding, mend_heading, failure, created_ms,
            finished_ms FROM upload_job WHERE id = ?1
            """, id
        ) { try JobRecord($0) }
    }

    static func unfinished(_ snapshot: Snapshot) throws -> [JobRecord] {
        try snapshot.all("SELECT id FROM upload_job WHERE finished_ms = 0 ORDER BY id") { $0.id(0) }
            .compactMap { try find($0, snapshot) }
    }

    /// Newest first.
    /// - Parameter person: whose; `nil` = everybody's.
    static func page(
        of person: UInt64?, before: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [JobRecord] {
        let before = before == 0 ? UInt64(Int64.max) : before
        guard let person else {
            return try snapshot.all(
                """
                SELECT id, person, organisation, address, locale, kind, target, file_name, dry_run, all_or_nothing,
                state, rows, done, added, changed, unchanged, bad, accounts, landed, encoding, mend_heading, failure,
                created_ms, finished_ms FROM upload_job WHERE id < ?1 ORDER BY id DESC LIMIT ?2
                """, before, limit
            ) { try JobRecord($0) }
        }
        return try snapshot.all(
            """
            SELECT id, person, organisation, address, locale, kind, target, file_name, dry_run, all_or_nothing, state,
            rows, done, added, changed, unchanged, bad, accounts, landed, encoding, mend_heading, failure, created_ms,
            finished_ms FROM upload_job WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3
            """, person, before, limit
        ) { try JobRecord($0) }
    }

    private init(_ row: borrowing Row) throws {
        let failure = row.bytes(21)
        self.init(
            id: row.id(0), person: row.id(1), organisation: row.id(2), address: row.text(3), locale: row.text(4),
            kind: try row.enumeration(5), target: row.id(6), fileName: row.text(7),
            isDry: row.bool(8), isAllOrNothing: row.bool(9), createdMs: row.integer(22),
            state: try row.enumeration(10), rows: row.int(11), done: row.int(12),
            added: row.int(13), changed: row.int(14), unchanged: row.int(15), bad: row.int(16), accounts: row.int(17),
            landed: row.bool(18), encoding: row.text(19), mendHeading: row.bytes(20),
            failure: failure.isEmpty ? nil : try Failure(serialized: failure), finishedMs: row.integer(23))
    }

    func insert(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO upload_job (id, person, organisation, address, locale, kind, target, file_name, dry_run,
            all_or_nothing, state, rows, done, added, changed, unchanged, bad, accounts, landed, encoding,
            mend_heading, failure, created_ms, finished_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, 0,
            0, 0, 0, 0, 0, 0, '', ?12, ?12, ?13, 0)
            """, id, person, organisation, address, locale, kind.rawValue, target, fileName, isDry, isAllOrNothing,
            state.rawValue, [UInt8](), createdMs)
    }

    /// Writes what changes as the job goes on.
    func save(_ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE upload_job SET state = ?2, rows = ?3, done = ?4, added = ?5, changed = ?6, unchanged = ?7, bad = ?8,
            accounts = ?9, landed = ?10, encoding = ?11, mend_heading = ?12, failure = ?13, finished_ms = ?14
            WHERE id = ?1
            """, id, state.rawValue, rows, done, added, changed, unchanged, bad, accounts, landed, encoding,
            mendHeading, failure?.serialized() ?? [], finishedMs)
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
        if landsInSlices, outcome.added + outcome.changed > 0 { landed = true }
    }
}
