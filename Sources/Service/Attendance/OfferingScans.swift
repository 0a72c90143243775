import Causality
import Domain
import Facts
import Messages
import Storage
import Wire

/// Every check-in recorded for one offering, decoded from the journal, in a fixed order (log, then sequence), with
/// where each came from.
struct OfferingScans {
    struct Origin {
        /// Row of the log.
        let log: UInt64
        let sequence: UInt64
        /// 0 = recorded online.
        let terminal: UInt64
        /// Bytes of a code no roster knew; empty for a person.
        let raw: [UInt8]
    }

    private(set) var scans: [ScanFact] = []
    private(set) var origins: [Origin] = []
    /// Ids of the logs they come from, by row.
    private(set) var logs: [UInt64: [UInt8]] = [:]

    init(_ offering: OfferingRecord, _ snapshot: Snapshot) throws {
        let voided = try Self.voided(offering.id, snapshot)
        let refused = try Self.refused(offering.id, snapshot)
        let periodMs = Int64(offering.codePeriodSeconds) * 1000
        try snapshot.query(
            """
            SELECT b.log, l.terminal, b.body, l.log_id FROM batch_offering o JOIN batch b ON b.id = o.batch \
            JOIN log l ON l.id = b.log WHERE o.offering = ?1 ORDER BY b.log, b.first_sequence
            """, offering.id
        ) { row in
            let (log, terminal) = (row.id(0), row.id(1))
            let batch = try row.withBytes(2) { body throws(DecodeError) in try Batch.decode(body) }
            if logs[log] == nil { logs[log] = row.bytes(3) }
            batch.forEachRow { fact in
                let position = Position(log: log, sequence: fact.sequence)
                guard fact.offering == offering.id, fact.kind == .checkIn, !refused.contains(position) else { return }
                let at = batch.utcMs(fact.row)
                var scan = ScanFact(
                    person: fact.person, earliestMs: at ?? .min, latestMs: at ?? .max, course: fact.course,
                    method: UInt8(truncatingIfNeeded: fact.method.number))
                if fact.method == .venueCode, let at {
                    scan.evidence = Self.evidence(slot: fact.slot, periodMs, at: at)
                }
                if voided.contains(position) { scan.decision = .voided }
                scans.append(scan)
                origins.append(
                    Origin(
                        log: log, sequence: fact.sequence, terminal: terminal,
                        raw: fact.person == 0 ? batch.rawSubject(fact.row) : []))
            }
        }
    }

    /// ACC-11b: gives the scans of joined people to those they joined. Only who is not on the roster is looked up, each
    /// once: people of the roster cost nothing.
    mutating func followJoined(besides roster: PersonRows, _ snapshot: Snapshot) throws {
        var known: [UInt64: UInt64] = [:]
        for index in scans.indices {
            let person = scans[index].person
            guard person != 0, roster.row(of: person) == nil else { continue }
            let kept = try known[person] ?? Service.kept(person, snapshot)
            known[person] = kept
            scans[index].person = kept
        }
    }

    /// A venue code may be used a little after its period: the time it takes to raise a phone (ATT-1c).
    static let toleranceMs: Int64 = 15_000

    /// What the slot of a venue code is worth at the time of the scan. A terminal's batch may claim any slot.
    private static func evidence(slot: UInt64, _ periodMs: Int64, at: Int64) -> ScanFact.Evidence {
        guard slot < slotLimit else { return .codeForged }
        return at >= Int64(slot + 1) * periodMs + toleranceMs ? .codeExpired : .good
    }

    /// Beyond any date, and small enough to multiply by a day's milliseconds.
    private static let slotLimit: UInt64 = 1 << 34

    /// Facts quarantined for good: of a foreign base, out of range. Those of unknown people are shown, as flagged.
    private static func refused(_ offering: UInt64, _ snapshot: Snapshot) throws -> Set<Position> {
        Set(
            try snapshot.all(
                "SELECT log, sequence FROM quarantined_fact WHERE offering = ?1 AND code <> ?2",
                offering, ErrorCode.unknownSubject.rawValue
            ) { Position(log: $0.id(0), sequence: $0.id(1)) })
    }

    private struct Position: Hashable {
        let log: UInt64
        let sequence: UInt64
    }

    /// The check-ins that void facts name.
    private static func voided(_ offering: UInt64, _ snapshot: Snapshot) throws -> Set<Position> {
        var voided: Set<Position> = []
        try snapshot.query(
            """
            SELECT f.log, f.sequence, b.body FROM contextual_fact f JOIN batch b ON b.id = f.batch \
            WHERE f.offering = ?1 AND f.kind = ?2
            """, offering, FactKind.void.number
        ) { row in
            let (log, sequence) = (row.id(0), row.id(1))
            let batch = try row.withBytes(2) { body throws(DecodeError) in try Batch.decode(body) }
            for reference in batch.fact(Int(sequence - batch.firstSequence)).references
            where reference.role == .replaces {
                switch reference.target {
                case .own: voided.insert(Position(log: log, sequence: reference.sequence))
                case .other(let id, _):
                    let other = try snapshot.first("SELECT id FROM log WHERE log_id = ?1", id.bytes) { $0.id(0) }
                    if let other { voided.insert(Position(log: other, sequence: reference.sequence)) }
                }
            }
        }
        return voided
    }
}

extension DecodedBatch {
    /// When a row happened, UTC milliseconds, by the recorder's clock or the file's asserted local time; `nil` where the
    /// recorder had no clock to show.
    func utcMs(_ row: Int) -> Int64? {
        switch header.timebase {
        case .imported(let zoneMinutes, let localMs): localMs &+ offsetMs(row) &- zoneMinutes &* 60_000
        case .none, .boot: wallMs(row)
        }
    }

    func rawSubject(_ row: Int) -> [UInt8] {
        switch subject(row) {
        case .raw(let bytes): bytes
        case .person: []
        }
    }
}
