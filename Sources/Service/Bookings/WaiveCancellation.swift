import Application
import Domain
import Messages
import Storage

extension Bookings {
    /// BKG-4c, BKG-6b: a trainee who was ill asks the base that a booking they cancelled or missed not be counted. Where missing it cost
    /// the entitlement, a waiver gives that back instead.
    var waiverReview: ReviewSubject {
        ReviewSubject(kind: .waiver, isReturnable: false, ask: askWaiver) { subject, snapshot in
            let booking = try BookingRecord(subject, snapshot)
            let session = try SessionRecord(booking.offering, snapshot)
            return "\(session.title) \(session.clock)"
        } check: { _, _, _ in
        } decided: { [self] record, decision, context in
            guard decision == .approved else { return }
            let transaction = context.transaction
            var (entitlement, isLost) = try waived(BookingRecord(record.subject, transaction), transaction)
            guard isLost else { return try entitlement.store(transaction) }
            try entitlement.apply(.restore, transaction)
            try entitlement.apply(.release, transaction)
            try entitlement.noteIfDouble(context)
        }
    }

    private var askWaiver: AskedReview {
        AskedReview { [self] subject, context in
            let booking = try BookingRecord(subject, of: context.call.person().id, context.transaction)
            _ = try waived(booking, context.transaction)
            let base = try SessionRecord(booking.offering, context.transaction).base
            return (container: base, stops: [ReviewStop(level: .base, organisation: base)])
        } subjects: { person, snapshot in
            try snapshot.all("SELECT id FROM booking WHERE person = ?1 ORDER BY id", person) { $0.id(0) }
        }
    }

    /// Whether the base has agreed that a booking does not count.
    func isWaived(_ booking: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try reviews.isReviewed(.waiver, booking, snapshot)
            && ReviewRecord(.waiver, booking, snapshot).progress.state == .approved
    }

    /// Returns the entitlement as it is when a booking no longer counts, and whether it is the one that was lost by it.
    /// - Throws: `wrongState` for a booking that does not count.
    private func waived(
        _ booking: BookingRecord, _ snapshot: Snapshot
    ) throws -> (entitlement: EntitlementRecord, isLost: Bool) {
        let limit = try programmes.policy(of: booking.programme, snapshot).cancelLimit
        guard try limit != nil && booking.entitlement != 0 && booking.follows == 0 && counts(booking, snapshot) else {
            throw Refusal(
                .wrongState, field: "subject", "the booking does not count toward a limit", zh: "该预约未计入取消或缺席次数")
        }
        var entitlement = try EntitlementRecord(booking.entitlement, snapshot)
        switch entitlement.state {
        case .returned:
            throw Refusal(.wrongState, field: "subject", "its payment was given back", zh: "该次缴费已退回")
        case .lost where try booking.state == .missed && isLast(booking, snapshot): return (entitlement, true)
        case .free, .held, .used, .lost:
            entitlement.cancellations = max(0, entitlement.cancellations - 1)
            return (entitlement, false)
        }
    }

    private func counts(_ booking: BookingRecord, _ snapshot: Snapshot) throws -> Bool {
        switch booking.state {
        case .missed: return true
        case .cancelled:
            // Not when the session was moved between (BKG-6a).
            let movedMs = try SessionRecord(booking.offering, snapshot).movedMs
            return movedMs <= booking.createdMs || movedMs > booking.changedMs
        case .waiting, .approved, .rejected, .calledOff, .unreviewed, .attended: return false
        }
    }

    /// Whether its entitlement was used for no later booking.
    private func isLast(_ booking: BookingRecord, _ snapshot: Snapshot) throws -> Bool {
        try !snapshot.exists(
            "SELECT 1 FROM booking WHERE person = ?1 AND id > ?2 AND entitlement = ?3", booking.person, booking.id,
            booking.entitlement)
    }
}
