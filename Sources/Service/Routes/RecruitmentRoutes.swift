import Application
import Messages

extension Service {
    func route(_ method: RecruitmentMethod) -> Route {
        switch method {
        case .createCohort: .write(recruitment.createCohort)
        case .listCohorts: .read(recruitment.listCohorts)
        case .createRound: .write(recruitment.createRound)
        case .changeRound: .write(recruitment.changeRound)
        case .openRound: .write(recruitment.openRound)
        case .closeRound: .write(recruitment.closeRound)
        case .getRound: .read(recruitment.getRound)
        case .listRounds: .read(recruitment.listRounds)
        case .setQuota: .write(recruitment.setQuota)
        case .listQuotas: .read(recruitment.listQuotas)
        case .saveApplication: .write(recruitment.saveApplication)
        case .submitApplication: .write(recruitment.submitApplication)
        case .withdrawApplication: .write(recruitment.withdrawApplication)
        case .declineAdmission: .write(recruitment.declineAdmission)
        case .myApplications: .lookUp(recruitment.myApplications)
        case .getApplication: .lookUp(recruitment.getApplication)
        case .listApplications: .lookUp(recruitment.listApplications)
        case .assignApplications: .write(recruitment.assignApplications)
        case .admitApplications: .write(recruitment.admitApplications)
        case .releaseApplications: .write(recruitment.releaseApplications)
        case .changeTraining: .write(recruitment.changeTraining)
        case .countAdmitted: .read(recruitment.countAdmitted)
        case .exportAdmitted: .pages(recruitment.exportAdmitted)
        case .getSubmission: .read(recruitment.getSubmission)
        case .removeCohort: .write(recruitment.removeCohort)
        case .removeRound: .write(recruitment.removeRound)
        case .removeQuota: .write(recruitment.removeQuota)
        }
    }
}
