import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EVA-1: what a trainee evaluates, and has evaluated.
    static var evaluations: Command {
        Command(
            "evaluations", Phrase("what of your classes you may evaluate", "我的评价：可评价及已评价的内容"), Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("offering", Phrase("Class", "期次"), .right), .init("subject", Phrase("What", "评价对象")),
                .init("course", Phrase("Course", "课程"), .right), .init("title", Phrase("Title", "名称")),
                .init("opens_ms", Phrase("Opens", "开放时间")), .init("given_ms", Phrase("Given", "评价时间")),
                .init("counted", Phrase("Counted", "已计入统计"), .unshown),
                .init("obstacle", Phrase("What is in the way", "尚不能评价的原因"), .exact))
            try desk.list(arguments, table, .evaluationsMyEvaluations) { after, limit in
                MyEvaluationsRequest(after: after, limit: min(limit, 50))
            } rows: { (reply: MyEvaluationsReply, table) in
                for evaluation in reply.evaluations { table.add(evaluation) }
                return (reply.evaluations.count, reply.next)
            }
            return .ok
        }
    }

    static var evaluate: Command {
        let offering = Name<OfferingRegister>.positional(Phrase("a class of yours", "期次"))
        let subject = Parameter<Choice<EvaluationSubject>?>.evaluationSubject
        let course = Parameter<String?>.evaluatedCourse
        let answers: Parameter<[String]> = .options(
            "answer", "ANSWER",
            Phrase("1 to 5, or words; once for each question, in their order", "1 至 5 分或文字，按题目顺序每题一次"))
        let withdraw: Parameter<Bool> = .flag(
            "withdraw", Phrase("take back what you said, until it counts", "撤回评价（计入统计前）"))
        return Command(
            "evaluate", Phrase("evaluate a class, correct what you said, or take it back", "评价培训班，修改或撤回评价"), offering,
            subject, course, answers, withdraw
        ) { arguments, desk in
            let target = try desk.target(arguments[offering], arguments[subject], course: arguments[course])
            if arguments[withdraw] {
                let _: EvaluationReply = try desk.call(
                    .evaluationsWithdraw, WithdrawEvaluationRequest(target: target))
                desk.interaction.say(Phrase("taken back", "已撤回"))
                return .ok
            }
            let form: EvaluationReply = try desk.call(.evaluationsGet, GetEvaluationRequest(target: target))
            guard let evaluation = form.evaluation else {
                throw ClientError.badReply(.evaluationsGet).commandFailure
            }
            if !evaluation.obstacle.isEmpty {
                throw CommandFailure(.refused, name: "wrong_state", Phrase(evaluation.obstacle))
            }
            let given = try desk.answers(to: evaluation.questions, arguments[answers])
            let reply: EvaluationReply = try desk.call(
                .evaluationsEvaluate, EvaluateRequest(target: target, answers: given))
            var table = Table(
                .init("question", Phrase("Question", "题目")), .init("answer", Phrase("Answer", "回答")))
            for (question, answer) in zip(reply.evaluation?.questions ?? [], reply.evaluation?.answers ?? []) {
                table.add(
                    .init(question.text), question.kind == .rating ? .init(answer.rating) : .init(answer.text))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

extension Desk {
    /// The answers given as options, or those to questions that are put one by one.
    fileprivate func answers(
        to questions: [EvaluationQuestion], _ given: [String]
    ) throws -> [EvaluationAnswer] {
        if !given.isEmpty {
            return zip(questions, given).map { question, text in
                question.kind == .rating
                    ? EvaluationAnswer(rating: UInt32(text) ?? 0) : EvaluationAnswer(text: text)
            }
        }
        return try questions.map { question in
            guard question.kind == .rating else {
                let prompt = Phrase("\(question.text), or nothing", "\(question.text)（可不填）")
                return EvaluationAnswer(text: try interaction.ask(prompt, insteadOf: "--answer"))
            }
            let rating: UInt32 = try interaction.ask(
                Phrase("\(question.text), from 1 to 5", "\(question.text)（1 至 5 分）"), insteadOf: "--answer",
                for: Phrase("a number from 1 to 5", " 1 至 5 的分数")
            ) { text in
                UInt32(text).flatMap { ValidEvaluation.ratings.contains($0) ? $0 : nil }
            }
            return EvaluationAnswer(rating: rating)
        }
    }
}

extension Table {
    fileprivate mutating func add(_ evaluation: Evaluation) {
        let target = evaluation.target ?? EvaluationTarget()
        add(
            .init(target.offering), .init(target.subject), target.course == 0 ? .empty : .init(target.course),
            .init(evaluation.title), Shown.moment(evaluation.opensMs), Shown.moment(evaluation.givenMs),
            Shown.flag(evaluation.counted), .init(evaluation.obstacle))
    }
}
