package enum OfferingEvent: CaseIterable, Sendable {
    case submit
    case approve
    case reject
    case `return`
    case cancel
}

/// PRJ-5, PRJ-4b: from notification to decision.
package enum OfferingLifecycle {
    package static let table = Lifecycle<OfferingState, OfferingEvent>(
        name: "offering", initial: [.draft], final: [.rejected, .cancelled],
        [
            .init(.draft, .submit, .submitted),
            .init(.draft, .cancel, .cancelled),
            .init(.submitted, .approve, .approved),
            .init(.submitted, .reject, .rejected),
            .init(.submitted, .return, .returned),
            .init(.returned, .submit, .submitted),
            .init(.returned, .cancel, .cancelled),
            .init(.submitted, .cancel, .cancelled),
            .init(.approved, .cancel, .cancelled),
        ])

    /// Returns whether the offering (venue code, check-in, exam, credit) is open. "No approval needed" is a policy, not
    /// a state: if approval is required, a submitted offering stays closed. A nil `approval` means a programme without
    /// offerings.
    package static func isOpen(_ state: OfferingState, approval: OfferingApproval?) -> Bool {
        switch (approval, state) {
        case (.some(.none), .submitted), (.some, .approved): true
        case (nil, _), (.some, .draft), (.some, .submitted), (.some, .returned), (.some, .rejected),
            (.some, .cancelled):
            false
        }
    }

    /// PRJ-9b: after a return the first submission counts, so that no day is asked for again.
    /// - Parameter leadDays: the calendar days between the last day for submission and the first activity date.
    /// - Throws: `wrongState`, or `tooLate` with the last day.
    package static func submit(
        _ state: OfferingState, firstDay: Day, leadDays: Int, zone: ZoneRule, now: Instant
    ) throws(Refusal) -> OfferingState {
        let next = try table.next(state, .submit)
        guard state != .returned else { return next }
        try requireLead(firstDay: firstDay, leadDays: leadDays, zone: zone, now: now)
        return next
    }

    /// Throws `tooLate`, with the last day, for an offering that begins too soon to be submitted now.
    package static func requireLead(
        firstDay: Day, leadDays: Int, zone: ZoneRule, now: Instant
    ) throws(Refusal) {
        // Without a lead time, a running offering may still be submitted.
        guard leadDays == 0 || now < CalendarLimit(days: leadDays, zone: zone).lateFrom(before: firstDay) else {
            let last = firstDay.adding(-leadDays)
            throw Refusal(
                .tooLate, field: "dates", "had to be submitted \(leadDays) days before the start, by \(last)",
                zh: "须在举办前 \(leadDays) 天（\(last) 前）登记")
        }
    }

}
