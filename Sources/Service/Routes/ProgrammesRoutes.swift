import Application
import Messages

extension Service {
    func route(_ method: ProgrammesMethod) -> Route {
        switch method {
        case .createProgramme: .write(programmes.createProgramme)
        case .changePolicy: .write(programmes.changePolicy)
        case .listProgrammes: .read(programmes.listProgrammes)
        case .listPresets: .read(programmes.listPresets)
        case .setFee: .write(programmes.setFee)
        case .listFees: .read(programmes.listFees)
        }
    }
}
