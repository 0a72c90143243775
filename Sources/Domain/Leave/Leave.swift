package enum LeaveEvent: CaseIterable, Sendable {
    case approve
    case reject
    case cancel
}

/// LEV-1: a trainee asks for leave, the base decides, and the trainee may cancel before it starts.
package enum LeaveLifecycle {
    package static let table = Lifecycle<LeaveState, LeaveEvent>(
        name: "leave", initial: [.waiting], final: [.rejected, .cancelled],
        [
            .init(.waiting, .approve, .approved),
            .init(.waiting, .reject, .rejected),
            .init(.waiting, .cancel, .cancelled),
            .init(.approved, .cancel, .cancelled),
        ])

    /// - Throws: `wrongState`; `tooLate` from the first day of the leave on.
    package static func cancel(_ state: LeaveState, period: LeavePeriod, today: Day) throws(Refusal) -> LeaveState {
        let next = try table.next(state, .cancel)
        guard today < period.from else {
            throw Refusal(
                .tooLate, field: "leave", "it began on \(period.from)", zh: "请假已于 \(period.from) 开始，不能取消")
        }
        return next
    }
}

/// The days of a leave, both included.
package struct LeavePeriod: Equatable, Sendable {
    package static let longestDays = 366

    package let from: Day
    package let to: Day

    /// - Throws: `invalid` for a period that ends before it begins, exceeds 366 days, or starts more than that from
    ///   today.
    package init(from: Day, to: Day, today: Day) throws(Refusal) {
        guard from <= to else {
            throw Refusal(.invalid, field: "to", "before its first day", zh: "结束日期早于开始日期")
        }
        guard Int64(to.number) - Int64(from.number) < Int64(Self.longestDays) else {
            throw Refusal(
                .invalid, field: "to", "at most \(Self.longestDays) days at a time", zh: "一次最多 \(Self.longestDays) 天")
        }
        // An illness may be reported afterwards; the bounds catch a mistyped year.
        let reach = today.adding(-Self.longestDays)...today.adding(Self.longestDays)
        guard reach.contains(from) else {
            throw Refusal(
                .invalid, field: "from", "within \(Self.longestDays) days of today",
                zh: "须在今天前后 \(Self.longestDays) 天之内")
        }
        self.init(from: from, to: to)
    }

    /// Restores a stored period, unchecked.
    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

}

extension LeavePeriod: CustomStringConvertible {
    /// `2026-10-02`, or `2026-10-02 – 2026-10-05`.
    package var description: String { from == to ? "\(from)" : "\(from) – \(to)" }
}

/// A validated request for leave.
package struct LeaveRequest: Equatable, Sendable {
    package static let reasonLimit = 500

    package let kind: LeaveKind
    package let period: LeavePeriod
    package let reason: String

    package init(kind: LeaveKind, period: LeavePeriod, reason: String) throws(Refusal) {
        self.kind = kind
        self.period = period
        self.reason = try checkedTitle(reason, field: "reason", limit: Self.reasonLimit)
    }
}
