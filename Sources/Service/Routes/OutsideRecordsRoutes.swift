import Application
import Messages

extension Service {
    func route(_ method: OutsideRecordsMethod) -> Route {
        switch method {
        case .enter: .write(outside.enterRecord)
        case .correct: .write(outside.correctRecord)
        case .withdraw: .write(outside.withdrawRecord)
        case .list: .read(outside.listRecords)
        case .listOwn: .read(outside.listOwnRecords)
        }
    }
}
