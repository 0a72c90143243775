package import Messages

/// Sends answers to one connection from any thread: through a network loop's mailbox, or a simulation's memory.
package protocol Responder: Sendable {
    func reply(stream: UInt32, _ bytes: [UInt8])
    /// Sends one item of a reply stream.
    func item(stream: UInt32, _ bytes: [UInt8])
    /// Ends a call with a reply that may be compressed on the calling thread.
    func reply(stream: UInt32, _ bytes: [UInt8], to method: Method)
    /// Compresses items on the calling thread where they may be, and returns what sends them.
    func preparing(_ items: [[UInt8]], of method: Method, stream: UInt32) -> @Sendable () -> Void
    /// Requests ``Session/writable(stream:)`` once all items so far have left.
    func whenDrained(stream: UInt32)
    /// Ends a reply stream successfully.
    func end(stream: UInt32)
    func error(stream: UInt32, _ error: Failure)
    /// Grants credit for items that the application has processed.
    func consumed(stream: UInt32, items: Int, bytes: Int)
    /// Raises the inbound limits of the connection.
    func authenticated()
    /// Sends a hint; while the peer reads slowly only the highest position of each kind is kept.
    func event(_ event: Event)
    func close(_ goodbye: Goodbye)
}

// A responder that compresses nothing.
extension Responder {
    package func reply(stream: UInt32, _ bytes: [UInt8], to method: Method) { reply(stream: stream, bytes) }

    package func preparing(_ items: [[UInt8]], of method: Method, stream: UInt32) -> @Sendable () -> Void {
        { for item in items { self.item(stream: stream, item) } }
    }
}
