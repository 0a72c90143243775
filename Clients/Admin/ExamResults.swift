import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EXM-5: attempts at written exams, as those see them who have a class in hand.
    static var examResults: Command {
        Command(
            "exam-results", Phrase("written exams: attempts, marks, complaints", "理论考试成绩与复核"),
            commands: [list, ofPaper, show, markAgain, extraTime, minutes])
    }

    private static let sitting: Parameter<UInt64> = .argument("SITTING", Phrase("its id", "考试编号"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
    private static let offering = Name<OfferingRegister>.positional

    private static let complained: Parameter<Bool> = .flag(
        "complained", Phrase("only those whose complaint waits", "仅申诉待处理的"))

    private static var list: Command {
        Command(
            "list", Phrase("all attempts of a class", "期次的考试记录"), offering, complained, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.listSittings(
                arguments,
                ListSittingsRequest(
                    offering: try desk.id(arguments[offering]), complained: arguments[complained]))
        }
    }

    private static var ofPaper: Command {
        let paper = Name<PaperRegister>.positional
        let base = Name<BaseRegister>.required("base", Phrase("where it was sat", "考核基地"))
        return Command(
            "of-paper", Phrase("all attempts at a paper in one base", "试卷在某考核基地的考试记录"), paper, base, complained,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.listSittings(
                arguments,
                ListSittingsRequest(
                    paper: try desk.id(arguments[paper]), base: try desk.id(arguments[base]),
                    complained: arguments[complained]))
        }
    }

    private static var show: Command {
        Command("show", Phrase("an attempt as it was sat, and what was said of it", "查看答卷、作答过程与复核记录"), sitting) {
            arguments, desk in
            var table = Table(
                .init("number", Phrase("No.", "题号"), .right), .init("stem", Phrase("Question", "题干")),
                .init("chosen", Phrase("Chosen", "作答"), .exact), .init("correct", Phrase("Key", "答案"), .exact),
                .init("earned_hundredths", Phrase("Earned", "得分"), .right),
                .init("marks_hundredths", Phrase("Of", "分值"), .right),
                .init("saved", Phrase("Saved", "保存次数"), .right))
            var reply = ShowSittingReply()
            var notes: [SittingNote] = []
            repeat {
                reply = try desk.call(
                    .sittingsShowSitting,
                    SittingQuestionsRequest(sitting: arguments[sitting], after: reply.next))
                notes = reply.notes
                for question in reply.questions {
                    table.add(
                        .init(question.number), .init(question.stem), .init(ValidQuestion.text(of: question.chosen)),
                        .init(ValidQuestion.text(of: question.correct)), Shown.score(question.earnedHundredths),
                        Shown.score(question.marksHundredths),
                        .init(reply.answers.count { $0.question == question.number }))
                }
            } while reply.next != 0
            try desk.show(reply.sitting)
            if reply.sitting?.erased == true {
                desk.interaction.say(Phrase("questions and answers are no longer kept", "试题与作答已超过保存期限"))
            }
            try desk.interaction.show(table)
            for note in notes {
                desk.interaction.say(
                    Phrase(
                        "\(Shown.text(note.atMs)) \(note.personName) \(note.event?.phrase.en ?? ""): \(hundredths(Int(note.valueHundredths))), \(note.reason)",
                        "\(Shown.text(note.atMs)) \(note.personName) \(note.event?.phrase.zh ?? "")：\(hundredths(Int(note.valueHundredths)))，\(note.reason)"
                    ))
            }
            return .ok
        }
    }

    private static var markAgain: Command {
        let mark: Parameter<Hundredths> = .argument("MARK", Phrase("of 100; the same mark upholds it", "成绩，与原成绩相同即维持"))
        return Command("mark", Phrase("mark an attempt again, or uphold its mark", "复核成绩"), sitting, mark, reason) {
            arguments, desk in
            let reply: SittingReply = try desk.call(
                .sittingsMarkAgain,
                MarkAgainRequest(
                    sitting: arguments[sitting], valueHundredths: arguments[mark].count, reason: arguments[reason]))
            try desk.show(reply.sitting)
            return .ok
        }
    }

    private static var extraTime: Command {
        let number: Parameter<String> = .argument("NUMBER", Phrase("whose, by number or name", "学员编号或姓名"))
        let minutes: Parameter<UInt32> = .argument(
            "MINUTES", Phrase("on top, in attempts that begin later", "之后开考的加时（分钟）"))
        return Command(
            "extra-time", Phrase("grant somebody more time", "为学员加时"), offering, number, minutes, reason
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let reply: GrantExtraTimeReply = try desk.call(
                .sittingsGrantExtraTime,
                GrantExtraTimeRequest(
                    offering: id, number: try desk.number(of: arguments[number], on: id), minutes: arguments[minutes],
                    reason: arguments[reason]))
            try desk.interaction.show(
                ["person": JSON(reply.person), "name": .string(reply.name), "minutes": JSON(reply.minutes)],
                text: desk.interaction.text(
                    Phrase("\(reply.name): \(reply.minutes) min on top", "\(reply.name)：加时 \(reply.minutes) 分钟")))
            return .ok
        }
    }

    private static var minutes: Command {
        let minutes: Parameter<UInt32> = .argument("MINUTES", Phrase("60 unless set", "默认 60 分钟"))
        return Command("minutes", Phrase("how long the exam of a class takes", "设置班级考试时长"), offering, minutes) {
            arguments, desk in
            let reply: SetExamMinutesReply = try desk.call(
                .examsSetExamMinutes,
                SetExamMinutesRequest(offering: try desk.id(arguments[offering]), minutes: arguments[minutes]))
            try desk.interaction.show(
                ["minutes": JSON(reply.minutes)],
                text: desk.interaction.text(Phrase("\(reply.minutes) min", "\(reply.minutes) 分钟")))
            return .ok
        }
    }
}

extension Desk {
    fileprivate func show(_ sitting: Sitting?) throws {
        guard let sitting else { throw ClientError.badReply(.sittingsShowSitting).commandFailure }
        var table = Table.sittings
        table.add(sitting)
        try interaction.show(table)
    }
}

extension Desk {
    fileprivate func listSittings(_ arguments: Arguments, _ request: ListSittingsRequest) throws -> ExitCode {
        try list(arguments, .sittings, .sittingsListSittings) { after, limit in
            var page = request
            (page.after, page.limit) = (after, limit)
            return page
        } rows: { (reply: ListSittingsReply, table) in
            for sitting in reply.sittings { table.add(sitting) }
            return (reply.sittings.count, reply.next)
        }
        return .ok
    }
}
