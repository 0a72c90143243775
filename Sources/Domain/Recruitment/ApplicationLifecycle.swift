extension ApplicationState {
    /// REC-5c: whether it excludes another application of its applicant in the round.
    package var isLive: Bool { self != .withdrawn && self != .declined }

    /// REC-4: whether it takes a seat of the approvals, and of the admissions.
    package var takesApproval: Bool { self == .approved || self == .assigned || takesAdmission }
    package var takesAdmission: Bool { self == .admitted || self == .inTraining || self == .completed }

    /// REC-8: whether it was ever admitted.
    package var wasAdmitted: Bool { takesAdmission || self == .trainingWithdrawn }

    /// REC-8: whether nothing more comes of it, but that an end of training was recorded by mistake.
    package var isOver: Bool {
        self == .completed || self == .trainingWithdrawn || ApplicationLifecycle.table.final.contains(self)
    }

    package var isEditable: Bool { self == .draft || self == .returned }
}

/// REC-5, REC-7, REC-8: from the first draft to the end of training.
package enum ApplicationLifecycle {
    package static let table = Lifecycle<ApplicationState, ApplicationEvent>(
        name: "application", initial: [.draft],
        final: [.rejected, .withdrawn, .declined],
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
            .init(.admitted, .release, .approved),
            .init(.admitted, .decline, .declined),
            .init(.admitted, .startTraining, .inTraining),
            .init(.inTraining, .startTraining, .inTraining),
            .init(.inTraining, .complete, .completed),
            .init(.inTraining, .withdrawTraining, .trainingWithdrawn),
            .init(.completed, .resumeTraining, .inTraining),
            .init(.trainingWithdrawn, .resumeTraining, .inTraining),
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
