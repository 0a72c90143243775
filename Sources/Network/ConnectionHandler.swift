package import Connection
package import Messages
package import Wire

/// Serves the connections of one loop. Made on the loop's thread, called there only, and must never block: slow work
/// goes to another thread with the connection's `handle`, through which it answers later.
///
/// Events are those of `ServerEvent`: `hello` comes first, after the welcome was sent; every `call` must be answered
/// exactly once.
package protocol ConnectionHandler: AnyObject {
    func receive(_ event: consuming ServerEvent, on connection: inout ServedConnection)

    /// Appends the reply to a call that can be answered inline, whoever the caller is. Returns false, whatever it
    /// appended, to get the call as an event.
    func answer(_ method: Method, _ request: Span<UInt8>, into reply: inout ByteWriter) -> Bool

    /// Notifies that places or memory are short, or no longer are.
    func noticed(_ notice: LoopNotice)

    /// Called when all events since the loop last waited were delivered; work collected meanwhile may start.
    func turnEnded()

    /// Called when a connection that had said hello is gone; later answers are dropped.
    func closed(_ connection: inout ServedConnection, because reason: CloseReason)
}

extension ConnectionHandler {
    package func noticed(_ notice: LoopNotice) {}

    package func answer(_ method: Method, _ request: Span<UInt8>, into reply: inout ByteWriter) -> Bool { false }
}
