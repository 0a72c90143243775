/// EXM-1b: the columns of a file of questions.
package enum QuestionColumn: SheetColumn {
    case kind
    case stem
    case optionA
    case optionB
    case optionC
    case optionD
    case optionE
    case optionF
    case optionG
    case optionH
    case answer

    package var heading: Phrase {
        switch self {
        case .kind: Phrase("type", "题型")
        case .stem: Phrase("question", "题干")
        case .optionA: Phrase("option A", "选项A")
        case .optionB: Phrase("option B", "选项B")
        case .optionC: Phrase("option C", "选项C")
        case .optionD: Phrase("option D", "选项D")
        case .optionE: Phrase("option E", "选项E")
        case .optionF: Phrase("option F", "选项F")
        case .optionG: Phrase("option G", "选项G")
        case .optionH: Phrase("option H", "选项H")
        case .answer: Phrase("answer", "答案")
        }
    }

    package var isRequired: Bool { [.kind, .stem, .optionA, .optionB, .answer].contains(self) }
    package var holdsLongNumbers: Bool { false }
    package static let identityNumbers: QuestionColumn? = nil

    package static let instructions: [QuestionColumn: Phrase] = [
        .kind: Phrase("single or multiple; delete this row and the next", "填“单选”或“多选”；填写完毕请删除本行与示例行"),
        .stem: Phrase("up to 1,000 characters", "不超过 1000 字"),
        .optionA: Phrase("up to 300 characters each; unused options stay empty", "每个选项不超过 300 字；不用的选项留空"),
        .answer: Phrase("A, or ACD where several are right", "单选如 A，多选如 A,C,D"),
    ]

    package static let example: [QuestionColumn: Phrase] = [
        .kind: Phrase("single", "单选"), .stem: Phrase("Where is the pulse of an adult felt?", "成人心肺复苏时在何处触摸脉搏？"),
        .optionA: Phrase("at the neck", "颈动脉"), .optionB: Phrase("at the wrist", "桡动脉"), .answer: Phrase("A"),
    ]

    fileprivate static let options: [QuestionColumn] = [
        .optionA, .optionB, .optionC, .optionD, .optionE, .optionF, .optionG, .optionH,
    ]

    /// The cells of a question, as a file of this kind has them.
    package static func cells(of question: ValidQuestion, in language: Language) -> [String] {
        let unused = Array(repeating: "", count: options.count - question.options.count)
        return [kinds.first { $0.1 == question.kind }?.0.text(in: language) ?? "", question.stem] + question.options
            + unused + [ValidQuestion.text(of: question.correct)]
    }

    fileprivate static let kinds: [(Phrase, QuestionKind)] = [
        (Phrase("single", "单选"), .singleChoice), (Phrase("multiple", "多选"), .multipleChoice),
        (Phrase("single choice", "单选题"), .singleChoice), (Phrase("multiple choice", "多选题"), .multipleChoice),
    ]
}

extension ValidQuestion {
    /// A row of a file of questions. The same question twice is one.
    package static let format = SheetFormat<QuestionColumn, ValidQuestion>(
        read: { checker in
            let kind = checker.required(.kind) { text throws(Refusal) in try oneChoice(text, of: QuestionColumn.kinds) }
            let stem = checker.required(.stem) { text throws(Refusal) in text }
            let answer = checker.required(.answer) { text throws(Refusal) in
                guard let bits = bits(of: text) else {
                    throw Refusal(.invalid, "letters of options, such as ACD", zh: "须为选项字母，如 A,C,D")
                }
                return bits
            }
            var options: [String] = []
            var gap: QuestionColumn?
            for column in QuestionColumn.options {
                let text =
                    column.isRequired
                    ? checker.required(column) { text throws(Refusal) in text }
                    : checker.optional(column) { text throws(Refusal) in text }
                if let text {
                    if let gap { checker.refuse(gap, Phrase("must not be empty before another option", "中间的选项不能留空")) }
                    gap = nil
                    options.append(text)
                } else if gap == nil {
                    gap = column
                }
            }
            guard checker.refusals.isEmpty, let kind, let stem, let answer else { return nil }
            return checker.whole { field in
                switch field {
                case "stem": .stem
                case "options": .optionA
                case "correct": .answer
                default: .kind
                }
            } _: { () throws(Refusal) in
                try ValidQuestion(kind: kind, stem: stem, options: options, correct: answer)
            }
        },
        keys: { [(.stem, ([$0.stem] + $0.options).joined(separator: "\u{1F}"))] })
}
