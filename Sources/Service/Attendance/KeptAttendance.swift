import Application
import Domain
import Storage
import Threads

/// The scans of an offering with their verdicts by its own plan.
struct JudgedScans: Sendable {
    var scans: OfferingScans
    var attendance: Attendance
}

/// A version of all that was recorded, decided or changed of an offering's attendance. Batch numbers ascend and batches are never deleted;
/// voids of scans arrive in batches of the offering too.
struct AttendanceVersion: Equatable, Sendable {
    let lastBatch: UInt64
    /// Counts changes of the roster, decisions about check-ins, and batches that were read late.
    let changes: UInt64

    init(lastBatch: UInt64, changes: UInt64) {
        self.lastBatch = lastBatch
        self.changes = changes
    }

    fileprivate init(of offering: UInt64, _ journal: JournalStore, _ snapshot: Snapshot) throws {
        lastBatch = try journal.lastBatch(of: offering, snapshot)
        changes =
            try snapshot.first("SELECT number FROM attendance_change WHERE offering = ?1", offering) { $0.id(0) } ?? 0
    }
}

extension CheckIns {
    /// The version of an offering's attendance: another one may be another attendance.
    func version(of offering: UInt64, _ snapshot: Snapshot) throws -> AttendanceVersion {
        try AttendanceVersion(of: offering, journal, snapshot)
    }

    /// Reads an offering's attendance on a reader for a command that rests on it: the writer finds it kept, and reads what has come
    /// since alone.
    func prepare(_ offering: OfferingRecord, _ snapshot: Snapshot) throws {
        _ = try keptAttendance.find(offering, snapshot)
    }

    /// The same for a caller, who must hold the offering.
    func prepare(_ offering: UInt64, _ context: ReadContext) throws {
        let offering = try OfferingRecord(offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        try prepare(offering, context.snapshot)
    }
}

/// A cache of judged scans of recently used offerings. Batches never change, so later ones are added to the cached
/// scans.
final class KeptAttendance: Sendable {
    /// The most cached scans, about 120 bytes each; the least recently used offerings are dropped first.
    static let scanLimit = 1_000_000

    private struct Entry: Sendable {
        let offering: OfferingRecord
        let stamp: Stamp
        var judged: JudgedScans
        /// The result for other windows, of an analysis; its next page asks for the same.
        var tried: Attendance?
        var used: UInt64

        /// In scans; a row of the roster with its windows counts as one, and so does a decision.
        var size: Int {
            judged.scans.scans.count + judged.attendance.roster.count + judged.scans.decided.count
        }
    }

    /// The version of the data that an offering's judged scans depend on, besides its plan.
    private struct Stamp: Equatable {
        let version: AttendanceVersion
        /// Of people who proved to be one with others.
        let aliasChanges: UInt64

        init(_ offering: UInt64, _ journal: JournalStore, _ snapshot: Snapshot) throws {
            version = try AttendanceVersion(of: offering, journal, snapshot)
            aliasChanges = try snapshot.first("SELECT number FROM alias_change WHERE id = 1") { $0.id(0) } ?? 0
        }
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var size = 0
        var clock: UInt64 = 0
    }

    let journal: JournalStore
    private let state = Locked(State())

    init(_ journal: JournalStore) {
        self.journal = journal
    }

    /// Returns an offering's scans, judged by its own plan.
    func find(_ offering: OfferingRecord, _ snapshot: Snapshot) throws -> JudgedScans {
        try entry(offering, snapshot).judged
    }

    /// The same for other windows.
    func find(_ offering: OfferingRecord, trying plan: AttendancePlan, _ snapshot: Snapshot) throws -> JudgedScans {
        var entry = try entry(offering, snapshot)
        let scans = entry.judged.scans
        if let tried = entry.tried, tried.plan.windows == plan.windows {
            return JudgedScans(scans: scans, attendance: tried)
        }
        let attendance = Attendance(
            scans.scans, roster: entry.judged.attendance.roster, plan: plan, isFirst: scans.isFirst)
        entry.tried = attendance
        keep(entry, snapshot)
        return JudgedScans(scans: scans, attendance: attendance)
    }

    private func entry(_ offering: OfferingRecord, _ snapshot: Snapshot) throws -> Entry {
        let stamp = try Stamp(offering.id, journal, snapshot)
        let kept = state.withLock { state in
            state.clock += 1
            state.entries[offering.id]?.used = state.clock
            return state.entries[offering.id]
        }
        guard let kept, kept.stamp.aliasChanges == stamp.aliasChanges,
            kept.stamp.version.changes == stamp.version.changes,
            kept.stamp.version.lastBatch <= stamp.version.lastBatch,
            kept.offering.codePeriodSeconds == offering.codePeriodSeconds,
            kept.offering.isPlanned(as: offering), try kept.judged.scans.times.isCurrent(snapshot)
        else { return try readAfresh(offering, stamp, snapshot) }
        if kept.stamp == stamp { return kept }
        var judged = kept.judged
        let count = judged.scans.scans.count
        guard try judged.scans.readOn(snapshot) else { return try readAfresh(offering, stamp, snapshot) }
        try judged.scans.recognise(on: judged.attendance.roster, from: count, snapshot)
        guard try judged.scans.flagShared(from: count, snapshot) else {
            return try readAfresh(offering, stamp, snapshot)
        }
        judged.attendance.judge(judged.scans.scans, isFirst: judged.scans.isFirst)
        return keep(Entry(offering: offering, stamp: stamp, judged: judged, used: 0), snapshot)
    }

    private func readAfresh(_ offering: OfferingRecord, _ stamp: Stamp, _ snapshot: Snapshot) throws -> Entry {
        let roster = PersonRows(
            try snapshot.all("SELECT person FROM roster WHERE offering = ?1 ORDER BY person", offering.id) { $0.id(0) })
        var scans = try OfferingScans(offering, journal, snapshot)
        _ = try scans.readOn(snapshot)
        try scans.recognise(on: roster, from: 0, snapshot)
        _ = try scans.flagShared(from: 0, snapshot)
        let attendance = Attendance(scans.scans, roster: roster, plan: offering.plan, isFirst: scans.isFirst)
        return keep(
            Entry(
                offering: offering, stamp: stamp, judged: JudgedScans(scans: scans, attendance: attendance), used: 0),
            snapshot)
    }

    @discardableResult
    private func keep(_ entry: Entry, _ snapshot: Snapshot) -> Entry {
        // A transaction's changes may be rolled back, and their numbers be assigned again.
        if snapshot is Transaction { return entry }
        state.withLock { state in
            let before = state.entries.removeValue(forKey: entry.offering.id)
            state.size += entry.size - (before?.size ?? 0)
            state.entries[entry.offering.id] = entry
            state.entries[entry.offering.id]?.used = state.clock
            while state.size > Self.scanLimit, let oldest = state.entries.min(by: { $0.value.used < $1.value.used }) {
                state.entries[oldest.key] = nil
                state.size -= oldest.value.size
            }
        }
        return entry
    }
}

extension OfferingRecord {
    fileprivate func isPlanned(as other: OfferingRecord) -> Bool {
        dates.map(\.day) == other.dates.map(\.day) && windows == other.windows && demand == other.demand
            && timeZone == other.timeZone && (state == .cancelled) == (other.state == .cancelled)
            && plan.excusesLeave == other.plan.excusesLeave && demandsTerminal == other.demandsTerminal
    }
}
