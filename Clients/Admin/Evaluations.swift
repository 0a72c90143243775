import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EVA-1: what all say of a class together.
    static var evaluations: Command {
        Command(
            "evaluations",
            Phrase("what trainees say of a class, once five or more have", "学员评价统计（满五人后显示）"),
            commands: [list, figures, texts, export])
    }

    private static let offering = Name<OfferingRegister>.positional
    private static let subject = Parameter<Choice<EvaluationSubject>?>.evaluationSubject
    private static let course = Parameter<String?>.evaluatedCourse

    private static var list: Command {
        let project = Name<ProjectRegister>.positional
        return Command(
            "list", Phrase("the classes of a project side by side", "一个项目各期评价对比"), project, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            let project = try desk.id(arguments[project])
            try desk.list(arguments, .comparedClasses, .evaluationsListRuns) { after, limit in
                ListEvaluatedRunsRequest(project: project, after: after, limit: min(limit, 20))
            } rows: { (reply: ListEvaluatedRunsReply, table) in
                for compared in reply.classes { table.add(compared) }
                return (reply.classes.count, reply.next)
            }
            return .ok
        }
    }

    private static var figures: Command {
        Command("show", Phrase("the figures, as bars", "统计图表"), offering, subject, course) { arguments, desk in
            let reply = try desk.figures(
                try desk.target(arguments[offering], arguments[subject], course: arguments[course]))
            var table = Table(
                .init("question", Phrase("Question", "题目")), .init("mean_hundredths", Phrase("Mean", "平均"), .right),
                .init("rating", Phrase("Rating", "评分"), .right), .init("people", Phrase("People", "人数"), .right),
                .init("share", Phrase("Share", "占比"), .exact))
            for figure in reply.figures { table.add(figure, of: reply.counted) }
            if reply.counted > 0 || desk.interaction.isJSON { try desk.interaction.show(table) }
            desk.interaction.say(reply.note)
            return .ok
        }
    }

    private static var texts: Command {
        let question: Parameter<UInt32> = .argument("QUESTION", Phrase("its place in the form", "题号"))
        return Command(
            "texts", Phrase("what is said in words, in no order", "文字意见，顺序已打乱"), offering, question, subject, course,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let target = try desk.target(arguments[offering], arguments[subject], course: arguments[course])
            try desk.list(arguments, Table(.init("text", Phrase("Text", "意见"), .exact)), .evaluationsTexts) {
                after, limit in
                EvaluationTextsRequest(
                    target: target, question: arguments[question], after: UInt32(clamping: after),
                    limit: min(limit, 50))
            } rows: { (reply: EvaluationTextsReply, table) in
                for text in reply.texts { table.add(.init(text)) }
                return (reply.texts.count, UInt64(reply.next))
            }
            return .ok
        }
    }

    private static var export: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("the .xlsx or CSV to write", "写入的 .xlsx 或 CSV 文件"))
        return Command("export", Phrase("the figures as a file", "导出统计"), offering, subject, course, out) {
            arguments, desk in
            let reply = try desk.figures(
                try desk.target(arguments[offering], arguments[subject], course: arguments[course]))
            let file = try ListFile(arguments[out])
            let headings = [Phrase("question", "题目"), Phrase("mean", "平均")].map(desk.interaction.text)
            try file.append((headings + ValidEvaluation.ratings.map(String.init)).map { .text($0) })
            for figure in reply.figures where !figure.counts.isEmpty {
                let mean = EvaluationFigures.mean(figure.counts).map(hundredths) ?? ""
                try file.append(
                    [.text(figure.question?.text ?? ""), .figure(mean)] + figure.counts.map { .figure("\($0)") })
            }
            try desk.finish(file, at: arguments[out])
            desk.interaction.say(reply.note)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func figures(_ target: EvaluationTarget) throws -> EvaluationFiguresReply {
        try call(.evaluationsFigures, EvaluationFiguresRequest(target: target))
    }
}

extension EvaluationFiguresReply {
    fileprivate var note: Phrase {
        counted == 0
            ? Phrase(
                "\(title): no figures until five of \(asked) people have evaluated it",
                "\(title)：满五人评价后显示统计（名单共 \(asked) 人）")
            : Phrase(
                "\(title): of \(counted) evaluations, in whole fives; \(asked) people on the roster",
                "\(title)：计入 \(counted) 份评价（每满五份计入），名单共 \(asked) 人")
    }
}

extension Table {
    private static let barLength = 20

    fileprivate static var comparedClasses: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("title", Phrase("Class", "期次")),
            .init("first_day", Phrase("First day", "开班日期"), .exact),
            .init("counted", Phrase("Counted", "计入"), .right), .init("asked", Phrase("Roster", "名单"), .right),
            .init("mean_hundredths", Phrase("Mean", "平均"), .right), .init("lowest", Phrase("Lowest", "最低一项")),
            .init("lowest_hundredths", Phrase("Its mean", "该项平均"), .right))
    }

    /// The mean of a class is that of its questions.
    fileprivate mutating func add(_ compared: EvaluatedClass) {
        let rated = compared.ratings.filter { $0.meanHundredths > 0 }
        let lowest = rated.min { $0.meanHundredths < $1.meanHundredths }
        let sum = rated.reduce(0) { $0 + $1.meanHundredths }
        add(
            .init(compared.offering), .init(compared.title), Shown.day(compared.firstDay), .init(compared.counted),
            .init(compared.asked), rated.isEmpty ? .empty : Shown.score(sum / UInt32(rated.count)),
            lowest.map { .init($0.question) } ?? .empty, lowest.map { Shown.score($0.meanHundredths) } ?? .empty)
    }

    /// A row a rating, the best first; a question that is answered in words has its number of texts.
    fileprivate mutating func add(_ figure: EvaluationFigure, of counted: UInt32) {
        let question = figure.question?.text ?? ""
        guard !figure.counts.isEmpty else {
            add(.init(question), .empty, .empty, .init(figure.texts), .init(Phrase("texts", "条文字意见"), json: .null))
            return
        }
        let mean = EvaluationFigures.mean(figure.counts).map { Shown.score(UInt32($0)) } ?? .empty
        for (index, count) in figure.counts.enumerated().reversed() {
            let isFirst = index == figure.counts.count - 1
            let length = counted == 0 ? 0 : Int(count) * Self.barLength / Int(counted)
            let percent = counted == 0 ? 0 : Int(count) * 100 / Int(counted)
            add(
                isFirst ? .init(question) : .init(Phrase(""), json: .string(question)), isFirst ? mean : .empty,
                .init(index + 1), .init(count),
                .init(
                    Phrase(String(repeating: "█", count: length) + (length == 0 ? "" : " ") + "\(percent)%"),
                    json: JSON(percent)))
        }
    }
}
