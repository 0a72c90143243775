import Application
import Domain
import Storage
import Threads

/// The scans of the offerings asked about last, judged, between one question and the next: batches never change, so an
/// offering's scans are the same until it has another batch.
final class KeptAttendance: Sendable {
    /// Scans kept in all, about 90 bytes each; the offerings asked about longest ago go first.
    static let scanLimit = 500_000

    private struct Entry: Sendable {
        let offering: OfferingRecord
        let stamp: Stamp
        let scans: OfferingScans
        let attendance: Attendance
        var used: UInt64
    }

    /// What an offering's scans follow from. Batches are numbered upwards and never go; what puts scans aside or voids
    /// them comes in a batch of the offering too.
    private struct Stamp: Equatable {
        let batches: Int
        let lastBatch: UInt64
        /// Of people who proved to be one with others.
        let lastAlias: UInt64

        init(_ offering: OfferingRecord, _ snapshot: Snapshot) throws {
            let found = try snapshot.first(
                "SELECT count(*), coalesce(max(batch), 0) FROM batch_offering WHERE offering = ?1", offering.id
            ) { (batches: $0.int(0), lastBatch: $0.id(1)) }
            (batches, lastBatch) = (found?.batches ?? 0, found?.lastBatch ?? 0)
            lastAlias =
                try snapshot.first("SELECT coalesce(max(change_number), 0) FROM person_alias") { $0.id(0) } ?? 0
        }
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var scans = 0
        var clock: UInt64 = 0
    }

    private let state = Locked(State())

    /// An offering's scans, and what they are worth to these people by the offering's own plan.
    func find(
        _ offering: OfferingRecord, roster: [UInt64], _ snapshot: Snapshot
    ) throws -> (scans: OfferingScans, attendance: Attendance) {
        // What a transaction sees may be taken back, and its numbers come again.
        guard !(snapshot is Transaction) else {
            return try Self.judged(OfferingScans(offering, snapshot), offering, roster, snapshot)
        }
        let stamp = try Stamp(offering, snapshot)
        let kept = state.withLock { state in
            state.clock += 1
            state.entries[offering.id]?.used = state.clock
            return state.entries[offering.id]
        }
        let isCurrent = kept?.stamp == stamp && kept?.offering.codePeriodSeconds == offering.codePeriodSeconds
        if isCurrent, let kept, kept.attendance.roster.people == roster, kept.offering.isPlanned(as: offering) {
            return (kept.scans, kept.attendance)
        }
        let scans = if isCurrent, let kept { kept.scans } else { try OfferingScans(offering, snapshot) }
        let judged = try Self.judged(scans, offering, roster, snapshot)
        keep(
            Entry(offering: offering, stamp: stamp, scans: judged.scans, attendance: judged.attendance, used: 0))
        return judged
    }

    private static func judged(
        _ scans: OfferingScans, _ offering: OfferingRecord, _ roster: [UInt64], _ snapshot: Snapshot
    ) throws -> (scans: OfferingScans, attendance: Attendance) {
        let rows = PersonRows(roster)
        var scans = scans
        try scans.followJoined(besides: rows, snapshot)
        return (scans, Attendance(scans.scans, roster: rows, plan: offering.plan))
    }

    private func keep(_ entry: Entry) {
        state.withLock { state in
            let before = state.entries.removeValue(forKey: entry.offering.id)
            state.scans += entry.scans.scans.count - (before?.scans.scans.count ?? 0)
            state.entries[entry.offering.id] = entry
            state.entries[entry.offering.id]?.used = state.clock
            while state.scans > Self.scanLimit, let oldest = state.entries.min(by: { $0.value.used < $1.value.used }) {
                state.entries[oldest.key] = nil
                state.scans -= oldest.value.scans.scans.count
            }
        }
    }
}

extension OfferingRecord {
    fileprivate func isPlanned(as other: OfferingRecord) -> Bool {
        dates.map(\.day) == other.dates.map(\.day) && windows == other.windows && demand == other.demand
            && timeZone == other.timeZone
    }
}
