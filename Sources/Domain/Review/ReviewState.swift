package enum ReviewEvent: CaseIterable, Sendable {
    /// Approved at a level before the last.
    case passOn
    case approve
    case reject
    case sendBack
    case resubmit
    case withdraw
    /// Given up by its submitter after approval.
    case giveUp
}

/// The lifecycle of every review; the subject's area defines the effect of an approval.
package enum ReviewLifecycle {
    package static let table = Lifecycle<ReviewState, ReviewEvent>(
        name: "review", initial: [.waiting], final: [.rejected, .withdrawn],
        [
            .init(.waiting, .passOn, .waiting),
            .init(.waiting, .approve, .approved),
            .init(.waiting, .reject, .rejected),
            .init(.waiting, .sendBack, .returned),
            .init(.waiting, .withdraw, .withdrawn),
            .init(.returned, .resubmit, .waiting),
            .init(.returned, .withdraw, .withdrawn),
            .init(.approved, .giveUp, .withdrawn),
        ])
}
