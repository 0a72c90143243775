import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EXM-6: papers of a programme, and where they are open.
    static var papers: Command {
        Command(
            "papers", Phrase("papers of a programme, and where they are open", "试卷管理"),
            commands: [list, show, save, withdraw, open, close])
    }

    private static let paper = Name<PaperRegister>.positional
    private static let base = Name<BaseRegister>.required("base", Phrase("the exam base", "考核基地"))

    private static var list: Command {
        let programme = Name<ProgrammeRegister>.positional
        return Command(
            "list", Phrase("the papers of a programme", "项目体系的试卷"), programme, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .papers, .examsListPapers) { after, limit in
                ListPapersRequest(programme: try desk.id(arguments[programme]), after: after, limit: limit)
            } rows: { (reply: ListPapersReply, table) in
                for paper in reply.papers { table.add(paper) }
                return (reply.papers.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("a paper with its questions and marks", "查看试卷及试题分值"), paper) { arguments, desk in
            let reply: PaperReply = try desk.call(.examsGetPaper, GetPaperRequest(paper: try desk.id(arguments[paper])))
            try desk.show(reply)
            return .ok
        }
    }

    private static var save: Command {
        let target: Parameter<String> = .argument(
            "NAME",
            Phrase("the programme of a new paper, or with --change the paper, by id or name", "新建填项目体系，修改填试卷，编号或名称"))
        let change: Parameter<Bool> = .flag("change", Phrase("NAME is a paper", "所填为试卷，修改该试卷"))
        let title: Parameter<String?> = .option("title", "TEXT", Phrase("its title", "试卷名称"))
        let passMark: Parameter<Hundredths?> = .option("pass-mark", "MARK", Phrase("of 100; else 60", "合格线，默认 60"))
        let minutes: Parameter<UInt32?> = .option("minutes", "N", Phrase("how long it takes", "考试时长（分钟）"))
        let questions: Parameter<IdList?> = .option(
            "questions", "1,2,3", Phrase("of the programme's bank, in this order", "试题编号，按此顺序"))
        let marks: Parameter<MarkList?> = .option(
            "marks", "40,60", Phrase("of each; else equal marks", "各题分值，默认平均分配"))
        return Command(
            "save", Phrase("lay down a paper, or change one; what is sat stays", "新建或修改试卷，已答试卷不受影响"), target, change,
            title, passMark, minutes, questions, marks
        ) { arguments, desk in
            var paper = Paper(passMarkHundredths: 6000, minutes: 60)
            if arguments[change] {
                let id = try desk.id(Name<PaperRegister>(argument: arguments[target]))
                let reply: PaperReply = try desk.call(.examsGetPaper, GetPaperRequest(paper: id))
                paper = reply.paper ?? paper
            } else {
                paper.programme = try desk.id(Name<ProgrammeRegister>(argument: arguments[target]))
            }
            if let title = arguments[title] { paper.title = title }
            if let passMark = arguments[passMark] { paper.passMarkHundredths = passMark.count }
            if let minutes = arguments[minutes] { paper.minutes = minutes }
            if let questions = arguments[questions] {
                paper.questions = questions.ids.map { PaperQuestion(question: $0) }
            }
            if let marks = arguments[marks]?.hundredths {
                guard marks.count == paper.questions.count else {
                    throw CommandFailure(
                        .usage, name: "usage",
                        Phrase(
                            "\(marks.count) marks for \(paper.questions.count) questions",
                            "\(paper.questions.count) 道试题，却有 \(marks.count) 个分值"))
                }
                for (index, mark) in marks.enumerated() { paper.questions[index].marksHundredths = mark }
            }
            try desk.show(try desk.call(.examsSavePaper, SavePaperRequest(paper: paper)) as PaperReply)
            return .ok
        }
    }

    private static var withdraw: Command {
        let back: Parameter<Bool> = .flag("back", Phrase("let it be opened again", "恢复使用"))
        return Command("withdraw", Phrase("let a paper be opened no more", "停用试卷"), paper, back) { arguments, desk in
            let reply: PaperReply = try desk.call(.examsGetPaper, GetPaperRequest(paper: try desk.id(arguments[paper])))
            var paper = reply.paper ?? Paper()
            paper.withdrawn = !arguments[back]
            try desk.show(try desk.call(.examsSavePaper, SavePaperRequest(paper: paper)) as PaperReply)
            return .ok
        }
    }

    private static var open: Command {
        Command(
            "open", Phrase("let people sit a paper at a base; shows its code", "在基地打开试卷并显示二维码"), paper, base,
            DrawnCode.png
        ) { arguments, desk in
            let reply: PaperCodeReply = try desk.call(
                .examsOpenPaper,
                OpenPaperRequest(paper: try desk.id(arguments[paper]), base: try desk.id(arguments[base])))
            try DrawnCode.write(reply.code, to: arguments[DrawnCode.png])
            try desk.interaction.show(
                [
                    "code": .string(reply.code), "base": JSON(reply.opening?.base ?? 0),
                    "opened_ms": .integer(reply.opening?.openedMs ?? 0),
                ], text: reply.code)
            try DrawnCode.draw(reply.code, desk.interaction)
            return .ok
        }
    }

    private static var close: Command {
        Command("close", Phrase("let nobody in any more; who sits goes on", "关闭试卷，正在考试者可继续作答"), paper, base) {
            arguments, desk in
            let _: ClosePaperReply = try desk.call(
                .examsClosePaper,
                ClosePaperRequest(paper: try desk.id(arguments[paper]), base: try desk.id(arguments[base])))
            desk.interaction.say(Phrase("closed", "已关闭"))
            return .ok
        }
    }
}

