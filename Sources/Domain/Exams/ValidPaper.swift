/// EXM-6: what is laid down for a paper of a programme.
package struct ValidPaper: Equatable, Sendable {
    package static let titleLimit = 100
    /// In minutes.
    package static let durations = 1...600
    /// An offering's exam takes this long unless something else is set.
    package static let usualMinutes = 60

    package let title: String
    /// In hundredths.
    package let passMark: Int
    package let minutes: Int
    /// By question, in hundredths.
    package let marks: [Int]

    /// - Parameters:
    ///   - questions: of the paper, in its order.
    ///   - marks: of each; none to share them out equally.
    /// - Throws: `invalid`, and names the field.
    package init(title: String, passMark: UInt32, minutes: UInt32, questions: [UInt64], marks: [UInt32]) throws(Refusal)
    {
        self.title = try checkedTitle(title, field: "title", limit: Self.titleLimit)
        guard ExamRule.scores.contains(Int64(passMark)) else {
            throw Refusal(.invalid, field: "pass_mark_hundredths", "from 0 to 100", zh: "须在 0 至 100 之间")
        }
        self.passMark = Int(passMark)
        self.minutes = try Self.minutes(minutes)
        guard (1...PaperEdition.limit).contains(questions.count) else {
            throw Refusal(
                .invalid, field: "questions", "a paper has 1 to \(PaperEdition.limit) questions",
                zh: "试卷须有 1 至 \(PaperEdition.limit) 道试题")
        }
        guard Set(questions).count == questions.count else {
            throw Refusal(.invalid, field: "questions", "a question stands in it twice", zh: "试题重复")
        }
        self.marks = marks.isEmpty ? PaperEdition.equalMarks(count: questions.count) : marks.map(Int.init)
        let whole = hundredths(PaperEdition.wholeMarks)
        guard self.marks.count == questions.count, self.marks.allSatisfy({ $0 > 0 }),
            self.marks.reduce(0, +) == PaperEdition.wholeMarks
        else {
            throw Refusal(
                .invalid, field: "marks", "each question has marks, and together they make \(whole)",
                zh: "每题须有分值，合计须为 \(whole)")
        }
    }

    /// - Throws: `invalid`.
    package static func minutes(_ minutes: UInt32) throws(Refusal) -> Int {
        guard durations.contains(Int(minutes)) else {
            throw Refusal(.invalid, field: "minutes", "from 1 to 600 minutes", zh: "须为 1 至 600 分钟")
        }
        return Int(minutes)
    }
}
