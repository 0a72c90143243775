import Application
import Domain
import Messages
import Storage

/// A booking as stored.
struct BookingRecord {
    let id: UInt64
    let offering: UInt64
    let programme: UInt64
    let person: UInt64
    /// 0 where the programme asks for no payment.
    let entitlement: UInt64
    var state: BookingState
    var reason: String
    let createdMs: Int64
    let changedMs: Int64
    /// The booking of the class whose written exam admits to this one of a skills exam; 0 for a class.
    let follows: UInt64
    /// SKL-1b: what the sheets of a skills exam amounted to when the server last looked; nil before it has.
    let outcome: SkillsOutcome?

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "booking") }
        self = found
    }

    /// - Throws: `notFound` for somebody else's too.
    init(_ id: UInt64, of person: UInt64, _ snapshot: Snapshot) throws {
        let found = try BookingRecord(id, snapshot)
        guard found.person == person else { throw Refusal(.notFound, field: "booking") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        offering = row.id()
        programme = row.id()
        person = row.id()
        entitlement = row.id()
        state = try row.enumeration()
        reason = row.text()
        createdMs = row.integer()
        changedMs = row.integer()
        follows = row.id()
        outcome = try row.enumerationUnlessZero()
    }

    static let columns = Columns(
        "id, offering, programme, person, entitlement, state, reason, created_ms, changed_ms, follows, outcome"
    ) { try BookingRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM booking WHERE id = ?1")

    static let ofPerson = SQL(
        "SELECT \(columns) FROM booking WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    static let ofOffering = SQL(
        "SELECT \(columns) FROM booking WHERE offering = ?1 AND id > ?2 ORDER BY id LIMIT ?3")

    static let ofOfferingInState = SQL(
        "SELECT \(columns) FROM booking WHERE offering = ?1 AND state = ?2 AND id > ?3 ORDER BY id LIMIT ?4")

    /// The label under which its person stands on the session's roster.
    var rosterNumber: String { "B\(id)" }
}

extension Bookings {
    /// A booking as people are shown it.
    func message(_ booking: BookingRecord, _ snapshot: Snapshot, now: Int64) throws -> Booking {
        let name = try snapshot.first(.nameOfPerson, booking.person) { $0.text(0) }
        return Booking(
            id: booking.id,
            session: try message(SessionRecord(booking.offering, snapshot), snapshot, now: now),
            person: booking.person, personName: name ?? "", entitlement: booking.entitlement, state: booking.state,
            reason: booking.reason, createdMs: booking.createdMs, changedMs: booking.changedMs)
    }

    /// Answers a command with the booking as it is now, and what it was paid with.
    func reply(_ booking: UInt64, _ context: WriteContext) throws -> BookingReply {
        let transaction = context.transaction
        let record = try BookingRecord(booking, transaction)
        return BookingReply(
            booking: try message(record, transaction, now: context.now),
            entitlement: record.entitlement == 0
                ? nil : try message(EntitlementRecord(record.entitlement, transaction), transaction))
    }

    /// Moves a booking on by an event.
    func store(
        _ event: BookingEvent, of booking: inout BookingRecord, reason: String = "", _ context: WriteContext
    ) throws {
        booking.state = try BookingLifecycle.table.next(booking.state, event)
        booking.reason = reason
        try context.transaction.execute(
            "UPDATE booking SET state = ?2, reason = ?3, changed_ms = ?4 WHERE id = ?1", booking.id,
            booking.state.rawValue, reason, context.now)
    }

    /// BKG-6: ends a live booking: its place is free again, its entitlement free or lost, and its pass void.
    /// - Parameters:
    ///   - event: what ends it.
    ///   - count: the cancellations and what becomes of the entitlement, from the number before.
    func end(
        _ booking: inout BookingRecord, _ event: BookingEvent, reason: String = "", _ context: WriteContext,
        count: (Int) throws -> (cancellations: Int, event: EntitlementEvent) = { ($0, .release) }
    ) throws {
        let transaction = context.transaction
        let wasApproved = booking.state == .approved
        if booking.entitlement != 0, booking.follows == 0 {
            var entitlement = try EntitlementRecord(booking.entitlement, transaction)
            let outcome = try count(entitlement.cancellations)
            entitlement.cancellations = outcome.cancellations
            entitlement.booking = 0
            try entitlement.apply(outcome.event, transaction)
        }
        if event != .reject { try reviews.endReview(.booking, booking.id, context) }
        try store(event, of: &booking, reason: reason, context)
        try freePlace(of: booking.offering, transaction)
        if wasApproved {
            try rosters.leave(booking.offering, booking.person, number: booking.rosterNumber, context)
        }
    }

    /// BKG-4a: the caller's bookings, newest first.
    func myBookings(_ request: MyBookingsRequest, _ context: ReadContext) throws -> ListBookingsReply {
        let person = try context.call.person().id
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                try context.snapshot.all(
                    BookingRecord.ofPerson, person, before(request.after), limit, body: BookingRecord.columns.read)
            }, context)
    }

    /// BKG-3: the bookings of a session, for its organiser.
    func listBookings(_ request: ListBookingsRequest, _ context: ReadContext) throws -> ListBookingsReply {
        let snapshot = context.snapshot
        let session = try SessionRecord(request.offering, snapshot)
        try context.call.requireAuthority(over: OfferingRecord(session.offering, snapshot), snapshot)
        let read = BookingRecord.columns.read
        return try reply(
            listPage(request.limit, by: \.id) { limit in
                if let state = request.state {
                    try snapshot.all(
                        BookingRecord.ofOfferingInState, request.offering, state.rawValue, request.after, limit,
                        body: read)
                } else {
                    try snapshot.all(BookingRecord.ofOffering, request.offering, request.after, limit, body: read)
                }
            }, context)
    }

    /// - Throws: `notFound` for a booking that is not the caller's.
    func getBooking(_ request: GetBookingRequest, _ context: ReadContext) throws -> BookingReply {
        let booking = try BookingRecord(request.booking, of: context.call.person().id, context.snapshot)
        return BookingReply(booking: try message(booking, context.snapshot, now: context.now))
    }

    private func reply(_ page: ListPage<BookingRecord, UInt64>, _ context: ReadContext) throws -> ListBookingsReply {
        ListBookingsReply(
            bookings: try page.elements.map { try message($0, context.snapshot, now: context.now) },
            next: page.next ?? 0)
    }
}
