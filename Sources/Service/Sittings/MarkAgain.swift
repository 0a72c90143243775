import Application
import Domain
import Messages
import Storage

extension Sittings {
    private static let reasonLimit = 500
    private static let extraMinutes: ClosedRange<UInt32> = 0...240

    /// The person of a sitting says why its mark is wrong; one complaint waits at a time.
    func complain(_ request: ComplainRequest, _ context: WriteContext) throws -> SittingReply {
        let sitting = try SittingRecord(request.sitting, of: context.call.person().id, context.transaction)
        guard sitting.state != .open, !sitting.hasComplaint else {
            throw Refusal(
                .wrongState, field: "sitting", "it has no mark yet, or a complaint waits", zh: "尚无成绩，或已有申诉待处理")
        }
        guard !sitting.isErased else {
            throw Refusal(
                .tooLate, field: "sitting", "its questions and answers are no longer kept", zh: "试题与作答已超过保存期限，不再受理申诉")
        }
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        try note(.complaint, of: sitting, value: sitting.value, reason, context)
        try context.transaction.execute("UPDATE sitting SET complaint = 1 WHERE id = ?1", sitting.id)
        try tellComplaint(about: sitting, context)
        context.auditDetail = "sitting \(sitting.id): the person complains"
        return try shown(sitting.id, context)
    }

    /// Tells those who can answer it; who complains is not among them, whatever they hold. The reason stays where it is forgotten
    /// with its person.
    private func tellComplaint(about sitting: SittingRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let offering = try OfferingRecord(sitting.offering, transaction)
        let staff = try projects.organisers(of: offering, withExamBase: sitting.base, transaction)
        let said = try message(sitting, transaction, now: context.now)
        for person in staff.subtracting([sitting.person]).sorted() {
            try notices.notify(
                person, .examComplaint, subject: sitting.id, details: [said.title, said.number, said.name], context)
        }
    }

    /// EXM-6: marks a sitting again with a reason, or upholds its mark. All marks it had stay in view.
    func markAgain(_ request: MarkAgainRequest, _ context: WriteContext) throws -> SittingReply {
        let transaction = context.transaction
        var sitting = try SittingRecord(request.sitting, transaction)
        try requireAuthority(over: sitting, context.call, transaction)
        try context.call.requireAnothers(sitting.person, transaction)
        guard sitting.state != .open else {
            throw Refusal(.wrongState, field: "sitting", "it has not ended yet", zh: "考试尚未结束")
        }
        let value = Int(request.valueHundredths)
        guard ExamRule.scores.contains(Int64(value)) else {
            throw Refusal(.invalid, field: "value_hundredths", "from 0 to 100", zh: "须在 0 至 100 之间")
        }
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        let isUpheld = value == sitting.value
        try note(isUpheld ? .upheld : .markedAgain, of: sitting, value: value, reason, context)
        context.auditDetail = "sitting \(sitting.id): \(hundredths(sitting.value)) → \(hundredths(value)), \(reason)"
        sitting.value = value
        sitting.passed = value >= sitting.passMark
        try transaction.execute(
            "UPDATE sitting SET value = ?2, passed = ?3, marked_again = ?4, complaint = 0 WHERE id = ?1", sitting.id,
            value, sitting.passed, sitting.isMarkedAgain || !isUpheld)
        if sitting.hasComplaint {
            try tellAnswer(of: sitting, isUpheld, reason, context)
        } else {
            try tellResult(of: sitting, because: reason, context)
        }
        try settleExam(of: sitting, context)
        return try shown(sitting.id, context)
    }

    /// EXM-6: a sitting as it was sat: its questions with their key, every answer that was saved, and what was said of it.
    func showSitting(_ request: SittingQuestionsRequest, _ context: ReadContext) throws -> ShowSittingReply {
        let snapshot = context.snapshot
        let sitting = try SittingRecord(request.sitting, snapshot)
        try requireAuthority(over: sitting, context.call, snapshot)
        let notes = try snapshot.all(SittingNote.ofSitting, sitting.id, body: SittingNote.columns.read)
        guard !sitting.isErased else {
            return ShowSittingReply(sitting: try message(sitting, snapshot, now: context.now), notes: notes)
        }
        let sheet = try sheet(of: sitting.id, snapshot)
        let page = try questions(of: sitting, request, sheet, isExaminer: true, snapshot)
        let order = ExamOrder(seed: sitting.seed, try exams.edition(sitting.edition, snapshot))
        var numbers: [Int: UInt32] = [:]
        for question in page.elements { numbers[order.items[Int(question.number) - 1]] = question.number }
        let times = try snapshot.all(
            "SELECT at_ms FROM sitting_answer WHERE sitting = ?1 ORDER BY ordinal", sitting.id
        ) { $0.integer(0) }
        let answers = zip(sheet.saved, times).enumerated().compactMap { position, kept -> SavedAnswerRecord? in
            guard let number = numbers[kept.0.item] else { return nil }
            return SavedAnswerRecord(
                device: kept.0.device, counter: kept.0.counter, question: number,
                chosen: order.boxes(of: kept.0.chosen, item: kept.0.item), atMs: kept.1,
                stands: sheet.standing[kept.0.item] == position)
        }
        return ShowSittingReply(
            sitting: try message(sitting, snapshot, now: context.now), questions: page.elements, next: page.next ?? 0,
            answers: answers, notes: notes)
    }

