package import Messages

/// What the server did, told to the client in the order it was received.
package enum ClientEvent: Equatable, Sendable {
    /// Verify whom it comes from, then `trust` or close.
    case welcome(Welcome)
    /// The answer of a call, and the end of its stream; empty after a stream of items.
    case reply(stream: UInt32, [UInt8])
    /// The call failed; the end of its stream.
    case error(stream: UInt32, Failure)
    /// One message of a stream; say `consumed` when done with it.
    case item(stream: UInt32, [UInt8])
    /// Items sent on this stream are on their way and more may follow.
    case writable(stream: UInt32)
    /// A hint that something changed.
    case event(Event)
    case pong(Pong)
    /// The server ends: make no further calls; those under way are still answered.
    case goodbye(Goodbye)
}
