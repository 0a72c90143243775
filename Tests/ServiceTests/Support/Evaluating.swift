import Messages
import Testing

extension Client {
    /// Evaluates a class by the usual form: three ratings, and words.
    @discardableResult
    func evaluate(
        _ offering: UInt64, _ ratings: [UInt32] = [5, 4, 5], of subject: EvaluationSubject = .`class`,
        course: UInt64 = 0, words: String = ""
    ) throws -> Evaluation {
        let answers = ratings.map { EvaluationAnswer(rating: $0) } + [EvaluationAnswer(text: words)]
        let reply: EvaluationReply = try call(
            .evaluationsEvaluate,
            EvaluateRequest(
                target: EvaluationTarget(subject: subject, offering: offering, course: course), answers: answers))
        return try #require(reply.evaluation)
    }

    @discardableResult
    func withdrawEvaluation(
        _ offering: UInt64, of subject: EvaluationSubject = .`class`, course: UInt64 = 0
    ) throws -> Evaluation {
        let reply: EvaluationReply = try call(
            .evaluationsWithdraw,
            WithdrawEvaluationRequest(
                target: EvaluationTarget(subject: subject, offering: offering, course: course)))
        return try #require(reply.evaluation)
    }

    func evaluations() throws -> [Evaluation] {
        let reply: MyEvaluationsReply = try call(.evaluationsMyEvaluations, MyEvaluationsRequest())
        return reply.evaluations
    }

    func figures(_ offering: UInt64, _ subject: EvaluationSubject = .`class`) throws -> EvaluationFiguresReply {
        try call(
            .evaluationsFigures,
            EvaluationFiguresRequest(target: EvaluationTarget(subject: subject, offering: offering)))
    }

    func texts(_ offering: UInt64, question: UInt32 = 4, after: UInt32 = 0, limit: UInt32 = 0) throws
        -> EvaluationTextsReply
    {
        try call(
            .evaluationsTexts,
            EvaluationTextsRequest(
                target: EvaluationTarget(offering: offering), question: question, after: after, limit: limit))
    }
}
