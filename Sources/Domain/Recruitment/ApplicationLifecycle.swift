/// Numbers as in `Protocol/recruitment.proto`.
package enum ApplicationState: UInt8, CaseIterable, Sendable {
    case draft = 1
    /// In review, at some level.
    case submitted = 2
    case returned = 3
    case rejected = 4
    /// Approved at the last level; not assigned to a base.
    case approved = 5
    case assigned = 6
    case admitted = 7
    case inTraining = 8
    case completed = 9
    /// Withdrawn by the applicant, before the first review.
    case withdrawn = 10
    /// Declined by the applicant, after admission.
    case declined = 11
    /// Withdrawn from training by the base.
    case trainingWithdrawn = 12

    /// REC-5c: whether it excludes another application of its applicant in the round.
    package var isLive: Bool { self != .withdrawn && self != .declined }

    /// REC-4: whether it takes a seat of the approvals, and of the admissions.
    package var takesApproval: Bool { self == .approved || self == .assigned || takesAdmission }
    package var takesAdmission: Bool { self == .admitted || self == .inTraining || self == .completed }

    /// REC-8: whether it was ever admitted.
    package var wasAdmitted: Bool { takesAdmission || self == .trainingWithdrawn }

    package var isEditable: Bool { self == .draft || self == .returned }

    package var wording: Wording {
        switch self {
        case .draft: Wording("draft", zh: "草稿")
        case .submitted: Wording("in review", zh: "审核中")
        case .returned: Wording("returned for revision", zh: "退回修改")
        case .rejected: Wording("rejected", zh: "审核不通过")
        case .approved: Wording("approved", zh: "审核通过")
        case .assigned: Wording("assigned", zh: "已分配")
        case .admitted: Wording("admitted", zh: "已录取")
        case .inTraining: Wording("in training", zh: "在培")
        case .completed: Wording("completed", zh: "结业")
        case .withdrawn: Wording("withdrawn", zh: "已撤回")
        case .declined: Wording("declined", zh: "放弃录取")
        case .trainingWithdrawn: Wording("withdrawn from training", zh: "退出培训")
        }
    }
}

package enum ApplicationEvent: UInt8, CaseIterable, Sendable {
    case submit = 1
    /// Approved at a level before the last.
    case passOn = 2
    case sendBack = 3
    case resubmit = 4
    case reject = 5
    case approve = 6
    case withdraw = 7
    case assign = 8
    case admit = 9
    /// Given back to the province by the base.
    case release = 10
    case decline = 11
    case startTraining = 12
    case complete = 13
    case withdrawTraining = 14
}

/// REC-5, REC-7, REC-8: from the first draft to the end of training.
package enum ApplicationLifecycle {
    package static let table = Lifecycle<ApplicationState, ApplicationEvent>(
        name: "application", initial: [.draft],
        final: [.rejected, .completed, .withdrawn, .declined, .trainingWithdrawn],
        [
            .init(.draft, .submit, .submitted),
            .init(.draft, .withdraw, .withdrawn),
            .init(.submitted, .passOn, .submitted),
            .init(.submitted, .sendBack, .returned),
            .init(.submitted, .reject, .rejected),
            .init(.submitted, .approve, .approved),
            .init(.submitted, .withdraw, .withdrawn),
            .init(.returned, .resubmit, .submitted),
            .init(.approved, .assign, .assigned),
            .init(.approved, .admit, .admitted),
            .init(.assigned, .assign, .assigned),
            .init(.assigned, .release, .approved),
            .init(.assigned, .admit, .admitted),
            .init(.admitted, .decline, .declined),
            .init(.admitted, .startTraining, .inTraining),
            .init(.inTraining, .complete, .completed),
            .init(.inTraining, .withdrawTraining, .trainingWithdrawn),
        ])

    /// REC-5c: an applicant may withdraw only before the first review.
    package static func withdraw(_ state: ApplicationState, isReviewed: Bool) throws(Refusal) -> ApplicationState {
        guard !isReviewed else {
            throw Refusal(
                .wrongState, field: "state", "an application can be withdrawn before the first review only",
                zh: "首次审核之后不能撤回报名")
        }
        return try table.next(state, .withdraw)
    }
}
