import Application
import Messages

extension Service {
    func route(_ method: AttendanceMethod) -> Route {
        switch method {
        case .venueCode: .read(checkIns.venueCode)
        case .checkIn: .write(reading: checkIns.readCheckIn, checkIns.checkIn)
        case .listScans: .read(checkIns.listScans)
        case .analyse: .read(checkIns.analyse)
        case .suggestWindow: .read(checkIns.suggestWindow)
        case .walkIn: .checked(first: walkIns.checkWalkIn, walkIns.walkIn)
        case .listWalkIns: .read(walkIns.listWalkIns)
        case .decideWalkIns: .write(walkIns.decideWalkIns)
        case .explain: .read(checkIns.explain)
        case .explainOwn: .read(checkIns.explainOwn)
        case .myAttendance: .read(credits.myAttendance)
        }
    }
}
