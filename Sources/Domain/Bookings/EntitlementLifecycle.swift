package enum EntitlementEvent: CaseIterable, Sendable {
    case hold
    case release
    case use
    case lose
    case giveBack
    case restore
    case reopen
}

/// BKG-6: a paid place, from payment to use.
package enum EntitlementLifecycle {
    /// Scans of a session arrive so long after its end.
    package static let lateMs: Int64 = 7 * 86_400_000

    /// A terminal has pushed its records so long after a contact began.
    package static let pushMs: Int64 = 10 * 60_000

    /// BKG-6b: whether all terminals of a base have told what they recorded of a session.
    /// - Parameter contacts: the last contact of each terminal; without a terminal nothing is proven.
    package static func isSettled(contacts: [Int64], endsMs: Int64, now: Int64) -> Bool {
        guard let first = contacts.min(), let last = contacts.max() else { return false }
        return first >= endsMs && last <= now - pushMs
    }

    package static let table = Lifecycle<EntitlementState, EntitlementEvent>(
        name: "entitlement", initial: [.free], final: [.returned],
        [
            .init(.free, .hold, .held),
            .init(.free, .giveBack, .returned),
            .init(.held, .release, .free),
            .init(.held, .use, .used),
            .init(.held, .lose, .lost),
            .init(.lost, .restore, .held),
            .init(.used, .reopen, .held),
        ])

    /// BKG-4c: counts one more cancellation by the trainee.
    /// - Parameter limit: nil for a programme without one.
    /// - Throws: `cancelLimit`, with which the booking stays.
    package static func cancelled(_ cancellations: Int, limit: Int?) throws(Refusal) -> Int {
        guard let limit else { return cancellations }
        guard cancellations < limit else {
            throw Refusal(
                .cancelLimit, field: "booking",
                "\(limit) bookings of this payment have been cancelled or missed, which is the limit; this one stays",
                zh: "本次缴费已取消或缺席 \(limit) 次，达到上限；本次预约保留")
        }
        return cancellations + 1
    }

    /// BKG-6b: a booking that was missed counts like a cancellation; at the limit its entitlement is lost.
    package static func missed(
        _ cancellations: Int, limit: Int?
    ) -> (cancellations: Int, event: EntitlementEvent) {
        guard let limit else { return (cancellations, .release) }
        return cancellations < limit ? (cancellations + 1, .release) : (cancellations, .lose)
    }

    /// BKG-6b: a scan came for a booking that was settled as missed.
    /// - Parameter isHeld: whether a booking has it, or had it when an exam was failed for the last time.
    /// - Returns: the cancellations, and what happens to the entitlement; nil where nothing changes.
    package static func unmissed(
        _ state: EntitlementState, _ cancellations: Int, isHeld: Bool, limit: Int?
    ) -> (cancellations: Int, event: EntitlementEvent?)? {
        let fewer = limit == nil ? cancellations : max(0, cancellations - 1)
        switch state {
        case .free: return (fewer, .hold)
        // At the limit a missed booking was not counted: it cost the entitlement.
        case .lost: return isHeld ? nil : (cancellations, .restore)
        case .held, .used: return (fewer, nil)
        case .returned: return nil
        }
    }
}
