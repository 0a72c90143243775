package import Messages

/// A message from the server, in the order received.
package enum ClientEvent: Equatable, Sendable {
    /// The driver must verify the server, then call `trust` or close.
    case welcome(Welcome)
    /// The reply of a call, which ends its stream; empty after a stream of items.
    case reply(stream: UInt32, [UInt8])
    /// The call failed; ends its stream.
    case error(stream: UInt32, Failure)
    /// One item of a stream; call `consumed` once it is processed.
    case item(stream: UInt32, [UInt8])
    /// All items sent on this stream are on their way; more may follow.
    case writable(stream: UInt32)
    /// A hint that something changed.
    case event(Event)
    case pong(Pong)
    /// The server ends the connection: make no further calls; open ones are still answered.
    case goodbye(Goodbye)
}
