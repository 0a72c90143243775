import Causality
import Domain
import Facts
import Storage

/// A fact and its moment by the device or by a file.
struct TimedFact {
    var fact: Fact
    var moment: BatchBuilder.Moment
}

/// Appends facts to the current log, within one transaction.
struct Recorder {
    let log: DeviceLog
    private var next: UInt64
    private let transaction: Transaction

    init(_ log: DeviceLog, _ transaction: Transaction) {
        self.log = log
        self.transaction = transaction
        next = log.recorded + 1
    }

    /// - Returns: the fact's dot, which never changes, and its encoded bytes.
    mutating func append(_ timed: TimedFact) throws -> (dot: Dot, body: [UInt8]) {
        let sequence = next
        let body = try timed.body(sequence: sequence)
        try transaction.execute(
            "INSERT INTO pending (log, sequence, body) VALUES (?1, ?2, ?3)", log.row, sequence, body)
        next += 1
        return (Dot(log: log.id, sequence: sequence), body)
    }

    /// Stores the last sequence. Call it last.
    func finish() throws {
        try transaction.execute("UPDATE log SET recorded_sequence = ?2 WHERE id = ?1", log.row, next - 1)
    }
}

extension TimedFact {
    /// Encodes the fact as a batch of one.
    func body(sequence: UInt64) throws -> [UInt8] {
        var builder = BatchBuilder(firstSequence: sequence)
        _ = builder.append(fact, at: moment)
        return try builder.body()
    }

    /// Decodes a batch of one.
    init(body: [UInt8]) throws {
        let batch = try Batch.decode(body)
        try self.init(batch, row: 0)
    }

    /// Throws for a batch that no device of this version can have made.
    init(_ batch: DecodedBatch, row: Int) throws {
        guard batch.rows.contains(row) else { throw TerminalDamage(table: "batch", row: batch.firstSequence) }
        fact = batch.fact(row)
        switch batch.header.timebase {
        case .boot(let boot, let monotonicMs):
            moment = .live(
                boot: boot, monotonicMs: monotonicMs &+ UInt64(bitPattern: fact.offsetMs), wallMs: batch.wallMs(row))
        case .imported(let zoneMinutes, let localMs):
            moment = .imported(zoneMinutes: zoneMinutes, localMs: localMs &+ fact.offsetMs)
        case .none:
            moment = .server(wallMs: batch.wallMs(row) ?? 0)
        }
        fact.offsetMs = 0
    }
}

extension TerminalCore {
    /// Returns the moment of a fact recorded now. Omits a wall clock that is out of range.
    func moment(_ time: DeviceTime) -> BatchBuilder.Moment {
        let isPlausible = time.wallMs.magnitude < FactLimits.integer
        return .live(boot: boot, monotonicMs: time.monotonicMs, wallMs: isPlausible ? time.wallMs : nil)
    }

    /// Returns one of the device's own facts, pending or in a batch; nil if it was never recorded or was purged.
    func fact(_ sequence: UInt64, in log: UInt64, _ snapshot: Snapshot) throws -> TimedFact? {
        let pending = try snapshot.first("SELECT body FROM pending WHERE log = ?1 AND sequence = ?2", log, sequence) {
            $0.bytes(0)
        }
        if let pending { return try TimedFact(body: pending) }
        let sealed = try snapshot.first(
            """
            SELECT first_sequence, last_sequence, body FROM batch WHERE log = ?1 AND first_sequence <= ?2
            ORDER BY first_sequence DESC LIMIT 1
            """, log, sequence
        ) { (sequences: $0.id(0)...$0.id(1), body: $0.bytes(2)) }
        guard let sealed, sealed.sequences.contains(sequence) else { return nil }
        return try TimedFact(try Batch.decode(sealed.body), row: Int(sequence - sealed.sequences.lowerBound))
    }
}
