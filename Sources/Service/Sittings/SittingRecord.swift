import Application
import Domain
import Messages
import Storage

/// One attempt at a written exam, as stored.
struct SittingRecord {
    let id: UInt64
    let person: UInt64
    /// The class it is about.
    let offering: UInt64
    /// 0 for the exam of the offering itself.
    let paper: UInt64
    /// The base at which the paper was open; 0 for the exam of an offering.
    let base: UInt64
    /// The booking that admitted to it; 0 for the attendance list.
    let booking: UInt64
    let edition: UInt64
    let seed: UInt64
    let attempt: Int
    var state: SittingState
    let startedMs: Int64
    let endsMs: Int64
    /// 0 while it is open.
    var submittedMs: Int64
    /// In hundredths.
    var value: Int
    var passed: Bool
    let passMark: Int
    let rule: MultipleChoice
    let isMarkedAgain: Bool
    let hasComplaint: Bool
    /// Its questions and answers are no longer kept.
    let isErased: Bool

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        guard let found = try snapshot.first(Self.one, id, body: Self.columns.read) else {
            throw Refusal(.notFound, field: "sitting")
        }
        self = found
    }

    /// - Throws: `notFound` for somebody else's too.
    init(_ id: UInt64, of person: UInt64, _ snapshot: Snapshot) throws {
        let found = try SittingRecord(id, snapshot)
        guard found.person == person else { throw Refusal(.notFound, field: "sitting") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        person = row.id()
        offering = row.id()
        paper = row.id()
        base = row.id()
        booking = row.id()
        edition = row.id()
        seed = row.id()
        attempt = row.int()
        state = try row.enumeration()
        startedMs = row.integer()
        endsMs = row.integer()
        submittedMs = row.integer()
        value = row.int()
        passed = row.bool()
        passMark = row.int()
        rule = row.bool() ? .halfForPart : .allOrNothing
        isMarkedAgain = row.bool()
        hasComplaint = row.bool()
        isErased = row.bool()
    }

    static let columns = Columns(
        """
        id, person, offering, paper, base, booking, edition, seed, attempt, state, started_ms, ends_ms, submitted_ms,
        value, passed, pass_mark, half_for_part, marked_again, complaint, erased
        """
    ) { try SittingRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM sitting WHERE id = ?1")

    static let ofPersonInOffering = SQL(
        "SELECT \(columns) FROM sitting WHERE offering = ?1 AND person = ?2 ORDER BY attempt")

    static let ofPerson = SQL("SELECT \(columns) FROM sitting WHERE person = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")

    static let ofOffering = SQL("SELECT \(columns) FROM sitting WHERE offering = ?1 AND id > ?2 ORDER BY id LIMIT ?3")

    static let ofPaperAtBase = SQL(
        "SELECT \(columns) FROM sitting WHERE paper = ?1 AND base = ?2 AND id > ?3 ORDER BY id LIMIT ?4")

    static let complainedOfOffering = SQL(
        """
        SELECT \(columns) FROM sitting WHERE offering = ?1 AND complaint = 1 AND id > ?2 ORDER BY id LIMIT ?3
        """)

    static let complainedOfPaperAtBase = SQL(
        """
        SELECT \(columns) FROM sitting WHERE paper = ?1 AND base = ?2 AND complaint = 1 AND id > ?3 ORDER BY id LIMIT ?4
        """)

    /// Whether answers are taken.
    func isOpen(at now: Int64) -> Bool { state == .open && now < endsMs }
}

extension Sittings {
    func message(_ sitting: SittingRecord, _ snapshot: Snapshot, now: Int64) throws -> Sitting {
        let title = try snapshot.first(.titleOfOffering, sitting.offering) { $0.text(0) }
        let person = try snapshot.first(.numberAndNameOnRoster, sitting.offering, sitting.person) {
            (number: $0.text(0), name: $0.text(1))
        }
        let name = try person?.name ?? snapshot.first(.nameOfPerson, sitting.person) { $0.text(0) }
        let paper = sitting.paper == 0 ? nil : try PaperRecord(sitting.paper, snapshot).title
        let isOpen = sitting.state == .open
        let complaint = isOpen ? nil : try complaint(about: sitting.id, snapshot)
        return Sitting(
            id: sitting.id, offering: sitting.offering,
            title: [title, paper].compactMap(\.self).joined(separator: " · "), person: sitting.person,
            number: person?.number ?? "", name: name ?? "", attempt: UInt32(sitting.attempt), state: sitting.state,
            startedMs: sitting.startedMs, endsMs: sitting.endsMs, nowMs: now, submittedMs: sitting.submittedMs,
            questions: sitting.isErased ? 0 : UInt32(try exams.edition(sitting.edition, snapshot).items.count),
            answered: UInt32(try sheet(of: sitting.id, snapshot).answered),
            valueHundredths: isOpen ? 0 : UInt32(sitting.value), passMarkHundredths: UInt32(sitting.passMark),
            passed: sitting.passed, markedAgain: sitting.isMarkedAgain, complaint: sitting.hasComplaint,
            paper: sitting.paper, base: sitting.base, erased: sitting.isErased,
            complaintReason: complaint?.said.reason ?? "", answer: complaint?.answer?.event,
            answerReason: complaint?.answer?.reason ?? "")
    }

    /// The answers that were saved in a sitting, in the order in which they came.
    func sheet(of sitting: UInt64, _ snapshot: Snapshot) throws -> AnswerSheet {
        let saved = try snapshot.all(
            "SELECT device, counter, item, chosen FROM sitting_answer WHERE sitting = ?1 ORDER BY ordinal", sitting
        ) { row in
            SavedAnswer(device: row.id(0), counter: row.id(1), item: row.int(2), chosen: row.uint32(3))
        }
        return AnswerSheet(saved)
    }
}
