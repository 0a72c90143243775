import Foundation
import Messages
import Storage
import Testing

@testable import Service

/// EVA-1 and what waits for an evaluation.
@Suite struct EvaluationTests {
    /// A class whose credit waits for the evaluation, which has just ended.
    private func ended(_ changes: [PolicySwitch] = []) throws -> ExamHall {
        let gates =
            changes.contains { $0.name == "evaluationGates" }
            ? []
            : [
                PolicySwitch(name: "evaluationGates", value: "credit")
            ]
        return try ExamHall(gates + changes).close()
    }

    @Test(
        "EVA-1 a class is evaluated from its end on, once; a correction replaces what was said, and the day it was given stays"
    )
    func once() throws {
        let hall = try ended()
        let me = try hall.client("N01")
        hall.world.clock.set(ExamHall.noon - 1)
        let early = try refused(.tooEarly, field: "evaluation") { try me.evaluate(hall.offering) }
        #expect(early.text.contains("2026-10-02 12:00:00"))
        #expect(try me.evaluations().first?.obstacle.contains("12:00:00") == true)
        hall.close()
        let given = try me.evaluate(hall.offering, words: "讲得好\n场地小")
        #expect(given.givenMs == ExamHall.noon && !given.counted)
        #expect(given.questions.map(\.text) == ["Content", "Teaching", "Organisation", "Remarks"])
        #expect(given.answers.map(\.rating) == [5, 4, 5, 0] && given.answers.last?.text == "讲得好 场地小")
        hall.world.clock.advance(days: 1)
        let corrected = try hall.world.relogin("N01").evaluate(hall.offering, [1, 1, 2])
        #expect(corrected.givenMs == ExamHall.noon && corrected.answers.map(\.rating) == [1, 1, 2, 0])
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM evaluation") == 1)
        // Ratings of another form, or out of their range, are refused whole.
        let again = try hall.world.relogin("N01")
        for ratings in [[0, 4, 5], [5, 6, 5], [5, 4], [5, 4, 5, 5]] as [[UInt32]] {
            try refused(.invalid, field: "answers") { try again.evaluate(hall.offering, ratings) }
        }
        try refused(.invalid, field: "answers") {
            try again.evaluate(hall.offering, words: String(repeating: "长", count: 1001))
        }
        try refused(.notOnRoster, field: "offering") { try again.evaluate(hall.world.made.otherOffering) }
    }

    @Test(
        "EVA-1 an evaluation is taken back by who gave it until it counts: the step that waits for it waits again, and another may be given"
    )
    func withdrawn() throws {
        let hall = try ended([PolicySwitch(name: "evaluationGates", value: "credit, exam")])
        let clients = try hall.world.trainees(6)
        let me = clients[0]
        try refused(.notFound, field: "evaluation") { try me.withdrawEvaluation(hall.offering) }
        try me.evaluate(hall.offering)
        #expect(try me.withdrawEvaluation(hall.offering).givenMs == 0)
        #expect(try me.evaluations().first?.givenMs == 0)
        try refused(.wrongState, field: "evaluation") { try me.startExam(hall.offering) }
        try me.evaluate(hall.offering, of: .project)
        try me.withdrawEvaluation(hall.offering, of: .project)
        // Four others and this one are five, which count; the sixth is alone, and no figure changes when it goes.
        for client in clients { try client.evaluate(hall.offering) }
        try refused(.wrongState, field: "evaluation") { try me.withdrawEvaluation(hall.offering) }
        let keeper = try hall.client("keeper")
        let figures = try keeper.figures(hall.offering)
        try clients[5].withdrawEvaluation(hall.offering)
        #expect(try keeper.figures(hall.offering) == figures && figures.counted == 5)
    }

    @Test("EVA-1 an evaluation is not taken back once the exam, the result or the credit has come that waited for it")
    func followed() throws {
        let begun = try ended([PolicySwitch(name: "evaluationGates", value: "credit, exam")])
        let me = try begun.client("N01")
        try me.evaluate(begun.offering)
        _ = try me.startExam(begun.offering)
        try refused(.wrongState, field: "evaluation") { try me.withdrawEvaluation(begun.offering) }
        let awarded = try ended([PolicySwitch(name: "minQuestions", value: "0")])
        let other = try awarded.client("N01")
        try other.evaluate(awarded.offering)
        let reply: AwardCreditReply = try awarded.client("keeper").call(
            .creditsAwardCredit, AwardCreditRequest(offering: awarded.offering))
        #expect(reply.awarded == 1)
        try refused(.wrongState, field: "evaluation") { try other.withdrawEvaluation(awarded.offering) }
        let hall = try SkillsHall(isEvaluated: true)
        try hall.admit("N01")
        hall.world.clock.set(SkillsHall.starts)
        try hall.score("N01", [1800, 4500, 2000])
        try hall.client("N01").evaluate(hall.exam, of: .exam)
        try refused(.wrongState, field: "evaluation") {
            try hall.client("N01").withdrawEvaluation(hall.exam, of: .exam)
        }
    }

