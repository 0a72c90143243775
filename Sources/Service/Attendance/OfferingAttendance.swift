import Application
import Causality
import Domain
import Journal
import Messages
import Storage

/// The attendance of one offering, computed from its roster and its scans.
struct OfferingAttendance {
    struct Person {
        let id: UInt64
        let number: String
        let name: String
    }

    let scans: OfferingScans
    let attendance: Attendance
    private let offering: UInt64

    /// - Parameter plan: other windows than the offering's, tried in an analysis.
    init(
        _ offering: OfferingRecord, plan: AttendancePlan? = nil, _ kept: KeptAttendance, _ snapshot: Snapshot
    ) throws {
        self.offering = offering.id
        let judged =
            if let plan {
                try kept.find(offering, trying: plan, snapshot)
            } else {
                try kept.find(offering, snapshot)
            }
        scans = judged.scans
        attendance = judged.attendance.excusing(try Self.leave(offering, snapshot))
    }

    /// LEV-1: returns leave approved by the offering's base that touches its dates. A base excuses from its own
    /// offerings only.
    private static func leave(
        _ offering: OfferingRecord, _ snapshot: Snapshot
    ) throws -> [UInt64: [ClosedRange<Day>]] {
        guard let first = offering.dates.map(\.day).min(), let last = offering.dates.map(\.day).max() else {
            return [:]
        }
        var leave: [UInt64: [ClosedRange<Day>]] = [:]
        try snapshot.query(
            """
            SELECT person, from_day, to_day FROM leave WHERE base = ?1 AND state = ?2 AND to_day >= ?3 AND to_day < ?4
            AND from_day <= ?5 ORDER BY id
            """, offering.base, LeaveState.approved.rawValue, first.number,
            last.adding(LeavePeriod.longestDays).number, last.number
        ) { leave[$0.id(0), default: []].append(Day($0.int32(1))...Day($0.int32(2))) }
        return leave
    }

    /// Returns people of the roster by id, after a given one.
    func people(after: UInt64, limit: Int, _ snapshot: Snapshot) throws -> [Person] {
        try snapshot.all(
            """
            SELECT r.person, r.number, p.name FROM roster r JOIN person p ON p.id = r.person
            WHERE r.offering = ?1 AND r.person > ?2 ORDER BY r.person LIMIT ?3
            """, offering, after, limit
        ) { Person(id: $0.id(0), number: $0.text(1), name: $0.text(2)) }
    }

    /// Returns nil for a person who is not on the roster.
    func person(_ id: UInt64, _ snapshot: Snapshot) throws -> Person? {
        try snapshot.first(
            """
            SELECT r.person, r.number, p.name FROM roster r JOIN person p ON p.id = r.person
            WHERE r.offering = ?1 AND r.person = ?2
            """, offering, id
        ) { Person(id: $0.id(0), number: $0.text(1), name: $0.text(2)) }
    }

    /// Returns somebody who was taken off the roster, as they stood on it last; nil for a person who never was on it, of whom
    /// those who hold the offering learn nothing.
    private func formerPerson(_ id: UInt64, _ snapshot: Snapshot) throws -> Person? {
        try snapshot.first(
            """
            SELECT c.person, c.number, p.name FROM roster_change c JOIN person p ON p.id = c.person
            WHERE c.person = ?2 AND c.offering = ?1 ORDER BY c.id DESC LIMIT 1
            """, offering, id
        ) { Person(id: $0.id(0), number: $0.text(1), name: $0.text(2)) }
    }

    var totals: ScanTotals {
        let totals = attendance.totals
        return ScanTotals(
            scans: UInt32(clamping: totals.scans), counted: UInt32(clamping: totals.counted),
            repeats: UInt32(clamping: totals.repeats), outsideWindow: UInt32(clamping: totals.outsideWindow),
            outsideDates: UInt32(clamping: totals.outsideDates), flagged: UInt32(clamping: totals.flagged),
            voided: UInt32(clamping: totals.voided), people: UInt32(clamping: totals.people),
            onClocksWord: UInt32(clamping: totals.onClocksWord), discarded: UInt32(clamping: totals.discarded),
            elsewhere: UInt32(clamping: totals.elsewhere))
    }

    /// Returns scans for display. The number of a scan that no roster knows is the scanned text; whoever was taken off the
    /// roster keeps name and number.
    func shown(_ indexes: some Sequence<Int>, _ snapshot: Snapshot) throws -> [Messages.Scan] {
        var people: [UInt64: Person?] = [:]
        return try indexes.map { index in
            let id = scans.scans[index].person
            let known = try people[id] ?? person(id, snapshot) ?? formerPerson(id, snapshot)
            people[id] = .some(known)
            return shown(index, known)
        }
    }

    private func shown(_ index: Int, _ person: Person?) -> Messages.Scan {
        let (scan, origin, verdict) = (scans.scans[index], scans.origins[index], attendance.verdicts[index])
        return Messages.Scan(
            person: scan.person, number: person?.number ?? String(decoding: origin.raw, as: UTF8.self),
            name: person?.name ?? "", atMs: origin.shownMs,
            state: verdict.state,
            code: verdict.code,
            course: scan.course, method: UInt32(scan.method), log: scans.logs[origin.log]?.bytes ?? [],
            sequence: origin.sequence, terminal: origin.terminal,
            earliestMs: scan.earliestMs == .min ? 0 : scan.earliestMs,
            latestMs: scan.latestMs == .max ? 0 : scan.latestMs,
            basis: origin.basis)
    }

    /// Returns the decisions about a scan, in the order of their making.
    func decisions(about index: Int) -> [StoredDecision] {
        guard !scans.decided.isEmpty, let log = scans.logs[scans.origins[index].log] else { return [] }
        return scans.decided.decisions(about: Dot(log: log, sequence: scans.origins[index].sequence))
    }

    func position(_ index: Int) -> Position {
        Position(log: scans.origins[index].log, sequence: scans.origins[index].sequence)
    }
}
