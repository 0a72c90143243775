import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// EXM-1: question banks.
    static var questions: Command {
        Command(
            "questions",
            Phrase("question banks; take in many with upload questions", "题库；批量导入请用 rollcall-admin upload 试题 文件"),
            commands: [list, show, add, change, enable, disable, delete, history, export])
    }

    private static let bank = Name<BankRegister>.positional
    private static let id: Parameter<UInt64> = .argument("QUESTION", Phrase("its id", "试题编号"))
    private static let kind: Parameter<Choice<QuestionKind>?> = .option(
        "kind", "KIND", Phrase("single-choice or multiple-choice", "题型：单选题或多选题"))
    private static let stem: Parameter<String?> = .option("stem", "TEXT", Phrase("the question", "题干"))
    private static let option: Parameter<[String]> = .options(
        "option", "TEXT", Phrase("an option; once for each, in their order", "选项，按顺序每项一次"))
    private static let answer: Parameter<String?> = .option(
        "answer", "LETTERS", Phrase("what is right: A, or ACD", "正确答案，如 A 或 A,C,D"))

    private static var list: Command {
        let contains: Parameter<String> = .option(
            "contains", "TEXT", Phrase("only those that say this", "题干包含"), default: "")
        return Command(
            "list", Phrase("the questions of a bank, with their keys", "题库试题及答案"), bank, contains, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            var last = ListQuestionsReply()
            try desk.list(arguments, .questions, .examsListQuestions) { after, limit in
                ListQuestionsRequest(
                    bank: try desk.id(arguments[bank]), after: after, limit: limit, contains: arguments[contains])
            } rows: { (reply: ListQuestionsReply, table) in
                last = reply
                for question in reply.questions { table.add(question) }
                return (reply.questions.count, reply.next)
            }
            desk.interaction.say(QuestionCount(enabled: last.enabled, needed: last.needed).phrase)
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("one question with its options", "查看试题及选项"), id) { arguments, desk in
            try desk.show(
                try desk.call(.examsGetQuestion, GetQuestionRequest(question: arguments[id])) as QuestionReply)
            return .ok
        }
    }

    private static var add: Command {
        Command(
            "add", Phrase("add a question; asks for what is not given", "新增试题，缺少的内容将逐项询问"), bank, kind, stem, option,
            answer
        ) { arguments, desk in
            let interaction = desk.interaction
            let kind =
                try arguments[kind]?.value
                ?? QuestionKind.allCases[
                    interaction.choose(
                        Phrase("Kind", "题型"), QuestionKind.allCases.map { (Choice($0).argument, $0.phrase) },
                        insteadOf: "--kind")]
            let stem = try arguments[stem] ?? interaction.askText(Phrase("Question", "题干"), insteadOf: "--stem")
            let options = try arguments[option].isEmpty ? desk.askOptions() : arguments[option]
            let question = Question(
                bank: try desk.id(arguments[bank]), kind: kind, stem: stem, options: options,
                correct: try desk.answer(arguments[answer], of: options.count))
            try desk.show(
                try desk.call(.examsSaveQuestion, SaveQuestionRequest(question: question)) as QuestionReply)
            return .ok
        }
    }

    private static var change: Command {
        Command(
            "change", Phrase("change what a question says; papers sat before keep theirs", "修改试题，已答试卷不受影响"), id, kind,
            stem, option, answer
        ) { arguments, desk in
            let reply: QuestionReply = try desk.call(
                .examsGetQuestion, GetQuestionRequest(question: arguments[id]))
            var question = reply.question ?? Question()
            if let kind = arguments[kind]?.value { question.kind = kind }
            if let stem = arguments[stem] { question.stem = stem }
            if !arguments[option].isEmpty { question.options = arguments[option] }
            if arguments[answer] != nil {
                question.correct = try desk.answer(arguments[answer], of: question.options.count)
            }
            try desk.show(
                try desk.call(.examsSaveQuestion, SaveQuestionRequest(question: question)) as QuestionReply)
            return .ok
        }
    }

    private static let ids: Parameter<IdList?> = .option(
        "ids", "1,2,3", Phrase("only these; else all of the bank", "仅这些试题，默认题库全部"))

    private static var enable: Command {
        Command("enable", Phrase("let questions be asked", "启用试题"), bank, ids) { arguments, desk in
            try desk.enable(desk.id(arguments[bank]), arguments[ids]?.ids ?? [], true)
            return .ok
        }
    }

    private static var disable: Command {
        Command("disable", Phrase("let questions be asked no more", "停用试题"), bank, ids) { arguments, desk in
            try desk.enable(desk.id(arguments[bank]), arguments[ids]?.ids ?? [], false)
            return .ok
        }
    }

    private static var delete: Command {
        Command("delete", Phrase("remove one that nobody has sat", "删除无人作答的试题"), id, Asking.yes) { arguments, desk in
            try desk.confirmRemoval(arguments, of: "\(arguments[id])")
            let _: DeleteQuestionReply = try desk.call(
                .examsDeleteQuestion, DeleteQuestionRequest(question: arguments[id]))
            desk.interaction.say(Phrase("deleted", "已删除"))
            return .ok
        }
    }

    private static var history: Command {
        let question: Parameter<UInt64> = .option("question", "ID", Phrase("of this one", "仅此试题"), default: 0)
        return Command(
            "history", Phrase("who changed what, the newest first", "修改记录，最新在前"), bank, question, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("change", Phrase("Change", "记录"), .unshown), .init("at_ms", Phrase("Time", "时间")),
                .init("event", Phrase("What", "操作")), .init("person", Phrase("By", "操作人"), .unshown),
                .init("person_name", Phrase("By", "操作人")),
                .init("question", Phrase("Question", "试题"), .right), .init("stem", Phrase("It says", "题干")),
                .init("options", Phrase("Options", "选项"), .unshown), .init("answer", Phrase("Answer", "答案"), .exact))
            try desk.list(arguments, table, .examsQuestionHistory) { after, limit in
                QuestionHistoryRequest(
                    bank: try desk.id(arguments[bank]), question: arguments[question], after: after, limit: limit)
            } rows: { (reply: QuestionHistoryReply, table) in
                for change in reply.changes {
                    let left = change.question ?? Question()
                    table.add(
                        .init(change.id), Shown.moment(change.atMs), .init(change.event), .init(change.person),
                        .init(change.personName), .init(left.id), .init(left.stem),
                        .init(
                            Phrase(left.optionLines.joined(separator: " ")), json: .array(left.options.map(JSON.string))
                        ),
                        .init(ValidQuestion.text(of: left.correct)))
                }
                return (reply.changes.count, reply.next)
            }
            return .ok
        }
    }

    private static var export: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("where to", "保存为"))
        return Command("export", Phrase("a bank as a file that upload takes in", "导出题库，可再次导入"), bank, out) {
            arguments, desk in
            try desk.receive(
                .examsExportQuestions, ExportQuestionsRequest(bank: try desk.id(arguments[bank])), to: arguments[out]
            ) { (chunk: QuestionsChunk) in chunk.bytes }
        }
    }
}

