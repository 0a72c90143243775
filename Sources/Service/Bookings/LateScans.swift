import Application
import Domain
import Messages
import Storage
import Threads

extension Bookings {
    private static let lookedAt = 20
    private static let atOnce = 50

    /// BKG-6b: a scan that arrives after a booking was settled as missed undoes that, and a decision about a scan settles a booking that has
    /// waited for it. Sessions with such bookings are looked at in turn, a few each second, so that it costs the same however many there are.
    var undoMissed: Chore {
        Chore(name: "scans that came late", atOnce: 1) { [self] snapshot, _, limit in
            let last = lateLook.withLock { $0 }
            let next = try snapshot.all(
                "SELECT offering, last_batch, changes FROM missed_session WHERE offering > ?1 ORDER BY offering LIMIT ?2",
                last, Self.lookedAt
            ) { (offering: $0.id(0), version: AttendanceVersion(lastBatch: $0.id(1), changes: $0.id(2))) }
            let changed = try next.filter { try checkIns.version(of: $0.offering, snapshot) != $0.version }
            // As long as there is more here than what was passed over.
            if changed.count < limit {
                lateLook.withLock { $0 = next.count < Self.lookedAt ? 0 : next.last?.offering ?? 0 }
            }
            return changed.map(\.offering)
        } prepare: { [checkIns] offering, snapshot in
            try checkIns.prepare(OfferingRecord(offering, snapshot), snapshot)
        } act: { [self] offering, context in
            try undoMissed(of: offering, context)
        }
    }

    private func undoMissed(of offering: UInt64, _ context: WriteContext) throws -> Int {
        let transaction = context.transaction
        let version = try checkIns.version(of: offering, transaction)
        let session = try SessionRecord(offering, transaction)
        let record = try OfferingRecord(offering, transaction)
        let all = try OfferingAttendance(record, checkIns.keptAttendance, transaction)
        let undecided = all.undecided
        let missed = try bookings(of: offering, .missed, transaction)
        let held = try bookings(of: offering, .approved, transaction)
        let present = missed.filter { all.isPresent($0.person, record) }
        for booking in present.prefix(Self.atOnce) { try appear(booking, in: session, context) }
        guard present.count <= Self.atOnce else { return Self.atOnce }
        let settled = try settle(held, of: session, all, undecided, record, context)
        if try held.count == settled && bookings(of: offering, .missed, limit: 1, transaction).isEmpty {
            try transaction.execute("DELETE FROM missed_session WHERE offering = ?1", offering)
        } else {
            try transaction.execute(
                "UPDATE missed_session SET last_batch = ?2, changes = ?3 WHERE offering = ?1", offering,
                version.lastBatch, version.changes)
        }
        return present.count + settled
    }

    /// The person was there: the entitlement is as if the booking had never been settled as missed, unless another booking has it.
    private func appear(_ booking: BookingRecord, in session: SessionRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        var booking = booking
        try store(.arrive, of: &booking, context)
        if booking.entitlement != 0 {
            let policy = try programmes.policy(of: booking.programme, transaction)
            var entitlement = try EntitlementRecord(booking.entitlement, transaction)
            // A waived booking is not taken off a second time.
            let counted = try entitlement.cancellations + (isWaived(booking.id, transaction) ? 1 : 0)
            if let undone = EntitlementLifecycle.unmissed(
                entitlement.state, counted, isHeld: entitlement.booking != 0,
                limit: policy.cancelLimit)
            {
                entitlement.cancellations = undone.cancellations
                if let event = undone.event {
                    entitlement.booking = booking.id
                    try entitlement.apply(event, transaction)
                    if policy.examEntry == nil { try entitlement.apply(.use, transaction) }
                } else {
                    try entitlement.store(transaction)
                }
                if [.free, .held].contains(entitlement.state) { try entitlement.noteIfDouble(context) }
            }
        }
        try notices.notify(
            booking.person, .bookingAttended, subject: booking.id, details: [session.title, session.clock], context)
    }
}

extension OfferingAttendance {
    /// People with a scan that waits for a person's decision.
    var undecided: Set<UInt64> {
        Set(
            scans.scans.indices.lazy.filter { attendance.verdicts[$0].state == .flagged }.map { scans.scans[$0].person }
        )
    }

    /// Whether a person of the roster met the offering's demand.
    func isPresent(_ person: UInt64, _ offering: OfferingRecord) -> Bool {
        guard let row = attendance.roster.row(of: person) else { return false }
        return attendance.presence(row: row).result(offering.demand, in: offering.plan) == .present
    }
}
