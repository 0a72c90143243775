import Application
import Domain
import Messages
import Storage

// The face of bookings for the exams that follow a class.
extension Bookings {
    /// EXM-3b, BKG-6c: returns the booking whose class admits to the written exam of a programme: the latest one whose entitlement
    /// still stands, or that needed none.
    /// - Throws: `paymentRequired` where the entitlement is lost; `wrongState` without such a booking.
    func examBooking(of person: UInt64, in programme: UInt64, _ snapshot: Snapshot) throws -> BookingRecord {
        let bookings = try [BookingState.approved, .attended].flatMap { state in
            try snapshot.all(
                BookingRecord.ofPersonInState, person, programme, state.rawValue, body: BookingRecord.columns.read)
        }
        var isLost = false
        for booking in bookings.sorted(by: { $0.id > $1.id }) {
            guard booking.entitlement != 0 else { return booking }
            switch try EntitlementRecord(booking.entitlement, snapshot).state {
            case .held, .used: return booking
            case .lost: isLost = true
            case .free, .returned: continue
            }
        }
        guard !isLost else {
            throw Refusal(
                .paymentRequired, field: "entitlement", "no resit is left: pay and study again",
                zh: "补考机会已用完，请重新缴费学习")
        }
        throw Refusal(
            .wrongState, field: "attendance", "attend a class first (rollcall bookings list)",
            zh: "请先参加课程（rollcall bookings list）")
    }

    /// EXM-4, SKL-1b, BKG-6: lets an entitlement follow from the attempts at the exams of its class: lost with the last failed one of
    /// either, held again where a mark is put right, and used up by the pass after which nothing comes.
    func settleExam(
        of id: UInt64, isPassed: Bool, isExhausted: Bool, completes: Bool, _ context: WriteContext
    ) throws {
        let transaction = context.transaction
        let booking = try BookingRecord(id, transaction)
        guard booking.entitlement != 0 else { return }
        var entitlement = try EntitlementRecord(booking.entitlement, transaction)
        // Another booking may have it since.
        guard entitlement.booking == booking.id else { return }
        let rebookings = try programmes.policy(of: booking.programme, transaction).skillsRebookings
        let skills = try skillsAttempts(following: booking.id, transaction)
        let isExhausted = isExhausted || !skills.passed && SkillsRule.isExhausted(failed: skills.failed, rebookings)
        if entitlement.state == .lost, !isExhausted { try entitlement.apply(.restore, transaction) }
        if entitlement.state == .used, completes, !isPassed { try entitlement.apply(.reopen, transaction) }
        guard entitlement.state == .held else { return }
        if isExhausted {
            try entitlement.apply(.lose, transaction)
            try notices.notify(
                booking.person, .entitlementLost, subject: entitlement.id,
                details: [try programmes.name(of: booking.programme, transaction)], context)
        } else if isPassed, completes {
            try entitlement.apply(.use, transaction)
        }
    }
}

extension BookingRecord {
    fileprivate static let ofPersonInState = SQL(
        """
        SELECT \(columns) FROM booking WHERE person = ?1 AND programme = ?2 AND state = ?3 AND follows = 0 ORDER BY id
        """)
}
