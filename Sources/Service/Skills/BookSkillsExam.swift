import Application
import Causality
import Domain
import Messages
import Storage

extension SkillsExams {
    /// SKL-1a, BKG-6c: books a place in an exam, once the written exam of the same entitlement is passed.
    func book(_ request: BookSkillsExamRequest, _ context: WriteContext) throws -> BookingReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let session = try exam(request.offering, transaction)
        let course = try bookings.examBooking(of: person, in: session.programme, transaction)
        guard try sittings.hasPassed(course.offering, person, transaction) else {
            throw Refusal(
                .wrongState, field: "exam", "pass the written exam first (rollcall exam list)",
                zh: "请先通过理论考核（rollcall exam list）")
        }
        let booking = try bookings.bookExam(session, following: course, context)
        context.auditDetail = "booking \(booking.id) of skills exam \(session.offering)"
        return try bookings.reply(booking.id, context)
    }
}

// Consequences of sheets and of the end of an exam.
extension SkillsExams {
    private static let bookingsAtOnce = 50

    /// SKL-1b: where marks of an exam have changed, results are told, and entitlements follow.
    var followSheets: Chore {
        Chore(name: "skills exams with new sheets", atOnce: 1) { snapshot, _, limit in
            try snapshot.all(
                "SELECT offering FROM marked_offering WHERE offering > 0 ORDER BY offering LIMIT ?1", limit
            ) { $0.id(0) }
        } prepare: { [checkIns] marked, snapshot in
            guard try snapshot.exists(.offeringIsSkillsExam, marked) else { return }
            try checkIns.prepare(OfferingRecord(marked, snapshot), snapshot)
        } act: { [self] marked, context in
            let transaction = context.transaction
            try transaction.execute("DELETE FROM marked_offering WHERE offering = ?1", marked)
            guard let session = try SessionRecord.find(marked, transaction), session.isExam else { return 0 }
            let sheets = try ExamSheets(session, self, transaction)
            let people = sheets.histories.histories.keys.map(\.person).sorted()
            for person in people {
                guard let booking = try bookings.examBooking(of: person, at: marked, transaction) else { continue }
                try follow(booking, sheets, context)
            }
            return people.count
        }
    }

    private func follow(_ booking: BookingRecord, _ sheets: ExamSheets, _ context: WriteContext) throws {
        let transaction = context.transaction
        let outcome = try outcome(of: booking.person, sheets, transaction)
        guard try bookings.keepOutcome(outcome, of: booking, context), outcome == .passed || outcome == .failed else {
            return
        }
        let value = sheets.history(of: booking.person)?.score.settled ?? 0
        let details =
            try awaitsEvaluation(of: booking.person, sheets.session, transaction)
            ? ["evaluate"] : [hundredths(Int(value)), outcome == .passed ? "passed" : "failed"]
        try notices.notify(
            booking.person, .examResult, subject: booking.id, details: [sheets.session.title] + details, context)
    }

    /// SKL-1c: when an exam is over, whoever has neither signed in nor been scored was absent.
    var endExams: Chore {
        Chore(name: "skills exams that ended", atOnce: 1) { snapshot, now, limit in
            try snapshot.all(
                """
                SELECT offering FROM course_session WHERE stage = ?1 AND ends_ms <= ?2 AND checklist <> 0
                ORDER BY ends_ms, offering LIMIT ?3
                """, SessionStage.begun.rawValue, now, limit
            ) { $0.id(0) }
        } prepare: { [checkIns] ended, snapshot in
            try checkIns.prepare(OfferingRecord(ended, snapshot), snapshot)
        } act: { [self] ended, context in
            let transaction = context.transaction
            let sheets = try ExamSheets(SessionRecord(ended, transaction), self, transaction)
            let approved = try bookings.approved(of: ended, limit: Self.bookingsAtOnce, transaction)
            for booking in approved {
                let isThere = sheets.isSignedIn(booking.person) || sheets.history(of: booking.person) != nil
                try bookings.endExam(booking, of: sheets.session, isThere: isThere, context)
            }
            if approved.count < Self.bookingsAtOnce { try bookings.setStage(.settled, of: ended, transaction) }
            return approved.count
        }
    }
}
