package import Messages

/// Why a connection ended.
package enum CloseReason: Equatable, Sendable {
    /// The peer broke the protocol.
    case violation(Violation)
    /// The peer said goodbye.
    case goodbye(Goodbye)
    /// This side said goodbye and every open call has been answered.
    case finished
    /// The peer closed the transport without a goodbye.
    case disconnected
    /// No hello in time, or a frame that took too long to complete.
    case tooSlow
    /// Nothing was received in time, not even the answer to a ping.
    case silent
    /// The peer does not read the answers it asked for.
    case unread
    /// Closed to free memory or a place for others; anonymous peers are closed first.
    case gaveWay
    /// The transport failed; the text is for the log.
    case transport(String)
}
