import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// EXM-1b, BAT-1: questions of a bank. One that the bank has already changes nothing.
    var questionRows: RowKind<QuestionColumn, ValidQuestion, Bank, ValidQuestion> {
        RowKind(format: ValidQuestion.format) { target, call, snapshot in
            try Bank(target, field: "target", for: call, snapshot)
        } judge: { [self] row, _, bank, _, snapshot in
            let isKnown = try exams.question(row.value, in: bank.id, snapshot) != nil
            return (isKnown ? .unchanged : .added, row.value)
        } land: { [self] content, bank, context in
            Landed(effect: [try exams.add(content, to: bank, context).id])
        } undo: { [self] in
            .byRow { [exams] ids, _, _, context in
                guard try context.transaction.exists("SELECT 1 FROM question WHERE id = ?1", ids[0]) else { return }
                _ = try exams.deleteQuestion(DeleteQuestionRequest(question: ids[0]), context)
            }
        }
    }
}
