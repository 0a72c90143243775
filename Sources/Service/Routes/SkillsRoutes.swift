import Application
import Messages

extension Service {
    func route(_ method: SkillsMethod) -> Route {
        switch method {
        case .saveChecklist: .write(skills.saveChecklist)
        case .getChecklist: .read(skills.getChecklist)
        case .listChecklists: .read(skills.listChecklists)
        case .publishExam: .write(skills.publishExam)
        case .browseExams: .read(skills.browseExams)
        case .setPin: .slow(load: skills.loadPIN, work: skills.hashPIN, commit: skills.setPIN)
        case .listResults: .read(skills.listResults)
        case .decide: .checked(first: { [checkIns] in try checkIns.prepare($0.offering, $1) }, skills.decideSheet)
        case .book: .write(skills.book)
        case .myExams: .read(skills.myExams)
        }
    }
}
