/// Numbers as in `Protocol/recruitment.proto`.
package enum RoundState: UInt8, CaseIterable, Sendable {
    /// Seen by its province alone; everything may be changed.
    case draft = 1
    case open = 2
    /// Nobody enrols, reviews, assigns or admits any more; training goes on.
    case closed = 3
}

package enum RoundEvent: CaseIterable, Sendable {
    case open
    case close
}

package enum RoundLifecycle {
    package static let table = Lifecycle<RoundState, RoundEvent>(
        name: "intake round", initial: [.draft], final: [.closed],
        [.init(.draft, .open, .open), .init(.open, .close, .closed)])
}