/// `40,60`; marks with up to two decimals.
private struct MarkList: ArgumentValue {
    let hundredths: [UInt32]

    init?(argument: String) {
        var marks: [UInt32] = []
        for part in argument.split(whereSeparator: { ",， ".contains($0) }) {
            guard let mark = Hundredths(argument: String(part)) else { return nil }
            marks.append(mark.count)
        }
        guard !marks.isEmpty else { return nil }
        hundredths = marks
    }
    static var expectation: Phrase { Phrase("a list of marks (40,60)", "分值列表（40,60）") }
    var argument: String { hundredths.map { Domain.hundredths(Int($0)) }.joined(separator: ",") }
}

extension Desk {
    fileprivate func show(_ reply: PaperReply) throws {
        guard let paper = reply.paper else { throw ClientError.badReply(.examsGetPaper).commandFailure }
        var table = Table.papers
        table.add(paper)
        try interaction.show(table)
    }
}

extension Table {
    fileprivate static var papers: Table {
        Table(
            Column("paper", Phrase("Paper", "试卷"), .right), Column("title", Phrase("Title", "名称")),
            Column("minutes", Phrase("Minutes", "时长（分钟）"), .right),
            Column("pass_mark_hundredths", Phrase("Pass mark", "合格线"), .right),
            Column("questions", Phrase("Questions and marks", "试题与分值")),
            Column("withdrawn", Phrase("Withdrawn", "停用")), Column("open", Phrase("Open at", "已打开的基地")))
    }

    fileprivate mutating func add(_ paper: Paper) {
        add(
            Cell(paper.id), Cell(paper.title), Cell(paper.minutes), Shown.score(paper.passMarkHundredths),
            Cell(
                Phrase(
                    paper.questions.map { "\($0.question) (\(hundredths(Int($0.marksHundredths))))" }.joined(
                        separator: ", ")),
                json: .array(
                    paper.questions.map {
                        ["question": JSON($0.question), "marks_hundredths": JSON($0.marksHundredths)]
                    })),
            Shown.flag(paper.withdrawn),
            Cell(
                Phrase(paper.open.map(\.baseName).joined(separator: ", ")),
                json: .array(paper.open.map { JSON($0.base) })))
    }
}
