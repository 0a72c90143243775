/// Whether a person's attendance meets the demand, and what it lacks.
package enum AttendanceResult: Equatable, Sendable {
    case present
    /// The missing windows in order, at least one; and those of them on days of leave that this demand does not excuse.
    case missing([Window], onLeave: [Window] = [])
    /// Any one period would suffice, and there is none yet.
    case noPeriod
    /// LEV-1: every demanded day is on leave, and nothing was attended.
    case onLeave

    /// CRD-1: one text per missing window: "absent 2026-10-02 08:00–12:00".
    package var obstacles: [Wording] {
        switch self {
        case .present: []
        case .missing(let windows, let onLeave):
            windows.map {
                onLeave.contains($0)
                    ? Wording("absent \($0) (on leave)", zh: "缺勤 \($0)（请假）") : Wording("absent \($0)", zh: "缺勤 \($0)")
            }
        case .noPeriod: [Wording("absent from every period", zh: "所有考勤时段均缺勤")]
        case .onLeave: [Wording("on leave on every activity date", zh: "举办期间全程请假")]
        }
    }

    /// ATT-8: texts for a trainee's list of open items: "attendance 2026-10-02".
    package var missing: [Wording] {
        switch self {
        case .present: []
        case .missing(let windows, _): windows.map { Wording("attendance \($0)", zh: "考勤 \($0)") }
        case .noPeriod, .onLeave: [Wording("attendance", zh: "考勤")]
        }
    }
}
