import Application
import Domain
import Messages
import Storage

// The face of bookings for skills exams. A booking of one follows that of the class whose written exam admits to it, and leaves the
// entitlement as it is: that one stays held by the class until both exams are done.
extension Bookings {
    /// SKL-1a: books a place in a skills exam; the base reviews it.
    /// - Parameter follows: the booking of the class.
    /// - Throws: `full`; `wrongState` with another live one, while a result is awaited, and once passed.
    func bookExam(
        _ session: SessionRecord, following follows: BookingRecord, _ context: WriteContext
    ) throws -> BookingRecord {
        let transaction = context.transaction
        try session.requireOpen(now: context.now)
        try requireAttemptLeft(following: follows, context)
        try takePlace(of: session.offering, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO booking
            (id, offering, programme, person, entitlement, state, reason, created_ms, changed_ms, follows)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', ?7, ?7, ?8)
            """, id, session.offering, session.programme, follows.person, follows.entitlement,
            BookingState.waiting.rawValue, context.now, follows.id)
        try reviews.openReview(
            bookingReview, subject: id, container: session.base, person: follows.person,
            stops: [ReviewStop(level: .base, organisation: session.base)], context)
        return try BookingRecord(id, transaction)
    }

    private func requireAttemptLeft(following follows: BookingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        for booking in try transaction.all(BookingRecord.following, follows.id, body: BookingRecord.columns.read) {
            guard booking.outcome != .passed else {
                throw Refusal(.wrongState, field: "exam", "the skills exam is passed", zh: "技能考核已合格")
            }
            let session = try SessionRecord(booking.offering, transaction)
            let isOver = session.ends <= Instant(context.now)
            if booking.state.isLive, !isOver {
                throw Refusal(
                    .wrongState, field: "offering",
                    "booking \(booking.id) is live: one at a time, so cancel it first (rollcall bookings cancel \(booking.id))",
                    zh: "您已有预约 \(booking.id)，同一时间只能有一个；请先取消（rollcall bookings cancel \(booking.id)）")
            }
            guard isAwaited(booking, ends: session.ends, now: context.now) else { continue }
            throw Refusal(
                .wrongState, field: "offering", "the result of booking \(booking.id) has not come yet",
                zh: "预约 \(booking.id) 的考核结果尚未产生")
        }
    }

    /// Whether somebody was there and a person still has to score, or to decide between scores.
    private func isAwaited(_ booking: BookingRecord, ends: Instant, now: Int64) -> Bool {
        guard booking.state == .attended || booking.state == .approved else { return false }
        switch booking.outcome {
        case .passed, .failed: return false
        case .unsettled: return true
        case .awaited, .withheld, nil: return now < ends.milliseconds + SkillsRule.lateMs
        }
    }

    /// SKL-1b: what the exams that follow the booking of a class have amounted to.
    func skillsAttempts(
        following booking: UInt64, _ snapshot: Snapshot
    ) throws -> (passed: Bool, failed: Int) {
        let outcomes = try snapshot.all(BookingRecord.following, booking, body: BookingRecord.columns.read)
            .map(\.outcome)
        return (outcomes.contains(.passed), outcomes.count { $0 == .failed })
    }

    /// The bookings of an exam that were approved and are not over yet.
    func approved(of offering: UInt64, limit: Int, _ snapshot: Snapshot) throws -> [BookingRecord] {
        try snapshot.all(
            BookingRecord.ofOfferingInState, offering, BookingState.approved.rawValue, 0, limit,
            body: BookingRecord.columns.read)
    }

    /// The booking with which somebody is, or was, in an exam; nil for who was put on its roster otherwise.
    func examBooking(of person: UInt64, at offering: UInt64, _ snapshot: Snapshot) throws -> BookingRecord? {
        let found = try snapshot.all(
            BookingRecord.ofPersonInOffering, person, offering, body: BookingRecord.columns.read)
        return found.first { [.approved, .attended, .missed].contains($0.state) } ?? found.first
    }

    /// The exams that a person has booked, the newest first.
    func examBookings(of person: UInt64, before: UInt64, limit: Int, _ snapshot: Snapshot) throws -> [BookingRecord] {
        try snapshot.all(BookingRecord.examsOfPerson, person, before, limit, body: BookingRecord.columns.read)
    }

    /// SKL-1: stores what the sheets of one booking amount to now, and what that means for its entitlement.
    /// - Returns: whether it is something else than before.
    func keepOutcome(_ outcome: SkillsOutcome, of booking: BookingRecord, _ context: WriteContext) throws -> Bool {
        var booking = booking
        if outcome != .awaited {
            if booking.state == .approved { try store(.attend, of: &booking, context) }
            if booking.state == .missed { try store(.arrive, of: &booking, context) }
        }
        guard outcome != booking.outcome ?? .awaited else { return false }
        try context.transaction.execute(
            "UPDATE booking SET outcome = ?2 WHERE id = ?1", booking.id, outcome.rawValue)
        let attempts = try skillsAttempts(following: booking.follows, context.transaction)
        try settleExam(
            of: booking.follows, isPassed: attempts.passed, isExhausted: false, completes: true, context)
        return true
    }

    /// SKL-1c: an exam is over. Whoever was there has attended it, and an absent one has used no attempt.
    func endExam(_ booking: BookingRecord, of session: SessionRecord, isThere: Bool, _ context: WriteContext) throws {
        var booking = booking
        try store(isThere ? .attend : .miss, of: &booking, context)
        guard !isThere else { return }
        try notices.notify(
            booking.person, .bookingCancelled, subject: booking.id, details: [session.title, session.clock, "missed"],
            context)
    }
}

extension BookingRecord {
    fileprivate static let following = SQL("SELECT \(columns) FROM booking WHERE follows = ?1 ORDER BY id")

    fileprivate static let ofPersonInOffering = SQL(
        "SELECT \(columns) FROM booking WHERE person = ?1 AND offering = ?2 ORDER BY id DESC")

    fileprivate static let examsOfPerson = SQL(
        "SELECT \(columns) FROM booking WHERE person = ?1 AND id < ?2 AND follows > 0 ORDER BY id DESC LIMIT ?3")
}
