extension RunState {
    /// How far the post-activity report of a run has come.
    package enum Report: Sendable {
        /// Nothing was submitted, or it was returned.
        case none
        case submitted
        case decided
    }

    /// PRJ-9a: the state of a run whose offering was entered; nil while it is not registered.
    /// - Parameters:
    ///   - isOpen: whether nobody has to approve it any more.
    ///   - isOver: whether its last day has passed.
    ///   - report: nil in a programme that asks for none.
    package init?(_ state: OfferingState, isOpen: Bool, isOver: Bool, report: Report?) {
        switch state {
        case .draft, .cancelled: return nil
        case .returned: self = .returned
        case .rejected: self = .rejected
        case .submitted where !isOpen: self = .waiting
        case .submitted, .approved:
            guard isOver else {
                self = .approved
                return
            }
            switch report {
            case nil: self = .held
            case .some(.none): self = .reportDue
            case .submitted: self = .reported
            case .decided: self = .closed
            }
        }
    }
}
