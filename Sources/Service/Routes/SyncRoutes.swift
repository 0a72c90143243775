import Application
import Messages

extension Service {
    func route(_ method: SyncMethod) -> Route {
        switch method {
        case .open: .checked(sync.openLogs)
        case .push: .exchange(sync.push)
        case .pull: .pages(sync.pull)
        case .listServerLogs: .read(sync.listServerLogs)
        }
    }
}
