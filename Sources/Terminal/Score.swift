package import Causality
import Domain
import Facts
import Storage

/// The result of recording a mark.
package struct ScoreOutcome: Sendable, Equatable {
    package let dot: Dot
    package let who: ScanOutcome.Who
    /// The number of earlier marks of the same examiner that this one replaces.
    package let replaced: Int
    /// The mark as this terminal knows it now, including other examiners' marks.
    package let view: ScoreView
}

extension TerminalCore {
    /// Records an examiner's mark. It replaces the marks that the same examiner gave on this device, and nobody else's
    /// (SKL-3).
    /// - Parameters:
    ///   - hundredths: the mark, 0…10 000.
    ///   - actor: the examiner's id, not 0.
    package func score(
        _ number: String, offering: UInt64, hundredths: UInt64, actor: UInt64, at: DeviceTime
    ) throws -> ScoreOutcome {
        guard hundredths <= UInt64(ExamRule.scores.upperBound) else {
            throw Refusal(.invalid, field: "value", "a mark is 0 to 100", zh: "分数须在 0 至 100 之间")
        }
        guard actor != 0 else { throw Refusal(.invalid, field: "actor", "who marks?", zh: "缺少考官") }
        return try database.write { transaction in
            _ = try requireEnrolment(transaction)
            let (subject, who) = try subject(ofNumber: number, offering: offering, transaction)
            guard case .person = subject else {
                throw Refusal(
                    .unknownSubject, field: "number", "nobody on the roster has this number", zh: "名单中没有此编号")
            }
            let fact = Fact(
                kind: .score, subject: subject, offering: offering, actor: actor, method: .staff, value: hundredths,
                assessment: Assessment.exam)
            return try record(mark: fact, who, at: at, transaction)
        }
    }

    /// Records a mark of a person, with the examiner's earlier ones here as what it replaces and others' as what they saw.
    func record(
        mark: Fact, _ who: ScanOutcome.Who, at: DeviceTime, _ transaction: Transaction
    ) throws -> ScoreOutcome {
        guard let key = MarkKey(mark) else { throw Refusal(.unknownSubject, field: "number") }
        let log = try currentLog(transaction)
        var marks = try marks(key, transaction)
        let context = History(of: marks) { _, _ in false }.scoreContext(actor: mark.actor, log: log.id)
        var fact = mark
        fact.references = context.compactMap { FactReference($0, from: log.id) }
        var recorder = Recorder(log, transaction)
        let dot = try record(TimedFact(fact: fact, moment: moment(at)), key, &recorder, transaction)
        try recorder.finish()
        if let causal = fact.causal(at: dot, batch: nil) { marks.insert(causal) }
        return ScoreOutcome(
            dot: dot, who: who, replaced: context.count { $0.role == .replaces },
            view: History(of: marks) { _, _ in false }.score)
    }

    /// Voids one scan or mark of this device.
    package func void(_ dot: Dot, actor: UInt64, at: DeviceTime) throws -> Dot {
        try database.write { transaction in
            _ = try requireEnrolment(transaction)
            var recorder = Recorder(try currentLog(transaction), transaction)
            let row = try transaction.first("SELECT id FROM log WHERE log_id = ?1", dot.log.bytes) { $0.id(0) }
            let voiding = try void(dot.sequence, in: row ?? 0, actor: actor, at: at, &recorder, transaction)
            try recorder.finish()
            return voiding
        }
    }

    /// Appends the void of one of the device's own facts.
    /// - Parameter row: the row of the log of the fact.
    func void(
        _ sequence: UInt64, in row: UInt64, actor: UInt64, at: DeviceTime, _ recorder: inout Recorder,
        _ transaction: Transaction
    ) throws -> Dot {
        let log = recorder.log
        let id = try transaction.first("SELECT log_id FROM log WHERE id = ?1", row) { LogID($0.bytes(0)) } ?? nil
        guard let id, let target = try fact(sequence, in: row, transaction) else {
            throw Refusal(.notFound, "this device has no such record", zh: "本机没有该记录")
        }
        let tag = try row == log.row ? nil : tag(of: sequence, in: row, transaction)
        guard
            let reference = FactReference(
                Reference(.replaces, Dot(log: id, sequence: sequence), tag: tag), from: log.id)
        else { throw Refusal(.wrongState, "the record is not sealed yet; sync first", zh: "该记录尚未封存，请先同步") }
        let fact = Fact(
            kind: .void, subject: target.fact.subject, offering: target.fact.offering, actor: actor, method: .staff,
            references: [reference], assessment: target.fact.assessment)
        let timed = TimedFact(fact: fact, moment: moment(at))
        if let key = MarkKey(target.fact) { return try record(timed, key, &recorder, transaction) }
        try forget(target, transaction)
        return try recorder.append(timed).dot
    }

    /// Removes a voided scan from the day's first scans.
    private func forget(_ scan: TimedFact, _ transaction: Transaction) throws {
        guard case .live(_, _, let wallMs?) = scan.moment else { return }
        let (person, raw) = scan.fact.subject.key
        let day = try zone(of: scan.fact.offering, transaction).day(of: Instant(wallMs))
        try transaction.execute(
            "DELETE FROM seen WHERE offering = ?1 AND day = ?2 AND person = ?3 AND raw = ?4",
            scan.fact.offering, day.number, person, raw)
    }
}

/// The key of a mark: offering, person and assessment.
struct MarkKey {
    let offering: UInt64
    let person: UInt64
    let assessment: UInt64
}

extension MarkKey {
    /// Returns nil unless the fact is a mark of a known person.
    init?(_ fact: Fact) {
        guard fact.kind != .checkIn, fact.assessment != 0, case .person(let person) = fact.subject else { return nil }
        self.init(offering: fact.offering, person: person, assessment: fact.assessment)
    }
}

extension TerminalCore {
    func record(
        _ timed: TimedFact, _ key: MarkKey, _ recorder: inout Recorder, _ transaction: Transaction
    ) throws -> Dot {
        let (dot, body) = try recorder.append(timed)
        try transaction.execute(
            "INSERT INTO mark (offering, person, assessment, log, sequence, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            key.offering, key.person, key.assessment, recorder.log.row, dot.sequence, body)
        return dot
    }

    /// Returns every mark and void of a key that this device has recorded.
    func marks(_ key: MarkKey, _ snapshot: Snapshot) throws -> FactSet {
        let stored = try snapshot.all(
            """
            SELECT m.log, m.sequence, m.body, l.log_id FROM mark m JOIN log l ON l.id = m.log
            WHERE m.offering = ?1 AND m.person = ?2 AND m.assessment = ?3
            """, key.offering, key.person, key.assessment
        ) { (log: $0.id(0), sequence: $0.id(1), body: $0.bytes(2), id: LogID($0.bytes(3))) }
        var set = FactSet()
        for mark in stored {
            guard let id = mark.id else { throw TerminalDamage(table: "log", row: mark.log) }
            let tag = try tag(of: mark.sequence, in: mark.log, snapshot)
            let fact = try TimedFact(body: mark.body).fact
            if let causal = fact.causal(at: Dot(log: id, sequence: mark.sequence), batch: tag) { set.insert(causal) }
        }
        return set
    }
}
