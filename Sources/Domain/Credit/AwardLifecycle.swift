package enum AwardEvent: CaseIterable, Sendable {
    case reportApproved
    case reverse
    /// RPF-1c: the report on which it waits is rejected.
    case lapse
}

/// CRD-2c, CRD-4: from award to effect or reversal.
package enum AwardLifecycle {
    package static let table = Lifecycle<AwardState, AwardEvent>(
        name: "award", initial: [.pending, .effective, .notValid], final: [.reversed, .notValid, .lapsed],
        [
            .init(.pending, .reportApproved, .effective),
            .init(.pending, .reverse, .reversed),
            .init(.effective, .reverse, .reversed),
            .init(.pending, .lapse, .lapsed),
        ])

    package static let reasonLimit = 500

    /// CRD-4: returns the initial state of an award. Throws if the programme awards no credit.
    package static func initial(_ effective: CreditEffective?) throws(Refusal) -> AwardState {
        switch effective {
        case .award: return .effective
        case .reportApproved: return .pending
        case nil:
            throw Refusal(.wrongState, field: "offering", "this programme awards no credit", zh: "本项目不授予学分")
        }
    }

    /// CRD-2c: returns the new state and the normalised reason.
    package static func reverse(_ state: AwardState, reason: String) throws(Refusal) -> (AwardState, reason: String) {
        let kept = try checkedTitle(reason, field: "reason", limit: reasonLimit)
        return (try table.next(state, .reverse), kept)
    }
}
