import Application
import Causality
import Domain
import Facts
import Messages
import Storage

extension SkillsExams {
    private static let atOnce = 50

    /// SKL-3a, SKL-5: the people of an exam with their sheets, conflicts side by side and item by item.
    func listResults(_ request: ListSkillsResultsRequest, _ context: ReadContext) throws -> ListSkillsResultsReply {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: OfferingRecord(request.offering, snapshot), snapshot)
        let session = try exam(request.offering, snapshot)
        let only = request.person
        let sheets = try ExamSheets(session, of: only == 0 ? 0...UInt64(Int64.max) : only...only, self, snapshot)
        let page = try listPage(request.limit, atMost: Self.atOnce, by: \.self) { limit in
            let people = try snapshot.all(
                "SELECT person FROM roster WHERE offering = ?1 AND person > ?2 ORDER BY person", session.offering,
                request.after
            ) { $0.id(0) }
            return Array(
                people.lazy.filter { person in
                    (only == 0 || person == only)
                        && (!request.onlyConflicts || sheets.history(of: person)?.score.needsDecision == true)
                }.prefix(limit))
        }
        return ListSkillsResultsReply(
            results: try page.elements.map { person in
                let booking = try bookings.examBooking(of: person, at: session.offering, snapshot)
                return try result(of: person, booking, sheets, isExaminer: true, snapshot)
            }, next: page.next ?? 0)
    }

    /// SKL-1a, SKL-5: the caller's skills exams, current and past.
    func myExams(_ request: MySkillsExamsRequest, _ context: ReadContext) throws -> MySkillsExamsReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let page = try listPage(request.limit, atMost: Self.atOnce, by: \.id) { limit in
            try bookings.examBookings(of: person, before: before(request.after), limit: limit, snapshot)
        }
        return MySkillsExamsReply(
            results: try page.elements.map { booking in
                let sheets = try ExamSheets(
                    SessionRecord(booking.offering, snapshot), of: person...person, self, snapshot)
                return try result(of: person, booking, sheets, isExaminer: false, snapshot)
            }, next: page.next ?? 0)
    }

    /// SKL-3b: settles a conflict with a sheet of its own, by the latest edition among those shown. It supersedes them all, and all
    /// stay in view.
    func decideSheet(_ request: DecideSheetRequest, _ context: WriteContext) throws -> DecideSheetReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: OfferingRecord(request.offering, transaction), transaction)
        let session = try exam(request.offering, transaction)
        let (person, key) = (request.person, ExamSheets.key(request.person))
        let sheets = try ExamSheets(session, of: person...person, self, transaction)
        guard let history = sheets.history(of: person),
            let latest = history.siblings.compactMap({ SkillsSheet($0.sheet) }).max(by: { $0.edition < $1.edition }),
            let checklist = try SkillsChecklist(edition: latest.edition, of: latest.checklist, transaction)
        else { throw Refusal(.notFound, field: "person") }
        try checklist.require(request.marks.map { .init(earned: Int($0.earnedHundredths), isFailed: $0.failed) })
        let sheet = SkillsSheet(
            checklist: latest.checklist, edition: latest.edition,
            items: request.marks.map { .init(earned: UInt64($0.earnedHundredths), isFailed: $0.failed) })
        _ = try exams.decide(
            key, of: sheets.offering, history, value: Int64(sheet.value), sheet: sheet.bytes, reason: request.reason,
            shown: request.context, context)
        let booking = try bookings.examBooking(of: person, at: session.offering, transaction)
        var result = try result(of: person, booking, sheets, isExaminer: true, transaction)
        // The decision is sealed with its commit, behind this answer.
        result.scoreState = .decided
        result.valueHundredths = UInt32(clamping: sheet.value)
        result.outcome = sheet.hasFailedStep || Int(sheet.value) < checklist.passMark ? .failed : .passed
        result.sheets = []
        result.context = []
        return DecideSheetReply(result: result)
    }

    /// - Throws: `notFound` for an offering that is no skills exam.
    func exam(_ offering: UInt64, _ snapshot: Snapshot) throws -> SessionRecord {
        let session = try SessionRecord(offering, snapshot)
        guard session.isExam else { throw Refusal(.notFound, field: "offering") }
        return session
    }
}
