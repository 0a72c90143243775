package import Domain

/// One attempt to hand an entry of the outbox to its service. The server that has leased the entry makes it.
package struct Delivery: Sendable {
    package let id: UInt64
    package let kind: OutboxKind
    /// The same with every attempt: a service that has taken the entry already can leave it at that.
    package let key: String
    /// The id of its subject, of the type that its kind says.
    package let subject: UInt64
    /// UTC milliseconds of the commit that caused it.
    package let atMs: Int64
    /// This one included.
    package let attempts: Int
    /// UTC milliseconds until which no other server sends the entry.
    package let leaseEndsMs: Int64
    let payload: [UInt8]
}

/// The reason why an attempt failed.
package struct DeliveryFailure: Error, Equatable, Sendable {
    /// For the operator; holds no personal data.
    package var reason: String
    /// Whether another attempt may succeed.
    package var isTransient: Bool

    package init(_ reason: String, isTransient: Bool) {
        self.reason = reason
        self.isTransient = isTransient
    }
}

/// One kind of delivery: everything the outbox knows of it, in one value. The types of its payload and of the service's
/// answer are the initialiser's alone.
package struct DeliveryKind: Sendable {
    /// Writes the service's answer back, in the transaction that settles the attempt.
    package typealias Settlement = @Sendable (WriteContext) throws -> Void

    package let kind: OutboxKind
    package let limits: DeliveryLimits
    /// Entries of one subject leave in the order they were written; a dead one holds up those behind it.
    let isOrdered: Bool
    let column: String
    let isOn: @Sendable () -> Bool
    let unwanted: @Sendable (_ atMs: Int64, _ now: Int64) -> String?
    let recipient: @Sendable ([UInt8]) throws -> String
    let send: @Sendable (Delivery) throws(DeliveryFailure) -> Settlement

    /// - Parameters:
    ///   - column: the place that payloads are encrypted for.
    ///   - isOn: whether there is a service to hand entries to; until then they wait.
    ///   - unwanted: why an entry written at `atMs` is not worth sending any more; nil while it is.
    ///   - read: the payload, from its bytes.
    ///   - recipient: for operators, masked.
    ///   - send: makes one attempt, on a thread of the pool for deliveries, in less time than `limits.leaseMs`.
    ///   - settle: writes down the answer. An error repeats the attempt when its lease is over.
    package init<Payload, Receipt: Sendable>(
        _ kind: OutboxKind, _ limits: DeliveryLimits, isOrdered: Bool = false, column: String = "outbox.payload",
        isOn: @escaping @Sendable () -> Bool,
        unwanted: @escaping @Sendable (_ atMs: Int64, _ now: Int64) -> String? = { _, _ in nil },
        read: @escaping @Sendable ([UInt8]) throws -> Payload,
        recipient: @escaping @Sendable (Payload) -> String,
        send: @escaping @Sendable (Payload, Delivery) throws(DeliveryFailure) -> Receipt,
        settle: @escaping @Sendable (Receipt, Delivery, WriteContext) throws -> Void = { _, _, _ in }
    ) {
        self.kind = kind
        self.limits = limits
        self.isOrdered = isOrdered
        self.column = column
        self.isOn = isOn
        self.unwanted = unwanted
        self.recipient = { bytes in recipient(try read(bytes)) }
        self.send = { (delivery: Delivery) throws(DeliveryFailure) -> Settlement in
            let payload: Payload
            do {
                payload = try read(delivery.payload)
            } catch {
                throw DeliveryFailure("its payload cannot be read", isTransient: false)
            }
            let receipt = try send(payload, delivery)
            return { context in try settle(receipt, delivery, context) }
        }
    }
}
