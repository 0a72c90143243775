import Messages
import Storage
import Testing
import Wire

@testable import Service

/// EXM-1: question banks, and the code that waits for them.
@Suite struct QuestionTests {
    @Test("EXM-1a a question has a kind, two to eight options and a key that fits them; each fault is named")
    func content() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let saved = try keeper.save(.multiple(world.offering))
        #expect(saved.correct == 0b1101)
        #expect(saved.options.count == 5)
        #expect(!saved.enabled && !saved.sat)
        func fault(_ field: String, _ change: (inout Question) -> Void) throws {
            var question = Question.single(world.offering)
            change(&question)
            try refused(.invalid, field: field) { try keeper.save(question) }
        }
        try fault("kind") { $0.kind = nil }
        try fault("stem") { $0.stem = " " }
        try fault("stem") { $0.stem = String(repeating: "题", count: 1001) }
        try fault("options") { $0.options = ["是"] }
        try fault("options") { $0.options = (1...9).map { "\($0)" } }
        try fault("options") { $0.options[2] = $0.options[0] }
        try fault("options") { $0.options[1] = String(repeating: "项", count: 301) }
        try fault("correct") { $0.correct = 0b1_0000 }
        try fault("correct") { $0.correct = 0b0011 }
        try fault("correct") { $0.kind = .multipleChoice }
        try fault("correct") { $0.correct = 0 }
        var longest = Question.single(world.offering)
        longest.stem = String(repeating: "题", count: 1000)
        longest.options = (0..<8).map { "\($0)" + String(repeating: "项", count: 299) }
        longest.correct = 0b1000_0000
        #expect(try keeper.save(longest).options.count == 8)
        try refused(.alreadyExists, field: "question") { try keeper.save(longest) }
    }

    @Test(
        "EXM-1c a question is listed, found, changed, enabled, disabled and deleted, and the history tells who did it")
    func kept() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        var question = try keeper.save(.single(world.offering))
        #expect(try keeper.questions(of: world.offering, contains: "频率").questions == [question])
        #expect(try keeper.questions(of: world.offering, contains: "体温").questions.isEmpty)
        question.stem = "儿童胸外按压的频率是多少？"
        question = try keeper.save(question)
        #expect(try keeper.questions(of: world.offering).questions.last?.stem == "儿童胸外按压的频率是多少？")
        #expect(try keeper.enable(world.offering, [question.id]).changed == 1)
        #expect(try keeper.enable(world.offering, [question.id]).changed == 0)
        #expect(try keeper.enable(world.offering, [question.id], false).enabled == 5)
        let _: DeleteQuestionReply = try keeper.call(
            .examsDeleteQuestion, DeleteQuestionRequest(question: question.id))
        #expect(try keeper.questions(of: world.offering).questions.count == 5)
        let history: QuestionHistoryReply = try keeper.call(
            .examsQuestionHistory, QuestionHistoryRequest(bank: world.offering, question: question.id))
        #expect(history.changes.map(\.event) == [.deleted, .disabled, .enabled, .changed, .added])
        #expect(history.changes.last?.question?.stem == "成人胸外按压的频率是多少？")
        #expect(history.changes.allSatisfy { $0.person == world.made.persons["keeper"] })
        let whole: QuestionHistoryReply = try keeper.call(
            .examsQuestionHistory, QuestionHistoryRequest(bank: world.offering))
        #expect(whole.changes.count == 15)
    }

    @Test(
        "EXM-1b the template is filled in and taken in: its row of instructions is skipped, and the same file changes nothing"
    )
    func template() throws {
        let world = try World()
        let admin = try world.client("admin")
        admin.locale = "zh"
        let reply: TemplateReply = try admin.call(.uploadsTemplate, TemplateRequest(kind: .questions))
        let rows = [
            "单选,成人按压深度？,5 至 6 厘米,3 至 4 厘米,4 至 5 厘米,6 至 7 厘米,,,,,A",
            "多选题,高质量复苏包括？,足够深度,充分回弹,过度通气,减少中断,先测血压,,,,a、b，d",
        ]
        let filled = reply.bytes + Array((rows.joined(separator: "\r\n") + "\r\n").utf8)
        #expect(String(decoding: reply.bytes, as: UTF8.self).split(separator: "\r\n").count == 3)
        let programme = world.made.programme
        let taken = try admin.upload(filled, to: programme, kind: .questions)
        #expect(taken.rows == 2 && taken.added == 2, "\(taken.bad)")
        let listed = try admin.questions(of: programme)
        #expect(listed.questions.map(\.correct) == [0b0001, 0b1011])
        #expect(listed.questions.map(\.options.count) == [4, 5])
        #expect(listed.enabled == 0)
        #expect(try admin.upload(filled, to: programme, kind: .questions).unchanged == 2)
        // What is exported is taken in again.
        let chunks: [QuestionsChunk] = try admin.items(
            .examsExportQuestions, ExportQuestionsRequest(bank: programme))
        #expect(try admin.upload(chunks.flatMap(\.bytes), to: programme, kind: .questions).unchanged == 2)
        #expect(try admin.upload(chunks.flatMap(\.bytes), to: world.offering, kind: .questions).added == 2)
    }

    @Test("EXM-1b a changed heading is refused by name, and a bad row by its cell")
    func badFiles() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        func send(_ text: String) throws -> Uploaded {
            try keeper.upload(Array(text.utf8), to: world.offering, kind: .questions)
        }
        let failure = try refused(.invalid, field: "正确项") { try send("题型,题干,选项A,选项B,正确项\n单选,问,甲,乙,A\n") }
        #expect(failure.text.contains("正确项"))
        let bad = try send(
            """
            题型,题干,选项A,选项B,选项C,选项D,答案
            判断,问一,甲,乙,,,A
            单选,问二,甲,乙,,,C
            单选,问三,甲,乙,,丁,A
            多选,问四,甲,乙,丙,,A
            单选,问五,甲,甲,,,A
            单选,问六,甲,乙,,,对
            单选,问七,甲,乙,丙,,B

            """)
        #expect(bad.added == 1)
        #expect(bad.bad.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(bad.bad.map(\.column) == ["题型", "答案", "选项C", "答案", "选项A", "答案"])
    }

    @Test(
        "ATT-3 EXM-2 four questions: no code, and it says that one lacks; five: the code; of category II or online: none needed"
    )
    func codeWaits() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let admin = try world.client("admin")
        let project: CreateProjectReply = try admin.call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: World.project(owner: world.made.base, number: "HN-2026-003", category: .i)))
        let lesson = try World.open(
            at: world.made.base, world.made, admin, day: TestServer.day, project: project.project?.id)
        func code(_ offering: UInt64) throws -> VenueCodeReply {
            try keeper.call(.attendanceVenueCode, VenueCodeRequest(offering: offering))
        }
        try refused(.wrongState, field: "questions") { try code(lesson) }
        try keeper.prepareQuestions(of: lesson, count: 4)
        _ = try keeper.save(.multiple(lesson))
        let failure = try refused(.wrongState, field: "questions") { try code(lesson) }
        #expect(
            failure.text.hasSuffix(
                ": 1 more of its questions must be enabled before the code is shown: 4 of 5 are"))
        #expect(try keeper.enable(lesson).needed == 5)
        #expect(try !code(lesson).code.isEmpty)
        // Of category II.
        let second: CreateProjectReply = try admin.call(
            .projectsCreateProject,
            CreateProjectRequest(project: World.project(owner: world.made.base, number: "HN-2026-004")))
        let other = try World.open(
            at: world.made.base, world.made, admin, day: TestServer.day, project: second.project?.id)
        #expect(try !code(other).code.isEmpty)
        // Online.
        let third: CreateProjectReply = try admin.call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: World.project(owner: world.made.base, number: "HN-2026-005", category: .i)))
        let remote = try World.open(
            at: world.made.base, world.made, admin, day: TestServer.day + 1, project: third.project?.id)
        for (modality, needed) in [(Modality.blended, UInt32(5)), (.online, 0)] {
            let held: OfferingReply = try keeper.call(.projectsGetOffering, GetOfferingRequest(offering: remote))
            var wanted = try #require(held.offering)
            wanted.modality = modality
            let reply: ChangeOfferingReply = try keeper.call(
                .projectsChangeOffering, ChangeOfferingRequest(offering: wanted, reason: "改为直播"))
            try admin.decide(.offeringChange, try #require(reply.proposed).id, .approve)
            #expect(try keeper.questions(of: remote).needed == needed)
        }
    }

    @Test(
        "ATT-3 a programme that asks for more questions takes the keys of its coming classes back, and gives them again"
    )
    func keysFollowPolicy() throws {
        let world = try World()
        let door = try Door(in: world)
        func keys() throws -> Int {
            try door.reconnect()
            return try door.pull().items.count { item in
                item.kind == .venueKey && (try? VenueKeyValue(serialized: item.value).offering) == world.offering
            }
        }
        func ask(_ count: String) throws {
            try world.setPolicy("minQuestions", count)
            world.server.tick()
            while world.server.executor.work() {}
        }
        #expect(try keys() == 3)
        try ask("6")
        #expect(try keys() == 0)
        try ask("5")
        #expect(try keys() == 3)
        #expect(try world.server.count("SELECT COUNT(*) FROM venue_key_look") == 0)
        // One that is long over is not looked at.
        world.clock.advance(days: 3)
        let _: CreateProgrammeReply = try world.relogin("admin").call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme, changes: [PolicySwitch(name: "minQuestions", value: "6")]))
        #expect(try world.server.count("SELECT COUNT(*) FROM venue_key_look WHERE offering = ?1", world.offering) == 0)
    }

    @Test(
        "ATT-10b while the class runs no question that is needed can be disabled or deleted; before and after, it can")
    func keptWhileTheClassRuns() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let one = try #require(try keeper.questions(of: world.offering).questions.first).id
        let failure = try refused(.wrongState, field: "questions") { try keeper.enable(world.offering, [one], false) }
        #expect(failure.text.contains("2026-10-02 12:00:00"))
        try refused(.wrongState, field: "questions") {
            try keeper.call(.examsDeleteQuestion, DeleteQuestionRequest(question: one), reply: DeleteQuestionReply.self)
        }
        #expect(try keeper.questions(of: world.offering).enabled == 5)
        // A sixth may go.
        let sixth = try keeper.save(.multiple(world.offering))
        try keeper.enable(world.offering, [sixth.id])
        #expect(try keeper.enable(world.offering, [one], false).enabled == 5)
        #expect(try keeper.enable(world.offering, [one]).enabled == 6)
        let end = World.midnight + 12 * 3_600_000
        for (ms, isKept) in [
            (World.midnight - 1, false), (World.midnight, true), (end - 1, true), (end, false),
        ] {
            world.clock.set(ms)
            let code = try keeper.code(
                .examsEnableQuestions,
                serialized(EnableQuestionsRequest(bank: world.offering, enabled: false)))
            #expect(code == (isKept ? .wrongState : nil), "\(ms)")
            if !isKept { try keeper.enable(world.offering) }
        }
    }

    @Test("EXM-1 a programme's bank is the platform's alone, and no trainee sees a key")
    func whose() throws {
        let world = try World()
        let programme = world.made.programme
        #expect(try world.client("admin").save(.single(programme)).bank == programme)
        for account in ["keeper", "stranger", "N01"] {
            try refused(.notAllowed) { try world.client(account).questions(of: programme) }
        }
        try refused(.notAllowed) { try world.client("stranger").questions(of: world.offering) }
        try refused(.notFound, field: "bank") { try world.client("admin").questions(of: 999_999) }
    }
}
