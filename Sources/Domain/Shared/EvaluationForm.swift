/// EVA-1: the questions put to those who evaluate, as an administrator writes them:
/// `Content / 内容; Organisation / 组织; text: Remarks / 意见`. A question in one language alone is put so to everybody.
package struct EvaluationForm: Equatable, Sendable {
    package static let questionCounts = 1...20
    /// In characters, of a question in one language.
    package static let questionLimit = 100

    package struct Question: Equatable, Sendable {
        package let kind: EvaluationQuestionKind
        package let text: Phrase
    }

    package let questions: [Question]

    package static let standard = EvaluationForm(questions: [
        Question(kind: .rating, text: Phrase("Content", "内容")),
        Question(kind: .rating, text: Phrase("Teaching", "讲授")),
        Question(kind: .rating, text: Phrase("Organisation", "组织安排")),
        Question(kind: .text, text: Phrase("Remarks", "意见和建议")),
    ])

    private init(questions: [Question]) { self.questions = questions }

    /// Nil for no question, too many, an empty one, or one that is too long.
    package init?(text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard Self.questionCounts.contains(parts.count) else { return nil }
        var questions: [Question] = []
        for part in parts {
            guard let question = Self.question(trimmed(part)) else { return nil }
            questions.append(question)
        }
        self.questions = questions
    }

    static let textMark = "text:"

    private static func question(_ text: String) -> Question? {
        let isText = text.hasPrefix(textMark)
        let asked = isText ? trimmed(String(text.dropFirst(textMark.count))) : text
        let languages = asked.split(separator: "/", omittingEmptySubsequences: false).map { trimmed(String($0)) }
        let isRight = languages.allSatisfy { language in
            (1...questionLimit).contains(language.unicodeScalars.count)
                && !language.unicodeScalars.contains(where: isDeceptive)
        }
        guard (1...2).contains(languages.count), isRight, let english = languages.first, let last = languages.last
        else { return nil }
        return Question(kind: isText ? .text : .rating, text: Phrase(english, last))
    }

    /// As it is written, and stored.
    package var text: String {
        questions.map { question in
            let asked = question.text
            return (question.kind == .text ? Self.textMark + " " : "")
                + (asked.en == asked.zh ? asked.en : "\(asked.en) / \(asked.zh)")
        }.joined(separator: "; ")
    }
}
