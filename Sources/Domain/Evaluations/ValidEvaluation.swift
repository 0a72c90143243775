/// EVA-1: the answers of one person to a form, one a question.
package struct ValidEvaluation: Equatable, Sendable {
    package static let ratings: ClosedRange<UInt32> = 1...5
    /// In characters.
    package static let textLimit = 1000

    package struct Answer: Equatable, Sendable {
        /// 0 for a text.
        package let rating: UInt32
        /// Empty for a rating, and where nothing was said.
        package let text: String

        package init(rating: UInt32, text: String) {
            self.rating = rating
            self.text = text
        }
    }

    package let answers: [Answer]

    /// - Throws: `invalid`, and names the question.
    package init(_ given: [Answer], to form: EvaluationForm) throws(Refusal) {
        let asked = form.questions.count
        guard given.count == asked else {
            throw Refusal(
                .invalid, field: "answers", "the form has \(asked) questions, not \(given.count)",
                zh: "评价表共 \(asked) 题，收到 \(given.count) 题")
        }
        var answers: [Answer] = []
        for (question, answer) in zip(form.questions, given) {
            switch question.kind {
            case .rating:
                guard Self.ratings.contains(answer.rating) else {
                    throw Refusal(
                        .invalid, field: "answers", "“\(question.text.en)” is rated from 1 to 5",
                        zh: "“\(question.text.zh)”须评 1 至 5 分")
                }
                answers.append(Answer(rating: answer.rating, text: ""))
            case .text:
                let text = answer.text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }
                    .joined(separator: " ")
                let isEmpty = trimmed(text).isEmpty
                answers.append(
                    Answer(
                        rating: 0,
                        text: isEmpty ? "" : try checkedTitle(text, field: "answers", limit: Self.textLimit)))
            }
        }
        self.answers = answers
    }
}
