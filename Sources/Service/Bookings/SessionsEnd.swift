import Application
import Domain
import Messages
import Storage

extension Bookings {
    private static let atOnce = 50

    /// BKG-6b: seven days after a session, when its terminals have had time to sync, approved bookings are attended or missed.
    var endSessions: Chore {
        Chore(name: "sessions that ended", atOnce: 1) { snapshot, now, limit in
            try snapshot.all(
                """
                SELECT offering FROM course_session WHERE stage = ?1 AND ends_ms <= ?2 AND checklist = 0
                ORDER BY ends_ms, offering LIMIT ?3
                """, SessionStage.begun.rawValue, now - EntitlementLifecycle.lateMs, limit
            ) { $0.id(0) }
        } act: { [self] ended, context in
            let transaction = context.transaction
            let session = try SessionRecord(ended, transaction)
            let approved = try transaction.all(
                BookingRecord.ofOfferingInState, ended, BookingState.approved.rawValue, 0, Self.atOnce,
                body: BookingRecord.columns.read)
            let offering = try OfferingRecord(ended, transaction)
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, transaction)
            for booking in approved {
                try settle(booking, of: session, isPresent: all.isPresent(booking.person, offering), context)
            }
            if approved.count < Self.atOnce {
                try setStage(.settled, of: ended, transaction)
                let isMissed = try transaction.exists(
                    "SELECT 1 FROM booking WHERE offering = ?1 AND state = ?2", ended, BookingState.missed.rawValue)
                // Of no version, so that what has come while others were settled is looked at.
                if isMissed {
                    try transaction.execute(
                        "INSERT INTO missed_session (offering, last_batch, changes) VALUES (?1, 0, 0)", ended)
                }
            }
            return approved.count
        }
    }

    /// Settles one booking. Where no exam follows, attendance uses its entitlement up.
    private func settle(
        _ booking: BookingRecord, of session: SessionRecord, isPresent: Bool, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        var booking = booking
        let policy = try programmes.policy(of: booking.programme, transaction)
        try store(isPresent ? .attend : .miss, of: &booking, context)
        if booking.entitlement != 0 {
            var entitlement = try EntitlementRecord(booking.entitlement, transaction)
            if isPresent {
                if policy.examEntry == nil { try entitlement.apply(.use, transaction) }
            } else if entitlement.state == .held {
                let outcome = EntitlementLifecycle.missed(entitlement.cancellations, limit: policy.cancelLimit)
                entitlement.cancellations = outcome.cancellations
                entitlement.booking = 0
                try entitlement.apply(outcome.event, transaction)
            }
        }
        guard !isPresent else { return }
        try notices.notify(
            booking.person, .bookingCancelled, subject: booking.id, details: [session.title, session.clock, "missed"],
            context)
    }
}
