/// Whether a person's attendance meets the demand, and what it lacks.
package enum AttendanceStanding: Equatable, Sendable {
    case present
    /// In order, at least one.
    case missing([Window])
    /// Any one period would do, and there is none yet.
    case noPeriod

    /// CRD-1: "absent 2026-10-02 08:00–12:00", one for each missing window.
    package var obstacles: [Wording] {
        switch self {
        case .present: []
        case .missing(let windows): windows.map { Wording("absent \($0)", zh: "缺勤 \($0)") }
        case .noPeriod: [Wording("absent from every period", zh: "所有考勤时段均缺勤")]
        }
    }

    /// ATT-8: "attendance 2026-10-02", as a trainee's list of what is still to do.
    package var missing: [Wording] {
        switch self {
        case .present: []
        case .missing(let windows): windows.map { Wording("attendance \($0)", zh: "考勤 \($0)") }
        case .noPeriod: [Wording("attendance", zh: "考勤")]
        }
    }
}
