import Application

/// Messages to the services of others, as administrators look after them.
final class Outboxes: Sendable {
    let outbox: DeliveryOutbox

    init(outbox: DeliveryOutbox) {
        self.outbox = outbox
    }
}
