import Application
import Domain
import Messages
import Storage
import TimeZones

/// An offering as stored, with its programme's settings for attendance.
struct OfferingRecord {
    let id: UInt64
    let programme: UInt64
    let project: UInt64
    /// The base or the provider at which it is held.
    let base: UInt64
    /// The organisation that offers its project.
    let owner: UInt64
    /// False while a base that somebody else named has not agreed.
    let isAgreed: Bool
    let title: String
    let modality: Modality
    let state: OfferingState
    let passMark: Int
    let codePeriodSeconds: Int
    let timeZone: String
    let dates: [ActivityDay]
    let windows: [AttendanceWindow]
    let demand: AttendanceDemand
    let approval: OfferingApproval?
    /// ATT-1c: check-ins by trainees' own clients wait for a decision.
    let demandsTerminal: Bool
    let plan: AttendancePlan

    /// - Throws: `notFound` for an unknown id.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let row = try snapshot.first(
            """
            SELECT o.programme, o.project, o.base, o.title, o.state, o.pass_mark_hundredths, o.code_period_s,
            p.time_zone, d.value, a.value, j.owner, o.agreed, o.modality, c.value, e.value FROM offering o
            JOIN programme p ON p.id = o.programme
            JOIN project j ON j.id = o.project
            LEFT JOIN policy_switch d ON d.programme = p.id AND d.name = 'attendanceDemand'
            LEFT JOIN policy_switch a ON a.programme = p.id AND a.name = 'offeringApproval'
            LEFT JOIN policy_switch c ON c.programme = p.id AND c.name = 'creditEffective'
            LEFT JOIN policy_switch e ON e.programme = p.id AND e.name = 'scanEvidence' WHERE o.id = ?1
            """, id
        ) {
            (
                programme: $0.id(0), project: $0.id(1), base: $0.id(2), title: $0.text(3),
                state: try $0.enumeration(4, OfferingState.self),
                passMark: $0.int(5), period: $0.int(6), zone: $0.text(7),
                demand: $0.textOrNil(8),
                approval: $0.textOrNil(9), owner: $0.id(10), agreed: $0.bool(11),
                modality: try $0.enumeration(12, Modality.self), effective: $0.textOrNil(13), evidence: $0.textOrNil(14)
            )
        }
        guard let row else { throw Refusal(.notFound, field: "offering") }
        self.id = id
        programme = row.programme
        project = row.project
        base = row.base
        owner = row.owner
        isAgreed = row.agreed
        title = row.title
        modality = row.modality
        state = row.state
        passMark = row.passMark
        codePeriodSeconds = row.period
        timeZone = row.zone
        dates = try snapshot.all(
            "SELECT day, hours_tenths FROM activity_date WHERE offering = ?1 ORDER BY day", id
        ) { ActivityDay(day: Day($0.int32(0)), hours: Tenths($0.uint32(1))) }
        windows = try snapshot.all(
            """
            SELECT day, from_minute, to_minute, course FROM offering_window WHERE offering = ?1 ORDER BY ordinal
            """, id
        ) {
            AttendanceWindow(
                day: Day($0.int32(0)), fromMinute: $0.int(1), toMinute: $0.int(2), course: CourseID($0.id(3)))
        }
        demand = row.demand.flatMap(AttendanceDemand.init(rawValue:)) ?? .theSession
        approval = row.approval.flatMap(OfferingApproval.init(rawValue:))
        demandsTerminal = row.evidence == ScanEvidence.terminal.rawValue
        plan = AttendancePlan(
            dates: dates.map(\.day), windows: WindowList(stored: windows), demand: demand,
            zone: TimeZones.rule(named: timeZone) ?? .china, isHeld: state != .cancelled,
            excusesLeave: row.effective.flatMap(CreditEffective.init(rawValue:)) == nil)
    }

    /// PRJ-5: whether the offering is open.
    var isOpen: Bool { isAgreed && OfferingLifecycle.isOpen(state, approval: approval) }

    /// From its first window to the end of its last; without windows, its days.
    var time: (starts: Instant, ends: Instant) {
        let zone = plan.zone
        let first = dates.first?.day ?? Day(0)
        let last = dates.last?.day ?? first
        let starts = windows.map { zone.instant($0.day, minute: $0.fromMinute) }.min() ?? zone.instant(first)
        let ends = windows.map { zone.instant($0.day, minute: $0.toMinute) }.max() ?? zone.instant(last.adding(1))
        return (starts, ends)
    }

    /// Throws `wrongState` where it has been cancelled.
    func requireHeld() throws(Refusal) {
        guard state != .cancelled else {
            throw Refusal(.wrongState, field: "offering", "the offering has been cancelled", zh: "该期次已取消")
        }
    }
}
