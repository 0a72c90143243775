import Application
import Messages

extension Service {
    func route(_ method: WorklistMethod) -> Route {
        switch method {
        case .listWork: .read(worklist.listWork)
        case .showWork: .read(worklist.showWork)
        case .decideWork: .checked(worklist.decideWork)
        }
    }
}
