package import Connection
package import Messages
package import Wire

/// What serves the connections of one loop. It is made on the loop's thread, called there only, and must never wait
/// there: what takes time is handed to another thread with the connection's `handle`, which answers later.
///
/// Events are those of `ServerEvent`: `hello` comes first, after the welcome has been sent; every `call` is answered
/// exactly once.
package protocol ConnectionHandler: AnyObject {
    func receive(_ event: consuming ServerEvent, on connection: inout ServedConnection)

    /// Appends the reply to a call that can be answered where it arrives, whoever the caller is; false, whatever was
    /// appended, for one that is to come as an event.
    func answer(_ method: Method, _ request: Span<UInt8>, into reply: inout ByteWriter) -> Bool

    /// Places or memory are short, or no longer are.
    func noticed(_ notice: LoopNotice)

    /// Everything that has come since the loop last waited has been told: what was gathered meanwhile may go on.
    func turnEnded()

    /// The connection is gone: answers to its calls are dropped from here on. Told only after a `hello`.
    func closed(_ connection: inout ServedConnection, because reason: CloseReason)
}

extension ConnectionHandler {
    package func noticed(_ notice: LoopNotice) {}

    package func answer(_ method: Method, _ request: Span<UInt8>, into reply: inout ByteWriter) -> Bool { false }
}
