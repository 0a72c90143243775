import Messages
import Testing

@testable import Service

/// EXM-3 to EXM-6 where the exam opens for who is on the attendance list.
@Suite struct WrittenExamTests {
    @Test(
        "EXM-3c EXM-3a no attendance, no exam; before the class has ended it is refused with the time at which it opens"
    )
    func opens() throws {
        let hall = try ExamHall()
        let (me, absent) = (try hall.client("N01"), try hall.client("N03"))
        let early = try refused(.tooEarly, field: "exam") { try me.startExam(hall.offering) }
        #expect(early.text.hasSuffix("the exam opens at 2026-10-02 12:00:00"))
        hall.world.clock.set(ExamHall.noon - 1)
        try refused(.tooEarly, field: "exam") { try me.startExam(hall.offering) }
        #expect(try me.exams().map(\.obstacle).first?.contains("12:00:00") == true)
        hall.close()
        try refused(.wrongState, field: "attendance") { try absent.startExam(hall.offering) }
        #expect(try absent.exams().first?.obstacle.isEmpty == false)
        let sitting = try me.startExam(hall.offering)
        #expect(sitting.state == .open && sitting.attempt == 1 && sitting.questions == 6)
        #expect(sitting.endsMs == hall.world.clock.now + 3_600_000)
        #expect(try me.exams().map(\.sitting) == [sitting.id])
        try refused(.notFound, field: "sitting") { try absent.sittingQuestions(sitting.id) }
    }

    @Test("EXM-3c OPS-3 whoever may not begin an exam is refused by a reader, and the writer is not asked")
    func refusedByReader() throws {
        let hall = try ExamHall().close()
        let absent = try hall.client("N03")
        absent.settle()
        let stream = absent.begin(.sittingsStartExam, serialized(StartExamRequest(offering: hall.offering)))
        #expect(hall.world.server.executor.waits == 0)
        #expect(absent.answer(stream)?.failure?.field == "attendance")
    }

    @Test(
        "EXM-3e answers are saved one by one, a second device goes on with the same attempt, and submitting twice counts once"
    )
    func twoDevices() throws {
        let hall = try ExamHall().close()
        let first = try Candidate(hall.client("N01"), hall.client("N01").startExam(hall.offering))
        try first.answer(3)
        let again = try hall.client("N01").startExam(hall.offering)
        #expect(again.id == first.sitting.id && again.attempt == 1 && again.answered == 3)
        let second = try Candidate(hall.client("N01"), again, device: 2)
        #expect(second.questions.map(\.stem) == first.questions.map(\.stem))
        #expect(second.questions.map(\.options) == first.questions.map(\.options))
        #expect(second.questions.prefix(3).allSatisfy { $0.chosen == Candidate.right($0) })
        // The later one by the server's order stands, and both are kept; the same one again changes nothing.
        let wrong: UInt32 = Candidate.right(first.questions[0]) == 1 ? 2 : 1
        try second.save(1, wrong, counter: 1)
        try first.save(1, Candidate.right(first.questions[0]), counter: 1)
        #expect(try second.client.sittingQuestions(again.id)[0].chosen == wrong)
        try second.save(1, Candidate.right(first.questions[0]), counter: 2)
        try refused(.invalid, field: "counter") { try second.save(1, wrong, counter: 2) }
        try first.save(4, Candidate.right(first.questions[3]), counter: 4)
        try first.save(5, Candidate.right(first.questions[4]), counter: 5)
        let marked = try first.submit()
        #expect(marked.state == .submitted && marked.passed)
        #expect(marked.submittedMs == hall.world.clock.now)
        hall.world.clock.advance(s: 5)
        #expect(try second.submit().submittedMs == marked.submittedMs)
        #expect(try second.submit().valueHundredths == marked.valueHundredths)
        try refused(.tooLate, field: "sitting") { try second.save(6, 1, counter: 3) }
        #expect(try second.client.sittings().count == 1)
        try refused(.wrongState, field: "exam") { try second.client.startExam(hall.offering) }
        let kept = try hall.client("keeper").showSitting(again.id)
        #expect(kept.answers.count == 7)
        #expect(kept.answers.filter(\.stands).count == 5)
    }

