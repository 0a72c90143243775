import Application
import Domain
import Messages
import Storage
import Threads

extension Bookings {
    private static let atOnce = 50
    private static let lookedAt = 20

    /// BKG-6b: when all terminals of its base have synced past a session, at latest seven days after it, approved bookings are attended
    /// or missed. Whoever has a scan that waits for a decision is neither, until it comes.
    var endSessions: Chore {
        Chore(name: "sessions that ended", atOnce: 1) { [self] snapshot, now, limit in
            let late = try snapshot.all(
                """
                SELECT offering FROM course_session WHERE stage = ?1 AND ends_ms <= ?2 AND checklist = 0
                ORDER BY ends_ms, offering LIMIT ?3
                """, SessionStage.begun.rawValue, now - EntitlementLifecycle.lateMs, limit
            ) { $0.id(0) }
            return late.count < limit ? try late + synced(snapshot, now, limit: limit - late.count) : late
        } prepare: { [checkIns] ended, snapshot in
            try checkIns.prepare(OfferingRecord(ended, snapshot), snapshot)
        } act: { [self] ended, context in
            let transaction = context.transaction
            let session = try SessionRecord(ended, transaction)
            let offering = try OfferingRecord(ended, transaction)
            let all = try OfferingAttendance(offering, checkIns.keptAttendance, transaction)
            let undecided = all.undecided
            // So many that some are settled, however many wait.
            let limit = Self.atOnce + undecided.count
            let approved = try bookings(of: ended, .approved, limit: limit, transaction)
            let due = try settle(approved, of: session, all, undecided, offering, context)
            guard approved.count < limit else { return due }
            try setStage(.settled, of: ended, transaction)
            // Of no version, so that what has come while others were settled is looked at.
            if try approved.count > due || !bookings(of: ended, .missed, limit: 1, transaction).isEmpty {
                try transaction.execute(
                    "INSERT INTO missed_session (offering, last_batch, changes) VALUES (?1, 0, 0)", ended)
            }
            return due
        }
    }

    func bookings(
        of offering: UInt64, _ state: BookingState, limit: Int = ValidSession.capacities.upperBound,
        _ snapshot: Snapshot
    ) throws -> [BookingRecord] {
        try snapshot.all(
            BookingRecord.ofOfferingInState, offering, state.rawValue, 0, limit, body: BookingRecord.columns.read)
    }

    /// Settles approved bookings, but for people about whom a decision is to come.
    /// - Returns: how many it settled.
    func settle(
        _ approved: [BookingRecord], of session: SessionRecord, _ all: OfferingAttendance, _ undecided: Set<UInt64>,
        _ offering: OfferingRecord, _ context: WriteContext
    ) throws -> Int {
        var settled = 0
        for booking in approved {
            let isPresent = all.isPresent(booking.person, offering)
            guard isPresent || !undecided.contains(booking.person) else { continue }
            try settle(booking, of: session, isPresent: isPresent, context)
            settled += 1
        }
        return settled
    }

    /// Sessions of the last week about which every terminal of the base has told what it has. They are looked at in turn, a few each
    /// second, so that it costs the same however many wait. A base without terminals proves nothing.
    private func synced(_ snapshot: Snapshot, _ now: Int64, limit: Int) throws -> [UInt64] {
        let last = syncLook.withLock { $0 }
        let next = try snapshot.all(
            """
            SELECT ends_ms, offering, base FROM course_session WHERE stage = ?1 AND (ends_ms, offering) > (?2, ?3)
            AND ends_ms > ?4 AND ends_ms <= ?5 AND checklist = 0 ORDER BY ends_ms, offering LIMIT ?6
            """, SessionStage.begun.rawValue, last.endsMs, last.offering, now - EntitlementLifecycle.lateMs, now,
            Self.lookedAt
        ) { (endsMs: $0.integer(0), offering: $0.id(1), base: $0.id(2)) }
        let found = try next.filter { session in
            let contacts = try snapshot.all(.terminalsOfBase, session.base) { $0.integer(2) }
            return EntitlementLifecycle.isSettled(contacts: contacts, endsMs: session.endsMs, now: now)
        }
        // As long as there is more here than what was passed over.
        if found.count < limit {
            let end = next.count < Self.lookedAt ? nil : next.last
            syncLook.withLock { $0 = end.map { ($0.endsMs, $0.offering) } ?? (0, 0) }
        }
        return found.map(\.offering)
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
