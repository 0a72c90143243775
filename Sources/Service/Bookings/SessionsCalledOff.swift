import Application
import Domain
import Messages
import Storage

extension Bookings {
    private static let atOnce = 50

    /// PRJ-6d: the offering was cancelled. Its bookings end within seconds: entitlements return, nothing counts, everybody is
    /// told.
    func callOff(_ offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE course_session SET state = ?2 WHERE offering = ?1", offering, SessionState.calledOff.rawValue)
    }

    var callOffSessions: Chore {
        Chore(name: "sessions called off", atOnce: 1) { snapshot, _, limit in
            try snapshot.all(
                """
                SELECT s.offering FROM course_session s WHERE s.state = ?1 AND s.taken > 0
                AND EXISTS (SELECT 1 FROM booking b WHERE b.offering = s.offering AND b.state IN (?2, ?3))
                ORDER BY s.taken, s.offering LIMIT ?4
                """, SessionState.calledOff.rawValue, BookingState.waiting.rawValue, BookingState.approved.rawValue,
                limit
            ) { $0.id(0) }
        } act: { [self] offering, context in
            let transaction = context.transaction
            let session = try SessionRecord(offering, transaction)
            var count = 0
            for state in [BookingState.waiting, .approved] {
                let live = try transaction.all(
                    BookingRecord.ofOfferingInState, offering, state.rawValue, 0, Self.atOnce,
                    body: BookingRecord.columns.read)
                for booking in live { try callOff(booking, of: session, context) }
                count += live.count
            }
            return count
        }
    }

    private func callOff(_ booking: BookingRecord, of session: SessionRecord, _ context: WriteContext) throws {
        var booking = booking
        try end(&booking, .callOff, context)
        try notices.notify(
            booking.person, .bookingCancelled, subject: booking.id,
            details: [session.title, session.clock, "calledOff"],
            context)
    }
}
