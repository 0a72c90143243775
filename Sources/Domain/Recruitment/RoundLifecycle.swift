package enum RoundEvent: CaseIterable, Sendable {
    case open
    case close
}

package enum RoundLifecycle {
    package static let table = Lifecycle<RoundState, RoundEvent>(
        name: "intake round", initial: [.draft], final: [.closed],
        [.init(.draft, .open, .open), .init(.open, .close, .closed)])
}