    @Test(
        "EXM-3e the line is cut at 29:50 with four of five saved: marked on four at 30:00, one attempt; sent again at 31:00: the same mark"
    )
    func timeOver() throws {
        let hall = try ExamHall()
        let keeper = try hall.client("keeper")
        let _: SetExamMinutesReply = try keeper.call(
            .examsSetExamMinutes, SetExamMinutesRequest(offering: hall.offering, minutes: 30))
        hall.close()
        let me = try Candidate(hall.client("N01"), hall.client("N01").startExam(hall.offering))
        try me.answer(4)
        hall.world.clock.advance(minutes: 29)
        hall.world.clock.advance(s: 59)
        hall.world.clock.advance(ms: 999)
        hall.work()
        #expect(try me.client.sittings().first?.state == .open)
        hall.world.clock.advance(ms: 1)
        try refused(.tooLate, field: "sitting") { try me.save(5, 1, counter: 5) }
        hall.work()
        let marked = try #require(try me.client.sittings().first)
        #expect(marked.state == .timedOut)
        #expect(marked.submittedMs == marked.endsMs)
        let earned = me.questions.prefix(4).reduce(0) { $0 + $1.marksHundredths }
        #expect(marked.valueHundredths == earned)
        #expect(marked.passed == (earned >= 6000))
        hall.world.clock.advance(minutes: 1)
        #expect(try me.submit() == marked.at(hall.world.clock.now))
        #expect(try me.client.sittings().count == 1)
        // What was saved in time may be sent again, and is answered as it was.
        try me.save(4, Candidate.right(me.questions[3]), counter: 4)
    }

    @Test(
        "EXM-3e OPS-3 an attempt that ran out while no server ran ended when its time was over, not when that was seen"
    )
    func seenLate() throws {
        let hall = try ExamHall().close()
        let me = try hall.client("N01")
        let sitting = try me.startExam(hall.offering)
        hall.world.clock.set(sitting.endsMs + 600_000)
        hall.work()
        let ended = try #require(try me.sittings().first)
        #expect(ended.state == .timedOut && ended.submittedMs == sitting.endsMs)
    }

    @Test("EXM-3d EXM-4 after a fail one resit, at once; after the last no more, and the exam stays failed")
    func resits() throws {
        let hall = try ExamHall([PolicySwitch(name: "resits", value: "1")]).close()
        let me = try hall.client("N01")
        for attempt in 1...2 {
            let sitting = try me.startExam(hall.offering)
            #expect(sitting.attempt == UInt32(attempt))
            #expect(try !me.submit(sitting.id).passed)
            #expect(try me.exams().first?.left == UInt32(2 - attempt))
        }
        let failure = try refused(.wrongState, field: "exam") { try me.startExam(hall.offering) }
        #expect(failure.text.hasSuffix("no resit is left: pay and study again"))
        #expect(try me.sittings().map(\.attempt) == [2, 1])
        let unlimited = try ExamHall().close()
        let other = try unlimited.client("N02")
        for _ in 0..<5 { _ = try other.submit(other.startExam(unlimited.offering).id) }
        #expect(try other.exams().first?.unlimited == true)
        #expect(try other.startExam(unlimited.offering).attempt == 6)
    }

    @Test(
        "EXM-6 a question changed afterwards: the paper that was sat and its mark are unchanged, and who begins then sits the new one"
    )
    func editions() throws {
        let hall = try ExamHall().close()
        let keeper = try hall.client("keeper")
        let me = try Candidate(hall.client("N01"), hall.client("N01").startExam(hall.offering))
        var question = try #require(try keeper.questions(of: hall.offering).questions.first)
        #expect(question.sat)
        let before = question.stem
        question.stem = "改过的题"
        question.correct = 0b0010
        _ = try keeper.save(question)
        #expect(try me.client.sittingQuestions(me.sitting.id).contains { $0.stem == before })
        try me.answer(6)
        let marked = try me.submit()
        #expect(marked.valueHundredths == 10_000)
        let other = try Candidate(hall.client("N02"), hall.client("N02").startExam(hall.offering))
        #expect(other.questions.contains { $0.stem == "改过的题" })
        try other.answer(6)
        #expect(try other.submit().valueHundredths == 10_000 - 1667)
        try refused(.wrongState, field: "question") {
            try keeper.call(
                .examsDeleteQuestion, DeleteQuestionRequest(question: question.id), reply: DeleteQuestionReply.self)
        }
        let shown = try keeper.showSitting(me.sitting.id)
        #expect(shown.questions.contains { $0.stem == before && $0.correct.nonzeroBitCount == 1 })
        #expect(shown.questions.reduce(0) { $0 + $1.earnedHundredths } == 10_000)
    }

