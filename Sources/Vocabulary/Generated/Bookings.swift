// Generated from Protocol/bookings.proto by `make generate`; change that and generate again.

/// PRJ-6: a session is an offering of a base that people book: its location, its time and its places.
package enum SessionState: Int32, Word {
    /// listed, may be booked until it begins
    case open = 1
    /// takes no new bookings; those it has stand
    case closed = 2
    /// its offering was cancelled
    case calledOff = 3
}

/// BKG-2, BKG-6: a paid place in some session of a programme.
package enum EntitlementState: Int32, Word {
    case free = 1
    /// by its one live booking
    case held = 2
    case used = 3
    /// at the limit of cancellations, or by the last failed exam
    case lost = 4
    /// refunded, or its payment taken back
    case returned = 5
}

package enum EntitlementSource: Int32, Word {
    case order = 1
    case unitPayment = 2
}

package enum BookingState: Int32, Word {
    /// for the base
    case waiting = 1
    case approved = 2
    case rejected = 3
    /// by the trainee; counts
    case cancelled = 4
    /// the base cancelled the session; does not count
    case calledOff = 5
    /// the session began before the base decided; does not count
    case unreviewed = 6
    case attended = 7
    /// approved, and no scan; counts
    case missed = 8
}

/// BKG-2b, BKG-6b: two paid places of one person in one programme: a unit paid as well, or a late scan gave back a
/// place after another
/// had been bought. One is given back by the refund of its order or by taking back its unit payment, or both are kept
/// for a reason.
package enum DoublePlaceState: Int32, Word {
    case waiting = 1
    case kept = 2
    case givenBack = 3
}