    @Test("EVA-1 the only course of a project is not evaluated beside its class")
    func onlyCourse() throws {
        let hall = try ended()
        let second = hall.world.made.courses[1]
        try hall.world.server.database.write { try $0.execute("DELETE FROM course WHERE id = ?1", second) }
        #expect(try hall.client("N01").evaluations().map(\.target?.subject) == [.`class`, .project])
    }

    @Test("EVA-1 a course, a project and an exam are evaluated each for itself; an exam by who has sat it")
    func subjects() throws {
        let hall = try ended()
        let me = try hall.client("N01")
        let course = hall.world.made.courses[0]
        try me.evaluate(hall.offering, of: .course, course: course)
        try refused(.notFound, field: "course") { try me.evaluate(hall.offering, of: .course, course: 1 << 40) }
        try me.evaluate(hall.offering, of: .project)
        try refused(.wrongState, field: "exam") { try me.evaluate(hall.offering, of: .exam) }
        #expect(try me.evaluations().map(\.target?.subject) == [.`class`, .course, .course, .project])
        _ = try me.submit(me.startExam(hall.offering).id)
        try me.evaluate(hall.offering, of: .exam)
        let mine = try me.evaluations()
        #expect(mine.map(\.target?.subject) == [.`class`, .course, .course, .project, .exam])
        #expect(mine.map { $0.givenMs != 0 } == [false, true, false, true, true])
        #expect(mine.map(\.title) == ["第一期", "第一期 · 理论", "第一期 · 操作", "心肺复苏新进展", "第一期"])
    }

    @Test(
        "EVA-1 organisers see whole fives alone and no name: nothing of four, five at the fifth, and the sixth to ninth change nothing; texts only where there are five"
    )
    func fives() throws {
        let hall = try ended()
        let keeper = try hall.client("keeper")
        let clients = try hall.world.trainees(10)
        for (index, client) in clients.prefix(4).enumerated() {
            try client.evaluate(hall.offering, [UInt32(index + 1), 5, 5], words: "甲\(4 - index)")
        }
        var figures = try keeper.figures(hall.offering)
        #expect(figures.counted == 0 && figures.asked == 12 && figures.title == "第一期")
        #expect(figures.figures.map(\.counts) == [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], []])
        #expect(try keeper.texts(hall.offering).texts.isEmpty)
        let fourth = try clients[3].evaluate(hall.offering, [4, 5, 5], words: "甲1")
        #expect(!fourth.counted)
        // The fifth says nothing in words: of four texts none is shown.
        try clients[4].evaluate(hall.offering, [5, 1, 5])
        figures = try keeper.figures(hall.offering)
        #expect(figures.counted == 5)
        #expect(figures.figures.map(\.counts) == [[1, 1, 1, 1, 1], [1, 0, 0, 0, 4], [0, 0, 0, 0, 5], []])
        #expect(figures.figures.map(\.texts) == [0, 0, 0, 0])
        // What counts is corrected no more: the difference would be one person's.
        try refused(.wrongState, field: "evaluation") { try clients[0].evaluate(hall.offering, [5, 5, 5]) }
        #expect(try clients[0].evaluations().first?.counted == true)
        for client in clients[5..<9] {
            try client.evaluate(hall.offering, [1, 1, 1], words: "乙")
            #expect(try keeper.figures(hall.offering) == figures)
        }
        try clients[8].evaluate(hall.offering, [2, 1, 1], words: "丙")
        try clients[9].evaluate(hall.offering, [1, 1, 1], words: "丁")
        let ten = try keeper.figures(hall.offering)
        #expect(ten.counted == 10 && ten.figures[0].counts == [5, 2, 1, 1, 1] && ten.figures[3].texts == 5)
        let texts = try keeper.texts(hall.offering)
        #expect(texts.texts == ["乙", "甲1", "甲2", "甲3", "甲4"])
        #expect(try keeper.texts(hall.offering, limit: 2).next == 2)
        try refused(.notFound, field: "question") { try keeper.texts(hall.offering, question: 5) }
        try refused(.notAllowed) { try hall.client("stranger").figures(hall.offering) }
        try refused(.notAllowed) { try clients[0].figures(hall.offering) }
    }

