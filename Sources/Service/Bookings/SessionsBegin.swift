import Application
import Domain
import Messages
import Storage

extension Bookings {
    private static let atOnce = 50

    /// BKG-6a: bookings that nobody has reviewed when their session starts give the entitlement back, and do not count.
    var beginSessions: Chore {
        Chore(name: "sessions that begin") { [self] snapshot, now in
            try sessionThatBegins(snapshot, now) != nil
        } slice: { [self] context in
            let transaction = context.transaction
            guard let begun = try sessionThatBegins(transaction, context.now) else { return 0 }
            let session = try SessionRecord(begun, transaction)
            let waiting = try transaction.all(
                BookingRecord.ofOfferingInState, begun, BookingState.waiting.rawValue, 0, Self.atOnce,
                body: BookingRecord.columns.read)
            for booking in waiting { try lapse(booking, of: session, context) }
            if waiting.count < Self.atOnce {
                try setStage(.begun, of: begun, transaction)
            }
            return waiting.count
        }
    }

    private func sessionThatBegins(_ snapshot: Snapshot, _ now: Int64) throws -> UInt64? {
        try snapshot.first(
            """
            SELECT offering FROM course_session WHERE stage = ?1 AND starts_ms <= ?2
            ORDER BY starts_ms, offering LIMIT 1
            """, SessionStage.announced.rawValue, now
        ) { $0.id(0) }
    }

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
