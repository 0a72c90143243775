/// ATT-5a: in which windows a person has a counted scan.
package struct Presence: Equatable, Sendable {
    package let inWindow: [Bool]

    package init(inWindow: [Bool]) { self.inWindow = inWindow }

    /// ATT-5c. The plan was made for the same demand, so that "every day" has a window on every day.
    package func meets(_ demand: AttendanceDemand) -> Bool {
        switch demand {
        case .theSession, .everyDayAndWindow: !inWindow.contains(false)
        case .anyOnePeriod: inWindow.contains(true)
        }
    }

    /// ATT-8: the windows that are still demanded, in order; empty once the demand is met. Where one period is enough
    /// and there is none yet, any of them would do and all are named.
    package func missing(_ demand: AttendanceDemand, in plan: AttendancePlan) -> [Window] {
        meets(demand) ? [] : zip(plan.windows, inWindow).filter { !$0.1 }.map(\.0)
    }
}
