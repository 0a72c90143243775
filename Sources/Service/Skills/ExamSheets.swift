import Application
import Causality
import Domain
import Facts
import Messages
import Storage

/// The sheets of one skills exam, and who has signed in.
struct ExamSheets {
    let session: SessionRecord
    let offering: OfferingRecord
    let histories: ScoreHistories
    private let attendance: OfferingAttendance

    init(
        _ session: SessionRecord, of people: ClosedRange<UInt64> = 0...UInt64(Int64.max), _ skills: SkillsExams,
        _ snapshot: Snapshot
    ) throws {
        self.session = session
        offering = try OfferingRecord(session.offering, snapshot)
        histories = try ScoreHistories(offering, of: people, skills.journal, snapshot)
        attendance = try OfferingAttendance(offering, skills.checkIns.keptAttendance, snapshot)
    }

    func history(of person: UInt64) -> History? { histories.histories[Self.key(person)] }

    static func key(_ person: UInt64) -> ScoreHistories.Key {
        ScoreHistories.Key(person: person, assessment: Assessment.skills)
    }

    /// ATT-7: whether a scan of theirs lies between the opening of the sign-in and the end.
    func isSignedIn(_ person: UInt64) -> Bool {
        attendance.attendance.roster.row(of: person).map {
            attendance.attendance.presence(row: $0).inWindow.contains(true)
        } ?? false
    }
}

extension SkillsExams {
    /// SKL-4: whether the result of an exam is withheld until its person has evaluated the exam.
    func awaitsEvaluation(of person: UInt64, _ exam: SessionRecord, _ snapshot: Snapshot) throws -> Bool {
        let policy = try programmes.policy(of: exam.programme, snapshot)
        guard policy.evaluationForm != nil, policy.evaluationGates?.contains(.skillsResult) == true else {
            return false
        }
        return try !evaluations.hasEvaluated(exam: exam.offering, person, snapshot)
    }

    /// SKL-1b, SKL-5: what the sheets of a person amount to, whoever may know it yet.
    func outcome(of person: UInt64, _ sheets: ExamSheets, _ snapshot: Snapshot) throws -> SkillsOutcome {
        guard let history = sheets.history(of: person) else { return .awaited }
        return try exams.skillsOutcome(history.score, snapshot)
    }

    /// - Parameter isExaminer: for those who decide: with every sheet, whatever became of it.
    func result(
        of person: UInt64, _ booking: BookingRecord?, _ sheets: ExamSheets, isExaminer: Bool, _ snapshot: Snapshot
    ) throws -> SkillsResult {
        let (session, history) = (sheets.session, sheets.history(of: person))
        let entry = try snapshot.first(.numberAndNameOnRoster, session.offering, person) {
            (number: $0.text(0), name: $0.text(1))
        }
        let name = try entry?.name ?? snapshot.first(.nameOfPerson, person) { $0.text(0) }
        var result = SkillsResult(
            offering: session.offering, title: session.title, baseName: session.baseName,
            startsMs: session.starts.milliseconds, timeZone: session.timeZone, person: person,
            number: entry?.number ?? booking?.rosterNumber ?? "", name: name ?? "", booking: booking?.id ?? 0,
            bookingState: booking?.state, outcome: try outcome(of: person, sheets, snapshot),
            signedIn: sheets.isSignedIn(person))
        guard let history else { return result }
        if !isExaminer, try awaitsEvaluation(of: person, session, snapshot) {
            result.outcome = .withheld
            return result
        }
        let view = history.score
        result.scoreState = view.state
        result.valueHundredths = UInt32(clamping: view.settled ?? 0)
        if isExaminer {
            // Examiners' sheets, then decisions.
            let facts = sheets.histories.facts(of: history)
            result.sheets = try [false, true].flatMap { isDecision in
                try facts.filter { ($0.role == .adjudication) == isDecision }.map {
                    try sheet($0, history, sheets, snapshot)
                }.sorted { ScoreSibling.isEarlier($0.mark ?? ScoreSibling(), $1.mark ?? ScoreSibling()) }
            }
            result.context = history.siblings.map(\.dot).encoded
        } else if let standing = view.standing {
            var sheet = try sheet(standing, history, sheets, snapshot)
            // Staff alone see which of them it was.
            sheet.mark = ScoreSibling(
                valueHundredths: sheet.mark?.valueHundredths ?? 0, atMs: sheet.mark?.atMs ?? 0,
                kind: sheet.mark?.kind ?? 0)
            result.sheets = [sheet]
        }
        return result
    }

    private func sheet(
        _ fact: CausalFact, _ history: History, _ sheets: ExamSheets, _ snapshot: Snapshot
    ) throws -> ScoredSheet {
        let mark = try exams.sibling(fact, sheets.histories, snapshot)
        let stands = history.siblings.contains { $0.dot == fact.dot }
        let reason = fact.role == .adjudication ? try exams.reason(of: fact.dot, snapshot) : ""
        guard let sheet = SkillsSheet(fact.sheet),
            let checklist = try SkillsChecklist(edition: sheet.edition, of: sheet.checklist, snapshot)
        else { return ScoredSheet(mark: mark, stands: stands, reason: reason) }
        return ScoredSheet(
            mark: mark, checklist: sheet.checklist, edition: UInt32(clamping: sheet.edition),
            passMarkHundredths: UInt32(checklist.passMark),
            items: zip(checklist.items, sheet.items).map { item, scored in
                ScoredItem(
                    text: item.text, pointsHundredths: UInt32(clamping: item.points), critical: item.isCritical,
                    earnedHundredths: UInt32(clamping: scored.earned), failed: scored.isFailed)
            }, stands: stands, reason: reason)
    }
}

extension ScoreHistories {
    /// The marks and decisions of a history, without what only takes them back.
    fileprivate func facts(of history: History) -> [CausalFact] {
        history.facts.filter { $0.role != .void && $0.role != .checkIn }
    }
}
