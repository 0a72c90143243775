import Application
import Domain
import Messages
import Storage

/// A session as stored, with its offering's title.
struct SessionRecord {
    let offering: UInt64
    let base: UInt64
    let programme: UInt64
    let title: String
    let location: String
    let capacity: Int
    let taken: Int
    /// Nil for the programme's.
    let fee: Fen?
    let modality: Modality
    let state: SessionState
    let starts: Instant
    let ends: Instant
    let timeZone: String
    let asksPosition: Bool
    /// Of a skills exam; 0 for a class.
    let checklist: UInt64
    /// ATT-7: minutes before its start at which people may sign in; 0 for a class.
    let signInMinutes: Int
    /// When it was last moved in time or place; 0 for never.
    let movedMs: Int64
    let baseName: String

    /// - Throws: `notFound` for an offering that is not published as a session.
    init(_ offering: UInt64, _ snapshot: Snapshot) throws {
        guard let found = try Self.find(offering, snapshot) else { throw Refusal(.notFound, field: "offering") }
        self = found
    }

    static func find(_ offering: UInt64, _ snapshot: Snapshot) throws -> SessionRecord? {
        try snapshot.first(one, offering, body: columns.read)
    }

    private init(_ row: borrowing Row) throws {
        offering = row.id()
        base = row.id()
        programme = row.id()
        title = row.text()
        location = row.text()
        capacity = row.int()
        taken = row.int()
        let ownFee = row.integer()
        fee = ownFee < 0 ? nil : Fen(ownFee)
        modality = try row.enumeration()
        state = try row.enumeration()
        starts = Instant(row.integer())
        ends = Instant(row.integer())
        asksPosition = row.bool()
        checklist = row.id()
        signInMinutes = row.int()
        movedMs = row.integer()
        timeZone = row.text()
        baseName = row.text()
    }

    static let columns = Columns(
        """
        s.offering, s.base, s.programme, o.title, s.location, s.capacity, s.taken, s.fee, o.modality, s.state,
        s.starts_ms, s.ends_ms, s.asks_position, s.checklist, s.sign_in_minutes, s.moved_ms, p.time_zone, b.name
        """
    ) { try SessionRecord($0) }

    static let from: SQL = """
        FROM course_session s JOIN offering o ON o.id = s.offering JOIN programme p ON p.id = s.programme
        JOIN organisation b ON b.id = s.base
        """

    private static let one = SQL("SELECT \(columns) \(from) WHERE s.offering = ?1")

    var isExam: Bool { checklist != 0 }

    /// When people may sign in; the start of a class.
    var signIn: Instant { Instant(starts.milliseconds - Int64(signInMinutes) * 60_000) }

    /// Throws `invalid` for a skills exam, which is no class that is ordered or booked with a payment.
    func requireClass() throws(Refusal) {
        guard !isExam else {
            throw Refusal(
                .invalid, field: "offering", "it is a skills exam: book it as one (rollcall skills book \(offering))",
                zh: "这是技能考核，请用 rollcall skills book \(offering) 预约")
        }
    }

    /// - Parameter fee: what a place costs on the day of the answer.
    func message(fee: Fen, _ lodgings: [Lodging]) -> CourseSession {
        CourseSession(
            offering: offering, base: base, baseName: baseName, programme: programme, title: title, location: location,
            capacity: UInt32(clamping: capacity), taken: UInt32(clamping: taken), state: state, modality: modality,
            startsMs: starts.milliseconds, endsMs: ends.milliseconds, timeZone: timeZone,
            feeFen: UInt64(clamping: fee.count), hasOwnFee: self.fee != nil,
            asksPosition: asksPosition,
            lodgings: lodgings.map { LodgingOption(name: $0.name, fen: UInt64(clamping: $0.price.count)) })
    }
}

extension Bookings {
    /// A session as people are shown it.
    func message(_ session: SessionRecord, _ snapshot: Snapshot, now: Int64) throws -> CourseSession {
        session.message(
            fee: try fee(of: session, snapshot, now: now), try lodgings(of: session.offering, snapshot))
    }

    /// PRJ-7c: the lodgings to choose from; none where the session asks for no choice.
    func lodgings(of offering: UInt64, _ snapshot: Snapshot) throws -> [Lodging] {
        try snapshot.all("SELECT name, fen FROM lodging_option WHERE offering = ?1 ORDER BY ordinal", offering) {
            Lodging(storedName: $0.text(0), price: Fen($0.integer(1)))
        }
    }

    /// PRJ-6c: the session's own fee, or else the programme's of today.
    func fee(of session: SessionRecord, _ snapshot: Snapshot, now: Int64) throws -> Fen {
        try session.fee ?? programmes.fee(of: session.programme, snapshot, now: now)
    }

    /// BKG-1b: takes one place of a session; other transactions see it taken from their own beginning on.
    /// - Throws: `full`.
    func takePlace(of offering: UInt64, _ transaction: Transaction) throws {
        let taken = try transaction.first(
            "UPDATE course_session SET taken = taken + 1 WHERE offering = ?1 AND taken < capacity RETURNING taken",
            offering
        ) { $0.int(0) }
        guard taken != nil else { throw Refusal(.full, field: "offering") }
    }

    /// BKG-1b: gives a place back that was taken.
    func freePlace(of offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE course_session SET taken = taken - 1 WHERE offering = ?1", offering)
    }
}
