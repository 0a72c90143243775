/// Numbers as in `Protocol/recruitment.proto`.
package enum RoundState: UInt8, CaseIterable, Sendable {
    /// Visible to its province only; everything may be changed.
    case draft = 1
    case open = 2
    /// Enrolment, review, assignment and admission have ended; training continues.
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
