/// ACC-9: the state of a person's membership of a unit.
package enum MembershipState: UInt8, CaseIterable, Sendable {
    case asked = 1
    case confirmed = 2
    case ended = 3
}

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
