package enum WalkInEvent: CaseIterable, Sendable {
    /// Something about a walk-in has become doubtful.
    case flag
    case confirm
    case reject
}

/// ATT-6: what is flagged waits for a person; who was rejected may be confirmed after all.
package enum WalkInLifecycle {
    package static let table = Lifecycle<WalkInState, WalkInEvent>(
        name: "walk-in", initial: [.taken, .flagged], final: [],
        [
            .init(.taken, .flag, .flagged),
            .init(.taken, .reject, .rejected),
            .init(.flagged, .confirm, .confirmed),
            .init(.flagged, .reject, .rejected),
            .init(.confirmed, .reject, .rejected),
            .init(.rejected, .confirm, .confirmed),
        ])

    package static let reasonLimit = 200
    /// Of one offering: more than any hall holds, so that nobody who saw a code fills a roster without end.
    package static let mostOfOffering = 5_000
}
