import Application
import Messages

extension Service {
    func route(_ method: LedgerMethod) -> Route {
        switch method {
        case .beginStatement: .write(orders.beginStatement)
        case .addStatementRows: .write(orders.addStatementRows)
        case .finishStatement: .write(orders.finishStatement)
        case .listStatements: .read(orders.listStatements)
        case .listDifferences: .read(orders.listDifferences)
        case .settleDifferences: .write(orders.settleDifferences)
        case .correct: .write(orders.correctLedger)
        case .closePeriod: .write(orders.closePeriod)
        case .listPeriods: .read(orders.listPeriods)
        case .showPeriod: .read(orders.showPeriod)
        case .exportPeriod: .pages(orders.exportPeriod)
        case .returnDifferences: .write(orders.returnDifferences)
        }
    }
}
