package import Messages

/// A message from the client, in the order received.
package enum ServerEvent: Equatable, Sendable {
    /// The versions fit; answer with `welcome` before anything else.
    indirect case hello(Hello)
    /// Answer exactly once, with `reply` or `error`, unless it is `cancelled`.
    case call(InboundCall)
    case item(InboundItem)
    /// The caller cancelled the call and was told CANCELLED; a later answer is dropped.
    case cancelled(stream: UInt32)
    /// All items sent on this stream are on their way; more may follow.
    case writable(stream: UInt32)
}

package struct InboundItem: Equatable, Sendable {
    package let stream: UInt32
    /// Nil if the sender only ended its items.
    package let message: [UInt8]?
    /// No more items follow on this stream.
    package let isLast: Bool
}