/// How many questions of a bank are enabled, and whether these are enough.
private struct QuestionCount {
    let enabled: UInt32
    let needed: UInt32

    var phrase: Phrase {
        let told = Phrase("\(enabled) enabled", "已启用 \(enabled) 道")
        guard needed > 0 else { return told }
        return enabled < needed
            ? Phrase(
                "\(told.en), \(needed) are needed before the code is shown", "\(told.zh)，展示签到码至少须 \(needed) 道")
            : Phrase("\(told.en), \(needed) were needed", "\(told.zh)，已满足至少 \(needed) 道的要求")
    }
}

extension Desk {
    /// Four options, and more as long as something is entered.
    fileprivate func askOptions() throws -> [String] {
        var options: [String] = []
        for letter in ValidQuestion.letters {
            let isMore = options.count >= 4
            let prompt = Phrase(
                isMore ? "Option \(letter), or nothing" : "Option \(letter)",
                isMore ? "选项 \(letter)（没有更多则留空）" : "选项 \(letter)")
            let text =
                try isMore
                ? interaction.ask(prompt, insteadOf: "--option") : interaction.askText(prompt, insteadOf: "--option")
            if isMore, text.allSatisfy(\.isWhitespace) { break }
            options.append(text)
        }
        return options
    }

    /// - Parameter count: of the options.
    fileprivate func answer(_ given: String?, of count: Int) throws -> UInt32 {
        let expectation = Phrase(
            "letters of its \(count) options, such as AC", "\(count) 个选项中的字母（如 A,C）")
        func bits(_ text: String) -> UInt32? {
            ValidQuestion.bits(of: text).flatMap { $0 >> UInt32(clamping: count) == 0 ? $0 : nil }
        }
        guard let given else {
            return try interaction.ask(Phrase("Answer", "答案"), insteadOf: "--answer", for: expectation, bits)
        }
        guard let bits = bits(given) else {
            throw CommandFailure(
                .usage, name: "usage",
                Phrase("\"\(given)\" is not \(expectation.en)", "“\(given)”不是\(expectation.zh)"))
        }
        return bits
    }

    fileprivate func enable(_ bank: UInt64, _ questions: [UInt64], _ enabled: Bool) throws {
        let reply: EnableQuestionsReply = try call(
            .examsEnableQuestions, EnableQuestionsRequest(bank: bank, questions: questions, enabled: enabled))
        let count = QuestionCount(enabled: reply.enabled, needed: reply.needed).phrase
        try interaction.show(
            ["changed": JSON(reply.changed), "enabled": JSON(reply.enabled), "needed": JSON(reply.needed)],
            text: interaction.text(Phrase("changed \(reply.changed); \(count.en)", "变更 \(reply.changed) 道；\(count.zh)"))
        )
    }

    fileprivate func show(_ reply: QuestionReply) throws {
        guard let question = reply.question else { throw ClientError.badReply(.examsGetQuestion).commandFailure }
        var table = Table.questions
        table.add(question)
        try interaction.show(table)
        // Of the card and JSON they are a part.
        guard !interaction.isJSON else { return }
        for line in question.optionLines { try interaction.data(line.harmless) }
    }
}

extension Question {
    fileprivate var optionLines: [String] { zip(ValidQuestion.letters, options).map { "\($0). \($1)" } }
}

extension Table {
    fileprivate static var questions: Table {
        Table(
            Column("question", Phrase("Question", "试题"), .right), Column("kind", Phrase("Kind", "题型")),
            Column("stem", Phrase("It says", "题干")), Column("options", Phrase("Options", "选项"), .unshown),
            Column("answer", Phrase("Answer", "答案"), .exact), Column("enabled", Phrase("Enabled", "启用")),
            Column("sat", Phrase("Sat", "已作答")))
    }

    fileprivate mutating func add(_ question: Question) {
        add(
            Cell(question.id), Cell(question.kind), Cell(question.stem),
            Cell(
                Phrase(question.optionLines.joined(separator: " ")), json: .array(question.options.map(JSON.string))),
            Cell(ValidQuestion.text(of: question.correct)), Shown.flag(question.enabled), Shown.flag(question.sat))
    }
}
