package enum PostReportEvent: CaseIterable, Sendable {
    case submit
    case approve
    case reject
    case giveBack
}

/// RPF-1b, RPF-1c: a report is changed and deleted until it is submitted, and again once it was returned.
package enum PostReportLifecycle {
    package static let table = Lifecycle<PostReportState, PostReportEvent>(
        name: "report", initial: [.draft], final: [.approved, .rejected],
        [
            .init(.draft, .submit, .submitted),
            .init(.submitted, .approve, .approved),
            .init(.submitted, .reject, .rejected),
            .init(.submitted, .giveBack, .returned),
            .init(.returned, .submit, .submitted),
        ])

    /// - Throws: `wrongState` for one that is fixed.
    package static func requireChangeable(_ state: PostReportState) throws(Refusal) {
        switch state {
        case .draft, .returned: return
        case .submitted, .approved, .rejected:
            throw Refusal(
                .wrongState, field: "report", "it is \(state.phrase.en), and fixed", zh: "报告\(state.phrase.zh)，不能修改或删除")
        }
    }
}