    @Test("EXM-6 two of three right boxes are nothing, or half where the programme says so")
    func multipleChoice() throws {
        for (rule, part) in [("all or nothing", UInt32(0)), ("half for part", 833)] {
            let hall = try ExamHall([PolicySwitch(name: "multipleChoice", value: rule)]).close()
            let me = try Candidate(hall.client("N01"), hall.client("N01").startExam(hall.offering))
            let question = try #require(me.questions.first { $0.kind == .multipleChoice })
            let right = Candidate.right(question)
            try me.save(question.number, right & (right - 1), counter: 1)
            #expect(try me.submit().valueHundredths == part, "\(rule)")
        }
    }

    @Test("CRD-1 ATT-8 a passed written exam opens the gate of credit, and is asked for until then")
    func gate() throws {
        let hall = try ExamHall().close()
        let (me, keeper) = (try hall.client("N01"), try hall.client("keeper"))
        func missing() throws -> [String] {
            let reply: MyAttendanceReply = try me.call(.attendanceMyAttendance, MyAttendanceRequest())
            return reply.offerings.first?.missing ?? []
        }
        func reasons() throws -> [String] {
            let reply: ListEligibleReply = try keeper.call(
                .creditsListEligible, ListEligibleRequest(offering: hall.offering))
            return reply.people.first { $0.number == "N01" }?.reasons ?? ["nobody"]
        }
        #expect(try missing() == ["exam not taken"])
        #expect(try reasons() == ["exam not taken"])
        let failed = try Candidate(me, me.startExam(hall.offering))
        try failed.answer(1)
        // An open one counts nothing yet.
        #expect(try reasons() == ["exam not taken"])
        let mark = try failed.submit().valueHundredths
        #expect(try reasons() == ["exam failed \(mark / 100).\(mark % 100) < 60.00"])
        let passed = try Candidate(me, me.startExam(hall.offering), device: 3)
        try passed.answer(4)
        #expect(try passed.submit().passed)
        #expect(try missing() == [])
        #expect(try reasons() == [])
        #expect(
            try me.claim([UInt8](repeating: 1, count: 16)).messages.map(\.kind) == [.examResult, .examResult])
    }

    @Test(
        "EXM-5 EXM-6 the base sees who sat and how; a mark is complained about once, and marked again or upheld with a reason"
    )
    func complaint() throws {
        let hall = try ExamHall().close()
        let (me, keeper) = (try hall.client("N01"), try hall.client("keeper"))
        let candidate = try Candidate(me, me.startExam(hall.offering))
        func again(_ mark: UInt32, _ reason: String = "第二题有歧义", by client: Client) throws -> Sitting {
            let reply: SittingReply = try client.call(
                .sittingsMarkAgain,
                MarkAgainRequest(sitting: candidate.sitting.id, valueHundredths: mark, reason: reason))
            return try #require(reply.sitting)
        }
        func complain() throws -> Sitting {
            let reply: SittingReply = try me.call(
                .sittingsComplain, ComplainRequest(sitting: candidate.sitting.id, reason: "第二题答案有误"))
            return try #require(reply.sitting)
        }
        func complained() throws -> [UInt64] {
            let reply: ListSittingsReply = try keeper.call(
                .sittingsListSittings, ListSittingsRequest(offering: hall.offering, complained: true))
            return reply.sittings.map(\.id)
        }
        try refused(.wrongState, field: "sitting") { try complain() }
        try refused(.wrongState, field: "sitting") { try again(6000, by: keeper) }
        #expect(try complained() == [])
        try candidate.answer(3)
        let mark = try candidate.submit().valueHundredths
        #expect(try complain().complaint)
        try refused(.wrongState, field: "sitting") { try complain() }
        let listed: ListSittingsReply = try keeper.call(
            .sittingsListSittings, ListSittingsRequest(offering: hall.offering))
        #expect(listed.sittings.map(\.number) == ["N01"])
        #expect(listed.sittings.map(\.complaint) == [true])
        #expect(listed.sittings.map(\.complaintReason) == ["第二题答案有误"] && listed.sittings[0].answer == nil)
        let told: ListMessagesReply = try keeper.call(.noticesListMessages, ListMessagesRequest())
        let complaint = try #require(told.messages.first)
        #expect(complaint.kind == .examComplaint && complaint.subject == candidate.sitting.id)
        #expect(complaint.details.contains("N01"), "\(complaint)")
        #expect(try complained() == [candidate.sitting.id])
        try refused(.notAllowed) { try again(6000, by: hall.client("stranger")) }
        try refused(.invalid, field: "reason") { try again(6000, " ", by: keeper) }
        try refused(.invalid, field: "value_hundredths") { try again(10_001, by: keeper) }
        let marked = try again(6000, by: keeper)
        let answered = try hall.world.messages(hall.world.person("N01"), .complaintAnswered)
        #expect(answered == [["第一期", "corrected", "60.00", "passed", "第二题有歧义"]])
        #expect(try hall.world.messages(hall.world.person("N01"), .examResult).count == 1)
        #expect(try complained() == [])
        let mine: ListSittingsReply = try me.call(.sittingsMySittings, MySittingsRequest())
        #expect(mine.sittings.map(\.answer) == [.markedAgain] && mine.sittings[0].answerReason == "第二题有歧义")
        #expect(mine.sittings[0].complaintReason == "第二题答案有误")
        #expect(marked.passed && marked.markedAgain && !marked.complaint && marked.valueHundredths == 6000)
        #expect(try again(6000, "维持", by: keeper).markedAgain)
        #expect(try again(5999, "更正", by: keeper).passed == false)
        // Marks that nobody complained of are told as results, with the reason.
        let results = try hall.world.messages(hall.world.person("N01"), .examResult)
        #expect(results.dropFirst().map(\.last) == ["维持", "更正"])
        let notes = try keeper.showSitting(candidate.sitting.id).notes
        #expect(notes.map(\.event) == [.complaint, .markedAgain, .upheld, .markedAgain])
        #expect(notes.map(\.beforeHundredths) == [mark, mark, 6000, 6000])
        #expect(notes.map(\.valueHundredths) == [mark, 6000, 6000, 5999])
    }

    @Test("EXM-3 extra time that was granted before an exam is on top of it, for that person alone")
    func extraTime() throws {
        let hall = try ExamHall().close()
        let keeper = try hall.client("keeper")
        let granted: GrantExtraTimeReply = try keeper.call(
            .sittingsGrantExtraTime,
            GrantExtraTimeRequest(offering: hall.offering, number: "N01", minutes: 15, reason: "视力障碍"))
        #expect(granted.minutes == 15)
        let (mine, others) = (
            try hall.client("N01").startExam(hall.offering), try hall.client("N02").startExam(hall.offering)
        )
        #expect(mine.endsMs - mine.startedMs == 75 * 60_000)
        #expect(others.endsMs - others.startedMs == 60 * 60_000)
        try refused(.notFound, field: "number") {
            try keeper.call(
                .sittingsGrantExtraTime,
                GrantExtraTimeRequest(offering: hall.offering, number: "N99", minutes: 15, reason: "x"),
                reply: GrantExtraTimeReply.self)
        }
    }

    @Test("what is no answer is refused: a box that there is not, two of a single choice, no such question, no number")
    func noAnswer() throws {
        let hall = try ExamHall().close()
        let me = try Candidate(hall.client("N01"), hall.client("N01").startExam(hall.offering))
        let single = try #require(me.questions.first { $0.kind == .singleChoice }).number
        try refused(.invalid, field: "chosen") { try me.save(single, 0b11, counter: 1) }
        try refused(.invalid, field: "chosen") { try me.save(single, 1 << 31, counter: 1) }
        try refused(.invalid, field: "question") { try me.save(0, 1, counter: 1) }
        try refused(.invalid, field: "question") { try me.save(7, 1, counter: 1) }
        try refused(.invalid, field: "question") { try me.save(.max, 1, counter: 1) }
        try refused(.invalid, field: "counter") { try me.save(single, 1, counter: 0) }
        try refused(.invalid, field: "counter") { try me.save(single, 1, counter: .max) }
        try me.save(single, 1, counter: 1)
        try me.save(single, 0, counter: 2)
        #expect(try me.client.sittings().first?.answered == 0)
    }
}

extension Sitting {
    /// The same at another time of the server's clock.
    fileprivate func at(_ now: Int64) -> Sitting {
        var sitting = self
        sitting.nowMs = now
        return sitting
    }
}
