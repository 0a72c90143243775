/// ATT-5a: a person's presence by window.
package struct PersonPresence: Equatable, Sendable {
    package let inWindow: [Bool]
    /// LEV-1: whether each window is on a day of approved leave; empty for no leave.
    package let onLeave: [Bool]

    package init(inWindow: [Bool], onLeave: [Bool] = []) {
        self.inWindow = inWindow
        self.onLeave = onLeave
    }

    /// ATT-5c, ATT-8: judges the presence by a demand. The plan must be made for the same demand, so that "every day"
    /// has a window on every day. Without any window nothing is demanded.
    ///
    /// LEV-1: "every day" excuses days of leave, but a person on leave on all of them has attended nothing.
    package func result(_ demand: AttendanceDemand, in plan: AttendancePlan) -> AttendanceResult {
        let missing = plan.windows.indices.filter { !inWindow[$0] }
        let excused = Set(onLeave.indices.filter { onLeave[$0] })
        switch demand {
        case .everyDayAndWindow:
            if !excused.isEmpty, !inWindow.contains(true), missing.allSatisfy(excused.contains) { return .onLeave }
            let demanded = missing.filter { !excused.contains($0) }
            return demanded.isEmpty ? .present : .missing(demanded.map { plan.windows[$0] })
        case .theSession:
            guard !missing.isEmpty else { return .present }
            return .missing(
                missing.map { plan.windows[$0] }, onLeave: missing.filter(excused.contains).map { plan.windows[$0] })
        case .anyOnePeriod: return missing.count < inWindow.count ? .present : .noPeriod
        }
    }
}
