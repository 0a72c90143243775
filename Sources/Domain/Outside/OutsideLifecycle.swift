package enum OutsideEvent: CaseIterable, Sendable {
    case accept
    case reject
    case giveBack
    case correct
    case withdraw
}

/// EXM-7: a record from outside counts from its acceptance until it is withdrawn.
package enum OutsideLifecycle {
    package static let table = Lifecycle<OutsideState, OutsideEvent>(
        name: "record from outside", initial: [.fromOutside], final: [.rejected, .withdrawn],
        [
            .init(.fromOutside, .accept, .accepted),
            .init(.fromOutside, .reject, .rejected),
            .init(.fromOutside, .giveBack, .returned),
            .init(.fromOutside, .correct, .fromOutside),
            .init(.fromOutside, .withdraw, .withdrawn),
            .init(.returned, .correct, .fromOutside),
            .init(.returned, .withdraw, .withdrawn),
            .init(.accepted, .withdraw, .withdrawn),
        ])

    package static let reasonLimit = 500
}
