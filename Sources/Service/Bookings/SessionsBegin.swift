import Application
import Domain
import Messages
import Storage

extension Bookings {
    private static let atOnce = 50

    /// BKG-6a: bookings that nobody has reviewed when their session starts give the entitlement back, and do not count.
    var beginSessions: Chore {
        Chore(name: "sessions that begin", atOnce: 1) { snapshot, now, limit in
            try snapshot.all(
                """
                SELECT offering FROM course_session WHERE stage = ?1 AND starts_ms <= ?2
                ORDER BY starts_ms, offering LIMIT ?3
                """, SessionStage.announced.rawValue, now, limit
            ) { $0.id(0) }
        } act: { [self] begun, context in
            let transaction = context.transaction
            let session = try SessionRecord(begun, transaction)
            let waiting = try transaction.all(
                BookingRecord.ofOfferingInState, begun, BookingState.waiting.rawValue, 0, Self.atOnce,
                body: BookingRecord.columns.read)
            for booking in waiting { try lapse(booking, of: session, context) }
            if waiting.count < Self.atOnce { try setStage(.begun, of: begun, transaction) }
            return waiting.count
        }
    }

    /// Notes how far a session has come.
    func setStage(_ stage: SessionStage, of offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE course_session SET stage = ?2 WHERE offering = ?1", offering, stage.rawValue)
    }

    private func lapse(_ booking: BookingRecord, of session: SessionRecord, _ context: WriteContext) throws {
        var booking = booking
        try end(&booking, .lapse, context)
        try notices.notify(
            booking.person, .bookingCancelled, subject: booking.id,
            details: [session.title, session.clock, "unreviewed"], context)
    }
}
