/// EXM-2: the questions that an offering needs before its code is shown; where it needs any and the programme uses exams, a
/// passed exam comes before its credit.
package enum ExamDemand {
    /// - Parameter minQuestions: the programme's switch; nil if it is not used.
    /// - Returns: 0 where none are needed.
    package static func questions(minQuestions: Int?, category: CreditCategory, modality: Modality) -> Int {
        category == .i && modality != .online ? minQuestions ?? 0 : 0
    }
}
