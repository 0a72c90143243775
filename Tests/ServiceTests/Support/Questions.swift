import Messages

extension Client {
    /// Adds a question to a bank.
    func save(_ question: Question) throws -> Question {
        let reply: QuestionReply = try call(.examsSaveQuestion, SaveQuestionRequest(question: question))
        guard let saved = reply.question else { throw Missing(what: "the question") }
        return saved
    }

    @discardableResult
    func enable(_ bank: UInt64, _ questions: [UInt64] = [], _ enabled: Bool = true) throws -> EnableQuestionsReply {
        try call(
            .examsEnableQuestions, EnableQuestionsRequest(bank: bank, questions: questions, enabled: enabled))
    }

    func questions(of bank: UInt64, contains: String = "") throws -> ListQuestionsReply {
        try call(.examsListQuestions, ListQuestionsRequest(bank: bank, contains: contains))
    }

    /// As many enabled questions as a class of the continuing education needs; each is right with its first option.
    func prepareQuestions(of bank: UInt64, count: Int = 5) throws {
        for number in 1...count {
            _ = try save(.single(bank, "第 \(number) 题：成人胸外按压的深度是多少？"))
        }
        try enable(bank)
    }
}

extension Question {
    /// A single choice of four, of which the first is right.
    static func single(_ bank: UInt64, _ stem: String = "成人胸外按压的频率是多少？") -> Question {
        Question(
            bank: bank, kind: .singleChoice, stem: stem,
            options: ["每分钟 100 至 120 次", "每分钟 60 至 80 次", "每分钟 80 至 100 次", "每分钟 120 至 140 次"], correct: 0b0001)
    }

    /// A multiple choice of five, of which A, C and D are right.
    static func multiple(_ bank: UInt64, _ stem: String = "高质量心肺复苏包括哪些？") -> Question {
        Question(
            bank: bank, kind: .multipleChoice, stem: stem,
            options: ["按压深度足够", "过度通气", "充分回弹", "减少中断", "先测血压"], correct: 0b1101)
    }
}
