/// Whether a person's attendance meets the demand, and what it lacks.
package enum AttendanceResult: Equatable, Sendable {
    case present
    /// The missing windows in order, at least one; and those of them on days of leave that this demand does not excuse.
    case missing([AttendanceWindow], onLeave: [AttendanceWindow] = [])
    /// Any one period would suffice, and there is none yet.
    case noPeriod
    /// LEV-1: every demanded day is on leave, and nothing was attended.
    case onLeave

    /// CRD-1: one text per missing window: "absent 2026-10-02 08:00–12:00".
    package var obstacles: [Phrase] {
        switch self {
        case .present: []
        case .missing(let windows, let onLeave):
            windows.map {
                onLeave.contains($0)
                    ? Phrase("absent \($0) (on leave)", "缺勤 \($0)（请假）") : Phrase("absent \($0)", "缺勤 \($0)")
            }
        case .noPeriod: [Phrase("absent from every period", "所有考勤时段均缺勤")]
        case .onLeave: [Phrase("on leave on every activity date", "举办期间全程请假")]
        }
    }

    /// ATT-8: texts for a trainee's list of open items: "attendance 2026-10-02".
    package var missing: [Phrase] {
        switch self {
        case .present: []
        case .missing(let windows, _): windows.map { Phrase("attendance \($0)", "考勤 \($0)") }
        case .noPeriod, .onLeave: [Phrase("attendance", "考勤")]
        }
    }
}
