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
    /// LEV-1b: where no credit is awarded, days of leave are excused, but a person on leave on all of them has attended nothing.
    package func result(_ demand: AttendanceDemand, in plan: AttendancePlan) -> AttendanceResult {
        let missing = plan.windows.indices.filter { !inWindow[$0] }
        let away = Set(onLeave.indices.filter { onLeave[$0] })
        switch demand {
        case .everyDayAndWindow, .theSession:
            guard plan.excusesLeave else {
                guard !missing.isEmpty else { return .present }
                return .missing(
                    missing.map { plan.windows[$0] }, onLeave: missing.filter(away.contains).map { plan.windows[$0] })
            }
            if !away.isEmpty, !inWindow.contains(true), missing.allSatisfy(away.contains) { return .onLeave }
            let demanded = missing.filter { !away.contains($0) }
            return demanded.isEmpty ? .present : .missing(demanded.map { plan.windows[$0] })
        case .anyOnePeriod: return missing.count < inWindow.count ? .present : .noPeriod
        }
    }
}

extension PersonPresence {
    /// CRD-7: the courses attended: those with a scan in each of their windows, or in one where one period suffices. Empty where
    /// windows name no courses.
    package func courses(_ demand: AttendanceDemand, in plan: AttendancePlan) -> Set<UInt64> {
        var windows: [UInt64: (held: Int, attended: Int)] = [:]
        for (index, window) in plan.windows.enumerated() {
            guard let course = window.course?.value, course != 0 else { continue }
            windows[course, default: (0, 0)].held += 1
            if inWindow[index] { windows[course, default: (0, 0)].attended += 1 }
        }
        return Set(
            windows.filter { $0.value.attended == $0.value.held || demand == .anyOnePeriod && $0.value.attended > 0 }
                .keys)
    }
}
