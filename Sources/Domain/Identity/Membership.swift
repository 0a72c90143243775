/// ACC-9: whether somebody is one of a unit's people.
package enum MembershipState: UInt8, CaseIterable, Sendable {
    case asked = 1
    case confirmed = 2
    case ended = 3
}

package enum MembershipEvent: CaseIterable, Sendable {
    /// By the person or by the unit.
    case ask
    /// By the unit.
    case confirm
    /// By either.
    case end
}

package enum MembershipLifecycle {
    /// An ended membership may be asked for again, so none is final.
    package static let table = Lifecycle<MembershipState, MembershipEvent>(
        name: "membership", initial: [.asked], final: [],
        [
            .init(.asked, .confirm, .confirmed), .init(.asked, .end, .ended), .init(.confirmed, .end, .ended),
            .init(.ended, .ask, .asked),
        ])
}
