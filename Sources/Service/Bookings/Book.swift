import Application
import Domain
import Messages
import Passes
import Storage
import TimeZones

extension Bookings {
    /// BKG-1: books a place with the caller's oldest free entitlement. Where the programme's bookings are reviewed, it waits
    /// for the base and has its place meanwhile.
    /// - Parameter hasPlace: whether the order that pays for it holds a place already, and has been checked.
    /// - Throws: `paymentRequired` without an entitlement, `full`, `wrongState` with another live booking.
    func book(
        _ offering: UInt64, for person: UInt64, hasPlace: Bool = false, _ context: WriteContext
    ) throws -> BookingRecord {
        let transaction = context.transaction
        let session = try SessionRecord(offering, transaction)
        let entitlement = try EntitlementRecord.free(of: person, in: session.programme, transaction)
        if !hasPlace {
            try requireBookable(session, by: person, entitlement, context)
            try takePlace(of: offering, transaction)
        }
        return try insertBooking(of: session, person, entitlement, context)
    }

    private func requireBookable(
        _ session: SessionRecord, by person: UInt64, _ entitlement: EntitlementRecord?, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        try session.requireClass()
        try session.requireOpen(now: context.now)
        try identities.requireReadiness(
            of: person, for: session.programme, isUnitPaid: entitlement?.source == .unitPayment, transaction)
        try requireNoLiveBooking(of: person, in: session.programme, context)
        let fee = try fee(of: session, transaction, now: context.now)
        if entitlement == nil, fee > .zero {
            if let order = try pendingOrder(of: person, in: session.programme, transaction) {
                throw Refusal(
                    .paymentRequired, field: "entitlement", "order \(order) waits to be paid: rollcall pay \(order)",
                    zh: "订单 \(order) 待支付：rollcall pay \(order)")
            }
            throw Refusal(
                .paymentRequired, field: "entitlement",
                Phrase(
                    "a place costs \(fee): order it first (rollcall order \(session.offering))",
                    "费用 \(fee)，请先缴费（rollcall order \(session.offering)）"))
        }
    }

