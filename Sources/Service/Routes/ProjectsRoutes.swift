import Application
import Messages

extension Service {
    func route(_ method: ProjectsMethod) -> Route {
        switch method {
        case .createProject: .write(projects.createProject)
        case .listProjects: .read(projects.listProjects)
        case .createOffering: .write(projects.createOffering)
        case .submitOffering: .write(projects.submitOffering)
        case .getOffering: .read(projects.getOffering)
        case .listOfferings: .read(projects.listOfferings)
        case .listRoster: .read(projects.listRoster)
        case .rosterHistory: .read(projects.rosterHistory)
        case .changeRosterEntry: .write(rosters.changeRosterEntry)
        case .swapRosterNumbers: .write(rosters.swapRosterNumbers)
        case .removeRosterEntries: .write(rosters.removeRosterEntries)
        case .changeOffering:
            .write { [projects, skills] (request: ChangeOfferingRequest, context) in
                let reply = try projects.changeOffering(request, context)
                if let offering = request.offering { try skills.follow(offering.id, context) }
                return reply
            }
        case .cancelOffering:
            .write { [projects, bookings] request, context in
                let reply = try projects.cancelOffering(request, context)
                try bookings.callOff(request.offering, context.transaction)
                return reply
            }
        case .deleteOffering: .write(projects.deleteOffering)
        case .changeProject: .write(projects.changeProject)
        case .uploadDocument: .exchange(projects.uploadDocument)
        case .getDocument: .pages(projects.getDocument)
        case .listDocuments: .read(projects.listDocuments)
        case .removeDocument: .write(projects.removeDocument)
        case .setProjectState: .write(projects.setProjectState)
        case .listRuns: .read(projects.listRuns)
        case .linkNotice: .write(projects.linkNotice)
        case .myTeaching: .read(projects.myTeaching)
        case .listOfferingChanges: .read(projects.listOfferingChanges)
        }
    }
}
