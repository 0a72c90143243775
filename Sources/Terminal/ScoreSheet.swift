package import Domain
import Facts
import Messages
import Passes
import Storage

/// The result of recording a sheet.
package struct SheetOutcome: Sendable, Equatable {
    package let mark: ScoreOutcome
    /// The sum of the points, in hundredths.
    package let value: Int
    package let isPassed: Bool
    /// The critical steps that were failed.
    package let failedSteps: [String]
    /// Whether this terminal has seen the person sign in; another may have.
    package let hasSignedIn: Bool
}

extension TerminalCore {
    /// SKL-2: records an examiner's sheet, every item of it. It replaces the sheets that the same examiner made on this device, and
    /// nobody else's (SKL-3). Somebody who has not signed in is scored all the same.
    /// - Parameters:
    ///   - text: the person's ticket, or their number on the roster.
    ///   - marks: of each item, in the order of the checklist.
    ///   - examiner: whose PIN was verified.
    package func score(
        _ text: String, marks: [SkillsChecklist.Mark], offering: UInt64, examiner: UInt64, at: DeviceTime
    ) throws -> SheetOutcome {
        try database.write { transaction in
            let enrolment = try requireEnrolment(transaction)
            let exam = try skillsExam(offering, transaction)
            let checklist = SkillsChecklist(
                stored: exam.items.map {
                    .init(text: $0.text, points: Int($0.pointsHundredths), isCritical: $0.critical)
                }, passMark: Int(exam.passMarkHundredths))
            try checklist.require(marks)
            let (person, who) = try candidate(text, offering, enrolment, at, transaction)
            let sheet = SkillsSheet(
                checklist: exam.checklist, edition: UInt64(exam.edition),
                items: marks.map { .init(earned: UInt64($0.earned), isFailed: $0.isFailed) })
            let fact = Fact(
                kind: .score, subject: .person(person), offering: offering, actor: examiner, method: .staff,
                value: sheet.value, assessment: Assessment.skills, extensions: sheet.bytes)
            let outcome = try record(mark: fact, who, at: at, transaction)
            let hasSignedIn = try transaction.exists(
                "SELECT 1 FROM seen WHERE offering = ?1 AND person = ?2", offering, person)
            return SheetOutcome(
                mark: outcome, value: Int(sheet.value),
                isPassed: !sheet.hasFailedStep && Int(sheet.value) >= checklist.passMark,
                failedSteps: zip(checklist.items, sheet.items).filter { $0.1.isFailed }.map(\.0.text),
                hasSignedIn: hasSignedIn)
        }
    }

    /// Finds whom a sheet is about: the holder of a genuine ticket of this exam, on the roster here or not yet, or whoever has a
    /// number on it.
    private func candidate(
        _ text: String, _ offering: UInt64, _ enrolment: Enrolment, _ at: DeviceTime, _ snapshot: Snapshot
    ) throws -> (person: UInt64, who: ScanOutcome.Who) {
        switch Scanned(text) {
        case .pass(let signed):
            let keys = [SignedPass.Key(id: SignedPass.siteKeyID, key: enrolment.siteKey)]
            guard signed.validity(keys, siteID: enrolment.site, nowMs: at.wallMs) != .forged else {
                throw Refusal(.invalid, field: "text", "the ticket is forged or of another site", zh: "准考证系伪造或非本站点签发")
            }
            guard signed.pass.kind == .examTicket, signed.pass.offering == offering else {
                throw Refusal(.invalid, field: "text", "this is no ticket of this exam", zh: "不是本场考核的准考证")
            }
            let person = signed.pass.person
            let known = try attendee(person: person, offering: offering, snapshot)
            return (person, known.map { .known($0) } ?? .notOnRoster(person: person))
        case .venueCode, .unreadable:
            throw Refusal(.invalid, field: "text", "scan the person's ticket", zh: "请扫描学员的准考证")
        case .other(let number):
            let (subject, who) = try subject(ofNumber: number, offering: offering, snapshot)
            guard case .person(let person) = subject else {
                throw Refusal(
                    .unknownSubject, field: "number", "nobody on the roster has this number", zh: "名单中没有此编号")
            }
            return (person, who)
        }
    }
}
