import Causality
import Domain
import Facts
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

    init(_ offering: OfferingRecord, _ snapshot: Snapshot) throws {
        let voided = try Self.voided(offering.id, snapshot)
        let periodMs = Int64(offering.codePeriodSeconds) * 1000
        try snapshot.query(
            """
            SELECT b.log, l.terminal, b.body FROM batch_offering o JOIN batch b ON b.id = o.batch \
            JOIN log l ON l.id = b.log WHERE o.offering = ?1 ORDER BY b.log, b.first_sequence
            """, offering.id
        ) { row in
            let (log, terminal) = (row.id(0), row.id(1))
            let batch = try row.withBytes(2) { body throws(DecodeError) in try Batch.decode(body) }
            scans.reserveCapacity(scans.count + batch.count)
            origins.reserveCapacity(scans.count + batch.count)
            batch.forEachRow { fact in
                guard fact.offering == offering.id, fact.kind == .checkIn else { return }
                let at = batch.utcMs(fact.row)
                var scan = ScanFact(
                    person: fact.person, earliestMs: at, latestMs: at, course: fact.course,
                    method: UInt8(truncatingIfNeeded: fact.method.number))
                if fact.method == .venueCode, at > Int64(fact.slot + 1) * periodMs + Self.toleranceMs {
                    scan.evidence = .codeExpired
                }
                if voided.contains(Position(log: log, sequence: fact.sequence)) { scan.decision = .voided }
                scans.append(scan)
                origins.append(
                    Origin(
                        log: log, sequence: fact.sequence, terminal: terminal,
                        raw: fact.person == 0 ? batch.rawSubject(fact.row) : []))
            }
        }
    }

    /// A venue code may be used a little after its period: the time it takes to raise a phone (ATT-1c).
    static let toleranceMs: Int64 = 15_000

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
    /// When a row happened, UTC milliseconds, by the recorder's clock or the file's asserted local time.
    func utcMs(_ row: Int) -> Int64 {
        switch header.timebase {
        case .imported(let zoneMinutes, let localMs): localMs &+ offsetMs(row) &- zoneMinutes &* 60_000
        case .none, .boot: (header.wallMs ?? 0) &+ offsetMs(row)
        }
    }

    func rawSubject(_ row: Int) -> [UInt8] {
        switch subject(row) {
        case .raw(let bytes): bytes
        case .person: []
        }
    }
}
