import Application
import Domain
import Messages
import Storage
import TimeZones

/// An intake round as stored, with the settings of its programme and cohort.
struct RoundRecord {
    let id: UInt64
    let cohort: UInt64
    let programme: UInt64
    let state: RoundState
    let province: UInt64
    let year: UInt32
    let cohortName: String
    let timeZone: String
    let zone: ZoneRule
    /// Whether a base may admit applications that prefer it.
    let admitsByPreference: Bool
    let plan: IntakePlan

    /// - Throws: `notFound` for an unknown id.
    init(_ id: UInt64, field: String = "round", _ snapshot: Snapshot) throws {
        let row = try snapshot.first(
            """
            SELECT r.cohort, r.programme, r.name, r.kind, r.unit_approval, r.state, r.enrolment_from_ms,
            r.enrolment_to_ms, r.admission_from_ms, r.admission_to_ms, c.province, c.year, c.name, p.time_zone, s.value
            FROM intake_round r JOIN cohort c ON c.id = r.cohort JOIN programme p ON p.id = r.programme
            LEFT JOIN policy_switch s ON s.programme = p.id AND s.name = 'admissionFrom' WHERE r.id = ?1
            """, id
        ) { row in
            (
                cohort: row.id(0), programme: row.id(1), name: row.text(2),
                kind: try row.enumeration(3, IntakeKind.self),
                needsUnitApproval: row.bool(4), state: try row.enumeration(5, RoundState.self),
                enrolment: IntakeWindow(from: Instant(row.integer(6)), to: Instant(row.integer(7))),
                admission: IntakeWindow(from: Instant(row.integer(8)), to: Instant(row.integer(9))),
                province: row.id(10), year: row.uint32(11), cohortName: row.text(12), timeZone: row.text(13),
                admissionFrom: row.textOrNil(14)
            )
        }
        guard let row else { throw Refusal(.notFound, field: field) }
        self.id = id
        cohort = row.cohort
        programme = row.programme
        state = row.state
        province = row.province
        year = row.year
        cohortName = row.cohortName
        timeZone = row.timeZone
        zone = TimeZones.rule(named: timeZone) ?? .china
        admitsByPreference = row.admissionFrom.flatMap(AdmissionSource.init(rawValue:)) == .assignedOrPreferred
        plan = IntakePlan(
            stored: row.name, kind: row.kind,
            needsUnitApproval: row.needsUnitApproval, enrolment: row.enrolment, levels: try Self.levels(id, snapshot),
            admission: row.admission, batches: try Self.batches(id, snapshot))
    }

    private static func levels(_ id: UInt64, _ snapshot: Snapshot) throws -> [IntakePlan.Level] {
        try snapshot.all(
            "SELECT level, from_ms, to_ms FROM intake_round_level WHERE round = ?1 ORDER BY ordinal", id
        ) {
            IntakePlan.Level(
                try $0.enumeration(0),
                IntakeWindow(from: Instant($0.integer(1)), to: Instant($0.integer(2))))
        }
    }

    private static func batches(_ id: UInt64, _ snapshot: Snapshot) throws -> [IntakePlan.Batch] {
        let types = try snapshot.all(
            "SELECT batch, person_type FROM batch_person_type WHERE round = ?1 ORDER BY batch, person_type", id
        ) { (batch: $0.int(0), choice: $0.id(1)) }
        let categories = try snapshot.all(
            "SELECT batch, category FROM batch_base_category WHERE round = ?1 ORDER BY batch, category", id
        ) { (batch: $0.int(0), choice: $0.id(1)) }
        return try snapshot.all(
            "SELECT ordinal, name, preferences FROM preference_batch WHERE round = ?1 ORDER BY ordinal", id
        ) { row in
            let ordinal = row.int(0)
            return IntakePlan.Batch(
                name: row.text(1), preferences: row.int(2),
                personTypes: Set(types.filter { $0.batch == ordinal }.map(\.choice)),
                baseCategories: Set(categories.filter { $0.batch == ordinal }.map(\.choice)))
        }
    }

    /// Throws `wrongState` unless the round is open.
    func requireOpen() throws(Refusal) {
        guard state == .open else {
            throw Refusal(.wrongState, field: "round", Phrase("the round is not open", "招录批次未开放"))
        }
    }

    func requireEnrolmentWindow(_ now: Int64) throws {
        try requireOpen()
        try plan.enrolment.check(Instant(now), Phrase("enrolment", "报名"), zone: zone)
    }

    func requireAdmissionWindow(_ now: Int64) throws {
        try requireOpen()
        try plan.admission.check(Instant(now), Phrase("admission", "录取"), zone: zone)
    }

    /// REC-3a: whether the level may act now.
    func requireWindow(of level: IntakeLevel, _ now: Int64) throws {
        try requireOpen()
        guard let window = plan.window(of: level) else { throw Refusal(.wrongState, field: "level") }
        try window.check(Instant(now), level.wording, zone: zone)
    }

    /// Returns the specialty by which quotas are counted; 0 in a round of bases.
    func quotaSpecialty(_ specialty: UInt64) -> UInt64 { plan.kind == .specialty ? specialty : 0 }

    var message: IntakeRound {
        IntakeRound(
            id: id, cohort: cohort, programme: programme, name: plan.name,
            kind: plan.kind,
            needsUnitApproval: plan.needsUnitApproval,
            state: state,
            enrolment: plan.enrolment.message,
            levels: plan.levels.map { RoundLevel(level: $0.level.reviewLevel, window: $0.window.message) },
            admission: plan.admission.message,
            batches: plan.batches.map {
                PreferenceBatch(
                    name: $0.name, preferences: UInt32($0.preferences), personTypes: $0.personTypes.sorted(),
                    baseCategories: $0.baseCategories.sorted())
            }, province: province, year: year, cohortName: cohortName, timeZone: timeZone)
    }
}

extension IntakeWindow {
    var message: RoundWindow { .init(fromMs: from.milliseconds, toMs: to.milliseconds) }

    init(_ message: RoundWindow?) {
        self.init(from: Instant(message?.fromMs ?? 0), to: Instant(message?.toMs ?? 0))
    }
}
