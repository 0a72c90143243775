import Application
import Domain
import Messages
import Storage

extension SkillsExams {
    /// SKL-1a: publishes a skills exam at an exam base, or changes one.
    func publishExam(_ request: PublishSkillsExamRequest, _ context: WriteContext) throws -> SkillsExamReply {
        let transaction = context.transaction
        let before = request.offering == 0 ? nil : try SessionRecord(request.offering, transaction)
        if let before, !before.isExam { throw Refusal(.notFound, field: "offering") }
        let base = before?.base ?? request.base
        try context.call.requireAuthority(over: base, transaction)
        try requireExamBase(base, transaction)
        let programme = before?.programme ?? request.programme
        guard try transaction.exists(.programmeExists, programme) else { throw Refusal(.notFound, field: "programme") }
        guard try programmes.policy(of: programme, transaction).skillsRebookings != nil else {
            throw Refusal(
                .wrongState, field: "programme", "this programme has no skills exam", zh: "该项目体系没有技能考核")
        }
        let checklist = try ChecklistRecord(request.checklist, transaction)
        guard checklist.programme == programme, !checklist.isWithdrawn || checklist.id == before?.checklist else {
            throw Refusal(
                .invalid, field: "checklist", "it is withdrawn, or of another programme", zh: "评分表已停用，或属于其他项目体系")
        }
        let session = try ValidSession(
            location: request.location, capacity: request.capacity, fee: 0, taken: before?.taken ?? 0)
        let state = request.state ?? .open
        guard state != .calledOff else {
            throw Refusal(.invalid, field: "state", "cancel the offering instead", zh: "请取消该期次")
        }
        let examiners = try examiners(request.examiners, at: base, transaction)
        let offering = try before?.offering ?? hold(request, checklist.content(checklist.edition, transaction), context)
        let record = try OfferingRecord(offering, transaction)
        let minutes = before?.signInMinutes ?? Int(request.signInMinutes)
        try transaction.execute(
            """
            INSERT INTO course_session (offering, base, programme, location, capacity, taken, fee, state,
            starts_ms, ends_ms, stage, asks_position, checklist, sign_in_minutes)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, ?6, ?7, ?8, 0, ?9, ?10, ?11)
            ON CONFLICT (offering) DO UPDATE SET location = ?4, capacity = ?5, state = ?6, checklist = ?10
            """, offering, base, programme, session.location, session.capacity, state.rawValue,
            record.time.starts.milliseconds + Int64(minutes) * 60_000, record.time.ends.milliseconds,
            false, checklist.id, minutes)
        try transaction.execute("DELETE FROM exam_examiner WHERE offering = ?1", offering)
        for person in examiners {
            try transaction.execute("INSERT INTO exam_examiner (offering, person) VALUES (?1, ?2)", offering, person)
        }
        try projects.publish(record, context)
        try publishExams(.exam(offering), context)
        context.auditDetail =
            "skills exam \(offering): \(session.location), \(session.capacity) places, checklist \(checklist.id), "
            + "\(examiners.count) examiners, \(state)"
        return SkillsExamReply(
            exam: try message(SessionRecord(offering, transaction), isStaff: true, transaction, now: context.now))
    }

    private func requireExamBase(_ base: UInt64, _ snapshot: Snapshot) throws {
        let examines = try snapshot.exists(
            "SELECT 1 FROM organisation WHERE id = ?1 AND kind = ?2 AND examines = 1 AND closed = 0", base,
            OrganisationKind.base.rawValue)
        guard examines else {
            throw Refusal(.wrongState, field: "base", "it is no exam base", zh: "该基地不是考核基地")
        }
    }

    /// - Throws: `invalid` for somebody who examines at no such base.
    private func examiners(_ asked: [UInt64], at base: UInt64, _ snapshot: Snapshot) throws -> [UInt64] {
        guard asked.count <= SkillsRule.examinerLimit else {
            throw Refusal(
                .invalid, field: "examiners", "at most \(SkillsRule.examinerLimit) examiners",
                zh: "考官最多 \(SkillsRule.examinerLimit) 人")
        }
        let people = Set(asked).sorted()
        for person in people {
            let examines = try snapshot.exists(
                .personHasOneOfRoles, person, base, Role.examiner.rawValue, Role.baseAdmin.rawValue,
                Role.examBaseAdmin.rawValue)
            guard examines else {
                throw Refusal(
                    .invalid, field: "examiners", "\(person) is no examiner of this base", zh: "\(person) 不是该基地的考官")
            }
        }
        return people
    }

    /// Makes the offering of a new exam: one day, one window that begins when the sign-in opens.
    private func hold(
        _ request: PublishSkillsExamRequest, _ checklist: SkillsChecklist, _ context: WriteContext
    ) throws -> UInt64 {
        let transaction = context.transaction
        guard SkillsRule.signIns.contains(request.signInMinutes), request.signInMinutes <= request.fromMinute else {
            throw Refusal(
                .invalid, field: "sign_in_minutes", "from 0 to 240 minutes before it starts, on its day",
                zh: "须为考核当日开始前 0 至 240 分钟")
        }
        guard request.fromMinute < request.toMinute else {
            throw Refusal(.invalid, field: "to_minute", "it ends after it starts", zh: "结束时间须晚于开始时间")
        }
        let asked = Offering(
            programme: request.programme, project: request.project, base: request.base, title: request.title,
            dates: [ActivityDate(day: request.day)],
            windows: [
                Window(
                    day: request.day, fromMinute: request.fromMinute - request.signInMinutes,
                    toMinute: request.toMinute)
            ], passMarkHundredths: UInt32(checklist.passMark))
        let offering = try projects.hold(asked, context)
        guard try Instant(context.now) < OfferingRecord(offering, transaction).time.starts else {
            throw Refusal(.tooLate, field: "day", "it has begun", zh: "考核已开始")
        }
        return offering
    }

    /// PRJ-6b: exams that have not begun, of a base or else of a programme, the next one first.
    func browseExams(_ request: BrowseSkillsExamsRequest, _ context: ReadContext) throws -> BrowseSkillsExamsReply {
        let page = try bookings.exams(
            ofBase: request.base, orProgramme: request.programme, after: request.after, limit: request.limit,
            context.snapshot, now: context.now)
        return BrowseSkillsExamsReply(
            exams: try page.elements.map { try message($0, isStaff: false, context.snapshot, now: context.now) },
            next: page.next ?? 0)
    }

    /// - Parameter isStaff: others are told the names of examiners alone.
    private func message(
        _ session: SessionRecord, isStaff: Bool, _ snapshot: Snapshot, now: Int64
    ) throws -> SkillsExam {
        SkillsExam(
            session: try bookings.message(session, snapshot, now: now),
            project: try OfferingRecord(session.offering, snapshot).project, checklist: session.checklist,
            checklistTitle: try ChecklistRecord(session.checklist, snapshot).title,
            signInMs: session.signIn.milliseconds,
            examiners: try examiners(of: session.offering, snapshot).map { examiner in
                ExamExaminer(
                    person: isStaff ? examiner.person : 0, name: examiner.name,
                    hasPin: isStaff && examiner.pin != nil)
            })
    }
}
