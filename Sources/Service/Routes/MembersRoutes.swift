import Application
import Messages

extension Service {
    func route(_ method: MembersMethod) -> Route {
        switch method {
        case .add: .write(identities.addTrainee)
        case .list: .read(identities.listMembers)
        case .confirm: .write(identities.confirmMembers)
        case .end: .write(identities.endMembers)
        case .join: .write(identities.joinUnit)
        case .leave: .write(identities.leaveUnit)
        case .mine: .read(identities.myUnits)
        }
    }
}
