import Messages
import Storage
import Testing
import Wire

extension Method {
    /// Preparing, sitting and marking written exams; examiners' marks of skills are not among them.
    static var examining: [Method] {
        allCases.filter {
            $0.name.hasPrefix("Sittings.")
                || $0.name.hasPrefix("Exams.") && $0 != .examsAdjudicate && $0 != .examsAdmitMark
        }
    }
}

@Suite struct ExamRoleTests {
    @Test("ACC-10 every audited act about exams leaves one entry that says what was done; a repetition leaves none")
    func audited() throws {
        let hall = try ExamHall()
        let (world, base) = (hall.world, hall.world.made.base)
        let (keeper, admin) = (try world.client("keeper"), try world.client("admin"))
        let question = try keeper.save(.single(world.offering))
        let asked = try admin.save(.single(world.made.programme))
        try admin.enable(world.made.programme)
        let paper = Paper(
            programme: world.made.programme, title: "试卷", passMarkHundredths: 6000, minutes: 30,
            questions: [PaperQuestion(question: asked.id)])
        let made: PaperReply = try admin.call(.examsSavePaper, SavePaperRequest(paper: paper))
        try world.server.database.write {
            try $0.execute("UPDATE organisation SET examines = 1 WHERE id = ?1", base)
        }
        hall.close()
        let (me, other) = (try world.client("N01"), try world.client("N02"))
        let sat = try me.submit(me.startExam(world.offering).id)
        let calls: [(Method, Client, any Message)] = [
            (.examsSaveQuestion, keeper, SaveQuestionRequest(question: .multiple(world.offering, "还有哪些？"))),
            (
                .examsEnableQuestions, keeper,
                EnableQuestionsRequest(bank: world.offering, questions: [question.id], enabled: true)
            ),
            (.examsDeleteQuestion, keeper, DeleteQuestionRequest(question: question.id)),
            (.examsSavePaper, admin, SavePaperRequest(paper: paper)),
            (.examsOpenPaper, keeper, OpenPaperRequest(paper: made.paper?.id ?? 0, base: base)),
            (.examsClosePaper, keeper, ClosePaperRequest(paper: made.paper?.id ?? 0, base: base)),
            (.examsSetExamMinutes, keeper, SetExamMinutesRequest(offering: world.offering, minutes: 45)),
            (
                .sittingsGrantExtraTime, keeper,
                GrantExtraTimeRequest(offering: world.offering, number: "N02", minutes: 10, reason: "视力障碍")
            ),
            (.sittingsStartExam, other, StartExamRequest(offering: world.offering)),
            (.sittingsComplain, me, ComplainRequest(sitting: sat.id, reason: "有误")),
            (.sittingsMarkAgain, keeper, MarkAgainRequest(sitting: sat.id, valueHundredths: 6000, reason: "复核")),
        ]
        for (method, client, request) in calls {
            let before = try world.server.count("SELECT COUNT(*) FROM audit")
            let key = client.freshKey()
            let reply = try client.raw(method, request.serialized(), key: key)
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1, "\(method)")
            let detail = try world.server.read {
                try $0.first("SELECT detail FROM audit ORDER BY id DESC LIMIT 1") { $0.text(0) }
            }
            #expect(detail?.isEmpty == false, "\(method) does not say what was done")
            #expect(try client.raw(method, request.serialized(), key: key) == reply, "\(method)")
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1, "\(method)")
        }
        #expect(Set(calls.map(\.0)) == Set(Method.examining.filter(\.rule.audited)))
    }
}