    /// Minutes on top for somebody who needs them, in attempts that begin later.
    func grantExtraTime(_ request: GrantExtraTimeRequest, _ context: WriteContext) throws -> GrantExtraTimeReply {
        let transaction = context.transaction
        let offering = try OfferingRecord(request.offering, transaction)
        try context.call.requireAuthority(over: offering, transaction)
        guard Self.extraMinutes.contains(request.minutes) else {
            throw Refusal(.invalid, field: "minutes", "from 0 to 240 minutes", zh: "须为 0 至 240 分钟")
        }
        let reason = try checkedTitle(request.reason, field: "reason", limit: Self.reasonLimit)
        let person = try transaction.first(.personByNumber, offering.id, request.number) { $0.id(0) }
        guard let person else { throw Refusal(.notFound, field: "number") }
        try context.call.requireAnothers(person, transaction)
        try transaction.execute(
            """
            INSERT INTO extra_time (offering, person, minutes, reason, granted_by, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (offering, person) DO UPDATE SET minutes = ?3, reason = ?4, granted_by = ?5, at_ms = ?6
            """, offering.id, person, request.minutes, reason, context.call.person().id, context.now)
        context.auditDetail = "offering \(offering.id), person \(person): \(request.minutes) min on top, \(reason)"
        return GrantExtraTimeReply(
            person: person, name: try transaction.first(.nameOfPerson, person) { $0.text(0) } ?? "",
            minutes: request.minutes)
    }

    /// Whoever has the class in hand, or the base at which the paper was sat.
    private func requireAuthority(over sitting: SittingRecord, _ call: Call, _ snapshot: Snapshot) throws {
        let offering = try OfferingRecord(sitting.offering, snapshot)
        try call.requireAuthority(
            overAnyOf: [offering.base, offering.owner] + (sitting.base == 0 ? [] : [sitting.base]), snapshot)
    }

    private func tellAnswer(
        of sitting: SittingRecord, _ isUpheld: Bool, _ reason: String, _ context: WriteContext
    ) throws {
        let title = try context.transaction.first(.titleOfOffering, sitting.offering) { $0.text(0) }
        try notices.notify(
            sitting.person, .complaintAnswered, subject: sitting.id,
            details: [
                title ?? "", isUpheld ? "upheld" : "corrected", hundredths(sitting.value),
                sitting.passed ? "passed" : "failed", reason,
            ], context)
    }

    private func note(
        _ event: SittingEvent, of sitting: SittingRecord, value: Int, _ reason: String, _ context: WriteContext
    ) throws {
        try context.transaction.execute(
            """
            INSERT INTO sitting_note (id, sitting, event, before_value, value, reason, person, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, context.transaction.newID(), sitting.id, event.rawValue, sitting.value, value, reason,
            context.call.person().id, context.now)
    }

    private func shown(_ sitting: UInt64, _ context: WriteContext) throws -> SittingReply {
        SittingReply(
            sitting: try message(
                SittingRecord(sitting, context.transaction), context.transaction, now: context.now))
    }

    /// ACC-11e: the reasons that a person gave, or that were given for them, and what they were told or granted.
    func forgetReasons(of person: UInt64, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE sitting_note SET reason = '' WHERE person = ?1", person)
        try transaction.execute("DELETE FROM extra_time WHERE person = ?1", person)
        try transaction.execute("DELETE FROM exam_look WHERE person = ?1", person)
        try transaction.execute("DELETE FROM exam_told WHERE person = ?1", person)
    }
}

extension Sittings {
    /// The last complaint about a sitting, and the last answer after it.
    func complaint(about sitting: UInt64, _ snapshot: Snapshot) throws -> (said: SittingNote, answer: SittingNote?)? {
        let notes = try snapshot.all(SittingNote.ofSitting, sitting, body: SittingNote.columns.read)
        guard let place = notes.lastIndex(where: { $0.event == .complaint }) else { return nil }
        return (notes[place], notes[place...].dropFirst().last)
    }
}

extension SittingNote {
    fileprivate static let columns = Columns(
        "n.event, n.before_value, n.value, n.reason, n.person, COALESCE(p.name, ''), n.at_ms"
    ) { row in
        SittingNote(
            event: try row.enumeration(), beforeHundredths: row.uint32(), valueHundredths: row.uint32(),
            reason: row.text(), person: row.id(), personName: row.text(), atMs: row.integer())
    }

    fileprivate static let ofSitting = SQL(
        """
        SELECT \(columns) FROM sitting_note n LEFT JOIN person p ON p.id = n.person WHERE n.sitting = ?1 ORDER BY n.id
        """)
}
