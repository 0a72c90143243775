import Messages
import Storage
import Testing
import Wire

extension Method {
    /// Preparing and sitting written exams.
    static let questions: [Method] = [.examsSaveQuestion, .examsEnableQuestions, .examsDeleteQuestion]
}

@Suite struct ExamRoleTests {
    @Test("ACC-10 every audited act about exams leaves one entry that says what was done; a repetition leaves none")
    func audited() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let question = try keeper.save(.single(world.offering))
        let calls: [(Method, Client, any Message)] = [
            (.examsSaveQuestion, keeper, SaveQuestionRequest(question: .multiple(world.offering))),
            (
                .examsEnableQuestions, keeper,
                EnableQuestionsRequest(bank: world.offering, questions: [question.id], enabled: true)
            ),
            (.examsDeleteQuestion, keeper, DeleteQuestionRequest(question: question.id)),
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
        #expect(Set(calls.map(\.0)) == Set(Method.questions.filter(\.rule.audited)))
    }
}
