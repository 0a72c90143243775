import Application
import Messages

extension Service {
    func route(_ method: ProgrammesMethod) -> Route {
        switch method {
        case .createProgramme: .write(programmes.createProgramme)
        case .changePolicy:
            .write { [programmes, projects] (request: ChangePolicyRequest, context) in
                let reply = try programmes.changePolicy(request, context)
                if request.changes.contains(where: { $0.name == "minQuestions" }) {
                    try projects.lookAtVenueKeys(of: request.programme, context)
                }
                return reply
            }
        case .listProgrammes: .read(programmes.listProgrammes)
        case .listPresets: .read(programmes.listPresets)
        case .setFee: .write(programmes.setFee)
        case .listFees: .read(programmes.listFees)
        }
    }
}
