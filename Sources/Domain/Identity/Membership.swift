package enum MembershipEvent: CaseIterable, Sendable {
    /// Asked for by the person or by the unit.
    case ask
    /// Confirmed by the unit.
    case confirm
    /// Ended by either.
    case end
}

package enum MembershipLifecycle {
    /// No state is final, because an ended membership may be asked for again.
    package static let table = Lifecycle<MembershipState, MembershipEvent>(
        name: "membership", initial: [.asked], final: [],
        [
            .init(.asked, .confirm, .confirmed), .init(.asked, .end, .ended), .init(.confirmed, .end, .ended),
            .init(.ended, .ask, .asked),
        ])
}
