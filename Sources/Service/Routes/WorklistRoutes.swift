import Application
import Messages

extension Service {
    func route(_ method: WorklistMethod) -> Route {
        switch method {
        case .listWork: .read(worklist.listWork)
        case .showWork: .read(worklist.showWork)
        case .listConflicts: .read(exams.listConflicts)
        case .decideWork: .checked(worklist.decideWork)
        }
    }
}
