import Application

/// What services of others are to be told, as administrators look after it.
final class Outboxes: Sendable {
    let outbox: DeliveryOutbox

    init(outbox: DeliveryOutbox) {
        self.outbox = outbox
    }
}
