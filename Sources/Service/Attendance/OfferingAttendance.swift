import Application
import Domain
import Messages
import Storage

/// The attendance of one offering, computed from its roster and its scans.
struct OfferingAttendance {
    struct Person {
        let id: UInt64
        let number: String
        let name: String
    }

    let people: [Person]
    let scans: OfferingScans
    let attendance: Attendance

    /// - Parameter plan: other windows than the offering's, tried in an analysis.
    init(
        _ offering: OfferingRecord, plan: AttendancePlan? = nil, _ kept: KeptAttendance, _ snapshot: Snapshot
    ) throws {
        people = try snapshot.all(
            """
            SELECT r.person, r.number, p.name FROM roster r JOIN person p ON p.id = r.person \
            WHERE r.offering = ?1 ORDER BY r.person
            """, offering.id
        ) { Person(id: $0.id(0), number: $0.text(1), name: $0.text(2)) }
        let found = try kept.find(offering, roster: people.map(\.id), snapshot)
        scans = found.scans
        let roster = found.attendance.roster
        let judged = plan.map { Attendance(found.scans.scans, roster: roster, plan: $0) } ?? found.attendance
        attendance = judged.excusing(try Self.leave(offering, snapshot))
    }

    /// LEV-1: what the offering's base has approved and touches its dates. A base excuses from its own offerings alone.
    private static func leave(
        _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> [UInt64: [ClosedRange<Day>]] {
        guard let first = offering.dates.map(\.day).min(), let last = offering.dates.map(\.day).max() else {
            return [:]
        }
        var leave: [UInt64: [ClosedRange<Day>]] = [:]
        try snapshot.query(
            """
            SELECT person, from_day, to_day FROM leave WHERE base = ?1 AND state = ?2 AND to_day >= ?3 AND to_day < ?4 \
            AND from_day <= ?5
            """, offering.base, Domain.LeaveState.approved.rawValue, first.number,
            last.adding(LeavePeriod.longestDays).number, last.number
        ) { leave[$0.id(0), default: []].append(Day($0.int32(1))...Day($0.int32(2))) }
        return leave
    }

    var totals: Messages.ScanTotals {
        let totals = attendance.totals
        return Messages.ScanTotals(
            scans: UInt32(totals.scans), counted: UInt32(totals.counted), repeats: UInt32(totals.repeats),
            outsideWindow: UInt32(totals.outsideWindow), outsideDates: UInt32(totals.outsideDates),
            flagged: UInt32(totals.flagged), voided: UInt32(totals.voided), people: UInt32(totals.people))
    }

    /// One scan as it is shown; its number is what was scanned when no roster knew it.
    func scan(_ index: Int) -> Messages.Scan {
        let (scan, origin, verdict) = (scans.scans[index], scans.origins[index], attendance.verdicts[index])
        let person = attendance.roster.row(of: scan.person).map { people[$0] }
        return Messages.Scan(
            person: scan.person, number: person?.number ?? String(decoding: origin.raw, as: UTF8.self),
            name: person?.name ?? "", atMs: max(0, scan.earliestMs),
            state: Messages.ScanState(rawValue: Int32(verdict.state.rawValue)) ?? .unspecified,
            code: verdict.code.flatMap { ErrorCode(rawValue: Int32($0.rawValue)) } ?? .unspecified,
            course: scan.course, method: UInt32(scan.method), log: scans.logs[origin.log] ?? [],
            sequence: origin.sequence,
            terminal: origin.terminal)
    }
}
