/// REC-7: the rules by which a base gets an application.
package struct Placement: Equatable, Sendable {
    package let state: ApplicationState
    /// The assigned base; 0 for none.
    package let assigned: UInt64
    /// Preferred bases; empty if the round's preferences are specialties.
    package let preferredBases: [UInt64]

    package init(state: ApplicationState, assigned: UInt64, preferredBases: [UInt64]) {
        self.state = state
        self.assigned = assigned
        self.preferredBases = preferredBases
    }

    /// REC-7a: the province may assign to a training base of the batch's categories, repeatedly until a base admits.
    package func assign(category: UInt64, batch: IntakePlan.Batch) throws(Refusal) -> ApplicationState {
        let next = try ApplicationLifecycle.table.next(state, .assign)
        guard batch.baseCategories.contains(category) else {
            throw Refusal(
                .invalid, field: "base", "the base's category is not one of the batch's", zh: "该基地的类别不在志愿批次允许范围内")
        }
        return next
    }

    /// REC-7b: a base admits applications assigned to it and, if the policy allows it, unassigned ones that prefer it.
    package func admit(by base: UInt64, byPreference: Bool) throws(Refusal) -> ApplicationState {
        let next = try ApplicationLifecycle.table.next(state, .admit)
        let isPreferred = byPreference && state == .approved && preferredBases.contains(base)
        guard assigned == base || isPreferred else {
            throw Refusal(
                .wrongState, field: "base", "the applicant is not assigned to this base", zh: "该学员未分配至本基地")
        }
        return next
    }

    /// REC-7c: the base releases the application to the province; one that it has admitted by mistake, too, until training began.
    package func release(by base: UInt64) throws(Refusal) -> ApplicationState {
        let next = try ApplicationLifecycle.table.next(state, .release)
        guard assigned == base else {
            throw Refusal(
                .wrongState, field: "base", "the applicant is not assigned to this base", zh: "该学员未分配至本基地")
        }
        return next
    }
}
