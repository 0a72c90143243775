import Application
import Causality
import Domain
import Facts
import Messages
import Passes
import Storage

/// Judges facts by the present tables, whatever arrived first: a fact whose person, examiner or offering becomes known
/// later counts from then on. Caches its lookups for one snapshot.
struct Judgement {
    struct Verdict: Equatable {
        /// Why the fact is quarantined; nil if it counts.
        var code: ErrorCode?
        /// The person by the present roster; 0 if unknown.
        var person: UInt64
    }

    private struct Place {
        let base: UInt64
        let courses: Set<UInt64>
        let codePeriodSeconds: Int
    }

    private struct Named: Hashable {
        let offering: UInt64
        let subject: Subject
    }

    private struct Edition: Hashable {
        let programme: UInt64
        let checklist: UInt64
        let edition: UInt64
    }

    private struct Examiner: Hashable {
        let base: UInt64
        let person: UInt64
    }

    private let snapshot: Snapshot
    private var bases: [UInt64: UInt64] = [:]
    private var places: [UInt64: Place?] = [:]
    private var people: [Named: UInt64] = [:]
    private var examiners: [Examiner: Int64] = [:]

    private var programmesOfExams: [UInt64: UInt64] = [:]
    private var checklists: [Edition: SkillsChecklist?] = [:]

    /// The walk-ins of a batch that wait to be read, and the batch.
    private var awaited: (batch: UInt64, numbers: Set<String>)?

    /// Whether anybody has decided anything; nil before it is asked.
    private var hasDecisions: Bool?

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// Judges a fact without the decisions about it.
    /// - Parameter row: must be within the allowance.
    mutating func verdict(_ batch: StoredBatch, _ row: Int) throws -> Verdict {
        let fact = batch.facts[row]
        guard let place = try place(fact.offering) else { return Verdict(code: .unknownOffering, person: 0) }
        if batch.terminal != 0 {
            guard try base(of: batch.terminal) == place.base else { return Verdict(code: .foreignOffering, person: 0) }
        }
        if let code = defect(batch, row) { return Verdict(code: code, person: 0) }
        // A scan of a known person who is not on the roster is not quarantined: it is shown, and flagged.
        if fact.kind == .checkIn {
            let person =
                try fact.person != 0 ? fact.person : person(batch.facts.subject(row), of: fact.offering)
            let hasCourse = fact.course == 0 || place.courses.contains(fact.course)
            return Verdict(code: person == 0 ? .unknownSubject : hasCourse ? nil : .unknownCourse, person: person)
        }
        let person = try person(batch.facts.subject(row), of: fact.offering)
        return Verdict(code: try markCode(batch, row, person, place), person: person)
    }

    /// Returns why a fact does not count, with the decisions about it; nil if it does, or is one of a walk-in who is about to be read.
    mutating func quarantine(_ batch: StoredBatch, _ row: Int) throws -> ErrorCode? {
        guard let code = try verdict(batch, row).code else { return nil }
        if code == .unknownSubject, try awaitsWalkIn(batch, row) { return nil }
        let known = try hasDecisions ?? snapshot.exists("SELECT 1 FROM decision ORDER BY id LIMIT 1")
        hasDecisions = known
        guard known, batch.facts[row].kind == .checkIn else { return code }
        let dot = Dot(log: batch.logID, sequence: batch.sequence(row))
        let decisions = try StoredDecision.all(about: dot, in: batch.tag, snapshot)
        return StandingDecisions(decisions.map(\.decision)).quarantine(code)
    }

    /// ATT-6: whether a code is that of a walk-in whom its batch introduces and who waits to be read. Nothing of who that is takes part.
    private mutating func awaitsWalkIn(_ batch: StoredBatch, _ row: Int) throws -> Bool {
        if awaited?.batch != batch.row {
            let isWaiting = try snapshot.exists("SELECT 1 FROM walk_in_batch WHERE batch = ?1", batch.row)
            let rows =
                try isWaiting ? batch.walkIns.filter { try takesWalkIns(batch.facts[$0].offering) } : []
            awaited = (batch.row, Set(rows.map(batch.number)))
        }
        return awaited?.numbers.contains(batch.number(row)) == true
    }

