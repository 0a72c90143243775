extension BookingState {
    /// Whether it takes a place of its session and holds its entitlement.
    package var isLive: Bool { self == .waiting || self == .approved }
}

package enum BookingEvent: CaseIterable, Sendable {
    case approve
    case reject
    case cancel
    case callOff
    case lapse
    case attend
    case miss
    /// Scans of a class, or sheets of a skills exam, arrive after it was settled.
    case arrive
}

/// BKG-3, BKG-4, BKG-6: from the claim to a place to what became of it.
package enum BookingLifecycle {
    package static let table = Lifecycle<BookingState, BookingEvent>(
        name: "booking", initial: [.waiting, .approved],
        final: [.rejected, .cancelled, .calledOff, .unreviewed, .attended],
        [
            .init(.waiting, .approve, .approved),
            .init(.waiting, .reject, .rejected),
            .init(.waiting, .cancel, .cancelled),
            .init(.waiting, .callOff, .calledOff),
            .init(.waiting, .lapse, .unreviewed),
            .init(.approved, .cancel, .cancelled),
            .init(.approved, .callOff, .calledOff),
            .init(.approved, .attend, .attended),
            .init(.approved, .miss, .missed),
            .init(.missed, .arrive, .attended),
        ])

    /// BKG-4b: a trainee may cancel until the session starts.
    package static func cancel(_ state: BookingState, starts: Instant, now: Instant) throws(Refusal) -> BookingState {
        let next = try table.next(state, .cancel)
        guard now < starts else {
            throw Refusal(
                .tooLate, field: "booking", "the session has begun: a booking can be cancelled until then",
                zh: "场次已开始，不能再取消预约")
        }
        return next
    }
}
