package import Messages

/// The way back to one connection, usable from any thread: a network loop's mailbox, or a simulation's memory.
package protocol Responder: Sendable {
    func reply(stream: UInt32, _ bytes: [UInt8])
    /// One item of a reply stream.
    func item(stream: UInt32, _ bytes: [UInt8])
    /// Asks for ``Session/writable(stream:)`` once every item given so far has left.
    func whenDrained(stream: UInt32)
    /// Ends a reply stream in good order.
    func end(stream: UInt32)
    func error(stream: UInt32, _ error: Failure)
    /// Gives credit back for items the application has taken in.
    func consumed(stream: UInt32, items: Int, bytes: Int)
    /// Raises the inbound limits of the connection.
    func authenticated()
    /// A hint that something changed; while the peer reads slowly only the furthest position of each kind is kept.
    func event(_ event: Event)
    func close(_ goodbye: Goodbye)
}
