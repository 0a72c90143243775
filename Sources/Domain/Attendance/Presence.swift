/// ATT-5a: in which windows a person has a counted scan.
package struct Presence: Equatable, Sendable {
    package let inWindow: [Bool]

    package init(inWindow: [Bool]) { self.inWindow = inWindow }

    /// ATT-5c, ATT-8. The plan was made for the same demand, so that "every day" has a window on every day. Where there
    /// is no window at all, nothing is demanded.
    package func standing(_ demand: AttendanceDemand, in plan: AttendancePlan) -> AttendanceStanding {
        let missing = zip(plan.windows, inWindow).filter { !$0.1 }.map(\.0)
        return switch demand {
        case .theSession, .everyDayAndWindow: missing.isEmpty ? .present : .missing(missing)
        case .anyOnePeriod: missing.count < inWindow.count ? .present : .noPeriod
        }
    }
}
