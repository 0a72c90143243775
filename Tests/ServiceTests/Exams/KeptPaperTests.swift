import Messages
import Storage
import Testing

@testable import Service

/// EXM-6: for how long a paper is kept as it was sat.
@Suite struct KeptPaperTests {
    private static let dayMs: Int64 = 86_400_000

    /// N01 and N02 have sat the exam; a question was changed since, so that nobody is asked the same again.
    private func sat() throws -> (hall: ExamHall, sittings: [Sitting]) {
        let hall = try ExamHall().close()
        let sittings = try ["N01", "N02"].map { number in
            let candidate = try Candidate(hall.client(number), hall.client(number).startExam(hall.offering))
            try candidate.answer(6)
            return try candidate.submit()
        }
        let keeper = try hall.client("keeper")
        var question = try #require(try keeper.questions(of: hall.offering).questions.first)
        question.stem = "改过的题"
        _ = try keeper.save(question)
        return (hall, sittings)
    }

    /// Answers and editions that are kept.
    private func count(_ hall: ExamHall) throws -> [Int] {
        [
            try hall.world.server.count("SELECT COUNT(*) FROM sitting_answer"),
            try hall.world.server.count("SELECT COUNT(*) FROM paper_edition"),
        ]
    }

    /// So many milliseconds after the papers would have ended.
    private func wait(_ ms: Int64, _ sat: (hall: ExamHall, sittings: [Sitting])) {
        sat.hall.world.clock.set(sat.sittings[0].endsMs + ms)
        sat.hall.work()
    }

    @Test("EXM-6 questions and answers are erased when the time of the setting ends, not before; the mark stays")
    func erased() throws {
        let sat = try sat()
        sat.hall.world.server.service.keepPapers(days: 30)
        wait(30 * Self.dayMs - 1, sat)
        #expect(try count(sat.hall) == [12, 1])
        wait(30 * Self.dayMs, sat)
        #expect(try count(sat.hall) == [0, 0])
        let shown = try sat.hall.world.relogin("keeper").showSitting(sat.sittings[0].id)
        #expect(shown.questions.isEmpty && shown.answers.isEmpty)
        #expect(shown.sitting?.erased == true && shown.sitting?.valueHundredths == 10_000)
        let me = try sat.hall.world.relogin("N01")
        let mine = try #require(try me.sittings().first)
        #expect(mine.passed && mine.erased && mine.questions == 0)
        let late = try refused(.tooLate, field: "sitting") {
            try me.call(
                .sittingsComplain, ComplainRequest(sitting: mine.id, reason: "第三题答案有误"), reply: SittingReply.self)
        }
        #expect(late.text.contains("no longer kept"))
    }

    @Test(
        "EXM-6 without the setting a paper is kept for good, and one about which a complaint waits until that is answered"
    )
    func kept() throws {
        let sat = try sat()
        wait(4000 * Self.dayMs, sat)
        #expect(try count(sat.hall) == [12, 1])
        let _: SittingReply = try sat.hall.world.relogin("N01").call(
            .sittingsComplain, ComplainRequest(sitting: sat.sittings[0].id, reason: "第三题答案有误"))
        sat.hall.world.server.service.keepPapers(days: 30)
        sat.hall.work()
        #expect(try count(sat.hall) == [6, 1])
        let keeper = try sat.hall.world.relogin("keeper")
        #expect(try keeper.showSitting(sat.sittings[0].id).questions.count == 6)
        let _: SittingReply = try keeper.call(
            .sittingsMarkAgain,
            MarkAgainRequest(sitting: sat.sittings[0].id, valueHundredths: 10_000, reason: "维持原判"))
        sat.hall.work()
        #expect(try count(sat.hall) == [0, 0])
    }

    @Test("EXM-6 what is asked now stays when the sittings that asked it are erased")
    func asked() throws {
        let hall = try ExamHall().close()
        let candidate = try Candidate(hall.client("N01"), hall.client("N01").startExam(hall.offering))
        try candidate.answer(6)
        let sitting = try candidate.submit()
        hall.world.server.service.keepPapers(days: 30)
        wait(30 * Self.dayMs, (hall, [sitting]))
        #expect(try count(hall) == [0, 1])
        _ = try hall.world.relogin("N02").startExam(hall.offering)
    }
}
