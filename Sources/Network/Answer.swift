package import Messages

/// What a server sends, or does, on one connection. An answer to a connection or a stream that has ended is dropped.
///
/// The rare large ones are indirect, so that the usual reply is small to pass on.
package enum Answer: Sendable {
    /// Ends a call with its reply; with an empty one, a stream of items.
    case reply(stream: UInt32, [UInt8])
    /// Ends a call with an error.
    indirect case error(stream: UInt32, Failure)
    /// One item of a stream whose producer does not wait for the reader.
    case item(stream: UInt32, [UInt8])
    /// Items of a stream whose producer waits: one `writable` event follows when all of them are on their way, or
    /// `cancelled` if the stream has ended. A page of 64 KiB or so keeps memory small.
    case page(stream: UInt32, [[UInt8]])
    /// So many items, of so many bytes in all, that the caller sent are done with: the caller gets credit.
    case consumed(stream: UInt32, items: Int, bytes: Int)
    /// A hint. For a slow reader only the furthest position of each kind is kept.
    case event(Event)
    /// The peer has shown who it is: it may send messages of the full size.
    case authenticated
    /// With the code 0 calls under way are answered first; with any other the connection ends at once.
    indirect case goodbye(Goodbye)
}