    private func takesWalkIns(_ offering: UInt64) throws -> Bool {
        try snapshot.exists(
            """
            SELECT 1 FROM offering o JOIN policy_switch w ON w.programme = o.programme WHERE o.id = ?1
            AND w.name = 'walkIn' AND w.value = ?2
            """, offering, WalkInPolicy.yes.rawValue)
    }

    /// Returns why a check-in that was decided to belong to another offering cannot be one of it; nil if it can.
    func defect(_ batch: StoredBatch, _ row: Int) -> ErrorCode? {
        if let code = batch.facts.defect(row) { return code }
        if case .unknown = batch.facts[row].method { return .unknownKind }
        return nil
    }

    mutating func hasCourse(_ course: UInt64, _ offering: UInt64) throws -> Bool {
        try course == 0 || place(offering)?.courses.contains(course) ?? false
    }

    /// Returns the period of an offering's venue codes, in milliseconds; nil for an unknown offering.
    mutating func codePeriodMs(of offering: UInt64) throws -> Int64? {
        try place(offering).map { Int64($0.codePeriodSeconds) * 1000 }
    }

    private mutating func markCode(
        _ batch: StoredBatch, _ row: Int, _ person: UInt64, _ place: Place
    ) throws -> ErrorCode? {
        let fact = batch.facts.fact(row)
        // Decisions are made online, where the author's authority is checked.
        switch fact.kind {
        case .adjudication, .correction, .decision: if batch.terminal != 0 { return .actorNotAssigned }
        case .checkIn, .score, .void, .unknown: break
        }
        if fact.kind == .decision { return nil }
        if fact.kind == .void, fact.assessment == 0 { return nil }
        guard Assessment.all.contains(fact.assessment) else { return .invalid }
        if fact.kind != .void {
            guard fact.value <= UInt64(ExamRule.scores.upperBound), try isOfItsAssessment(fact) else { return .invalid }
            guard fact.course == 0 || place.courses.contains(fact.course) else { return .unknownCourse }
        }
        guard person != 0 else { return .unknownSubject }
        guard batch.terminal != 0, try until(fact.actor, at: place.base) < batch.receivedMs else { return nil }
        let isAdmitted = try snapshot.exists(
            "SELECT 1 FROM admitted_mark WHERE log = ?1 AND sequence = ?2", batch.log, batch.sequence(row))
        return isAdmitted ? nil : .actorNotAssigned
    }

    /// Whether the offering has the assessment of a mark, and a sheet is one of a checklist of its programme.
    private mutating func isOfItsAssessment(_ fact: Fact) throws -> Bool {
        let programme = try programmeOfExam(fact.offering)
        guard fact.assessment == Assessment.skills else { return programme == 0 }
        guard programme != 0, let sheet = SkillsSheet(fact.extensions) else { return false }
        return try checklist(of: sheet, programme)?.fits(sheet.marks) ?? false
    }

    // Lookups

    /// Returns the programme of an offering that is a skills exam; 0 for any other.
    private mutating func programmeOfExam(_ offering: UInt64) throws -> UInt64 {
        if let known = programmesOfExams[offering] { return known }
        let programme = try snapshot.first(
            "SELECT programme FROM course_session WHERE offering = ?1 AND checklist <> 0", offering
        ) { $0.id(0) }
        programmesOfExams[offering] = programme ?? 0
        return programme ?? 0
    }

    private mutating func checklist(of sheet: SkillsSheet, _ programme: UInt64) throws -> SkillsChecklist? {
        let key = Edition(programme: programme, checklist: sheet.checklist, edition: sheet.edition)
        if let known = checklists[key] { return known }
        let isOfProgramme = try snapshot.exists(
            "SELECT 1 FROM checklist WHERE id = ?1 AND programme = ?2", sheet.checklist, programme)
        let found = try isOfProgramme ? SkillsChecklist(edition: sheet.edition, of: sheet.checklist, snapshot) : nil
        checklists[key] = .some(found)
        return found
    }

