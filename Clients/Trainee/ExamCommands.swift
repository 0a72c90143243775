import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EXM-3, EXM-5: written exams.
    static var exam: Command {
        Command(
            "exam", Phrase("written exams: take one, see results", "理论考试：参加考试、查看成绩"),
            commands: [listExams, takeExam, results, showAttempt, complain])
    }

    private static var listExams: Command {
        Command(
            "list", Phrase("the exams of your classes, and what is in their way", "我的考试及报考条件"), Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("offering", Phrase("Class", "期次"), .right), .init("title", Phrase("Title", "名称")),
                .init("opens_ms", Phrase("Opens", "开放时间")), .init("attempts", Phrase("Attempts", "已考次数"), .right),
                .init("left", Phrase("Left", "剩余次数"), .right),
                .init("value_hundredths", Phrase("Best", "最好成绩"), .right), .init("passed", Phrase("Passed", "合格")),
                .init("by_code", Phrase("By code", "扫码参加")), .init("sitting", Phrase("Sitting", "考试"), .unshown),
                .init("obstacle", Phrase("What is in the way", "尚不能参加的原因"), .exact))
            try desk.list(arguments, table, .sittingsMyExams) { after, limit in
                MyExamsRequest(after: after, limit: min(limit, 50))
            } rows: { (reply: MyExamsReply, table) in
                for exam in reply.exams {
                    let left: Table.Cell =
                        exam.unlimited ? .init(Phrase("any", "不限"), json: .null) : .init(exam.left)
                    table.add(
                        .init(exam.offering), .init(exam.title), Shown.moment(exam.opensMs), .init(exam.attempts), left,
                        exam.attempts == 0 ? .empty : Shown.score(exam.valueHundredths), Shown.flag(exam.passed),
                        Shown.flag(exam.byCode), .init(exam.sitting),
                        exam.sitting == 0
                            ? .init(exam.obstacle)
                            : .init(Phrase("it is under way", "考试进行中"), json: .string("")))
                }
                return (reply.exams.count, reply.next)
            }
            return .ok
        }
    }

    private static var takeExam: Command {
        let offering = Name<OfferingRegister>.optionalPositional(Phrase("a class of yours", "期次"))
        let code: Parameter<String> = .option(
            "code", "CODE", Phrase("the code of a paper, at an exam base", "考核基地的试卷二维码内容"), default: "")
        let yes: Parameter<Bool> = .flag("yes", Phrase("begin and submit without being asked", "开始和交卷时不再确认"))
        return Command(
            "take", Phrase("take an exam, or go on with it", "参加考试，或继续未完成的考试"), offering, code, yes
        ) { arguments, desk in
            guard arguments[offering] != nil || !arguments[code].isEmpty else {
                throw CommandFailure(
                    .usage, name: "usage",
                    Phrase(
                        "of which class? exam list shows them; at an exam base give --code CODE",
                        "哪个期次？见 rollcall exam list；在考核基地请用 --code"))
            }
            let sheet = ExamSheet(
                desk,
                try desk.sitting(
                    arguments[offering].map { try desk.id($0) }, arguments[code], isAsked: !arguments[yes]),
                isSubmitAsked: !arguments[yes])
            return try sheet.run()
        }
    }

    private static var results: Command {
        Command(
            "results", Phrase("your attempts, the newest first", "我的考试成绩，最新在前"), Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .sittings, .sittingsMySittings) { after, limit in
                MySittingsRequest(after: after, limit: min(limit, 50))
            } rows: { (reply: ListSittingsReply, table) in
                for sitting in reply.sittings { table.add(sitting) }
                return (reply.sittings.count, reply.next)
            }
            return .ok
        }
    }

    private static let sitting: Parameter<UInt64> = .argument(
        "SITTING", Phrase("its id, as results shows it", "考试编号，见 rollcall exam results"))

    private static var showAttempt: Command {
        Command("show", Phrase("one attempt, and what became of a complaint", "查看一次考试及申诉结果"), sitting) {
            arguments, desk in
            let reply: SittingReply = try desk.call(
                .sittingsGetSitting, GetSittingRequest(sitting: arguments[sitting]))
            try desk.show(reply.sitting)
            guard let shown = reply.sitting, !shown.complaintReason.isEmpty else { return .ok }
            desk.interaction.say(Phrase("you complained: \(shown.complaintReason)", "您的申诉：\(shown.complaintReason)"))
            if let answer = shown.answer, !shown.complaint {
                desk.interaction.say(
                    Phrase(
                        "answered, \(answer.phrase.en): \(shown.answerReason)",
                        "已答复，\(answer.phrase.zh)：\(shown.answerReason)"))
            } else {
                desk.interaction.say(Phrase("it waits for an answer", "申诉待处理"))
            }
            return .ok
        }
    }

    private static var complain: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("what is wrong with its mark", "申诉理由"))
        return Command("complain", Phrase("ask for a mark to be looked at again", "申请复核成绩"), sitting, reason) {
            arguments, desk in
            let reply: SittingReply = try desk.call(
                .sittingsComplain, ComplainRequest(sitting: arguments[sitting], reason: arguments[reason]))
            try desk.show(reply.sitting)
            return .ok
        }
    }
}

extension Desk {
    /// The sitting that is under way, or a new one.
    fileprivate func sitting(_ offering: UInt64?, _ code: String, isAsked: Bool) throws -> Sitting {
        let exam: MyExam? = if let offering { try self.exam(in: offering) } else { nil }
        if let exam, exam.sitting != 0 {
            let reply: SittingReply = try call(.sittingsGetSitting, GetSittingRequest(sitting: exam.sitting))
            if let sitting = reply.sitting { return sitting }
        }
        // Nobody is asked to begin what cannot be begun.
        if code.isEmpty {
            guard let exam else {
                throw CommandFailure(
                    .refused, name: "not_found", Phrase("you have no exam in this class", "您在该期次没有考试"),
                    next: Phrase("exam list"))
            }
            guard exam.obstacle.isEmpty else {
                throw CommandFailure(.refused, name: "wrong_state", Phrase(exam.obstacle))
            }
        }
        if isAsked {
            let question = Phrase(
                "The clock starts now, and does not stop. Begin?", "开始后立即计时，中途不能暂停。现在开始吗？")
            guard try interaction.confirm(question, insteadOf: "--yes") else {
                throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
            }
        }
        let reply: SittingReply = try call(
            .sittingsStartExam, StartExamRequest(offering: offering ?? 0, code: code))
        guard let sitting = reply.sitting else { throw ClientError.badReply(.sittingsStartExam).commandFailure }
        return sitting
    }

    private func exam(in offering: UInt64) throws -> MyExam? {
        let reply: MyExamsReply = try call(.sittingsMyExams, MyExamsRequest(after: max(offering, 1) - 1, limit: 1))
        return reply.exams.first { $0.offering == offering }
    }

    func show(_ sitting: Sitting?) throws {
        guard let sitting else { throw ClientError.badReply(.sittingsGetSitting).commandFailure }
        var table = Table.sittings
        table.add(sitting)
        try interaction.show(table)
    }
}
