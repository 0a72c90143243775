package import Connection
package import Messages

/// An action of a server on one connection. Dropped if the connection or the stream has ended.
///
/// The rare large cases are indirect, so that the usual reply is small to pass on.
package enum Answer: Sendable {
    /// Ends a call with its reply, empty after a stream of items.
    case reply(stream: UInt32, [UInt8])
    /// Ends a call with an error.
    indirect case error(stream: UInt32, Failure)
    /// One item of a stream whose producer does not wait for the reader.
    case item(stream: UInt32, [UInt8])
    /// Items of a stream whose producer waits: one `writable` event follows when all of them are on their way, or
    /// `cancelled` if the stream has ended. Pages of about 64 KiB bound the memory.
    case page(stream: UInt32, [[UInt8]])
    /// Compressed items of a stream whose producer does not wait for the reader, or a call's compressed reply.
    case packed(stream: UInt32, Packed)
    /// The application has processed that many items and bytes; the caller gets credit.
    case consumed(stream: UInt32, items: Int, bytes: Int)
    /// A hint. For a slow reader only the highest position of each kind is kept.
    case event(Event)
    /// The peer has authenticated: it may send messages of the full size.
    case authenticated
    /// With code 0, open calls are answered first; with any other, the connection closes at once.
    indirect case goodbye(Goodbye)
}
