import Application
import Messages

extension Service {
    func route(_ method: CreditsMethod) -> Route {
        switch method {
        case .listEligible: .read(credits.listEligible)
        case .awardCredit: .checked(first: { [checkIns] in try checkIns.prepare($0.offering, $1) }, credits.awardCredit)
        case .reverseAward: .write(credits.reverseAward)
        case .listAwards: .read(credits.listAwards)
        case .myCredits: .read(credits.myCredits)
        case .awardInstructor: .write(credits.awardInstructor)
        case .saveYearRule: .write(credits.saveRule)
        case .removeYearRule: .write(credits.removeRule)
        case .listYearRules: .read(credits.listRules)
        case .myCompliance: .read(credits.myCompliance)
        case .listCompliance: .read(credits.listCompliance)
        case .listUnitCompliance: .read(credits.listUnitCompliance)
        case .excuseYear: .write(credits.excuseYear)
        case .explainAward: .read(credits.explainAward)
        case .explainOwnAward: .read(credits.explainOwnAward)
        case .enterCredit: .write(credits.enterCredit)
        case .checkAward: .read(credits.checkAward)
        case .listDifferences: .read(credits.listDifferences)
        case .settleDifferences:
            .checked(first: { [checkIns] in try checkIns.prepare($0.offering, $1) }, credits.settleDifferences)
        case .remind: .checked(first: { [checkIns] in try checkIns.prepare($0.offering, $1) }, credits.remind)
        case .export: .pages(reports.export)
        }
    }
}