    private func pendingOrder(of person: UInt64, in programme: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            "SELECT id FROM course_order WHERE person = ?1 AND programme = ?2 AND state = ?3 ORDER BY id LIMIT 1",
            person,
            programme, OrderState.pending.rawValue
        ) { $0.id(0) }
    }

    private func insertBooking(
        of session: SessionRecord, _ person: UInt64, _ entitlement: EntitlementRecord?, _ context: WriteContext
    ) throws -> BookingRecord {
        let transaction = context.transaction
        let isReviewed = try programmes.policy(of: session.programme, transaction).bookingReview == .base
        let id = try transaction.newID()
        let state: BookingState = isReviewed ? .waiting : .approved
        try transaction.execute(
            """
            INSERT INTO booking (id, offering, programme, person, entitlement, state, reason, created_ms, changed_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', ?7, ?7)
            """, id, session.offering, session.programme, person, entitlement?.id ?? 0, state.rawValue, context.now)
        if var entitlement {
            entitlement.booking = id
            try entitlement.apply(.hold, transaction)
        }
        let booking = try BookingRecord(id, transaction)
        if isReviewed {
            try reviews.openReview(
                bookingReview, subject: id, container: session.base, person: person,
                stops: [ReviewStop(level: .base, organisation: session.base)], context)
        } else {
            try admit(booking, to: session, context)
        }
        return booking
    }

    /// BKG-1a: one live booking at a time, in one programme.
    private func requireNoLiveBooking(of person: UInt64, in programme: UInt64, _ context: WriteContext) throws {
        for state in [BookingState.waiting, .approved] {
            let live = try context.transaction.first(
                """
                SELECT b.id FROM booking b JOIN course_session s ON s.offering = b.offering
                WHERE b.person = ?1 AND b.programme = ?2 AND b.state = ?3 AND s.ends_ms > ?4 AND b.follows = 0
                ORDER BY b.id LIMIT 1
                """, person, programme, state.rawValue, context.now
            ) { $0.id(0) }
            guard let live else { continue }
            throw Refusal(
                .wrongState, field: "offering",
                "booking \(live) is live: one at a time, so cancel it first (rollcall bookings cancel \(live))",
                zh: "您已有预约 \(live)，同一时间只能有一个；请先取消（rollcall bookings cancel \(live)）")
        }
    }

    /// Whether a booking of theirs waits or was approved.
    func hasLiveBooking(of person: UInt64, in offering: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.exists(
            "SELECT 1 FROM booking WHERE offering = ?1 AND person = ?2 AND state IN (?3, ?4)", offering, person,
            BookingState.waiting.rawValue, BookingState.approved.rawValue)
    }

    /// BKG-3a: puts the person on the session's roster, which is what the course pass is read against, and tells them.
    private func admit(_ booking: BookingRecord, to session: SessionRecord, _ context: WriteContext) throws {
        try rosters.join(booking.offering, booking.person, number: booking.rosterNumber, context)
        // Whoever was scored before their booking was decided is known from now on.
        if session.isExam { try JournalStore.noteMarks(of: booking.offering, context.transaction) }
        try notices.notify(
            booking.person, .bookingApproved, subject: booking.id, details: [session.title, session.clock], context)
    }

    /// BKG-3: the review of a booking by the base.
    var bookingReview: ReviewSubject {
        ReviewSubject(kind: .booking, isReturnable: false) { subject, snapshot in
            let session = try SessionRecord(BookingRecord(subject, snapshot).offering, snapshot)
            return "\(session.title) \(session.clock)"
        } check: { record, _, context in
            let session = try SessionRecord(
                BookingRecord(record.subject, context.transaction).offering, context.transaction)
            guard Instant(context.now) < session.starts else {
                throw Refusal(.tooLate, field: "booking", "the session has begun", zh: "该场次已开始")
            }
        } decided: { [self] record, decision, context in
            let transaction = context.transaction
            var booking = try BookingRecord(record.subject, transaction)
            let session = try SessionRecord(booking.offering, transaction)
            if decision == .approved {
                try store(.approve, of: &booking, context)
                try admit(booking, to: session, context)
            } else {
                try end(&booking, .reject, reason: decision.reason, context)
                try notices.notify(
                    booking.person, .bookingRejected, subject: booking.id,
                    details: [session.title, session.clock, decision.reason], context)
            }
        }
    }

    /// BKG-4b, SKL-1a: takes a booking back until its session begins. One of a class counts toward the limit of its entitlement, unless
    /// the class was moved since (BKG-6a).
    func cancelBooking(_ request: CancelBookingRequest, _ context: WriteContext) throws -> BookingReply {
        let transaction = context.transaction
        var booking = try BookingRecord(request.booking, of: context.call.person().id, transaction)
        let session = try SessionRecord(booking.offering, transaction)
        _ = try BookingLifecycle.cancel(booking.state, starts: session.starts, now: Instant(context.now))
        context.auditDetail = "booking \(booking.id) of session \(booking.offering) cancelled"
        guard !session.isExam else {
            try end(&booking, .cancel, context)
            return try reply(booking.id, context)
        }
        let policy = try programmes.policy(of: booking.programme, transaction)
        guard booking.entitlement == 0 || policy.bookingReview == .base else {
            throw Refusal(
                .wrongState, field: "booking",
                "it was ordered and paid for: ask for a refund (rollcall refund ask ORDER --reason TEXT)",
                zh: "该预约已缴费，请申请退款（rollcall refund ask 订单 --reason 原因）")
        }
        let limit = policy.cancelLimit
        let isDeclined = session.movedMs > booking.createdMs
        try end(&booking, .cancel, context) { count in
            (isDeclined ? count : try EntitlementLifecycle.cancelled(count, limit: limit), .release)
        }
        return try reply(booking.id, context)
    }

    /// BKG-3a, SKL-1a: the pass of an approved booking, until its session ends; of a skills exam the admission ticket, from the
    /// opening of its sign-in.
    func getPass(_ request: GetBookingRequest, _ context: ReadContext) throws -> PassReply {
        let booking = try BookingRecord(request.booking, of: context.call.person().id, context.snapshot)
        guard booking.state == .approved else {
            throw Refusal(
                .wrongState, field: "booking", "an approved booking has a pass", zh: "预约审核通过后才有听课证或准考证")
        }
        let session = try SessionRecord(booking.offering, context.snapshot)
        let from = session.isExam ? session.signIn.milliseconds : booking.createdMs
        let valid = from..<session.ends.milliseconds
        return PassReply(
            text: try site.pass(
                session.isExam ? .examTicket : .course, of: booking.person, offering: booking.offering, validMs: valid,
                serial: booking.id),
            fromMs: valid.lowerBound, untilMs: valid.upperBound)
    }
}

extension SessionRecord {
    func requireOpen(now: Int64) throws(Refusal) {
        guard state == .open else {
            throw Refusal(.wrongState, field: "offering", "the session takes no bookings", zh: "该场次不接受预约")
        }
        guard Instant(now) < starts else {
            throw Refusal(.tooLate, field: "offering", "the session has begun", zh: "该场次已开始")
        }
    }

    /// When it starts, as people there read it.
    var clock: String { (TimeZones.rule(named: timeZone) ?? .china).clock(starts) }
}
