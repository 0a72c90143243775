import Application
import Domain
import Messages
import Storage

extension Sittings {
    /// Refuses on a reader whoever may not begin. Attendance that nobody has asked for since its last scan arrived is read there,
    /// once for the whole class, and the writer finds it kept.
    func checkStart(_ request: StartExamRequest, _ context: ReadContext) throws {
        let entry = try entry(request, of: context.call.person().id, context.snapshot)
        // An attempt that is open goes on, or is to be ended first.
        guard entry.open == nil else { return }
        try requireAdmitted(entry, now: context.now, context.snapshot)
    }

    /// EXM-3: begins an attempt, or returns the one that is under way. Its paper, order, pass mark and end are fixed from then on.
    func startExam(_ request: StartExamRequest, _ context: WriteContext) throws -> SittingReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        var entry = try entry(request, of: person, transaction)
        if let open = entry.open {
            if open.isOpen(at: context.now) {
                context.auditDetail = "sitting \(open.id) goes on"
                return SittingReply(sitting: try message(open, transaction, now: context.now))
            }
            try end(open, context)
            entry = try self.entry(request, of: person, transaction)
        }
        try requireAdmitted(entry, now: context.now, transaction)
        let (edition, _) = try exams.edition(
            of: entry.paper?.id ?? entry.offering.id, isPaper: entry.paper != nil, context)
        let usual = try entry.paper?.minutes ?? exams.examMinutes(of: entry.offering.id, transaction)
        let minutes = try usual + extraMinutes(of: person, in: entry.offering.id, transaction)
        let id = try transaction.newID()
        let seed = context.random(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & UInt64(Int64.max)
        try transaction.execute(
            """
            INSERT INTO sitting (id, person, offering, paper, base, booking, edition, seed, attempt, state, started_ms,
            ends_ms, submitted_ms, value, passed, pass_mark, half_for_part, marked_again, complaint)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, 0, 0, ?13, ?14, 0, 0)
            """, id, person, entry.offering.id, entry.paper?.id ?? 0, entry.base, entry.booking?.id ?? 0, edition, seed,
            entry.sittings.count + 1, SittingState.open.rawValue, context.now, context.now + Int64(minutes) * 60_000,
            entry.paper?.passMark ?? entry.offering.passMark, entry.policy.multipleChoice == .halfForPart)
        context.auditDetail = "sitting \(id) of offering \(entry.offering.id): attempt \(entry.sittings.count + 1)"
        return SittingReply(sitting: try message(SittingRecord(id, transaction), transaction, now: context.now))
    }

    /// Minutes that somebody was granted on top.
    private func extraMinutes(of person: UInt64, in offering: UInt64, _ snapshot: Snapshot) throws -> Int {
        try snapshot.first("SELECT minutes FROM extra_time WHERE offering = ?1 AND person = ?2", offering, person) {
            $0.int(0)
        } ?? 0
    }

    func getSitting(_ request: GetSittingRequest, _ context: ReadContext) throws -> SittingReply {
        let sitting = try SittingRecord(request.sitting, of: context.call.person().id, context.snapshot)
        return SittingReply(sitting: try message(sitting, context.snapshot, now: context.now))
    }

    /// The questions of the caller's sitting while it is open, in their order, with what is saved.
    func sittingQuestions(_ request: SittingQuestionsRequest, _ context: ReadContext) throws -> SittingQuestionsReply {
        let snapshot = context.snapshot
        let sitting = try SittingRecord(request.sitting, of: context.call.person().id, snapshot)
        guard sitting.isOpen(at: context.now) else {
            throw Refusal(.tooLate, field: "sitting", "the exam has ended", zh: "考试已结束")
        }
        let page = try questions(of: sitting, request, sheet(of: sitting.id, snapshot), isExaminer: false, snapshot)
        return SittingQuestionsReply(
            questions: page.elements, next: page.next ?? 0,
            sitting: try message(sitting, snapshot, now: context.now))
    }

    /// - Parameter isExaminer: shows the key and what was earned.
    func questions(
        of sitting: SittingRecord, _ request: SittingQuestionsRequest, _ sheet: AnswerSheet, isExaminer: Bool,
        _ snapshot: Snapshot
    ) throws -> ListPage<SittingQuestion, UInt32> {
        let edition = try exams.edition(sitting.edition, snapshot)
        let order = ExamOrder(seed: sitting.seed, edition)
        let chosen = sheet.chosen
        return listPage(request.limit, atMost: 20, by: \.number) { limit in
            order.items.enumerated().dropFirst(Int(request.after)).prefix(limit).map { place, index in
                let item = edition.items[index]
                let answer = chosen[index] ?? 0
                return SittingQuestion(
                    number: UInt32(place + 1), kind: item.content.kind, stem: item.content.stem,
                    options: order.options[index].map { item.content.options[$0] },
                    chosen: order.boxes(of: answer, item: index), marksHundredths: UInt32(item.marks),
                    correct: isExaminer ? order.boxes(of: item.content.correct, item: index) : 0,
                    earnedHundredths: isExaminer
                        ? UInt32(edition.marks(of: index, chosen: answer, sitting.rule)) : 0)
            }
        }
    }
}
