import Application
import Messages

extension Service {
    func route(_ method: LeavesMethod) -> Route {
        switch method {
        case .requestLeave: .write(leaves.requestLeave)
        case .cancelLeave: .write(leaves.cancelLeave)
        case .myLeave: .read(leaves.myLeave)
        case .listLeave: .read(leaves.listLeave)
        }
    }
}