    @Test(
        "EVA-1 the classes of a project stand side by side: a mean for each rating, and none of fewer than five people")
    func compared() throws {
        let hall = try ended()
        let (keeper, project) = (try hall.client("keeper"), hall.world.made.project)
        func compare(_ client: Client, _ project: UInt64) throws -> [EvaluatedClass] {
            let reply: ListEvaluatedRunsReply = try client.call(
                .evaluationsListRuns, ListEvaluatedRunsRequest(project: project))
            return reply.classes
        }
        #expect(try compare(keeper, project).isEmpty)
        let clients = try hall.world.trainees(5)
        for client in clients.prefix(4) { try client.evaluate(hall.offering, [5, 4, 3]) }
        let four = try #require(try compare(keeper, project).first)
        #expect(four.counted == 0 && four.asked == 12 && four.ratings.map(\.meanHundredths) == [0, 0, 0])
        try clients[4].evaluate(hall.offering, [5, 4, 1])
        let five = try #require(try compare(keeper, project).first)
        #expect(five.offering == hall.offering && five.title == "第一期" && five.firstDay == TestServer.day)
        #expect(five.counted == 5 && five.ratings.map(\.meanHundredths) == [500, 400, 260])
        #expect(five.ratings.map(\.question) == ["Content", "Teaching", "Organisation"])
        try refused(.notAllowed) { try compare(hall.client("stranger"), project) }
        try refused(.notFound, field: "project") { try compare(keeper, 1 << 40) }
    }

    @Test(
        "EVA-1, POL-2 the form is the programme's, in both languages; who evaluates later answers what the first one did"
    )
    func forms() throws {
        let hall = try ended()
        try hall.world.setPolicy("evaluationForm", "Pace / 节奏; text: 想说的话")
        let me = try hall.client("N01")
        me.locale = "zh"
        func ask(_ client: Client) throws -> [EvaluationQuestion] {
            let reply: EvaluationReply = try client.call(
                .evaluationsGet, GetEvaluationRequest(target: EvaluationTarget(offering: hall.offering)))
            return reply.evaluation?.questions ?? []
        }
        #expect(
            try ask(me) == [
                EvaluationQuestion(kind: .rating, text: "节奏"), EvaluationQuestion(kind: .text, text: "想说的话"),
            ])
        try me.evaluate(hall.offering, [3])
        try hall.world.setPolicy("evaluationForm", "Other / 其他")
        #expect(try ask(hall.client("N02")).map(\.text) == ["Pace", "想说的话"])
        try hall.world.setPolicy("evaluationForm", "–")
        #expect(try hall.client("N02").evaluations().isEmpty)
        for form in ["", "a;;b", "a / b / c", "text:", String(repeating: "x", count: 101), "a\u{202E}b"] {
            try refused(.unknownSwitch, field: "evaluationForm") { try hall.world.setPolicy("evaluationForm", form) }
        }
    }

    @Test(
        "CRD-1, EVA-1 attended and passed without an evaluation: not on the list, evaluation named; evaluated later, a second award adds that person alone"
    )
    func creditWaits() throws {
        let hall = try ended([PolicySwitch(name: "minQuestions", value: "0")])
        let keeper = try hall.client("keeper")
        func eligible() throws -> ListEligibleReply {
            try keeper.call(.creditsListEligible, ListEligibleRequest(offering: hall.offering))
        }
        func award() throws -> AwardCreditReply {
            try keeper.call(.creditsAwardCredit, AwardCreditRequest(offering: hall.offering))
        }
        let list = try eligible()
        #expect(list.people.first?.reasons == ["evaluation missing"] && list.gatesOff.isEmpty)
        let missing: MyAttendanceReply = try hall.client("N01").call(
            .attendanceMyAttendance, MyAttendanceRequest())
        #expect(missing.offerings.first?.missing == ["evaluation missing"])
        try hall.client("N02").evaluate(hall.offering)
        #expect(try award().awarded == 1)
        try hall.client("N01").evaluate(hall.offering)
        let second = try award()
        #expect(second.awarded == 1 && second.already == 1)
        // Without a form nobody can evaluate: the gate is off, and the list says so.
        try hall.world.setPolicy("evaluationForm", "–")
        #expect(try eligible().gatesOff == ["evaluation"])
    }

    @Test(
        "EXM-3a class until noon of the 2nd, evaluated that day: the exam opens on the 9th; on the 5th: on the 12th; not at all: refused, the evaluation named"
    )
    func examWaits() throws {
        let hall = try ExamHall([
            PolicySwitch(name: "evaluationGates", value: "exam"), PolicySwitch(name: "waitDays", value: "7"),
        ]).close()
        let none = try refused(.wrongState, field: "evaluation") {
            try hall.client("N01").startExam(hall.offering)
        }
        #expect(none.text.contains("evaluate the class first"))
        let before = try #require(try hall.client("N01").exams().first)
        #expect(before.opensMs == 0 && before.obstacle.contains("evaluate"))
        try hall.client("N01").evaluate(hall.offering)
        hall.world.clock.set(World.midnight + 3 * 86_400_000 + 3_600_000)
        try hall.world.relogin("N02").evaluate(hall.offering)
        // A correction moves nothing.
        try hall.world.relogin("N01").evaluate(hall.offering, [1, 2, 3])
        for (who, day) in [("N01", Int64(7)), ("N02", 10)] {
            hall.world.clock.set(World.midnight + day * 86_400_000 - 1)
            let early = try refused(.tooEarly, field: "exam") {
                try hall.world.relogin(who).startExam(hall.offering)
            }
            #expect(early.text.hasSuffix("2026-10-\(day == 7 ? "09" : "12") 00:00:00"))
            hall.world.clock.advance(ms: 1)
            #expect(try hall.world.relogin(who).startExam(hall.offering).state == .open)
        }
    }

    @Test(
        "NOT-3 one command reminds exactly those who were there and lack the exam or the evaluation, each once a day; the next day again"
    )
    func reminded() throws {
        let hall = try ended()
        let me = try hall.client("N01")
        try me.evaluate(hall.offering)
        func remind(_ client: Client, limit: UInt32 = 0, after: UInt64 = 0) throws -> RemindReply {
            try client.call(
                .creditsRemind, RemindRequest(offering: hall.offering, after: after, limit: limit))
        }
        let first = try remind(hall.client("keeper"), limit: 1)
        #expect(first.reminded == 1 && first.next != 0)
        let all = try remind(hall.client("keeper"))
        #expect(all.reminded == 1 && all.already == 1 && all.complete == 10 && all.next == 0)
        let messages = try ["N01", "N02", "N03"].map { number in
            let reply: ListMessagesReply = try hall.client(number).call(.noticesListMessages, ListMessagesRequest())
            return reply.messages.map(\.text)
        }
        #expect(messages[0] == ["Something of a class is still before you: 第一期, take the exam"])
        #expect(messages[1] == ["Something of a class is still before you: 第一期, take the exam, evaluate the class"])
        #expect(messages[2].isEmpty)
        // Midnight in Shanghai.
        hall.world.clock.set(World.midnight + 86_400_000)
        #expect(try remind(hall.world.relogin("keeper")).reminded == 2)
        try refused(.notAllowed) { try remind(hall.world.relogin("stranger")) }
    }

    @Test("EVA-1, ACC-11e who closes the account leaves ratings in the figures, and no word")
    func forgotten() throws {
        let hall = try ended()
        try hall.client("N01").evaluate(hall.offering, words: "请保密的意见")
        #expect(try hall.world.server.image().range(of: .init("请保密的意见".utf8)) != nil)
        try hall.client("N01").close(hall.world.made.passwords["N01"] ?? "")
        hall.world.clock.advance(days: 3)
        try hall.world.server.expire()
        hall.work()
        #expect(try hall.world.server.image().range(of: .init("请保密的意见".utf8)) == nil)
        #expect(try hall.world.server.count("SELECT COUNT(*) FROM evaluation") == 1)
    }
}

