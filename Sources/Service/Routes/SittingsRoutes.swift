import Application
import Messages

extension Service {
    func route(_ method: SittingsMethod) -> Route {
        switch method {
        case .startExam: .checked(first: sittings.checkStart, sittings.startExam)
        case .getSitting: .read(sittings.getSitting)
        case .sittingQuestions: .read(sittings.sittingQuestions)
        case .saveAnswer: .write(sittings.saveAnswer)
        case .submitExam: .write(sittings.submitExam)
        case .myExams: .read(sittings.myExams)
        case .mySittings: .read(sittings.mySittings)
        case .complain: .write(sittings.complain)
        case .listSittings: .read(sittings.listSittings)
        case .showSitting: .read(sittings.showSitting)
        case .markAgain: .write(sittings.markAgain)
        case .grantExtraTime: .write(sittings.grantExtraTime)
        }
    }
}
