import Application
import Messages

extension Service {
    func route(_ method: ReportsMethod) -> Route {
        switch method {
        case .listRuns: .read(reports.listRuns)
        case .listPeople: .read(reports.listPeople)
        case .listUnits: .read(reports.listUnits)
        case .drawFigure: .worked(in: .files, load: reports.loadFigure, work: reports.draw)
        case .getOwnStatement: .worked(in: .files, load: reports.loadStatement, work: reports.draw)
        }
    }
}