extension PermissionTests {
    static func evaluating(_ districts: Districts) throws -> [Probe] {
        let admin = try districts.world.client("admin")
        var projects: [UInt64: UInt64] = [:]
        for place in [districts.own, districts.below, districts.foreign] {
            let made: CreateProjectReply = try admin.call(
                .projectsCreateProject,
                CreateProjectRequest(project: World.project(owner: place.base, number: "E\(place.base)")))
            projects[place.base] = made.project?.id
        }
        return [
            Probe(.evaluationsListRuns) { ListEvaluatedRunsRequest(project: projects[$0.base] ?? 0) },
            Probe(.evaluationsFigures) { EvaluationFiguresRequest(target: EvaluationTarget(offering: $0.offering)) },
            Probe(.evaluationsTexts) {
                EvaluationTextsRequest(target: EvaluationTarget(offering: $0.offering), question: 4)
            },
        ]
    }
}

extension World {
    /// People of the roster, logged in, the first ones.
    fileprivate func trainees(_ count: Int) throws -> [Client] {
        let numbers = Array(World.numbers.prefix(count))
        let _: InviteReply = try client("admin").call(
            .accountsInvite, InviteRequest(offering: offering, numbers: Array(numbers.dropFirst(3))))
        return try numbers.map { number in
            if made.sessions[number] != nil { return try client(number) }
            let person = try person(number)
            let account = try server.read {
                try $0.first("SELECT name FROM account WHERE person = ?1", person) { $0.text(0) }
            }
            return try login(try #require(account))
        }
    }
}