    /// Returns the person of a subject on an offering's roster; 0 for nobody.
    private mutating func person(_ subject: Subject, of offering: UInt64) throws -> UInt64 {
        let named = Named(offering: offering, subject: subject)
        if let known = people[named] { return known }
        let person =
            switch subject {
            case .person(let id): try Self.onRoster(id, offering, snapshot)
            case .raw(let bytes): try JournalStore.person(ofNumber: bytes, offering, snapshot)
            }
        people[named] = person
        return person
    }

    private static func onRoster(_ id: UInt64, _ offering: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        try snapshot.first(
            """
            SELECT person FROM roster WHERE offering = ?1 AND person IN
            (?2, (SELECT kept FROM person_alias WHERE joined = ?2)) ORDER BY person
            """, offering, id
        ) { $0.id(0) } ?? 0
    }

    private mutating func place(_ offering: UInt64) throws -> Place? {
        if let known = places[offering] { return known }
        let found = try snapshot.first("SELECT base, project, code_period_s FROM offering WHERE id = ?1", offering) {
            (base: $0.id(0), project: $0.id(1), period: $0.int(2))
        }
        let place = try found.map { found in
            Place(
                base: found.base,
                courses: Set(
                    try snapshot.all(.coursesOfProject, found.project) {
                        $0.id(0)
                    }), codePeriodSeconds: found.period)
        }
        places[offering] = .some(place)
        return place
    }

    private mutating func base(of terminal: UInt64) throws -> UInt64 {
        if let known = bases[terminal] { return known }
        let base = try snapshot.first(.baseOfTerminal, terminal) { $0.id(0) } ?? 0
        bases[terminal] = base
        return base
    }

    /// Returns until when a person may mark at a base: without end while assigned, else until the assignment ended.
    private mutating func until(_ person: UInt64, at base: UInt64) throws -> Int64 {
        let examiner = Examiner(base: base, person: person)
        if let known = examiners[examiner] { return known }
        let isAssigned = try snapshot.exists(
            .personHasOneOfRoles, person, base,
            Role.examiner.rawValue, Role.baseAdmin.rawValue, Role.examBaseAdmin.rawValue)
        let until =
            try isAssigned
            ? .max
            : snapshot.first("SELECT until_ms FROM former_examiner WHERE base = ?1 AND person = ?2", base, person) {
                $0.integer(0)
            } ?? .min
        examiners[examiner] = until
        return until
    }
}

extension JournalStore {
    /// Returns the person with a scanned number on an offering's roster, or that of a walk-in; 0 for nobody.
    static func person(ofNumber scanned: [UInt8], _ offering: UInt64, _ snapshot: Snapshot) throws -> UInt64 {
        let number = RosterNumber.normalized(String(decoding: scanned, as: UTF8.self))
        if let person = try snapshot.first(.personByNumber, offering, number, body: { $0.id(0) }) { return person }
        return try snapshot.first(.personOfWalkIn, offering, number, WalkInState.rejected.rawValue) { $0.id(0) } ?? 0
    }

    /// Records a change of an offering's roster, a decision about one of its check-ins, or a late read of one of its
    /// batches. Call it for every such change.
    static func noteAttendanceChange(_ offering: UInt64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO attendance_change (offering, number) VALUES (?1, 1)
            ON CONFLICT (offering) DO UPDATE SET number = attendance_change.number + 1
            """, offering)
    }
}

extension DecodedBatch {
    /// Returns the defect of a fact by itself.
    fileprivate func defect(_ row: Int) -> ErrorCode? {
        // Fast path: nearly all facts are check-ins, which need only their numbers checked.
        if self[row].kind == .checkIn, !hasReferences { return isInRange(row) ? nil : .invalid }
        return switch fact(row).defect(sequence: firstSequence + UInt64(row)) {
        case .unknownKind: .unknownKind
        case .outOfRange, .withoutAssessment: .invalid
        case .namesNothing, .namesFuture: .badReference
        case nil: nil
        }
    }
}
