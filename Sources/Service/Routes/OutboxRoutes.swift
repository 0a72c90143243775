import Application
import Messages

extension Service {
    func route(_ method: OutboxMethod) -> Route {
        switch method {
        case .listEntries: .read(outboxes.listOutboxEntries)
        case .getEntry: .read(outboxes.getOutboxEntry)
        case .retryEntry: .write(outboxes.retryOutboxEntry)
        case .dropEntry: .write(outboxes.dropOutboxEntry)
        }
    }
}
