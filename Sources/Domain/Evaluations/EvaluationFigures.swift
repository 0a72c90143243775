/// EVA-1: what the evaluations of one thing say together. Only whole fives of them count, in the order in which they were given:
/// no figure, and no difference of the figures of two days, is of fewer than five people. What counts is corrected no more,
/// because a correction would be such a difference.
package struct EvaluationFigures: Equatable, Sendable {
    package static let group = 5
    /// The most evaluations of one thing that count.
    package static let limit = 20_000

    /// Of one question.
    package struct Figure: Equatable, Sendable {
        /// How many gave each rating, the worst first; empty for a text.
        package internal(set) var counts: [UInt32]
        /// In the order of their letters within each five of texts, so that nobody can tell whose they are by their order.
        package internal(set) var texts: [String]
    }

    /// A multiple of five.
    package let counted: Int
    package let figures: [Figure]

    /// - Parameter given: all evaluations, in the order in which they were given.
    package init(_ given: [[ValidEvaluation.Answer]], of form: EvaluationForm) {
        counted = Self.counted(of: given.count)
        var figures = form.questions.map {
            Figure(counts: $0.kind == .rating ? [0, 0, 0, 0, 0] : [], texts: [])
        }
        for answers in given.prefix(counted) {
            for (index, answer) in answers.enumerated().prefix(figures.count) {
                if !answer.text.isEmpty { figures[index].texts.append(answer.text) }
                guard ValidEvaluation.ratings.contains(answer.rating), !figures[index].counts.isEmpty else { continue }
                figures[index].counts[Int(answer.rating) - 1] += 1
            }
        }
        for index in figures.indices { figures[index].texts = Self.shown(figures[index].texts) }
        self.figures = figures
    }

    /// How many of so many evaluations count.
    package static func counted(of given: Int) -> Int { given / group * group }

    /// A text can be told from others only where there are five.
    private static func shown(_ texts: [String]) -> [String] {
        stride(from: 0, to: counted(of: texts.count), by: group).flatMap { texts[$0..<$0 + group].sorted() }
    }

    /// The mean of a rating's counts in hundredths; nil without any.
    package static func mean(_ counts: [UInt32]) -> Int? {
        let people = counts.reduce(0) { $0 + Int($1) }
        guard people > 0 else { return nil }
        let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * Int($1.element) }
        return (sum * 100 + people / 2) / people
    }
}
