import Application
import Messages

extension Service {
    func route(_ method: TerminalsMethod) -> Route {
        switch method {
        case .createEnrolmentCode: .write(terminals.createEnrolmentCode)
        case .enrol: .checked(terminals.enrol)
        case .authenticate: .checked(terminals.authenticate)
        case .listTerminals: .read(terminals.listTerminals)
        case .raiseTerminal: .write(terminals.raiseTerminal)
        case .revokeTerminal: .write(terminals.revokeTerminal)
        }
    }
}
