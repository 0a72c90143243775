import Application
import Messages

extension Service {
    func route(_ method: EvaluationsMethod) -> Route {
        switch method {
        case .get: .read(evaluations.getEvaluation)
        case .evaluate: .write(evaluations.evaluate)
        case .withdraw: .write(evaluations.withdrawEvaluation)
        case .myEvaluations: .read(evaluations.myEvaluations)
        case .figures: .read(evaluations.evaluationFigures)
        case .texts: .read(evaluations.evaluationTexts)
        case .listRuns: .read(evaluations.listEvaluatedRuns)
        }
    }
}
